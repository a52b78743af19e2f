"""Look-up of fields and methods through embedding, and of the methods a type lacks for an interface.

The algorithm is go/types': breadth-first over embedded types, depth by depth; a name found twice at the same depth is
ambiguous.
"""

from __future__ import annotations

from collections.abc import Callable

from minigo.record import record
from minigo.types.objects import Func, Package, Var, object_id
from minigo.types.subst import make_mapping, rename_params, substitute_signature, substitute_var
from minigo.types.types import INVALID, Alias, Interface, Named, Pointer, Signature, Struct, Type, TypeParam, unalias
from minigo.types.typeset import identical, type_set


@record(slots=True)
class LookupResult:
    """What a look-up found.

    `obj` None: not found; then `index` not None says that it is ambiguous, `indirect` that a pointer receiver would be
    needed. Otherwise `index` is the path of field indices (the last one is the field's or method's own), `indirect`
    whether a pointer was crossed on the way.
    """

    obj: Var | Func | None
    index: list[int] | None = None
    indirect: bool = False


@record(slots=True)
class MissingMethod:
    """`method` of the interface is missing. `state`: notFound, wrongName, unexported, wrongSig, ambigSel, ptrRecv or
    field; `found` is the method that was found instead."""

    method: Func
    state: str
    found: Func | None = None

    @property
    def wrong_type(self) -> bool:
        return self.state == "wrongSig"


@record(slots=True)
class _Embedded:
    type: Type
    index: list[int]
    indirect: bool
    multiples: bool


def deref(t: Type) -> tuple[Type, bool]:
    """The element type of an unnamed pointer type, and whether it is one."""
    p = unalias(t)
    if isinstance(p, Pointer):
        return p.elem, True
    return t, False


def same_id(name: str, pkg: Package | None, want: str, want_pkg: Package | None, fold_case: bool) -> bool:
    """Whether a declared name is what a selector means; with `fold_case`, but for upper and lower case."""
    if fold_case and name.casefold() == want.casefold():
        return True
    if name != want:
        return False
    if name[:1].isupper():
        return True
    return pkg is want_pkg or (pkg is not None and want_pkg is not None and pkg.path == want_pkg.path)


def lookup_field_or_method(
    t: Type, addressable: bool, pkg: Package | None, name: str, fold_case: bool = False
) -> LookupResult:
    """Field or method `name` of `t`, as seen from `pkg`. `addressable`: methods with pointer receivers count.

    A method found may lack its signature while its package is being checked.
    """
    if isinstance(t, Alias):
        t = unalias(t)
    if isinstance(t, Named):
        p = t.underlying()
        if isinstance(p, Pointer):
            # A named pointer type has fields but no methods.
            result = _lookup(p, False, pkg, name, fold_case)
            return LookupResult(None) if isinstance(result.obj, Func) else result
    return _lookup(t, addressable, pkg, name, fold_case)


def _lookup(t: Type, addressable: bool, pkg: Package | None, name: str, fold_case: bool) -> LookupResult:
    if name == "_":
        return LookupResult(None)
    t, is_ptr = deref(t)
    t = unalias(t)
    if is_ptr and isinstance(t.underlying(), Interface):
        return LookupResult(None)
    current = [_Embedded(t, [], is_ptr, False)]
    seen: set[Named] = set()
    obj: Var | Func | None
    while current:
        following: list[_Embedded] = []
        obj = None
        index: list[int] = []
        indirect = False
        for e in current:
            typ = unalias(e.type)
            if isinstance(typ, Named):
                if typ in seen:
                    continue
                seen.add(typ)
                i, method = lookup_method(typ, pkg, name, fold_case)
                if method is not None:
                    index = [*e.index, i]
                    if obj is not None or e.multiples:
                        return LookupResult(None, index)
                    obj = method
                    indirect = e.indirect
                    continue
            u = typ.underlying()
            if isinstance(u, Struct):
                for i, f in enumerate(u.fields):
                    if same_id(f.name, f.pkg, name, pkg, fold_case):
                        index = [*e.index, i]
                        if obj is not None or e.multiples:
                            return LookupResult(None, index)
                        obj = f
                        indirect = e.indirect
                        continue
                    if obj is None and f.embedded and f.type is not None:
                        ft, ptr = deref(f.type)
                        following.append(_Embedded(ft, [*e.index, i], e.indirect or ptr, e.multiples))
            elif isinstance(u, Interface):
                for i, m in enumerate(type_set(u).methods):
                    if same_id(m.name, m.pkg, name, pkg, fold_case):
                        index = [*e.index, i]
                        if obj is not None or e.multiples:
                            return LookupResult(None, index)
                        obj = m
                        indirect = e.indirect
                        break
        if obj is not None:
            if isinstance(obj, Func) and obj.ptr_recv and not indirect and not addressable:
                return LookupResult(None, None, True)
            return LookupResult(obj, index, indirect)
        current = _consolidate(following)
    return LookupResult(None)


def _consolidate(found: list[_Embedded]) -> list[_Embedded]:
    """One entry a type; a type found several times at a depth makes what it holds ambiguous."""
    if len(found) <= 1:
        return found
    out: list[_Embedded] = []
    for e in found:
        for o in out:
            if identical(o.type, e.type):
                o.multiples = True
                break
        else:
            out.append(e)
    return out


def lookup_method(t: Named, pkg: Package | None, name: str, fold_case: bool) -> tuple[int, Func | None]:
    """The declared method `name` of `t` (not a promoted one) with its number; -1 and None if there is none."""
    for i, m in enumerate(t.origin.methods):
        if same_id(m.name, m.pkg, name, pkg, fold_case):
            return i, m if t.origin_type is None else instance_method(t, m)
    return -1, None


def instance_method(t: Named, method: Func) -> Func:
    """`method` of a generic type as method of its instance `t`; without signature while the generic one has none."""
    func = t.expanded.get(method.name)
    if func is None:
        func = Func(method.name, None, method.pos, method.pkg, origin=method, decl=method.decl)
        func.ptr_recv = method.ptr_recv
        func.instance = t
        t.expanded[method.name] = func
    if func.type is None and isinstance(method.type, Signature):
        sig = method.type
        mapping = make_mapping(sig.recv_type_params, t.type_args)
        own = rename_params(sig.type_params, mapping)
        new = substitute_signature(sig, mapping)
        recv = substitute_var(sig.recv, mapping) if sig.recv is not None else None
        func.type = Signature(new.params, new.results, sig.variadic, recv, own)
    return func


def lookup_interface_method(t: Interface, pkg: Package | None, name: str) -> Func | None:
    for m in type_set(t).methods:
        if same_id(m.name, m.pkg, name, pkg, False):
            return m
    return None


def missing_method(
    v: Type, t: Type, static: bool, complete: Callable[[Func], None], equivalent: Callable[[Type, Type], bool]
) -> MissingMethod | None:
    """The first method of interface `t` (in order of names) that `v` lacks; None if it has them all.

    `static` false: `v` is an interface whose dynamic value may have more methods. `complete` gives a method its
    signature; `equivalent` compares signatures.
    """
    ti = t.underlying()
    assert isinstance(ti, Interface)
    methods = type_set(ti).methods
    vu = v.underlying() if methods else None
    if isinstance(vu, Interface):
        for m in methods:
            f = lookup_interface_method(vu, m.pkg, m.name)
            if f is None:
                if static:
                    return MissingMethod(m, "notFound")
                continue
            complete(f)
            complete(m)
            if f.type is None or m.type is None or not equivalent(f.type, m.type):
                return MissingMethod(m, "wrongSig", f)
        return None
    for m in methods:
        result = lookup_field_or_method(v, False, m.pkg, m.name)
        obj = result.obj
        if obj is None:
            if result.index is not None:
                return MissingMethod(m, "ambigSel")
            if result.indirect:
                return MissingMethod(m, "ptrRecv")
            if has_invalid_embedded(v, set()):
                return None  # the method may be there
            other = lookup_field_or_method(v, False, m.pkg, m.name, True).obj
            if isinstance(other, Func):
                complete(other)
                complete(m)
                return MissingMethod(m, "unexported" if other.name == m.name else "wrongName", other)
            return MissingMethod(m, "notFound")
        if not isinstance(obj, Func):
            return MissingMethod(m, "field")
        complete(obj)
        complete(m)
        if obj.type is None or m.type is None or not equivalent(obj.type, m.type):
            return MissingMethod(m, "wrongSig", obj)
    return None


def has_invalid_embedded(t: Type, seen: set[Type]) -> bool:
    """Whether a struct embeds, somewhere, a type that is in error."""
    u = deref(t)[0].underlying()
    if not isinstance(u, Struct) or u in seen:
        return u is INVALID
    seen.add(u)
    return any(f.embedded and has_invalid_embedded(f.type or INVALID, seen) for f in u.fields)


def method_set(t: Type) -> list[tuple[Func, LookupResult]]:
    """All methods callable on a value of type `t`, promoted ones included, sorted by id, for checked programs."""
    names: dict[str, tuple[str, Package | None]] = {}
    _collect_names(t, names, set())
    out = []
    for key in sorted(names):
        name, pkg = names[key]
        result = lookup_field_or_method(t, False, pkg, name)
        if isinstance(result.obj, Func):
            out.append((result.obj, result))
    return out


def _collect_names(t: Type, names: dict[str, tuple[str, Package | None]], seen: set[Type]) -> None:
    t, _ = deref(t)
    t = unalias(t)
    if t in seen or isinstance(t, TypeParam):
        return
    seen.add(t)
    if isinstance(t, Named):
        for m in t.origin.methods:
            names[object_id(m.name, m.pkg)] = (m.name, m.pkg)
    u = t.underlying()
    if isinstance(u, Struct):
        for f in u.fields:
            if f.embedded and f.type is not None:
                _collect_names(f.type, names, seen)
    elif isinstance(u, Interface):
        for m in type_set(u).methods:
            names[object_id(m.name, m.pkg)] = (m.name, m.pkg)
