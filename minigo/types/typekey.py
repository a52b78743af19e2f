"""Types as hashable keys that identical types share."""

from __future__ import annotations

from minigo.types.objects import object_id
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
    Tuple,
    Type,
    TypeParam,
    Union,
)
from minigo.types.typeset import type_set


def type_key(t: Type) -> object:
    """A hashable value that two types share exactly when they are identical.

    Interfaces must be complete: their type sets decide.
    """
    match t:
        case Basic():
            return t.kind
        case Named() | TypeParam():
            return t
        case Alias():
            return type_key(t.actual)
        case Array():
            return ("array", t.len, type_key(t.elem))
        case Slice():
            return ("slice", type_key(t.elem))
        case Pointer():
            return ("pointer", type_key(t.elem))
        case Map():
            return ("map", type_key(t.key), type_key(t.elem))
        case Chan():
            return ("chan", t.dir, type_key(t.elem))
        case Struct():
            return (
                "struct",
                tuple((object_id(f.name, f.pkg), f.embedded, type_key(f.type)) for f in t.fields if f.type),
                tuple(t.tags) if any(t.tags) else (),
            )
        case Tuple():
            return ("tuple", *(type_key(v.type) for v in t.vars if v.type))
        case Signature():
            return ("func", t.variadic, type_key(t.params), type_key(t.results))
        case Union():
            return ("union", *((term.tilde, type_key(term.type)) for term in t.terms))
        case Interface():
            return _interface_key(t)
        case _:
            raise TypeError(f"no such type: {t!r}")


def _interface_key(t: Interface) -> object:
    ts = type_set(t)
    methods = tuple((object_id(m.name, m.pkg), type_key(m.type)) for m in ts.methods if m.type)
    terms = None if ts.terms is None else frozenset((term.tilde, type_key(term.type)) for term in ts.terms)
    return ("interface", methods, terms, ts.comparable)
