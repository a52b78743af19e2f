"""Literals: basic, function and composite ones."""

from __future__ import annotations

import re

from minigo.check.constrep import constant_key
from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand, Target
from minigo.syntax import ast
from minigo.types.constants import UNKNOWN, ConstValue, Unknown, const_string, from_literal
from minigo.types.lookup import deref
from minigo.types.objects import Func, Var
from minigo.types.predicates import is_non_type_param_interface
from minigo.types.types import INVALID, Array, Map, Signature, Slice, Struct, Type
from minigo.types.typeset import core_type, identical
from minigo.types.universe import UNTYPED_COMPLEX, UNTYPED_FLOAT, UNTYPED_INT, UNTYPED_RUNE, UNTYPED_STRING

_LITERAL_TYPES = {
    "INT": UNTYPED_INT,
    "FLOAT": UNTYPED_FLOAT,
    "IMAG": UNTYPED_COMPLEX,
    "CHAR": UNTYPED_RUNE,
    "STRING": UNTYPED_STRING,
}

# The forms of numbers that came with Go 1.13.
_LATER_LITERALS = (
    ("underscore in numeric literal", re.compile("_")),
    ("binary literal", re.compile("^0[bB]")),
    ("0o/0O-style octal literal", re.compile("^0[oO]")),
    ("hexadecimal floating-point literal", re.compile("^0[xX].*[pP]")),
)

# Numbers with more characters are refused.
_MAX_NUMBER_LENGTH = 10_000


class Literals(ExprBase):
    def basic_lit(self, x: Operand, e: ast.BasicLit) -> None:
        if e.kind in ("INT", "FLOAT", "IMAG") and len(e.value) > _MAX_NUMBER_LENGTH:
            self.error_at(e, f"excessively long constant: {e.value[:10]}... ({len(e.value)} chars)")
            return
        value = from_literal(e.kind, e.value)
        if isinstance(value, Unknown):
            self.error_at(e, f"malformed constant: {e.value}")
            return
        if e.kind in ("INT", "FLOAT", "IMAG") and not self.allow_version(e.pos, (1, 13)):
            for what, form in _LATER_LITERALS:
                if form.search(e.value):
                    self.verify_version(e.pos, (1, 13), what)
                    break
        x.set_const(_LITERAL_TYPES[e.kind], value)
        x.expr = e
        self.overflow(x, e.pos)

    def func_lit(self, x: Operand, e: ast.FuncLit) -> None:
        sig = self.typ(e.type)
        if not isinstance(sig, Signature):
            return
        decl, iota = self.env.decl, self.env.iota

        def check_body() -> None:
            self.func_body(decl, "<function literal>", sig, e.body, iota)

        # The literal may be part of the declaration of a type that its body uses. It is checked as soon as that is
        # complete, and before the scopes around it change.
        self.later(check_body)
        x.set_value(sig)

    # ------------------------------------------------------------ composite literals

    def composite_lit(self, x: Operand, e: ast.CompositeLit, hint: Type | None) -> None:
        typ: Type
        base: Type
        is_elem = False
        if e.type is not None:
            if isinstance(e.type, ast.ArrayType) and isinstance(e.type.len, ast.Ellipsis):
                # the length is known once the elements are
                typ = base = Array(-1, self.var_type(e.type.elt))
            else:
                typ = base = self.typ(e.type)
        elif hint is not None:
            typ = base = hint
            core = core_type(base)
            if core is not None:
                pointed_to, is_pointer = deref(core)
                if is_pointer:  # a *T stands for &T{}
                    base = pointed_to
            is_elem = True
        else:
            self.error_at(e, "invalid composite literal type: missing type in composite literal")
            typ = base = INVALID

        core = core_type(base)
        match core:
            case Struct():
                self._struct_lit(e, base, core)
            case Array():
                length = self.indexed_elements(e.elts, core.elem, core.len)
                if core.len < 0:
                    core.len = length
                    if e.type is not None:
                        self.record_type_and_value(e.type, "type", core, None)
            case Slice():
                self.indexed_elements(e.elts, core.elem, -1)
            case Map():
                self._map_lit(e, core)
            case _:
                for elt in e.elts:
                    # the key may be a field's name: evaluating it could report nonsense
                    self.use(elt.value if isinstance(elt, ast.KeyValueExpr) else elt)
                if core is not INVALID:
                    element = " element" if is_elem else ""
                    cause = " (no common underlying type)" if core is None else ""
                    self.error_at(e, f"invalid composite literal{element} type {self.type_string(typ)}{cause}")
                x.invalidate()
                return
        x.set_value(typ)

    def _struct_lit(self, e: ast.CompositeLit, base: Type, struct: Struct) -> None:
        if not e.elts:
            return
        if isinstance(e.elts[0], ast.KeyValueExpr):
            self._keyed_struct_lit(e, base, struct)
            return
        fields = struct.fields
        for i, elt in enumerate(e.elts):
            if isinstance(elt, ast.KeyValueExpr):
                self.error_at(elt, "mixture of field:value and value elements in struct literal")
                continue
            field = fields[i] if i < len(fields) else None
            x = self.evaluate(elt, Target.of(field.type, "struct literal") if field is not None else None)
            if field is None:
                self.error_at(x, f"too many values in struct literal of type {self.type_string(base)}")
                self.use(*e.elts[i + 1 :])
                return
            if not field.exported and field.pkg is not self.pkg:
                self.error_at(
                    x,
                    f"implicit assignment to unexported field {field.name} "
                    f"in struct literal of type {self.type_string(base)}",
                )
                continue
            self.assignment(x, field.type or INVALID, "struct literal")
        if len(e.elts) < len(fields):
            self.error(e.rbrace, f"too few values in struct literal of type {self.type_string(base)}")

    def _keyed_struct_lit(self, e: ast.CompositeLit, base: Type, struct: Struct) -> None:
        # Where each field was given: by its path, so that promoted fields and the structs that embed them meet.
        given: dict[tuple[int, ...], str] = {}
        for elt in e.elts:
            if not isinstance(elt, ast.KeyValueExpr):
                self.error_at(elt, "mixture of field:value and value elements in struct literal")
                continue
            field = self._literal_field(elt, base, struct, given)
            if field is None:
                self.use(elt.value)
                continue
            x = self.evaluate(elt.value, Target.of(field.type, "struct literal"))
            self.assignment(x, field.type or INVALID, "struct literal")

    def _literal_field(
        self, elt: ast.KeyValueExpr, base: Type, struct: Struct, given: dict[tuple[int, ...], str]
    ) -> Var | None:
        """The field that a key names; None after reporting an error."""
        key = elt.key
        if not isinstance(key, ast.Ident):
            self.error_at(elt, f"invalid field name {self.expr_string(key)} in struct literal")
            return None
        # looked up in the struct: methods of the type itself are not in the way
        found = self.lookup_field_or_method(struct, False, key.name)
        obj = found.obj
        if obj is None or found.index is None:
            alternate = self.lookup_field_or_method(struct, False, key.name, True).obj
            self.error_at(key, self.lookup_error(base, key.name, alternate, True))
            return None
        if isinstance(obj, Func):
            self.error_at(key, f"{key.name} is not a field")
            return None
        path = tuple(found.index)
        if len(path) > 1:
            names = self._path_names(struct, path)
            shown = ".".join(names)
            what = f"use of promoted field {shown} in struct literal of type {self.type_string(base)}"
            self.verify_version(key.pos, (1, 27), what)
            if found.indirect:
                self.error_at(key, f"invalid implicit pointer indirection to reach {key.name}")
                return None
        self.record_use(key, obj)
        self._check_given(elt, key.name, path, given)
        return obj

    def _check_given(
        self, elt: ast.KeyValueExpr, name: str, path: tuple[int, ...], given: dict[tuple[int, ...], str]
    ) -> None:
        if path in given:
            self.error_at(elt, f"duplicate field name {name} in struct literal")
            return
        for n in range(1, len(path)):
            outer = given.get(path[:n])
            if outer is not None:
                self.error_at(elt, f"cannot specify promoted field {name} and enclosing embedded field {outer}")
                return
        for other, inner in given.items():
            if other[: len(path)] == path:
                self.error_at(elt, f"cannot specify embedded field {name} and enclosed promoted field {inner}")
                return
        given[path] = name

    @staticmethod
    def _path_names(base: Type, path: tuple[int, ...]) -> list[str]:
        names: list[str] = []
        t: Type = base
        for i in path:
            under = deref(t)[0].underlying()
            assert isinstance(under, Struct)
            field = under.fields[i]
            names.append(field.name)
            t = field.type or INVALID
        return names

    def _map_lit(self, e: ast.CompositeLit, typ: Map) -> None:
        # A constant key of an interface type is told by its own type too.
        by_type = is_non_type_param_interface(typ.key)
        seen: dict[tuple[str, ConstValue], list[Type]] = {}
        for elt in e.elts:
            if not isinstance(elt, ast.KeyValueExpr):
                self.error_at(elt, "missing key in map literal")
                continue
            x = Operand()
            self.expr_with_hint(x, elt.key, typ.key, "map literal")
            self.assignment(x, typ.key, "map literal")
            if x.valid:
                value = x.value if x.value is not None else UNKNOWN
                if x.mode == "constant" and not isinstance(value, Unknown):
                    types = seen.setdefault(constant_key(value), [])
                    if any(not by_type or identical(t, x.type) for t in types):
                        self.error_at(x, f"duplicate key {const_string(value)} in map literal")
                        continue
                    types.append(x.type)
            else:
                self.use(elt.value)
                continue
            self.expr_with_hint(x, elt.value, typ.elem, "map literal")
            self.assignment(x, typ.elem, "map literal")
