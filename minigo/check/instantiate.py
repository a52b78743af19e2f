"""Instantiation of generic types and functions, and the questions it asks: does a type implement an interface, satisfy
a constraint, have a method; why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.check.base import CheckerBase
from minigo.source import NO_POS
from minigo.syntax.exprstring import start_pos
from minigo.types.lookup import (
    LookupResult,
    MissingMethod,
    instance_method,
    lookup_field_or_method,
    missing_method,
)
from minigo.types.objects import Func, Object, Var
from minigo.types.predicates import contains_type_param, is_type_param, is_valid
from minigo.types.subst import instantiate_alias, instantiate_named, instantiate_signature, make_mapping, substitute
from minigo.types.types import INVALID, Alias, Interface, Named, Pointer, Signature, Term, Type, TypeParam, Union
from minigo.types.typeset import (
    comparable_type,
    comparable_type_set,
    identical,
    term_includes,
    terms_subset,
    type_set,
    type_set_is_all,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from minigo.source import Pos
    from minigo.syntax import ast


class Instances(CheckerBase):
    """Instances, constraint satisfaction, look-up."""

    # ------------------------------------------------------------ instances

    def instantiate(self, pos: Pos, generic: Type, targs: list[Type], xlist: list[ast.Expr]) -> Type:
        if isinstance(generic, Signature):
            tparams, name, what = generic.type_params, "", "function"
        elif isinstance(generic, Named | Alias):
            tparams, name, what = generic.type_params, generic.obj.name, "type"
        else:
            return INVALID
        if not self._check_targ_count(pos, name, what, len(tparams), len(targs)):
            return INVALID
        self._verify_at(pos, tparams, targs, xlist)
        if isinstance(generic, Signature):
            return instantiate_signature(generic, targs)
        return self._instance(generic, targs)

    def _instance(self, generic: Named | Alias, targs: list[Type]) -> Type:
        return instantiate_named(generic, targs) if isinstance(generic, Named) else instantiate_alias(generic, targs)

    def instantiate_checked(
        self, e: ast.Expr, generic: Named | Alias, targs: list[Type], xlist: list[ast.Expr]
    ) -> Type:
        instance = self._instance(generic, targs)
        pos = start_pos(e)
        if isinstance(instance, Named) and instance.pos == NO_POS:
            instance.pos = pos

        def verify() -> None:
            tparams = generic.type_params
            self.record_instance(e, targs, instance)
            if self._check_targ_count(pos, generic.obj.name, "type", len(tparams), len(targs)):
                self._verify_at(pos, tparams, targs, xlist)

        self.record_instance(e, targs, instance)
        self.later(verify)
        return instance

    def instantiate_signature(
        self, pos: Pos, expr: ast.Expr, targs: list[Type], sig: Signature, xlist: list[ast.Expr]
    ) -> Signature:
        instance = instantiate_signature(sig, targs)
        self.record_instance(expr, targs, instance)
        tparams = sig.type_params
        self.later(lambda: self._verify_at(pos, tparams, targs, xlist))
        return instance

    def _check_targ_count(self, pos: Pos, name: str, what: str, want: int, got: int) -> bool:
        if got == want:
            return True
        qualifier = "not enough" if got < want else "too many"
        self.error(pos, f"{qualifier} type arguments for {what} {name}: have {got}, want {want}")
        return False

    def _verify_at(self, pos: Pos, tparams: list[TypeParam], targs: list[Type], xlist: list[ast.Expr]) -> None:
        """Report the first type argument that does not satisfy its constraint."""
        mapping = make_mapping(tparams, targs)
        for i, (p, targ) in enumerate(zip(tparams, targs, strict=False)):
            ok, cause = self.implements(targ, substitute(p.bound, mapping), True)
            if not ok:
                self.soft_error(start_pos(xlist[i]) if i < len(xlist) else pos, cause)
                return
        if any(contains_type_param(t) for t in targs):
            self.instantiations.append((pos, tparams, targs, xlist))

    # ------------------------------------------------------------ implements

    def implements(self, v: Type, t: Type, constraint: bool) -> tuple[bool, str]:
        vu, tu = v.underlying(), t.underlying()
        if not is_valid(vu) or not is_valid(tu):
            return True, ""
        if isinstance(vu, Pointer) and not is_valid(vu.elem.underlying()):
            return True, ""
        verb = "satisfy" if constraint else "implement"
        if not isinstance(tu, Interface):
            if constraint and not is_type_param(t):
                tu = Interface([], [t], implicit=True)
            else:
                return False, self._not_an_interface(v, t, tu, verb)
        ts = type_set(tu)
        if type_set_is_all(ts):
            return True, ""
        vs = type_set(vu) if isinstance(vu, Interface) else None
        if vs is not None and vs.terms == []:
            return True, ""
        if ts.terms == []:
            return False, f"cannot {verb} {self.type_string(t)} (empty type set)"
        if ts.methods:
            missing = self.missing_method(v, tu, True)
            if missing is not None:
                cause = self.missing_method_cause(v, t, missing)
                return False, f"{self.type_string(v)} does not {verb} {self.type_string(t)} {cause}"
        if ts.terms is not None:
            if vs is not None:
                if not terms_subset(vs.terms, ts.terms):
                    return False, f"{self.type_string(v)} does not {verb} {self.type_string(t)}"
            elif not any(term_includes(term, v) for term in ts.terms):
                return False, self._not_in_terms(v, t, ts.terms, verb)
        if comparable_type_set(ts) and (ts.comparable or ts.terms is not None):
            return self._comparability(v, constraint, verb)
        return True, ""

    def _not_an_interface(self, v: Type, t: Type, tu: Type, verb: str) -> str:
        text = self.type_string(t)
        if isinstance(tu, Pointer) and isinstance(tu.elem.underlying(), Interface):
            detail = self.interface_pointer(t)
        else:
            detail = f"{text} is not an interface"
        return f"{self.type_string(v)} does not {verb} {text} ({detail})"

    def _not_in_terms(self, v: Type, t: Type, terms: list[Term], verb: str) -> str:
        have, want = self.type_string(v), self.type_string(t)
        detail = ""
        for term in terms:
            if not term.tilde and identical(term.type, term.type.underlying()) and identical(v.underlying(), term.type):
                detail = f"possibly missing ~ for {self.type_string(term.type)} in {want}"
                break
        if not detail:
            if _mentions(t.underlying(), v):
                detail = f"{want} mentions {have}, but {have} is not in the type set of {want}"
            else:
                shown = " | ".join(self.term_string(term) for term in terms)
                detail = f"{have} missing in {shown}"
        return f"{have} does not {verb} {want} ({detail})"

    def _comparability(self, v: Type, constraint: bool, verb: str) -> tuple[bool, str]:
        if comparable_type(v, False) is None:
            return True, ""
        text = self.type_string(v)
        if constraint and comparable_type(v, True) is None:
            if self.info.lang >= (1, 20):
                return True, ""
            return False, f"{text} to {verb} comparable requires go1.20 or later"
        return False, f"{text} does not {verb} comparable"

    # ------------------------------------------------------------ methods

    def complete_method(self, f: Func) -> None:
        """Give a method found by look-up its signature, which it lacks while its declaration is not checked yet."""
        if f.type is not None:
            return
        if f.instance is not None and f.origin is not None:
            self.obj_decl(f.origin)
            instance_method(f.instance, f.origin)
        else:
            self.obj_decl(f)
        if f.type is None:
            f.type = INVALID

    def lookup_field_or_method(self, t: Type, addressable: bool, name: str, fold_case: bool = False) -> LookupResult:
        result = lookup_field_or_method(t, addressable, self.pkg, name, fold_case)
        if isinstance(result.obj, Func) and result.obj.type is None:
            self.complete_method(result.obj)
        return result

    def missing_method(
        self, v: Type, t: Type, static: bool, equivalent: Callable[[Type, Type], bool] = identical
    ) -> MissingMethod | None:
        return missing_method(v, t, static, self.complete_method, equivalent)

    def missing_method_cause(self, v: Type, t: Type, missing: MissingMethod) -> str:
        name = missing.method.name
        match missing.state:
            case "notFound":
                for x in (v, t):
                    u = x.underlying()
                    if isinstance(u, Pointer) and isinstance(u.elem.underlying(), Interface):
                        return f"({self.interface_pointer(x)})"
                return f"(missing method {name})"
            case "wrongName" if missing.found is not None:
                have, want = self._func_string(missing.found), self._func_string(missing.method)
                return f"(missing method {name})\n\t\thave {have}\n\t\twant {want}"
            case "unexported":
                return f"(unexported method {name})"
            case "wrongSig" if missing.found is not None:
                have, want = self._func_string(missing.found), self._func_string(missing.method)
                if have == want:
                    return f"(wrong type for method {name})"
                return f"(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}"
            case "ambigSel":
                return f"(ambiguous selector {self.type_string(v)}.{name})"
            case "ptrRecv":
                return f"(method {name} has pointer receiver)"
            case _:
                return f"({self.type_string(v)}.{name} is a field, not a method)"

    def _func_string(self, f: Func) -> str:
        if not isinstance(f.type, Signature):
            return f.name
        return f.name + self.writer.without_names().signature(f.type)

    def interface_pointer(self, t: Type) -> str:
        """Why the pointer to an interface `t` has no methods."""
        text = self.type_string(t)
        u = t.underlying()
        if isinstance(u, Pointer) and is_type_param(u.elem):
            return f"type {text} is pointer to type parameter, not type parameter"
        return f"type {text} is pointer to interface, not interface"

    def assertable_to(self, t: Type, v: Type) -> str | None:
        if isinstance(v.underlying(), Interface):
            return None
        missing = self.missing_method(v, t, False)
        return None if missing is None else self.missing_method_cause(v, t, missing)

    # ------------------------------------------------------------ failed look-ups

    def lookup_error(self, t: Type, sel: str, obj: Object | None, struct_lit: bool) -> str:
        case = _lookup_case(sel, obj, obj is not None and obj.pkg is self.pkg)
        text = self.type_string(t)
        name = obj.name if obj is not None else ""
        if struct_lit:
            match case:
                case "misspelled":
                    return f"unknown field {sel} in struct literal of type {text}, but does have {name}"
                case "unexported":
                    return f"unknown field {sel} in struct literal of type {text}, but does have unexported {name}"
                case "inaccessible":
                    return f"cannot refer to unexported field {name} in struct literal of type {text}"
                case _:
                    return f"unknown field {sel} in struct literal of type {text}"
        what = "field" if isinstance(obj, Var) else "method"
        match case:
            case "misspelled":
                return f"type {text} has no field or method {sel}, but does have {what} {name}"
            case "unexported":
                return f"type {text} has no field or method {sel}, but does have unexported {what} {name}"
            case "inaccessible":
                return f"cannot refer to unexported {what} {name}"
            case _:
                return f"type {text} has no field or method {sel}"


def _lookup_case(sel: str, obj: Object | None, same_package: bool) -> str:
    """How a selector relates to what a case-insensitive look-up found."""
    if obj is None:
        return "missing"
    same_tail = sel[1:] == obj.name[1:] != ""
    if same_package or (obj.exported and (sel[:1].isupper() or same_tail)):
        return "misspelled"
    if obj.exported:
        return "missing"
    if sel == obj.name:
        return "inaccessible"
    if sel[:1].isupper() and same_tail:
        return "unexported"
    return "missing"


def _mentions(t: Type, typ: Type) -> bool:
    """Whether `typ` is an element of the interface or union `t`, in its type set or not."""
    if isinstance(t, Interface):
        return any(_mentions(e, typ) for e in t.embeddeds)
    if isinstance(t, Union):
        return any(_mentions(term.type, typ) for term in t.terms)
    return identical(t, typ)
