"""Assignability: whether a value may be assigned to a variable of a type, and why not."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.types.predicates import has_name, is_untyped
from minigo.types.types import INVALID, Chan, Interface, Pointer, Type, TypeParam, unalias
from minigo.types.typeset import identical, specific_types


class Assignability(ExprBase):
    def assignable_to(self, x: Operand, t: Type) -> tuple[bool, str]:
        if not x.valid or x.type is INVALID or t is INVALID:
            return True, ""
        have, want = unalias(x.type), unalias(t)
        if identical(have, want):
            return True, ""
        have_under, want_under = have.underlying(), want.underlying()
        if have_under is INVALID or want_under is INVALID:
            return True, ""
        have_param = have if isinstance(have, TypeParam) else None
        want_param = want if isinstance(want, TypeParam) else None

        if is_untyped(have_under):
            if want_param is not None:
                fits = all(p and self.implicit_type_and_value(x, p[0])[0] is not None for p in specific_types(want))
                return fits, ""
            return self.implicit_type_and_value(x, want)[0] is not None, ""

        # at least one of the types is a literal
        one_unnamed = not has_name(have) or not has_name(want)
        no_params = have_param is None and want_param is None
        if one_unnamed and no_params and identical(have_under, want_under):
            return True, ""

        if (isinstance(want_under, Interface) and want_param is None) or _is_interface_pointer(want_under):
            ok, cause = self.implements(have, want, False)
            if ok:
                return True, ""
            if have_param is None:
                return False, cause
        if isinstance(have_under, Interface) and have_param is None and self.implements(want, have, False)[0]:
            return False, "need type assertion"

        # a bidirectional channel may become a directional one
        if isinstance(have_under, Chan) and have_under.dir == "both" and isinstance(want_under, Chan) and no_params:
            return one_unnamed and identical(have_under.elem, want_under.elem), ""
        if no_params:
            return False, ""
        return self._assignable_params(x, have, t, have_param, want_param)

    def _assignable_params(
        self, x: Operand, have: Type, want: Type, have_param: TypeParam | None, want_param: TypeParam | None
    ) -> tuple[bool, str]:
        """With a type parameter on one side and a type literal on the other, all types of its set must be
        assignable."""
        if want_param is not None and not has_name(have):
            for pair in specific_types(want):
                if pair is None:
                    return False, ""
                if not self.assignable_to(x, pair[0])[0]:
                    source, target = self.type_string(x.type), self.type_string(pair[0])
                    return False, f"cannot assign {source} to {target} (in {self.type_string(want)})"
            return True, ""
        if have_param is not None and not has_name(want):
            for pair in specific_types(have):
                if pair is None:
                    return False, ""
                trial = x.copy()
                trial.type = pair[0]
                if not self.assignable_to(trial, want)[0]:
                    source, target = self.type_string(pair[0]), self.type_string(want)
                    return False, f"cannot assign {source} (in {self.type_string(have)}) to {target}"
            return True, ""
        return False, ""


def _is_interface_pointer(t: Type) -> bool:
    return isinstance(t, Pointer) and isinstance(t.elem.underlying(), Interface)
