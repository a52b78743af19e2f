"""Questions about types.

`is_...` look at the type alone (a type parameter is none of them); `all_...` hold for a type parameter if they hold for
all types of its type set.
"""

from __future__ import annotations

from minigo.types.types import (
    INVALID,
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
    Tuple,
    Type,
    TypeParam,
    Union,
    unalias,
)
from minigo.types.typeset import comparable_type, identical, specific_types, type_set

__all__ = ["identical"]

_NUMERIC = frozenset(("integer", "float", "complex"))
_ORDERED = frozenset(("integer", "float", "string"))
_CONST = frozenset(("boolean", "integer", "float", "complex", "string"))


def is_valid(t: Type) -> bool:
    return unalias(t) is not INVALID


def is_type_param(t: Type) -> bool:
    return isinstance(unalias(t), TypeParam)


def _is(t: Type, flags: frozenset[str]) -> bool:
    if isinstance(t, TypeParam | Alias):
        t = unalias(t)
        if isinstance(t, TypeParam):
            return False
    u = t.underlying()
    return isinstance(u, Basic) and not flags.isdisjoint(u.flags)


def _all(t: Type, flags: frozenset[str]) -> bool:
    if is_type_param(t):
        return all(p is not None and _is(p[0], flags) for p in specific_types(t))
    return _is(t, flags)


_BOOLEAN = frozenset(("boolean",))
_INTEGER = frozenset(("integer",))
_UNSIGNED = frozenset(("unsigned",))
_FLOAT = frozenset(("float",))
_COMPLEX = frozenset(("complex",))
_STRING = frozenset(("string",))
_INTEGER_OR_FLOAT = frozenset(("integer", "float"))
_NUMERIC_OR_STRING = _NUMERIC | _STRING


def is_boolean(t: Type) -> bool:
    return _is(t, _BOOLEAN)


def is_integer(t: Type) -> bool:
    return _is(t, _INTEGER)


def is_unsigned(t: Type) -> bool:
    return _is(t, _UNSIGNED)


def is_float(t: Type) -> bool:
    return _is(t, _FLOAT)


def is_complex(t: Type) -> bool:
    return _is(t, _COMPLEX)


def is_numeric(t: Type) -> bool:
    return _is(t, _NUMERIC)


def is_string(t: Type) -> bool:
    return _is(t, _STRING)


def is_integer_or_float(t: Type) -> bool:
    return _is(t, _INTEGER_OR_FLOAT)


def is_const_type(t: Type) -> bool:
    """Whether a constant can have type `t`."""
    return _is(t, _CONST)


def all_boolean(t: Type) -> bool:
    return _all(t, _BOOLEAN)


def all_integer(t: Type) -> bool:
    return _all(t, _INTEGER)


def all_numeric(t: Type) -> bool:
    return _all(t, _NUMERIC)


def all_string(t: Type) -> bool:
    return _all(t, _STRING)


def all_ordered(t: Type) -> bool:
    return _all(t, _ORDERED)


def all_numeric_or_string(t: Type) -> bool:
    return _all(t, _NUMERIC_OR_STRING)


def all_basic(t: Type) -> bool:
    """Whether `t`, or every type of its type set, is a basic type underneath."""
    if is_type_param(t):
        return all(p is not None and isinstance(p[1], Basic) for p in specific_types(t))
    return isinstance(t.underlying(), Basic)


def is_typed(t: Type) -> bool:
    """Not one of the untyped basic types. Does not look at underlying types, so it is safe on incomplete ones."""
    t = unalias(t)
    return not isinstance(t, Basic) or "untyped" not in t.flags


def is_untyped(t: Type) -> bool:
    return isinstance(t, Basic) and "untyped" in t.flags


def has_name(t: Type) -> bool:
    """Predeclared, defined, or a type parameter: types that are not literals."""
    return isinstance(unalias(t), Basic | Named | TypeParam)


def is_type_lit(t: Type) -> bool:
    return not isinstance(unalias(t), Named | TypeParam)


def is_interface(t: Type) -> bool:
    """Including type parameters."""
    return isinstance(t.underlying(), Interface)


def is_non_type_param_interface(t: Type) -> bool:
    return not is_type_param(t) and is_interface(t)


def is_generic(t: Type) -> bool:
    """A generic type without type arguments."""
    if isinstance(t, Alias):
        if t.type_params and not t.type_args:
            return True
        t = unalias(t)
    return isinstance(t, Named) and bool(t.type_params) and not t.type_args


def is_bytes_or_runes(t: Type) -> bool:
    """A slice of bytes or runes."""
    u = t.underlying()
    if not isinstance(u, Slice):
        return False
    e = u.elem.underlying()
    return isinstance(e, Basic) and e.kind in ("uint8", "int32")


def has_nil(t: Type) -> bool:
    """Whether nil is a value of `t`."""
    u = t.underlying()
    match u:
        case Basic():
            return u.kind in ("unsafe.Pointer", "untyped nil")
        case Slice() | Pointer() | Signature() | Map() | Chan():
            return True
        case Interface():
            if is_type_param(t):
                return all(p is not None and has_nil(p[0]) for p in specific_types(t))
            return True
        case _:
            return False


def comparable(t: Type) -> bool:
    """Whether == is defined on `t` (it may panic for interfaces)."""
    return comparable_type(t, True) is None


def has_empty_type_set(t: Type) -> bool:
    """A type parameter that no type can stand for."""
    if not is_type_param(t):
        return False
    u = t.underlying()
    return isinstance(u, Interface) and type_set(u).terms == []


def contains_type_param(t: Type | None, seen: set[Type] | None = None) -> bool:
    """Whether a type parameter occurs in `t` (go/types' isParameterized for any parameter)."""
    match t:
        case TypeParam():
            return True
        case Alias() if not t.type_args:
            return contains_type_param(t.actual, seen)
        case Named() | Alias():
            return any(contains_type_param(a, seen) for a in t.type_args)
        case Array() | Slice() | Pointer() | Chan():
            return contains_type_param(t.elem, seen)
        case Map():
            return contains_type_param(t.key, seen) or contains_type_param(t.elem, seen)
        case Tuple():
            return any(contains_type_param(v.type, seen) for v in t.vars)
        case Signature():
            return contains_type_param(t.params, seen) or contains_type_param(t.results, seen)
        case Union():
            return any(contains_type_param(term.type, seen) for term in t.terms)
        case Struct():
            return any(contains_type_param(f.type, seen) for f in t.fields)
        case Interface():
            seen = set() if seen is None else seen
            if t in seen:
                return False
            seen.add(t)
            return any(contains_type_param(m.type, seen) for m in t.methods) or any(
                contains_type_param(e, seen) for e in t.embeddeds
            )
        case _:
            return False
