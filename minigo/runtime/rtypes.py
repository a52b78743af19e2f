"""Types at run time: what the values of a type need, interned so that type identity is `is`.

Invariants: `Universe.rtype` gives identical types the same RType. Everything but `type`, `kind` and `deep` is
computed when first asked for, so recursive types need no care. `index` numbers the RTypes of a universe in order of
creation: the deterministic order to sort by.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minigo.runtime import typevalues
from minigo.runtime.layout import has_pointers
from minigo.runtime.methodset import Method, method_set, missing_method
from minigo.runtime.structs import StructField, make_class
from minigo.runtime.typename import type_string
from minigo.runtime.values import field_attr
from minigo.types.objects import Package
from minigo.types.sizes import size_align
from minigo.types.typekey import type_key
from minigo.types.types import (
    INVALID,
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
    Type,
    unalias,
)

GoFunction = Callable[..., Any]

_KINDS: dict[type[Type], str] = {
    Array: "array",
    Chan: "chan",
    Interface: "interface",
    Map: "map",
    Pointer: "ptr",
    Signature: "func",
    Slice: "slice",
    Struct: "struct",
}


class MethodTable(dict[str, GoFunction]):
    """Method name -> callable with the receiver first; fetched from the linker when first called."""

    __slots__ = ("_rtype",)

    def __init__(self, rtype: RType) -> None:
        super().__init__()
        self._rtype = rtype

    def __missing__(self, name: str) -> GoFunction:
        function = self._rtype.universe.link_method(self._rtype, name)
        self[name] = function
        return function


class RType:
    """A type at run time.

    kind: reflect's name of the kind ("int", "ptr", "struct", ...). string: as %T prints it. elem: of array, slice,
    pointer, map, chan (else None); key: of maps. fields: of structs. deep: values are mutable Python objects that
    must be copied (structs and arrays). zero(): a fresh zero value; zero_value: the shared one, for types that are
    not deep. equal(a, b): Go's ==, raises GoPanic for an uncomparable type. hash_key(v): a Python key, equal
    exactly when Go's values are, raises GoPanic for an unhashable one; plain_key: it is the value itself.
    plain_compare: Python's == does what Go's does. copy(v): an independent copy (v itself unless deep).
    assign(target, source): in place, for deep types; source is fresh. cls: the class of a struct type.
    size, align: bytes in gc's layout. method_set: by id, promoted methods included. methods: name -> callable.
    """

    __slots__ = (
        "_constants",
        "_implements",
        "align",
        "assign",
        "cls",
        "comparable",
        "copy",
        "deep",
        "elem",
        "equal",
        "fields",
        "has_pointers",
        "hash_key",
        "index",
        "key",
        "kind",
        "method_set",
        "methods",
        "plain_compare",
        "plain_key",
        "size",
        "string",
        "type",
        "under",
        "universe",
        "zero",
        "zero_value",
    )

    align: int
    assign: Callable[[Any, Any], None]
    cls: type[Any]
    comparable: bool
    copy: Callable[[Any], Any]
    elem: RType | None
    equal: Callable[[Any, Any], bool]
    fields: list[StructField]
    has_pointers: bool
    hash_key: Callable[[Any], Any]
    key: RType | None
    method_set: dict[str, Method]
    methods: MethodTable
    plain_compare: bool
    plain_key: bool
    size: int
    string: str
    zero: Callable[[], Any]
    zero_value: Any

    def __init__(self, universe: Universe, t: Type, index: int) -> None:
        self.universe = universe
        self.type = t
        self.under = t.underlying()
        self.index = index
        self.kind = self.under.kind if isinstance(self.under, Basic) else _KINDS[type(self.under)]
        self.deep = self.kind == "struct" or self.kind == "array"
        self._constants: dict[Any, tuple[RType, Any]] = {}
        self._implements: dict[RType, str | None] = {}

    def __repr__(self) -> str:
        return f"<RType {self.string}>"

    def __getattr__(self, name: str) -> Any:
        # Called only while the slot is empty.
        compute = _COMPUTED.get(name)
        if compute is None:
            raise AttributeError(name, name=name, obj=self)
        value = compute(self)
        setattr(self, name, value)
        return value

    @property
    def named(self) -> bool:
        """Whether it is a defined or predeclared type."""
        return isinstance(self.type, Named | Basic)

    @property
    def name(self) -> str:
        """As reflect's Name: "T", "Box[int]", "" for type literals."""
        return self.string.split("[", 1)[0].rpartition(".")[2] + self._type_args() if self.named else ""

    def _type_args(self) -> str:
        start = self.string.find("[")
        return self.string[start:] if start >= 0 else ""

    @property
    def package(self) -> Package | None:
        """The package of a defined type."""
        return self.type.obj.pkg if isinstance(self.type, Named) else None

    @property
    def length(self) -> int:
        """The length of an array type."""
        assert isinstance(self.under, Array)
        return self.under.len

    def constant(self, value: Any) -> tuple[RType, Any]:
        """A constant of this type as an interface value: equal constants are the same object, as in Go's read-only
        data."""
        pair = self._constants.get(value)
        if pair is None:
            pair = self._constants[value] = (self, value)
        return pair

    def elem_type(self) -> RType:
        """`elem`, of a type that has one."""
        assert self.elem is not None
        return self.elem

    def missing_method(self, iface: RType) -> str | None:
        """The first method that this type lacks to implement `iface`, None if there is none."""
        cache = self._implements
        if iface not in cache:
            cache[iface] = missing_method(self.type, iface.type)
        return cache[iface]

    def implements(self, iface: RType) -> bool:
        return self.missing_method(iface) is None


class Universe:
    """All RTypes of a program.

    `link_method(rtype, name)` is the linker's: it makes the callable behind a method.
    """

    def __init__(self) -> None:
        self._by_type: dict[Type, RType] = {}
        self._by_key: dict[object, RType] = {}
        self.link_method: Callable[[RType, str], GoFunction] = _no_linker

    def rtype(self, t: Type) -> RType:
        """The RType of `t`: the same one for identical types."""
        rtype = self._by_type.get(t)
        if rtype is None:
            key = _key(t)
            rtype = self._by_key.get(key)
            if rtype is None:
                rtype = RType(self, unalias(t), len(self._by_key))
                self._by_key[key] = rtype
            self._by_type[t] = rtype
        return rtype

    def known(self) -> list[RType]:
        """All RTypes so far, in order of creation."""
        return list(self._by_key.values())

    def pointer_to(self, rtype: RType) -> RType:
        return self.rtype(Pointer(rtype.type))


def _no_linker(rtype: RType, name: str) -> GoFunction:
    raise LookupError(f"method {rtype.string}.{name}: the program is not linked")


def _key(t: Type) -> object:
    t = unalias(t)
    if isinstance(t, Named) and t.type_args:
        return ("instance", t.origin, *(_key(arg) for arg in t.type_args))
    return type_key(t)


# ---------------------------------------------------------------- computed attributes


def _elem(r: RType) -> RType | None:
    u = r.under
    return r.universe.rtype(u.elem) if isinstance(u, Array | Slice | Pointer | Map | Chan) else None


def _map_key(r: RType) -> RType | None:
    return r.universe.rtype(r.under.key) if isinstance(r.under, Map) else None


def _fields(r: RType) -> list[StructField]:
    u = r.under
    if not isinstance(u, Struct):
        return []
    out = []
    for i, f in enumerate(u.fields):
        t = f.type or INVALID
        tag = u.tags[i] if i < len(u.tags) else ""
        pkg_path = "" if f.exported or f.pkg is None else f.pkg.path
        out.append(StructField(f.name, field_attr(f.name, i), i, t, r.universe.rtype(t), f.embedded, tag, pkg_path))
    return out


def _comparable(r: RType) -> bool:
    if r.kind in ("slice", "map", "func"):
        return False
    if r.kind == "array":
        return r.elem_type().comparable
    return all(f.rtype.comparable for f in r.fields)


_PLAIN_KEY_KINDS = frozenset(
    (
        *("bool", "int", "int8", "int16", "int32", "int64", "string"),
        *("uint", "uint8", "uint16", "uint32", "uint64", "uintptr", "chan"),
    )
)


def _plain_key(r: RType) -> bool:
    if r.kind == "ptr":
        return r.elem_type().kind != "array"
    return r.kind in _PLAIN_KEY_KINDS


def _plain_compare(r: RType) -> bool:
    return r.kind in _PLAIN_KEY_KINDS - {"chan"} or r.kind in ("float32", "float64", "complex64", "complex128")


def _zero(r: RType) -> Callable[[], Any]:
    if r.kind == "struct":
        zero: Callable[[], Any] = r.cls._zero
        return zero
    if r.kind == "array":
        return typevalues.array_zero(r.elem_type(), r.length)
    value = r.zero_value
    return lambda: value


def _copy(r: RType) -> Callable[[Any], Any]:
    if r.kind == "struct":
        copy: Callable[[Any], Any] = r.cls._copy
        return copy
    if r.kind == "array":
        return typevalues.array_copy(r.elem_type())
    return typevalues.same


def _assign(r: RType) -> Callable[[Any, Any], None]:
    if r.kind == "array":
        return typevalues.array_assign(r.elem_type())
    assign: Callable[[Any, Any], None] = r.cls._assign
    return assign


_COMPUTED: dict[str, Callable[[RType], Any]] = {
    "align": lambda r: size_align(r.type)[1],
    "assign": _assign,
    "cls": lambda r: make_class(r.string, r.fields),
    "comparable": _comparable,
    "copy": _copy,
    "elem": _elem,
    "equal": typevalues.equality,
    "fields": _fields,
    "has_pointers": lambda r: has_pointers(r.type),
    "hash_key": typevalues.hashing,
    "key": _map_key,
    "method_set": lambda r: method_set(r.type),
    "methods": MethodTable,
    "plain_compare": _plain_compare,
    "plain_key": _plain_key,
    "size": lambda r: size_align(r.type)[0],
    "string": lambda r: type_string(r.type),
    "zero": _zero,
    "zero_value": lambda r: typevalues.zero_value(r.kind),
}
