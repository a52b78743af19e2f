"""The universe: predeclared types, constants, nil and built-in functions.

`TYP` maps a kind ("int", "untyped rune", ...) to its Basic; `BYTE` and `RUNE` are Basics of
kind uint8 and int32 with names of their own. `UNIVERSE` is the outermost scope, shared by all packages
and never changed.
"""

from __future__ import annotations

from minigo.types.objects import Builtin, Const, Func, Nil, Object, Package, Scope, TypeName, Var
from minigo.types.types import (
    INVALID,
    Alias,
    Basic,
    Interface,
    Named,
    Signature,
    Tuple,
    Type,
    TypeSet,
)

_KINDS: dict[str, str] = {
    "bool": "boolean",
    "int": "integer",
    "int8": "integer",
    "int16": "integer",
    "int32": "integer",
    "int64": "integer",
    "uint": "integer unsigned",
    "uint8": "integer unsigned",
    "uint16": "integer unsigned",
    "uint32": "integer unsigned",
    "uint64": "integer unsigned",
    "uintptr": "integer unsigned",
    "float32": "float",
    "float64": "float",
    "complex64": "complex",
    "complex128": "complex",
    "string": "string",
    "unsafe.Pointer": "",
    "untyped bool": "boolean untyped",
    "untyped int": "integer untyped",
    "untyped rune": "integer untyped",
    "untyped float": "float untyped",
    "untyped complex": "complex untyped",
    "untyped string": "string untyped",
    "untyped nil": "untyped",
}

TYP: dict[str, Basic] = {kind: Basic(kind, frozenset(flags.split())) for kind, flags in _KINDS.items()}
TYP["invalid type"] = INVALID

BOOL = TYP["bool"]
INT = TYP["int"]
INT32 = TYP["int32"]
INT64 = TYP["int64"]
UINT = TYP["uint"]
UINT8 = TYP["uint8"]
UINTPTR = TYP["uintptr"]
FLOAT32 = TYP["float32"]
FLOAT64 = TYP["float64"]
COMPLEX64 = TYP["complex64"]
COMPLEX128 = TYP["complex128"]
STRING = TYP["string"]
UNSAFE_POINTER = TYP["unsafe.Pointer"]
UNTYPED_BOOL = TYP["untyped bool"]
UNTYPED_INT = TYP["untyped int"]
UNTYPED_RUNE = TYP["untyped rune"]
UNTYPED_FLOAT = TYP["untyped float"]
UNTYPED_COMPLEX = TYP["untyped complex"]
UNTYPED_STRING = TYP["untyped string"]
UNTYPED_NIL = TYP["untyped nil"]

BYTE = Basic("uint8", UINT8.flags, "byte")
RUNE = Basic("int32", INT32.flags, "rune")

EMPTY_INTERFACE = Interface([], type_set=TypeSet([], None, False), predeclared="any")

BUILTINS = (
    "append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make", "max", "min", "new",
    "panic", "print", "println", "real", "recover",
)  # fmt: skip

UNIVERSE = Scope(None, "universe")


def _define(obj: Object) -> None:
    obj.parent = UNIVERSE
    UNIVERSE.names[obj.name] = obj


def _define_types() -> tuple[Alias, Named, Named]:
    for kind, basic in TYP.items():
        if not basic.has("untyped") and "." not in kind and basic is not INVALID:
            _define(TypeName(kind, basic))
    _define(TypeName("byte", BYTE))
    _define(TypeName("rune", RUNE))

    any_name = TypeName("any", None)
    any_type = Alias(any_name, EMPTY_INTERFACE)
    any_name.type = any_type
    _define(any_name)

    error_name = TypeName("error", None)
    error_type = Named(error_name)
    error_name.type = error_type
    signature = Signature(Tuple([]), Tuple([Var("", STRING)]), recv=Var("", error_type))
    method = Func("Error", signature)
    error_type.under = Interface([method], type_set=TypeSet([method], None, False))
    _define(error_name)

    comparable_name = TypeName("comparable", None)
    comparable_type = Named(comparable_name)
    comparable_name.type = comparable_type
    comparable_type.under = Interface([], type_set=TypeSet([], None, True), predeclared="interface{comparable}")
    _define(comparable_name)
    return any_type, error_type, comparable_type


ANY, ERROR, COMPARABLE = _define_types()

_define(Const("true", UNTYPED_BOOL, value=True))
_define(Const("false", UNTYPED_BOOL, value=False))
_define(Const("iota", UNTYPED_INT, value=0))
_define(Nil("nil", UNTYPED_NIL))
for _name in BUILTINS:
    _define(Builtin(_name, INVALID))

UNSAFE_BUILTINS = ("Add", "Alignof", "Offsetof", "Sizeof", "Slice", "SliceData", "String", "StringData")


def _unsafe() -> Package:
    package = Package("unsafe", "unsafe", Scope(UNIVERSE, "package"))
    package.scope.insert(TypeName("Pointer", UNSAFE_POINTER, pkg=package))
    for name in UNSAFE_BUILTINS:
        package.scope.insert(Builtin(name, INVALID, pkg=package))
    return package


UNSAFE = _unsafe()
"""Package unsafe, which has no source."""

IOTA = UNIVERSE.names["iota"]
NIL = UNIVERSE.names["nil"]

_DEFAULTS: dict[str, Basic] = {
    "untyped bool": BOOL,
    "untyped int": INT,
    "untyped rune": RUNE,
    "untyped float": FLOAT64,
    "untyped complex": COMPLEX128,
    "untyped string": STRING,
}


def default_type(t: Type) -> Type:
    """The type an untyped value of type `t` takes when nothing else decides; `t` itself for all others (nil too)."""
    if isinstance(t, Basic):
        return _DEFAULTS.get(t.kind, t)
    return t
