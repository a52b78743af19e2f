"""How fmt shows one value: any type under any verb.

A value is looked at as `(rtype, value)`. Order of precedence is fmt's: wrong uses of verbs, Formatter, %T and %p,
GoStringer for %#v, error and Stringer for the verbs that take strings, then the kind of the value. Map entries are
printed in key order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.record import replace
from minigo.runtime.panics import GoPanic
from minigo.runtime.values import slice_bytes
from minigo.stdlib import fmt_format as ff
from minigo.stdlib.fmt_format import Spec
from minigo.stdlib.fmt_methods import is_nil, own_method
from minigo.stdlib.mapsort import sorted_items
from minigo.stdlib.reflected import READ_ONLY, is_reflect_value, own_value_of
from minigo.types.types import Basic

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run

SIGNED = {"int": 64, "int8": 8, "int16": 16, "int32": 32, "int64": 64}
UNSIGNED = {"uint": 64, "uint8": 8, "uint16": 16, "uint32": 32, "uint64": 64, "uintptr": 64}
FLOATS = {"float32": 32, "float64": 64}
COMPLEXES = {"complex64": 64, "complex128": 128}

BASES = {"d": 10, "b": 2, "o": 8, "O": 8, "x": 16, "X": 16}


class ValuePrinter:
    """Collects output in `out`, as `spec` says, and the operands of %w in `wrapped`."""

    __slots__ = ("depth", "erroring", "out", "private", "reads", "run", "spec", "wrap_errors", "wrapped")

    def __init__(self, run: Run, *, wrap_errors: bool = False) -> None:
        self.run = run
        self.reads = run.reads
        self.out: list[bytes] = []
        self.spec = Spec()
        self.wrap_errors = wrap_errors
        self.wrapped: list[int] = []
        self.depth = 0
        # Inside the complaint about a wrong verb.
        self.erroring = False
        # Inside an unexported field: methods are not called there, as fmt cannot reach them.
        self.private = False

    def result(self) -> bytes:
        return b"".join(self.out)

    # ------------------------------------------------------------ one operand

    def print_arg(self, arg: Any, verb: str) -> None:
        """One operand: an interface value."""
        if arg is None:
            if verb in "Tv":
                self.out.append(self.spec.pad(b"<nil>"))
            else:
                self.bad_verb(verb, None, None)
            return
        rtype, value = arg
        self.depth = 0
        self.private = False
        if verb == "T":
            self.out.append(ff.format_string(self.spec, rtype.string.encode()))
            return
        if verb == "p":
            self.pointer(rtype, value, "p")
            return
        if verb == "v" and self.spec.sharp_v and rtype.string == "[]uint8":
            self.sequence(rtype, value, verb, "[]byte")
            return
        if rtype.kind == "struct" and is_reflect_value(rtype):
            self.reflected(value, verb)
            return
        # Values of predeclared types and byte slices have no methods.
        if not isinstance(rtype.type, Basic) and rtype.string != "[]uint8" and self.methods(rtype, value, verb):
            return
        self.print_value(rtype, value, verb)

    def reflected(self, v: Any, verb: str) -> None:
        """A reflect.Value as the operand: what it holds is printed."""
        if v.f_typ is None:
            self.out.append(b"<invalid reflect.Value>")
            return
        self.private = v.f_flag & READ_ONLY != 0
        rtype, value = v.f_typ, own_value_of(v)
        if rtype.kind == "interface" or self.private or not self.methods(rtype, value, verb):
            self.print_value(rtype, value, verb)

    def methods(self, rtype: RType, value: Any, verb: str) -> bool:
        """Format by the value's own methods; False when it has none that fit."""
        if self.erroring:
            return False
        if verb == "w":
            if not self.wrap_errors or own_method(rtype, "Error") is None:
                self.bad_verb(verb, rtype, value)
                return True
            verb = "v"
        formatter = own_method(rtype, "Format")
        if formatter is not None:
            self._guarded(formatter, rtype, value, verb, "Format")
            return True
        if self.spec.sharp_v:
            go_stringer = own_method(rtype, "GoString")
            if go_stringer is None:
                return False
            self._guarded(go_stringer, rtype, value, verb, "GoString")
            return True
        if verb not in "vsxXq":
            return False
        for name in ("Error", "String"):
            method = own_method(rtype, name)
            if method is not None:
                self._guarded(method, rtype, value, verb, name)
                return True
        return False

    def _guarded(self, method: Any, rtype: RType, value: Any, verb: str, name: str) -> None:
        """Calls a formatting method; a nil receiver that panics prints <nil>, another panic is shown in place."""
        spec, depth, private = self.spec, self.depth, self.private
        try:
            text = self.run_formatter(method, rtype, value, verb) if name == "Format" else method(value)
        except Exception as error:
            panic = self.run.caught(error)
            self.spec = spec
            if rtype.kind == "ptr" and value is None:
                self.out.append(b"<nil>")
            else:
                self._show_panic(panic, verb, name)
            return
        self.spec, self.depth, self.private = spec, depth, private
        if name == "Format":
            self.out.append(text)
        elif name == "GoString":
            self.out.append(ff.format_string(spec, text))
        else:
            self.string(text, verb, rtype, value)

    def run_formatter(self, method: Any, rtype: RType, value: Any, verb: str) -> bytes:
        """What the value's Format method writes."""
        spec = self.spec
        flags = (
            (b"+" if spec.plus or spec.plus_v else b"")
            + (b"-" if spec.minus else b"")
            + (b"#" if spec.sharp or spec.sharp_v else b"")
            + (b" " if spec.space else b"")
            + (b"0" if spec.zero else b"")
        )
        width = -1 if spec.width is None else spec.width
        precision = -1 if spec.precision is None else spec.precision
        return slice_bytes(self.run.go_function("fmt.format")((rtype, value), ord(verb), width, precision, flags))

    def _show_panic(self, panic: GoPanic, verb: str, name: str) -> None:
        self.spec = Spec()
        self.out.append(b"%!" + verb.encode() + b"(PANIC=" + name.encode() + b" method: ")
        self.print_arg(self.run.panic_value(panic), "v")
        self.out.append(b")")

    def bad_verb(self, verb: str, rtype: RType | None, value: Any) -> None:
        self.out.append(b"%!" + verb.encode("utf-8", "surrogateescape") + b"(")
        if rtype is None:
            self.out.append(b"<nil>")
        else:
            self.out.append(rtype.string.encode() + b"=")
            # Printed as by %v with the same flags, without methods, and as if it stood alone.
            depth, self.depth, self.erroring = self.depth, 0, True
            self.print_value(rtype, value, "v")
            self.depth, self.erroring = depth, False
        self.out.append(b")")

    # ------------------------------------------------------------ by kind

    def print_nested(self, rtype: RType, value: Any, verb: str) -> None:
        """A field, element, key or pointee: methods count, interfaces are looked through."""
        if rtype.kind == "interface":
            if value is None:
                self.out.append(rtype.string.encode() + b"(nil)" if self.spec.sharp_v else b"<nil>")
                return
            rtype, value = value
        self.depth += 1
        if verb == "p":
            self.pointer(rtype, value, verb)
        elif self.private or not self.methods(rtype, value, verb):
            self.print_value(rtype, value, verb)
        self.depth -= 1

    def print_value(self, rtype: RType, value: Any, verb: str) -> None:
        kind = rtype.kind
        if kind == "string":
            self.string(value, verb, rtype, value)
        elif kind in SIGNED:
            self.integer(rtype, value, verb)
        elif kind in UNSIGNED:
            self.unsigned(rtype, value, verb)
        elif kind == "bool":
            if verb in "tv":
                self.out.append(ff.format_bool(self.spec, value))
            else:
                self.bad_verb(verb, rtype, value)
        elif kind in FLOATS:
            self.floating(rtype, value, verb)
        elif kind in COMPLEXES:
            self.complex(rtype, value, verb)
        elif kind == "struct":
            self.struct(rtype, value, verb)
        elif kind in ("slice", "array"):
            self.sequence(rtype, value, verb)
        elif kind == "map":
            self.map(rtype, value, verb)
        elif kind == "ptr":
            self.pointer_value(rtype, value, verb)
        elif kind == "interface":
            self.print_nested(rtype, value, verb)
        else:
            self.pointer(rtype, value, verb)

    def integer(self, rtype: RType, value: int, verb: str) -> None:
        if verb == "v":
            self.out.append(ff.format_integer(self.spec, value, 10, "v"))
        elif verb in BASES:
            self.out.append(ff.format_integer(self.spec, value, BASES[verb], verb))
        elif verb == "c":
            self.out.append(ff.format_char(self.spec, value))
        elif verb == "q":
            self.out.append(ff.format_quoted_char(self.spec, value))
        elif verb == "U":
            self.out.append(ff.format_unicode(self.spec, value))
        else:
            self.bad_verb(verb, rtype, value)

    def unsigned(self, rtype: RType, value: int, verb: str) -> None:
        if verb == "v" and self.spec.sharp_v:
            self.out.append(ff.format_integer(replace(self.spec, sharp=True), value, 16, "v"))
        else:
            self.integer(rtype, value, verb)

    def floating(self, rtype: RType, value: float, verb: str) -> None:
        bits = FLOATS[rtype.kind]
        if verb == "v":
            self.out.append(ff.format_floating(self.spec, value, bits, "g", -1))
        elif verb in "eEfF":
            self.out.append(ff.format_floating(self.spec, value, bits, verb, 6))
        elif verb in "bgGxX":
            self.out.append(ff.format_floating(self.spec, value, bits, verb, -1))
        else:
            self.bad_verb(verb, rtype, value)

    def complex(self, rtype: RType, value: complex, verb: str) -> None:
        bits = COMPLEXES[rtype.kind]
        if verb == "v" or verb in "bgGxX":
            self.out.append(ff.format_complex(self.spec, value, bits, "g" if verb == "v" else verb, -1))
        elif verb in "eEfF":
            self.out.append(ff.format_complex(self.spec, value, bits, verb, 6))
        else:
            self.bad_verb(verb, rtype, value)

    def string(self, text: bytes, verb: str, rtype: RType, value: Any) -> None:
        spec = self.spec
        if verb == "v":
            self.out.append(ff.format_quoted(spec, text) if spec.sharp_v else ff.format_string(spec, text))
        elif verb == "s":
            self.out.append(ff.format_string(spec, text))
        elif verb in "xX":
            self.out.append(ff.format_hex(spec, text, verb))
        elif verb == "q":
            self.out.append(ff.format_quoted(spec, text))
        else:
            self.bad_verb(verb, rtype, value)

    def struct(self, rtype: RType, value: Any, verb: str) -> None:
        out = self.out
        if self.spec.sharp_v:
            out.append(rtype.string.encode())
        out.append(b"{")
        for i, field in enumerate(rtype.fields):
            if i:
                out.append(b", " if self.spec.sharp_v else b" ")
            if self.spec.plus_v or self.spec.sharp_v:
                out.append(field.name.encode() + b":")
            private, self.private = self.private, self.private or bool(field.pkg_path)
            self.print_nested(field.rtype, getattr(value, field.attr), verb)
            self.private = private
        out.append(b"}")

    def sequence(self, rtype: RType, value: Any, verb: str, name: str = "") -> None:
        """Slices and arrays; byte ones are strings under %s %q %x %X. `name` is for the type's own in %#v."""
        elem = rtype.elem
        assert elem is not None
        if rtype.kind == "slice":
            if self.reads is not None:
                self.reads(rtype, value)
            items = value.array[value.offset : value.offset + value.len]
            nil = is_nil(rtype, value)
        else:
            items = value
            nil = False
        if verb in "sqxX" and elem.kind == "uint8":
            self.string(bytes(items), verb, rtype, value)
            return
        out = self.out
        if self.spec.sharp_v:
            out.append((name or rtype.string).encode())
            if nil:
                out.append(b"(nil)")
                return
            out.append(b"{")
        else:
            out.append(b"[")
        for i, item in enumerate(items):
            if i:
                out.append(b", " if self.spec.sharp_v else b" ")
            self.print_nested(elem, item, verb)
        out.append(b"}" if self.spec.sharp_v else b"]")

    def map(self, rtype: RType, value: Any, verb: str) -> None:
        key_type, elem = rtype.key, rtype.elem
        assert key_type is not None
        assert elem is not None
        out = self.out
        if self.spec.sharp_v:
            out.append(rtype.string.encode())
            if is_nil(rtype, value):
                out.append(b"(nil)")
                return
            out.append(b"{")
        else:
            out.append(b"map[")
        if self.reads is not None:
            self.reads(rtype, value)
        for i, (key, item) in enumerate(sorted_items(key_type, value)):
            if i:
                out.append(b", " if self.spec.sharp_v else b" ")
            self.print_nested(key_type, key, verb)
            out.append(b":")
            self.print_nested(elem, item, verb)
        out.append(b"}" if self.spec.sharp_v else b"]")

    def pointer_value(self, rtype: RType, value: Any, verb: str) -> None:
        """At the top level a pointer to an array, slice, struct or map prints as & and the value."""
        elem = rtype.elem
        assert elem is not None
        if self.depth == 0 and value is not None and elem.kind in ("array", "slice", "struct", "map"):
            self.out.append(b"&")
            if self.reads is not None:
                self.reads(rtype, value)
            target = value if elem.kind in ("array", "struct") else value.v
            self.print_nested(elem, target, verb)
            return
        self.pointer(rtype, value, verb)

    def pointer(self, rtype: RType, value: Any, verb: str) -> None:
        """Pointers, channels, functions, maps and slices as addresses."""
        if rtype.kind not in ("ptr", "chan", "func", "map", "slice", "unsafe.Pointer"):
            self.bad_verb(verb, rtype, value)
            return
        address = 0 if is_nil(rtype, value) else self.run.address(value)
        if verb == "v":
            if self.spec.sharp_v:
                shown = f"0x{address:x}" if address else "nil"
                self.out.append(f"({rtype.string})({shown})".encode())
            elif address == 0:
                self.out.append(self.spec.pad(b"<nil>"))
            else:
                self.out.append(self._address(address, not self.spec.sharp))
        elif verb == "p":
            self.out.append(self._address(address, not self.spec.sharp))
        elif verb in "bodxX":
            self.out.append(ff.format_integer(self.spec, address, BASES[verb], verb))
        else:
            self.bad_verb(verb, rtype, value)

    def _address(self, address: int, prefixed: bool) -> bytes:
        return ff.format_integer(replace(self.spec, sharp=prefixed), address, 16, "x")
