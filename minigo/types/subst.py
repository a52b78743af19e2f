"""Substitution of type parameters, and the instances of generic types that it yields.

Invariants: `substitute` returns its argument itself when nothing changes; two instances of a generic type with
identical type arguments are one object (they are interned in `Named.instances` of the generic type).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minigo.types.objects import Func, Var
from minigo.types.typekey import type_key
from minigo.types.types import (
    INVALID,
    Alias,
    Array,
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

Substitution = Mapping[TypeParam, Type]


def make_mapping(tparams: Sequence[TypeParam], targs: Sequence[Type]) -> dict[TypeParam, Type]:
    """Type parameters to the arguments in their place."""
    return dict(zip(tparams, targs, strict=False))


def rename_params(tparams: list[TypeParam], mapping: dict[TypeParam, Type]) -> list[TypeParam]:
    """Fresh type parameters with `mapping` applied to their constraints; extends `mapping` by them."""
    fresh = [TypeParam(p.obj, p.index, p.bound) for p in tparams]
    mapping.update(zip(tparams, fresh, strict=True))
    for p in fresh:
        p.bound = substitute(p.bound, mapping)
    return fresh


def substitute(t: Type, mapping: Substitution) -> Type:
    """`t` with the type parameters of `mapping` replaced."""
    if not mapping:
        return t
    match t:
        case TypeParam():
            return mapping.get(t, t)
        case Named():
            return _named(t, mapping)
        case Alias():
            return _alias(t, mapping)
        case Pointer():
            elem = substitute(t.elem, mapping)
            return t if elem is t.elem else Pointer(elem)
        case Slice():
            elem = substitute(t.elem, mapping)
            return t if elem is t.elem else Slice(elem)
        case Array():
            elem = substitute(t.elem, mapping)
            return t if elem is t.elem else Array(t.len, elem)
        case Chan():
            elem = substitute(t.elem, mapping)
            return t if elem is t.elem else Chan(t.dir, elem)
        case Map():
            key, elem = substitute(t.key, mapping), substitute(t.elem, mapping)
            return t if key is t.key and elem is t.elem else Map(key, elem)
        case Tuple():
            return substitute_tuple(t, mapping)
        case Signature():
            return substitute_signature(t, mapping)
        case Struct():
            fields = _vars(t.fields, mapping)
            return t if fields is t.fields else Struct(fields, t.tags)
        case Union():
            terms = [Term(term.tilde, substitute(term.type, mapping)) for term in t.terms]
            same = all(a.type is b.type for a, b in zip(terms, t.terms, strict=True))
            return t if same else Union(terms)
        case Interface():
            return _interface(t, mapping)
        case _:
            return t


def substitute_tuple(t: Tuple, mapping: Substitution) -> Tuple:
    new = _vars(t.vars, mapping)
    return t if new is t.vars else Tuple(new)


def substitute_signature(t: Signature, mapping: Substitution) -> Signature:
    """Parameters and results; the receiver is kept as it is, own type parameters too."""
    params, results = substitute_tuple(t.params, mapping), substitute_tuple(t.results, mapping)
    if params is t.params and results is t.results:
        return t
    return Signature(params, results, t.variadic, t.recv, t.type_params, t.recv_type_params)


def substitute_var(v: Var, mapping: Substitution) -> Var:
    typ = substitute(v.type or INVALID, mapping)
    if typ is v.type:
        return v
    return Var(
        v.name, typ, v.pos, v.pkg, v.parent, v.scope_pos, v.embedded, v.is_field, used=v.used, origin=v.origin or v
    )


def _vars(vs: list[Var], mapping: Substitution) -> list[Var]:
    new = [substitute_var(v, mapping) for v in vs]
    return vs if all(a is b for a, b in zip(new, vs, strict=True)) else new


def _interface(t: Interface, mapping: Substitution) -> Interface:
    methods: list[Func] = []
    changed = False
    for m in t.methods:
        sig = substitute(m.type or INVALID, mapping)
        if sig is m.type:
            methods.append(m)
        else:
            methods.append(Func(m.name, sig, m.pos, m.pkg, origin=m.origin or m))
            changed = True
    embeddeds = [substitute(e, mapping) for e in t.embeddeds]
    if not changed and all(a is b for a, b in zip(embeddeds, t.embeddeds, strict=True)):
        return t
    return Interface(methods, embeddeds, t.implicit, complete=t.complete, embed_pos=t.embed_pos)


def _list(ts: list[Type], mapping: Substitution) -> list[Type]:
    new = [substitute(t, mapping) for t in ts]
    return ts if all(a is b for a, b in zip(new, ts, strict=True)) else new


def _named(t: Named, mapping: Substitution) -> Named:
    if t.type_args:
        targs = _list(t.type_args, mapping)
        origin = t.origin
        if origin.outer_params:
            origin = _local(origin, mapping)
        return t if targs is t.type_args and origin is t.origin else instantiate_named(origin, targs)
    if t.outer_params:
        return _local(t, mapping)
    return t


def _local(t: Named, mapping: Substitution) -> Named:
    """A type declared in a generic function differs from instance to instance of the function."""
    outer = [mapping.get(p, p) for p in t.outer_params]
    if all(a is b for a, b in zip(outer, t.outer_params, strict=True)):
        return t
    key = ("outer", *(type_key(a) for a in outer))
    instance = t.instances.get(key)
    if instance is None:
        own = dict(zip(t.outer_params, outer, strict=True))

        def resolver(n: Named) -> None:
            if t.under is not None:
                n.under = substitute(t.underlying(), own)
                n.resolver = None

        instance = Named(t.obj, type_params=t.type_params, resolver=resolver, outer_args=outer)
        t.instances[key] = instance
    return instance


def _alias(t: Alias, mapping: Substitution) -> Type:
    if t.type_args:
        targs = _list(t.type_args, mapping)
        if targs is t.type_args:
            return t
        return Alias(t.obj, substitute(t.actual, mapping), t.type_params, targs)
    if t.type_params:
        return t
    actual = substitute(t.actual, mapping)
    return t if actual is t.actual else actual


def instantiate_named(origin: Named, targs: list[Type]) -> Named:
    """The instance of a generic type; its underlying type is made when it is first needed."""
    key = tuple([type_key(a) for a in targs])
    instance = origin.instances.get(key)
    if instance is None:
        instance = Named(origin.obj, type_args=targs, origin_type=origin, resolver=_expand)
        origin.instances[key] = instance
    return instance


def _expand(t: Named) -> None:
    origin = t.origin
    if origin.outer_args:
        origin.resolve()
    if origin.under is None:
        return  # still being declared
    under = origin.underlying()
    t.resolver = None
    t.under = substitute(under, make_mapping(origin.type_params, t.type_args))


def instantiate_alias(origin: Alias, targs: list[Type]) -> Alias:
    actual = substitute(origin.actual, make_mapping(origin.type_params, targs))
    return Alias(origin.obj, actual, origin.type_params, targs)


def instantiate_signature(sig: Signature, targs: list[Type]) -> Signature:
    """The signature of a generic function for given type arguments, without type parameters."""
    new = substitute_signature(sig, make_mapping(sig.type_params, targs))
    return Signature(new.params, new.results, sig.variadic, sig.recv, [], sig.recv_type_params)
