"""Type inference: the type arguments of a call or assignment of a generic function.

In order: unify parameter types with those of typed arguments; then, until nothing new is found, each type parameter
with the core type of its constraint and its type argument's methods with the constraint's; then give the parameters
that have only untyped arguments the default type of the largest kind; last, replace type parameters in what was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.check.base import CheckerBase
from minigo.types.predicates import is_typed
from minigo.types.subst import rename_params, substitute, substitute_tuple
from minigo.types.types import (
    Alias,
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Term,
    Tuple,
    Type,
    TypeParam,
    Union,
)
from minigo.types.typeset import core_type, type_set
from minigo.types.unify import ASSIGN, EXACT, INEXACT, Unifier
from minigo.types.universe import default_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from minigo.check.operand import Operand
    from minigo.source import Pos

_KIND_ORDER = {"untyped int": 0, "untyped rune": 1, "untyped float": 2, "untyped complex": 3}


class Inference(CheckerBase):
    """Type inference."""

    def infer(
        self,
        pos: Pos,
        tparams: list[TypeParam],
        targs: list[Type | None],
        params: Tuple,
        args: list[Operand],
        reverse: bool,
        report: Callable[[Pos, str], None],
    ) -> list[Type] | None:
        if any(arg.mode == "invalid" for arg in args):
            return None
        targs = targs + [None] * (len(tparams) - len(targs))
        known = [t for t in targs if t is not None]
        if len(known) == len(tparams):
            return known
        given = {p: t for p, t in zip(tparams, targs, strict=True) if t is not None}
        params = substitute_tuple(params, given)
        u = Unifier(tparams, targs, self.complete_method)
        wanted = set(tparams)

        untyped: list[tuple[TypeParam, Operand]] = []
        for i, arg in enumerate(args):
            ptype = params.vars[i].type
            if ptype is None or not (is_parameterized(wanted, ptype) or is_parameterized(wanted, arg.type)):
                continue
            if is_typed(arg.type):
                if not u.unify(ptype, arg.type, ASSIGN):
                    self._report_mismatch(u, tparams, ptype, arg, reverse, report)
                    return None
            elif isinstance(ptype, TypeParam) and arg.mode != "nilvalue":
                untyped.append((ptype, arg))

        if not self._use_constraints(u, tparams, pos, report):
            return None
        if not self._use_untyped(u, untyped, report):
            return None
        return self._simplify(u, tparams, wanted, pos, report)

    def _report_mismatch(
        self,
        u: Unifier,
        tparams: list[TypeParam],
        ptype: Type,
        arg: Operand,
        reverse: bool,
        report: Callable[[Pos, str], None],
    ) -> None:
        have, want = self.type_string(arg.type), self.type_string(ptype)
        what = self.expr_string(arg.syntax())
        found = u.inferred(tparams)
        if all(t is None for t in found):
            report(arg.pos, f"type {have} of {what} does not match {want} (cannot infer {params_string(tparams)})")
            return
        inferred = substitute(ptype, {p: t for p, t in zip(tparams, found, strict=True) if t is not None})
        if inferred is ptype:
            report(arg.pos, f"type {have} of {what} does not match {want}")
        elif reverse:
            text = self.type_string(inferred)
            report(arg.pos, f"inferred type {text} for {want} does not match type {have} of {what}")
        else:
            text = self.type_string(inferred)
            report(arg.pos, f"type {have} of {what} does not match inferred type {text} for {want}")

    def _use_constraints(
        self, u: Unifier, tparams: list[TypeParam], pos: Pos, report: Callable[[Pos, str], None]
    ) -> bool:
        wanted = set(tparams)
        while True:
            before = u.unknowns()
            for p in tparams:
                targ = u.at(p)
                core, single = _core_term(p)
                if core is not None:
                    if targ is not None:
                        t = targ
                        if core.tilde and not isinstance(t, TypeParam):
                            t = t.underlying()
                        if not u.unify(t, core.type, INEXACT):
                            self._report_unsatisfied(p, targ, "", pos, report)
                            return False
                    elif single and not core.tilde:
                        u.set(p, core.type)
                targ = u.at(p)
                known = targ is not None and not is_parameterized(wanted, targ)
                if targ is not None and known and not self._unify_methods(u, p, targ, pos, report):
                    return False
            if u.unknowns() == before:
                return True

    def _unify_methods(
        self, u: Unifier, p: TypeParam, targ: Type, pos: Pos, report: Callable[[Pos, str], None]
    ) -> bool:
        constraint = p.underlying()
        if not isinstance(constraint, Interface) or not type_set(constraint).methods:
            return True
        missing = self.missing_method(targ, constraint, True, lambda x, y: u.unify(x, y, EXACT))
        if missing is None:
            return True
        self._report_unsatisfied(p, targ, " " + self.missing_method_cause(targ, constraint, missing), pos, report)
        return False

    def _report_unsatisfied(
        self, p: TypeParam, targ: Type, cause: str, pos: Pos, report: Callable[[Pos, str], None]
    ) -> None:
        report(pos, f"{p.obj.name} (type {self.type_string(targ)}) does not satisfy {self.type_string(p.bound)}{cause}")

    def _use_untyped(
        self, u: Unifier, untyped: list[tuple[TypeParam, Operand]], report: Callable[[Pos, str], None]
    ) -> bool:
        largest: dict[TypeParam, Type] = {}
        for p, arg in untyped:
            if u.at(p) is not None:
                continue
            so_far = largest.setdefault(p, arg.type)
            larger = _max_type(so_far, arg.type)
            if larger is None:
                have, other = self.type_string(so_far), self.type_string(arg.type)
                report(arg.pos, f"mismatched types {have} and {other} (cannot infer {p.obj.name})")
                return False
            largest[p] = larger
        for p, t in largest.items():
            u.set(p, default_type(t))
        return True

    def _simplify(
        self,
        u: Unifier,
        tparams: list[TypeParam],
        wanted: set[TypeParam],
        pos: Pos,
        report: Callable[[Pos, str], None],
    ) -> list[Type] | None:
        inferred = u.inferred(tparams)
        for _ in tparams:
            mapping = {p: t for p, t in zip(tparams, inferred, strict=True) if t is not None}
            inferred = [
                substitute(t, mapping) if t is not None and is_parameterized(wanted, t) else t for t in inferred
            ]
        result: list[Type] = []
        for p, t in zip(tparams, inferred, strict=True):
            if t is None or is_parameterized(wanted, t):
                report(pos, f"cannot infer {p.obj.name} (declared at {self.format_pos(p.obj.pos)})")
                return None
            result.append(t)
        return result

    def rename_tparams(self, pos: Pos, tparams: list[TypeParam], typ: Type) -> tuple[list[TypeParam], Type]:
        mapping: dict[TypeParam, Type] = {}
        return rename_params(tparams, mapping), substitute(typ, mapping)


def params_string(tparams: list[TypeParam]) -> str:
    """`P`, `P and Q`, or `P, Q, and R`."""
    names = [p.obj.name for p in tparams]
    if len(names) <= 2:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _max_type(x: Type, y: Type) -> Type | None:
    """The larger kind of two untyped numeric types; the type itself if they are the same."""
    if x is y:
        return x
    if isinstance(x, Basic) and isinstance(y, Basic) and x.kind in _KIND_ORDER and y.kind in _KIND_ORDER:
        return x if _KIND_ORDER[x.kind] > _KIND_ORDER[y.kind] else y
    return None


def _core_term(p: TypeParam) -> tuple[Term | None, bool]:
    """The single term of the constraint (then True), else its core type as a term."""
    constraint = p.underlying()
    terms = type_set(constraint).terms if isinstance(constraint, Interface) else None
    if not terms:
        return None, False
    if len(terms) == 1:
        return terms[0], True
    core = core_type(p)
    return (Term(any(t.tilde for t in terms), core), False) if core is not None else (None, False)


def is_parameterized(tparams: set[TypeParam], t: Type | None, seen: set[Type] | None = None) -> bool:
    """Whether one of `tparams` occurs in `t`."""
    match t:
        case TypeParam():
            return t in tparams
        case Alias() if not t.type_args:
            return is_parameterized(tparams, t.actual, seen)
        case Named() | Alias():
            return any(is_parameterized(tparams, a, seen) for a in t.type_args)
        case Array() | Slice() | Pointer() | Chan():
            return is_parameterized(tparams, t.elem, seen)
        case Map():
            return is_parameterized(tparams, t.key, seen) or is_parameterized(tparams, t.elem, seen)
        case Tuple():
            return any(is_parameterized(tparams, v.type, seen) for v in t.vars)
        case Signature():
            return is_parameterized(tparams, t.params, seen) or is_parameterized(tparams, t.results, seen)
        case Struct():
            return any(is_parameterized(tparams, f.type, seen) for f in t.fields)
        case Union():
            return any(is_parameterized(tparams, term.type, seen) for term in t.terms)
        case Interface():
            seen = set() if seen is None else seen
            if t in seen:
                return False
            seen.add(t)
            return any(is_parameterized(tparams, m.type, seen) for m in t.methods) or any(
                is_parameterized(tparams, e, seen) for e in t.embeddeds
            )
        case _:
            return False
