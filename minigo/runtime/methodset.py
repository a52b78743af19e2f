"""Method sets of the types that values have at run time, promoted methods included.

The rules are the spec's: of the methods of one name the shallowest is taken, and none when two lie equally deep; a
method with a pointer receiver belongs to T only through an embedded pointer.
"""

from __future__ import annotations

from minigo.record import record
from minigo.types.lookup import instance_method
from minigo.types.objects import Func, object_id
from minigo.types.types import INVALID, Interface, Named, Pointer, Signature, Struct, Type, unalias
from minigo.types.typeset import identical, type_set


@record(slots=True, frozen=True)
class Method:
    """A method in a method set. `path` are the indices of the embedded fields that lead to its receiver; `id` tells
    unexported names of different packages apart."""

    name: str
    id: str
    func: Func
    path: tuple[int, ...]


@record(slots=True)
class _Embedded:
    type: Type
    addressable: bool
    path: tuple[int, ...]


def method_set(t: Type) -> dict[str, Method]:
    """The methods that a value of type `t` in an interface has, by id, sorted by id."""
    found: dict[str, Method | None] = {}
    level = [_start(t)]
    seen: set[Type] = set()
    while level:
        here: dict[str, Method | None] = {}
        deeper: list[_Embedded] = []
        fresh = [e for e in level if e.type not in seen]
        for e in fresh:
            seen.add(e.type)
            _own_methods(e, here)
            deeper.extend(_embedded_fields(e, here))
        for key, method in here.items():
            found.setdefault(key, method)
        level = deeper
    return {key: m for key in sorted(found) if (m := found[key]) is not None}


def _start(t: Type) -> _Embedded:
    t = unalias(t)
    if isinstance(t, Pointer) and not isinstance(t.elem.underlying(), Interface | Pointer):
        return _Embedded(unalias(t.elem), True, ())
    return _Embedded(t, False, ())


def _own_methods(e: _Embedded, here: dict[str, Method | None]) -> None:
    u = e.type.underlying()
    if isinstance(u, Interface):
        for m in type_set(u).methods:
            _add(here, Method(m.name, object_id(m.name, m.pkg), m, e.path))
        return
    if isinstance(e.type, Named):
        for declared in e.type.origin.methods:
            m = declared if e.type.origin_type is None else instance_method(e.type, declared)
            key = object_id(m.name, m.pkg)
            if m.ptr_recv and not e.addressable:
                here.setdefault(key, None)  # not in the set, yet it hides deeper ones
            else:
                _add(here, Method(m.name, key, m, e.path))


def _embedded_fields(e: _Embedded, here: dict[str, Method | None]) -> list[_Embedded]:
    u = e.type.underlying()
    out: list[_Embedded] = []
    if not isinstance(u, Struct):
        return out
    for i, f in enumerate(u.fields):
        key = object_id(f.name, f.pkg)
        here[key] = None  # a field of the same name hides methods further down
        if not f.embedded:
            continue
        t = unalias(f.type or INVALID)
        if isinstance(t, Pointer):
            out.append(_Embedded(unalias(t.elem), True, (*e.path, i)))
        else:
            out.append(_Embedded(t, e.addressable, (*e.path, i)))
    return out


def _add(here: dict[str, Method | None], method: Method) -> None:
    here[method.id] = None if method.id in here else method


def interface_methods(t: Type) -> list[tuple[str, str, Signature]]:
    """(id, name, signature) of the methods of an interface type, sorted by name."""
    u = t.underlying()
    if not isinstance(u, Interface):
        return []
    methods = [(object_id(m.name, m.pkg), m.name, m.type) for m in type_set(u).methods]
    return sorted(((i, n, s) for i, n, s in methods if isinstance(s, Signature)), key=lambda m: (m[1], m[0]))


def missing_method(t: Type, iface: Type) -> str | None:
    """The first method, by name, that `t` lacks to implement `iface`; None when it implements it."""
    methods = method_set(t)
    for key, name, signature in interface_methods(iface):
        method = methods.get(key)
        if method is None or not identical(method.func.type, signature):
            return name
    return None
