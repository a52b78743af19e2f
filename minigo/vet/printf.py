"""printf: calls of fmt.Printf and its kin, and of functions that wrap them: formats against arguments.

`_Kind` says what a verb prints, `_Matcher` whether a type is printed by it.
"""

from __future__ import annotations

import re
from enum import IntFlag

from minigo.record import record
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types.lookup import lookup_field_or_method
from minigo.types.objects import Func, Object, Var
from minigo.types.predicates import is_type_param
from minigo.types.types import (
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Pointer,
    Signature,
    Slice,
    Struct,
    Type,
    TypeParam,
    unalias,
)
from minigo.types.typeset import identical
from minigo.types.typestring import Qualifier, TypeWriter
from minigo.types.universe import ERROR, RUNE, UINT8, UNTYPED_NIL
from minigo.vet.formats import Directive, FormatError, directives, place_in_literal
from minigo.vet.inspect import Pass, implements, is_named, string_method, structural_terms
from minigo.vet.printwrappers import PRINT, PRINTF, Printers, takes_anything


class _Kind(IntFlag):
    """What a verb prints."""

    BOOL = 1
    INT = 2
    RUNE = 4
    STRING = 8
    FLOAT = 16
    COMPLEX = 32
    POINTER = 64
    BYTE = 128
    ERROR = 256
    ANY = 511


_NUMBER_FLAGS = " -+.0"
_ALL_FLAGS = " -+.0#"
_REALS = _Kind.FLOAT | _Kind.COMPLEX
_INTS = _Kind.INT | _Kind.POINTER
_TEXT = _Kind.RUNE | _Kind.INT | _Kind.STRING
_VERBS: dict[str, tuple[str, _Kind]] = {
    "%": ("", _Kind(0)),
    "b": (_ALL_FLAGS, _INTS | _REALS),
    "c": ("-", _Kind.RUNE | _Kind.INT),
    "d": (_NUMBER_FLAGS, _INTS),
    **dict.fromkeys("eEfFgG", (_ALL_FLAGS, _REALS)),
    **dict.fromkeys("oO", (_ALL_FLAGS, _INTS)),
    "p": ("-#", _Kind.POINTER),
    "q": (_ALL_FLAGS, _TEXT),
    "s": (_NUMBER_FLAGS, _Kind.STRING),
    "t": ("-", _Kind.BOOL),
    "T": ("-", _Kind.ANY),
    "U": ("-#", _Kind.RUNE | _Kind.INT),
    "v": (_ALL_FLAGS, _Kind.ANY),
    "w": (_ALL_FLAGS, _Kind.ERROR),
    **dict.fromkeys("xX", (_ALL_FLAGS, _TEXT | _Kind.POINTER | _REALS)),
}
"""What each verb prints, and the flags it knows."""
_QUOTE = _Kind.RUNE | _Kind.BYTE | _Kind.STRING
"""What %q prints since go1.26."""

_NUMBER = r"(?:[0-9]+|(?:\[[0-9]+\])?\*)?"
_DIRECTIVE = re.compile(rf"%[+\-#]*{_NUMBER}\.?{_NUMBER}(?:\[[0-9]+\])?[bcdefgopqstvxEFGTUX]")
_HEX = re.compile(r"%[0-9a-fA-F]{2}")


def run(p: Pass) -> None:
    def mistake(call: ast.CallExpr, kind: str) -> None:
        p.report(call.pos, f"missing ... in args forwarded to {kind}-like function")

    printers = Printers(p, mistake)
    for call in p.all(ast.CallExpr):
        callee = p.callee(call)
        kind = printers.kind(callee) if isinstance(callee, Func | Var) else ""
        if callee is not None and kind == PRINT:
            _Print(p, call, callee).check()
        elif callee is not None and kind:
            _Printf(p, call, callee, kind).check()


def _count(n: int) -> str:
    return f"{n} arg" if n == 1 else f"{n} args"


@record(slots=True)
class _Call:
    """A call of a printing function; messages call it `name`."""

    p: Pass
    call: ast.CallExpr
    callee: Object

    @property
    def name(self) -> str:
        return self.p.full_name(self.callee)

    def is_function(self, e: ast.Expr) -> bool:
        return isinstance(self.p.type_of(e), Signature)

    def recursion(self, e: ast.Expr) -> str:
        """The String or Error method that printing `e` in it calls again; "" if there is none."""
        p = self.p
        t = p.type_of(e)
        if t is None or _is_formatter(t):
            return ""
        for name in ("String", "Error"):
            method = lookup_field_or_method(t, False, p.package, name).obj
            if not isinstance(method, Func) or method.pkg is not p.package or method.decl is None:
                continue
            if not p.inside(e, method.decl):
                continue
            if string_method(t, name, p.package) is None or not isinstance(method.type, Signature):
                return ""
            x = e.x if isinstance(e, ast.UnaryExpr) and e.op == "&" else e
            decl = method.decl
            names = decl.recv.fields[0].names if decl.recv is not None else []
            own = p.info.defs.get(names[0]) if names else None
            same = isinstance(x, ast.Ident) and own is not None and p.info.uses.get(x) is own
            return p.full_name(method) if same else ""
        return ""


@record(slots=True)
class _Print(_Call):
    """Print and Println."""

    def check(self) -> None:
        p, call, name = self.p, self.call, self.name
        sig = p.type_of(call.fun)
        first = 0
        if isinstance(sig, Signature):
            if not sig.variadic or not takes_anything(sig.params.vars[-1]):
                return
            first = len(sig.params.vars) - 1
        args = call.args[first:]
        if not args:
            return
        writer = p.text(args[0])
        if first == 0 and isinstance(args[0], ast.SelectorExpr) and writer.startswith("os.Std"):
            p.report(call.pos, f"{name} does not take io.Writer but has first arg {writer}")
        value = p.string_constant(args[0])
        text = value.decode("utf-8", "replace").removesuffix("%") if value is not None else ""
        for match in _DIRECTIVE.finditer(text):
            if not _HEX.match(match[0]):
                p.report(call.pos, f"{name} call has possible Printf formatting directive {match[0]}")
                break
        last = p.string_constant(args[-1])
        if name.endswith("ln") and last is not None and last.endswith(b"\n"):
            p.report(call.pos, f"{name} arg list ends with redundant newline")
        for arg in args:
            if self.is_function(arg):
                p.report(call.pos, f"{name} arg {p.text(arg)} is a func value, not called")
            method = self.recursion(arg)
            if method:
                p.report(call.pos, f"{name} arg {p.text(arg)} causes recursive call to {method} method")


@record(slots=True)
class _Printf(_Call):
    """Printf and Errorf; `kind` tells them apart."""

    kind: str

    def check(self) -> None:
        p, call, name = self.p, self.call, self.name
        sig = p.type_of(call.fun)
        at = len(sig.params.vars) - 2 if isinstance(sig, Signature) and sig.variadic else -1
        if at < 0 or at >= len(call.args):
            return
        format_ = call.args[at]
        data = p.string_constant(format_)
        args = call.args[at + 1 :]
        if data is None:
            if not args and p.lang(call.pos) >= (1, 24):
                p.report(format_.pos, f"non-constant format string in call to {name}")
            return
        if b"%" not in data:
            if args:
                p.report(args[0].pos, f"{name} call has arguments but no formatting directives")
            return
        try:
            found = directives(data)
        except FormatError as error:
            p.report(format_.pos, f"{name} {error}")
            return
        most = -1
        for directive in found:
            place = format_.pos
            if isinstance(format_, ast.BasicLit):
                place = place_in_literal(format_.value, format_.pos, directive.start)
            if directive.verb == "w" and self.kind == PRINTF:
                p.report(place, f"{name} does not support error-wrapping directive %w")
                return
            one = _One(self, directive, args, place)
            problem = one.problem()
            if problem is not None:
                if problem:
                    p.report(place, problem)
                return
            most = max(most, one.most)
        if (call.has_ellipsis and most >= len(args) - 2) or any(d.indexed for d in found):
            return
        if most + 1 < len(args):
            p.report(call.pos, f"{name} call needs {_count(most + 1)} but has {_count(len(args))}")


@record(slots=True)
class _One:
    """One directive of a call with the arguments after the format; `most` is the last argument it takes."""

    call: _Printf
    directive: Directive
    args: list[ast.Expr]
    place: Pos
    most: int = -1

    def problem(self) -> str | None:
        """What is wrong; None if all is well, "" when there is nothing to say, but no use in looking further."""
        call, d = self.call, self.directive
        p, name = call.p, call.name
        flags, kind = _VERBS.get(d.verb, ("", _Kind(0)))
        if d.verb == "q" and p.lang(call.call.pos) >= (1, 26):
            kind = _QUOTE
        formatter = False
        if kind != _Kind.ERROR and d.arg < len(self.args):
            t = p.type_of(self.args[d.arg])
            formatter = t is not None and _is_formatter(t)
        if not formatter:
            if d.verb not in _VERBS:
                return f"{name} format {d.text} has unknown verb {d.verb}"
            for flag in d.flags:
                if flag != "0" and flag not in flags:
                    return f"{name} format {d.text} has unrecognized flag {flag}"
        for number in d.args:
            missing = self.missing(number)
            if missing is not None:
                return missing
            reason = _mismatch(p, _Kind.INT, self.args[number])
            if reason is not None:
                return f"{name} format {d.text} uses non-int {p.text(self.args[number])}{reason} as argument of *"
        self.most = max([*d.args, -1 if d.verb == "%" else d.arg], default=-1)
        if d.verb == "%" or formatter:
            return None
        missing = self.missing(d.arg)
        if missing is not None:
            return missing
        return self.misfit(self.args[d.arg], kind)

    def missing(self, number: int) -> str | None:
        """What to say if there is no such argument, or if it cannot be known ("")."""
        if number < len(self.args) - 1:
            return None
        if self.call.call.has_ellipsis:
            return ""
        if number < len(self.args):
            return None
        has = _count(len(self.args))
        return f"{self.call.name} format {self.directive.text} reads arg #{number + 1}, but call has {has}"

    def misfit(self, arg: ast.Expr, kind: _Kind) -> str | None:
        """What is wrong with the argument for the verb."""
        call, d = self.call, self.directive
        p, name = call.p, call.name
        t = p.type_of(arg)
        if d.verb == "w" and t is not None and p.lang(call.call.pos) >= (1, 27):
            pointer = t.underlying()
            if isinstance(pointer, Pointer) and _is_error(pointer.elem):
                kinds = f"error type {_short(p, pointer.elem)}, not pointer type {_short(p, t)}"
                return f"%w wants operand of {kinds} (defeats errors.Is)"
        if call.is_function(arg) and d.verb not in "pT":
            return f"{name} format {d.text} arg {p.text(arg)} is a func value, not called"
        reason = _mismatch(p, kind, arg)
        if reason is not None:
            return f"{name} format {d.text} has arg {p.text(arg)} of wrong type {p.type_string(t)}{reason}"
        if kind & _Kind.STRING and d.verb != "T" and ("#" not in d.flags or d.verb in "qxX"):
            method = call.recursion(arg)
            if method:
                return f"{name} format {d.text} with arg {p.text(arg)} causes recursive {method} method call"
        return None


def _short(p: Pass, t: Type) -> str:
    """A type with the names of packages, its own left out."""
    return TypeWriter(Qualifier(p.package)).string(t)


# ---------------------------------------------------------------- types and verbs


def _is_error(t: Type) -> bool:
    interface = ERROR.underlying()
    assert isinstance(interface, Interface)
    return implements(t, interface)


def _is_formatter(t: Type) -> bool:
    """Whether values of `t` may print themselves: interfaces, and what has a method Format."""
    if isinstance(t.underlying(), Interface) and not is_type_param(t):
        return True
    method = lookup_field_or_method(t, False, None, "Format").obj
    if not isinstance(method, Func) or not isinstance(method.type, Signature):
        return False
    params = method.type.params.vars
    if len(params) != 2 or method.type.results.vars:
        return False
    return is_named(params[0].type, "fmt", "State") and identical(params[1].type, RUNE)


def _prints_text(t: Type) -> bool:
    """Whether values of `t` are errors or Stringers."""
    basic = unalias(t)
    if isinstance(basic, Basic) and basic.kind == "untyped nil":
        return False
    return _is_error(t) or string_method(t, "String") is not None


def _mismatch(p: Pass, kind: _Kind, arg: ast.Expr) -> str | None:
    """None if the argument can be printed by a verb of this kind; else more about it, in parentheses, or ""."""
    t = p.type_of(arg)
    if kind == _Kind.ANY or t is None:
        return None
    matcher = _Matcher(p, kind)
    if matcher.match(t, True):
        return None
    return f" ({matcher.reason})" if matcher.reason else ""


class _Matcher:
    """Whether types can be printed by a verb. Of a type parameter every type that it may stand for must."""

    def __init__(self, p: Pass, kind: _Kind) -> None:
        self.p = p
        self.kind = kind
        self.seen: set[Type] = set()
        self.reason = ""

    def match(self, t: Type, top: bool) -> bool:
        """`top`: `t` is the argument's own type, where a pointer to something composed is printed as that."""
        kind = self.kind
        if kind == _Kind.ERROR:
            return _is_error(t) or t is UNTYPED_NIL
        if _is_formatter(t) or (kind & _Kind.STRING and _prints_text(t)):
            return True
        param = unalias(t)
        if isinstance(param, TypeParam):
            return self.param(param, top)
        under = t.underlying()
        if under in self.seen:
            return True
        self.seen.add(under)
        match under:
            case Signature():
                return kind == _Kind.POINTER
            case Map():
                return kind == _Kind.POINTER or (self.match(under.key, False) and self.match(under.elem, False))
            case Chan():
                return bool(kind & _Kind.POINTER)
            case Array() | Slice():
                if kind & _Kind.STRING and identical(under.elem.underlying(), UINT8):
                    return True
                return (isinstance(under, Slice) and kind == _Kind.POINTER) or self.match(under.elem, False)
            case Pointer():
                return self.pointer(under, top)
            case Struct():
                return all(self.field(f) for f in under.fields)
            case Basic():
                return self.basic(under)
            case _:
                return True

    def param(self, param: TypeParam, top: bool) -> bool:
        if param in self.seen:
            return True
        self.seen.add(param)
        tell = len(self.seen) == 1
        terms = structural_terms(param)
        if terms is None:
            return True
        for tilde, term in terms:
            if not self.match(term, top):
                if tell:
                    self.reason = f"contains {'~' if tilde else ''}{self.p.type_string(term)}"
                return False
        return bool(terms)

    def pointer(self, t: Pointer, top: bool) -> bool:
        if self.kind == _Kind.POINTER or is_type_param(t.elem):
            return True
        under = t.elem.underlying()
        if not isinstance(under, Struct | Array | Slice | Map):
            return bool(self.kind & _Kind.POINTER)
        return top and self.match(under, False)

    def field(self, f: Var) -> bool:
        if f.type is None:
            return True
        if not self.match(f.type, False):
            return False
        # fmt cannot call methods of what unexported fields hold.
        return not (self.kind & _Kind.STRING and not f.exported and _prints_text(f.type))

    def basic(self, t: Basic) -> bool:
        kind = self.kind
        if t.kind == "uint8":
            return bool(kind & (_Kind.INT | _Kind.BYTE))
        if t.kind in ("int32", "untyped rune"):
            return bool(kind & (_Kind.INT | _Kind.RUNE))
        if t.kind == "unsafe.Pointer":
            return bool(kind & _INTS)
        for flag, printed in _OF_FLAG:
            if t.has(flag):
                return bool(kind & printed)
        return t.kind != "untyped nil"


_OF_FLAG = (
    ("boolean", _Kind.BOOL),
    ("integer", _Kind.INT),
    ("float", _Kind.FLOAT),
    ("complex", _Kind.COMPLEX),
    ("string", _Kind.STRING),
)
