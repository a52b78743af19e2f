"""Natives of package reflect that look at types. A *rtype of Go is the RType itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.methodset import interface_methods
from minigo.runtime.natives import linked, native
from minigo.runtime.panics import nil_dereference
from minigo.runtime.values import Slice, gostring
from minigo.types.objects import Var
from minigo.types.predicates import has_name, is_bytes_or_runes, is_complex, is_integer, is_integer_or_float, is_string
from minigo.types.sizes import field_offset
from minigo.types.types import (
    INVALID,
    Array,
    Chan,
    Map,
    Pointer,
    Signature,
    Struct,
    Tuple,
    Type,
)
from minigo.types.types import Slice as SliceType
from minigo.types.typeset import identical, identical_ignoring_tags

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run

_KIND_NAMES = (
    "invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 "
    "complex128 array chan func interface map ptr slice string struct unsafe.Pointer"
)
KINDS = {name: number for number, name in enumerate(_KIND_NAMES.split())}
"""reflect's numbers of the kinds."""

_DIRECTIONS = {"recv": 1, "send": 2, "both": 3}
_DIRECTION_NAMES = {number: name for name, number in _DIRECTIONS.items()}


@native("reflect.typeOf")
def type_of(i: Any) -> RType | None:
    return None if i is None else i[0]


# ---------------------------------------------------------------- what a type has

native("reflect.(*rtype).Align")(lambda t: t.align)
native("reflect.(*rtype).Size")(lambda t: t.size)
native("reflect.(*rtype).String")(lambda t: gostring(t.string))
native("reflect.(*rtype).Name")(lambda t: gostring(t.name))
native("reflect.(*rtype).Comparable")(lambda t: t.comparable)


@native("reflect.(*rtype).kind")
def kind(t: RType | None) -> int:
    """Everything asks for the kind first, so it is here that the nil type of the zero Value is found out."""
    if t is None:
        raise nil_dereference()
    return KINDS[t.kind]


native("reflect.(*rtype).elem")(lambda t: t.elem)
native("reflect.(*rtype).key")(lambda t: t.key)
native("reflect.(*rtype).length")(lambda t: t.length)
native("reflect.(*rtype).dir")(lambda t: _DIRECTIONS[t.under.dir])
native("reflect.(*rtype).implements")(lambda t, u: t.implements(u))
native("reflect.(*rtype).numField")(lambda t: len(t.fields))


@native("reflect.(*rtype).PkgPath")
def pkg_path(t: RType) -> bytes:
    package = t.package
    return b"" if package is None else gostring(package.path)


@native("reflect.(*rtype).field")
def field(t: RType, i: int) -> tuple[bytes, bytes, RType, bytes, int, bool]:
    f = t.fields[i]
    assert isinstance(t.under, Struct)
    return gostring(f.name), gostring(f.pkg_path), f.rtype, gostring(f.tag), field_offset(t.under, i), f.embedded


# ---------------------------------------------------------------- functions and methods


def signature_of(t: RType) -> Signature:
    """The signature of a function type."""
    assert isinstance(t.under, Signature)
    return t.under


def var_types(t: RType, vars: list[Var]) -> list[RType]:
    """The types of parameters or results."""
    return [t.universe.rtype(v.type or INVALID) for v in vars]


@native("reflect.(*rtype).shape")
def shape(t: RType) -> tuple[int, int, bool]:
    signature = signature_of(t)
    return len(signature.params.vars), len(signature.results.vars), signature.variadic


@native("reflect.(*rtype).param")
def param(t: RType, i: int) -> RType:
    return t.universe.rtype(signature_of(t).params.vars[i].type or INVALID)


@native("reflect.(*rtype).result")
def result(t: RType, i: int) -> RType:
    return t.universe.rtype(signature_of(t).results.vars[i].type or INVALID)


def methods_of(t: RType) -> list[tuple[str, str, str, Signature]]:
    """(id, name, path of the package unless exported, signature without receiver) of the methods that reflect shows:
    all of an interface type, the exported ones of others; sorted by name."""
    if t.kind == "interface":
        found = interface_methods(t.type)
        return [(i, name, i.rpartition(".")[0], s) for i, name, s in found]
    methods = [m for m in t.method_set.values() if m.func.exported]
    return [(m.id, m.name, "", m.func.type) for m in methods if isinstance(m.func.type, Signature)]


def without_receiver(t: RType, signature: Signature) -> RType:
    return t.universe.rtype(Signature(signature.params, signature.results, signature.variadic))


@native("reflect.(*rtype).numMethod")
def num_method(t: RType) -> int:
    return len(methods_of(t))


@native("reflect.(*rtype).method")
def method(t: RType, i: int) -> tuple[bytes, bytes, RType, Any]:
    key, name, package, signature = methods_of(t)[i]
    if t.kind == "interface":
        return gostring(name), gostring(package), without_receiver(t, signature), None
    params = Tuple([Var("", t.type), *signature.params.vars])
    typ = t.universe.rtype(Signature(params, signature.results, signature.variadic))
    return gostring(name), gostring(package), typ, t.methods[key]


# ---------------------------------------------------------------- relations


@native("reflect.(*rtype).assignable")
def assignable(t: RType, u: RType) -> bool:
    """Whether a value of type `t` may be assigned to a variable of type `u`: the spec's rules for types without type
    parameters."""
    if t is u:
        return True
    if u.kind == "interface":
        return t.implements(u)
    if has_name(t.type) and has_name(u.type):
        return False
    if isinstance(t.under, Chan) and isinstance(u.under, Chan) and t.under.dir == "both":
        return identical(t.under.elem, u.under.elem)
    return identical(t.under, u.under)


@native("reflect.(*rtype).convertible")
def convertible(t: RType, u: RType) -> bool:
    """Whether a value of type `t` can be converted to type `u`."""
    if assignable(t, u):
        return True
    have, want = t.under, u.under
    if identical_ignoring_tags(have, want):
        return True
    if isinstance(have, Pointer) and isinstance(want, Pointer) and not has_name(t.type) and not has_name(u.type):
        return identical_ignoring_tags(have.elem.underlying(), want.elem.underlying())
    if (is_integer_or_float(have) and is_integer_or_float(want)) or (is_complex(have) and is_complex(want)):
        return True
    if is_string(want) and (is_integer(have) or is_bytes_or_runes(have)):
        return True
    if is_string(have) and is_bytes_or_runes(want):
        return True
    if isinstance(have, SliceType):
        array = want.elem.underlying() if isinstance(want, Pointer) else want
        return isinstance(array, Array) and identical(have.elem, array.elem)
    return False


# ---------------------------------------------------------------- types made at run time


def _made(make: Callable[..., Type]) -> Callable[..., RType]:
    return lambda t, *rest: t.universe.rtype(make(t, *rest))


native("reflect.pointerTo")(_made(lambda t: Pointer(t.type)))
native("reflect.sliceOf")(_made(lambda t: SliceType(t.type)))
native("reflect.mapOf")(_made(lambda key, elem: Map(key.type, elem.type)))


@native("reflect.arrayOf")
def array_of(n: int, t: RType) -> RType:
    return t.universe.rtype(Array(n, t.type))


@native("reflect.chanOf")
def chan_of(direction: int, t: RType) -> RType:
    return t.universe.rtype(Chan(_DIRECTION_NAMES[direction], t.type))


@linked("reflect.funcOf")
def func_of(run: Run) -> Callable[[Slice, Slice, bool], RType]:
    def func_of(params: Slice, results: Slice, variadic: bool) -> RType:
        ins, outs = (Tuple([Var("", t.type) for t in types.items()]) for types in (params, results))
        return run.universe.rtype(Signature(ins, outs, variadic))

    return func_of
