"""Explicit conversions `T(x)`."""

from __future__ import annotations

from minigo.check.constrep import represent
from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.source import Pos
from minigo.types.constants import ConstValue, Unknown, const_string
from minigo.types.info import LangVersion
from minigo.types.predicates import (
    is_bytes_or_runes,
    is_complex,
    is_const_type,
    is_integer,
    is_integer_or_float,
    is_non_type_param_interface,
    is_string,
    is_type_param,
    is_untyped,
)
from minigo.types.types import INVALID, Array, Basic, Pointer, Slice, Type, TypeParam, unalias
from minigo.types.typeset import identical, identical_ignoring_tags, specific_types
from minigo.types.universe import default_type


class Conversions(ExprBase):
    def conversion(self, x: Operand, typ: Type) -> None:
        constant = x.mode == "constant"
        final = typ
        cause = ""
        if constant and is_const_type(typ):
            ok = self._convert_constant(x, typ)
            # the integer does not fit: a better message than that the conversion is impossible
            if not ok and is_integer(x.type) and is_integer(typ) and x.value is not None:
                self.fail(x, f"constant {const_string(x.value)} overflows {self.type_string(typ)}")
                return
        elif constant and is_type_param(typ):
            ok, cause = self._convert_constant_to_type_param(x, typ)
            x.mode = "value"
        else:
            ok, cause = self._convertible(x, typ)
            if ok:
                x.mode = "value"

        if not ok:
            msg = f"cannot convert {self.operand_string(x)} to type {self.type_string(typ)}"
            self.fail(x, f"{msg}: {cause}" if cause else msg)
            return
        if x.mode != "constant":
            x.value = None
        if is_untyped(x.type):
            # The operand keeps its own type where it is not represented in the target's: inside an interface, as a
            # constant (which has been converted already), or as an integer that becomes a string.
            if is_non_type_param_interface(typ) or (constant and not is_const_type(typ)):
                final = default_type(x.type) if not x.is_nil else typ
            elif x.mode == "constant" and is_integer(x.type) and is_string(typ):
                final = x.type
            self.update_expr_type(x.syntax(), final, True)
        x.type = typ

    def _convert_constant(self, x: Operand, typ: Type) -> bool:
        under = typ.underlying()
        assert isinstance(under, Basic)
        value = x.value
        assert value is not None
        converted = represent(value, under)
        if converted is not None:
            x.value = converted
            return True
        if is_integer(x.type) and under.has("string"):
            x.value = _rune_string(value)
            return True
        return False

    def _convert_constant_to_type_param(self, x: Operand, typ: Type) -> tuple[bool, str]:
        """Whether the constant can be converted to every type of the type set; the result is no constant."""
        for pair in specific_types(typ):
            if pair is None:
                return False, f"{self.type_string(typ)} does not contain specific types"
            under = pair[1]
            shown, set_name = self.type_string(pair[0]), self.type_string(typ)
            if not isinstance(under, Basic) or not is_const_type(under):
                trial = x.copy()
                if not self._convertible(trial, pair[0])[0]:
                    return False, f"cannot convert {self.operand_string(x)} to type {shown} (in {set_name})"
                continue
            trial = x.copy()
            if self._convert_constant(trial, under):
                continue
            if is_integer(x.type) and is_integer(under) and x.value is not None:
                return False, f"constant {const_string(x.value)} overflows {shown} (in {set_name})"
            return False, f"cannot convert {self.operand_string(x)} to type {shown} (in {set_name})"
        return True, ""

    def _convertible(self, x: Operand, typ: Type) -> tuple[bool, str]:
        """Whether the value `x` can be converted to `typ`, else the reason (may be empty)."""
        ok, cause = self.assignable_to(x, typ)
        if ok:
            return True, ""
        have, want = unalias(x.type), unalias(typ)
        have_param = have if isinstance(have, TypeParam) else None
        want_param = want if isinstance(want, TypeParam) else None
        if have_param is None and want_param is None:
            return self._convertible_types(x, have, want, cause)
        return self._convertible_params(x, typ, have_param, want_param)

    def _convertible_types(self, x: Operand, have: Type, want: Type, cause: str) -> tuple[bool, str]:
        if have is INVALID or want is INVALID:
            return True, ""
        hu, wu = have.underlying(), want.underlying()
        if identical_ignoring_tags(hu, wu):
            return True, ""
        if isinstance(have, Pointer) and isinstance(want, Pointer):
            he, we = have.elem, want.elem
            if (
                not is_type_param(he)
                and not is_type_param(we)
                and identical_ignoring_tags(he.underlying(), we.underlying())
            ):
                return True, ""
        if is_integer_or_float(have) and is_integer_or_float(want):
            return True, ""
        if is_complex(have) and is_complex(want):
            return True, ""
        if is_string(want) and (is_integer(have) or is_bytes_or_runes(hu)):
            return True, ""
        if is_string(have) and is_bytes_or_runes(wu):
            return True, ""
        for one, other in ((hu, wu), (wu, hu)):
            if _is_unsafe_pointer(one) and isinstance(other, Pointer):
                return True, ""
            if _is_unsafe_pointer(one) and _is_uintptr(other):
                return False, "minigo's values have no addresses"
        if isinstance(hu, Slice):
            if isinstance(wu, Array) and identical(hu.elem, wu.elem):
                return self._since(x.pos, (1, 20), "conversion of slice to array")
            if isinstance(wu, Pointer):
                array = wu.elem.underlying()
                if isinstance(array, Array) and identical(hu.elem, array.elem):
                    return self._since(x.pos, (1, 17), "conversion of slice to array pointer")
        return False, cause

    def _since(self, pos: Pos, version: LangVersion, what: str) -> tuple[bool, str]:
        if self.allow_version(pos, version):
            return True, ""
        return False, f"{what} requires go{version[0]}.{version[1]} or later"

    def _convertible_params(
        self, x: Operand, target: Type, have: TypeParam | None, want: TypeParam | None
    ) -> tuple[bool, str]:
        """With a type parameter on either side, every type of its type set must be convertible."""
        haves = list(specific_types(have)) if have is not None else [(x.type, x.type.underlying())]
        for h in haves:
            if h is None:
                return False, ""
            trial = x.copy()
            trial.type = h[0]
            if want is None:
                if self._convertible(trial, target)[0]:
                    continue
                source = f"{self.type_string(h[0])} (in {self.type_string(have)})"
                return False, f"cannot convert {source} to type {self.type_string(target)}"
            for w in specific_types(want):
                if w is None:
                    return False, ""
                if self._convertible(trial, w[0])[0]:
                    continue
                source = f"{self.type_string(h[0])} (in {self.type_string(have)})" if have is not None else ""
                source = source or (self.operand_string(x) if is_untyped(x.type) else self.type_string(x.type))
                return False, f"cannot convert {source} to type {self.type_string(w[0])} (in {self.type_string(want)})"
        return True, ""


def _rune_string(value: ConstValue) -> ConstValue:
    """The UTF-8 text of a code point; of U+FFFD if it is none."""
    if isinstance(value, Unknown):
        return value
    code = value if isinstance(value, int) and 0 <= value <= 0x10FFFF and not 0xD800 <= value < 0xE000 else 0xFFFD
    return chr(code).encode()


def _is_uintptr(t: Type) -> bool:
    return isinstance(t, Basic) and t.kind == "uintptr"


def _is_unsafe_pointer(t: Type) -> bool:
    return isinstance(t, Basic) and t.kind == "unsafe.Pointer"
