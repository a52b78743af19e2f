"""Natives of package reflect that read, write, make and call values.

A *cell of Go is what a Value has in f_ptr (see reflected). Values that are not addressable are never changed, so their
parts need no copy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked, native
from minigo.runtime.ops import row_function
from minigo.runtime.ops_iface import bind_method
from minigo.runtime.ops_slice import (
    append_items,
    array_elem_ref,
    clear_slice,
    copy_slice,
    copy_string,
    make_slice,
    slice_array,
    slice_slice,
    slice_to_array,
    slice_to_array_pointer,
)
from minigo.runtime.values import Box, ElemRef, FieldRef, Slice, slice_of
from minigo.stdlib.fmt_methods import is_nil
from minigo.stdlib.fmt_values import COMPLEXES, FLOATS, SIGNED, UNSIGNED
from minigo.stdlib.reflect_types import methods_of, signature_of, without_receiver
from minigo.stdlib.reflected import ADDRESSABLE, interface_of, own_value_of, value_of
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run

_NUMBERS = SIGNED | UNSIGNED | FLOATS | COMPLEXES
_NUMBER_OPS = {"int": "int64", "uint": "uint64", "uintptr": "uint64"}


@native("reflect.unpack")
def unpack(i: Any) -> tuple[RType | None, Any]:
    return (None, None) if i is None else i


native("reflect.pack")(interface_of)
native("reflect.load")(lambda v: v.f_typ.copy(value_of(v)))
native("reflect.box")(interface_of)
for _name in ("toBool", "toInt", "toUint", "toFloat", "toComplex", "toString"):
    native(f"reflect.{_name}")(value_of)


@native("reflect.toBytes")
def to_bytes(v: Any) -> Slice:
    value = value_of(v)
    return value if v.f_typ.kind == "slice" else slice_array(value, None, None, None)


@native("reflect.isNil")
def value_is_nil(v: Any) -> bool:
    return is_nil(v.f_typ, value_of(v))


@native("reflect.isZero")
def value_is_zero(v: Any) -> bool:
    return is_zero(v.f_typ, value_of(v))


def is_zero(t: RType, value: Any) -> bool:
    """Whether it is the zero value of its type; slices, maps and functions must be nil."""
    match t.kind:
        case "struct":
            return all(is_zero(f.rtype, getattr(value, f.attr)) for f in t.fields)
        case "array":
            return all(is_zero(t.elem_type(), item) for item in value)
        case "slice" | "map" | "ptr" | "func" | "chan" | "interface" | "unsafe.Pointer":
            return is_nil(t, value)
        case _:
            return not value


@linked("reflect.address")
def address(run: Run) -> Callable[[Any], int]:
    return lambda v: run.address(value_of(v))


@native("reflect.equal")
def equal(v: Any, u: Any) -> bool:
    return bool(v.f_typ.equal(value_of(v), value_of(u)))


# ---------------------------------------------------------------- parts


@native("reflect.elem")
def elem(v: Any) -> tuple[RType | None, Any]:
    value = value_of(v)
    if value is None:
        return None, None
    if v.f_typ.kind == "interface":
        t, held = value
        return t, held
    return v.f_typ.elem_type(), value


@native("reflect.addr")
def addr(v: Any) -> Any:
    return v.f_ptr


@native("reflect.field")
def field(v: Any, i: int) -> Any:
    f = v.f_typ.fields[i]
    if v.f_flag & ADDRESSABLE and not f.rtype.deep:
        return FieldRef(v.f_ptr, f.attr)
    return getattr(v.f_ptr, f.attr)


@native("reflect.index")
def index(v: Any, i: int) -> Any:
    value = value_of(v)
    if v.f_typ.kind == "string":
        return value[i]
    deep = v.f_typ.elem_type().deep
    if v.f_typ.kind == "slice":
        return value.array[value.offset + i] if deep else ElemRef(value.array, value.offset + i)
    return array_elem_ref(value, i) if v.f_flag & ADDRESSABLE and not deep else value[i]


@linked("reflect.length")
def length(run: Run) -> Callable[[Any], int]:
    m = machine_of(run)

    def length(v: Any) -> int:
        value = value_of(v)
        if v.f_typ.kind == "chan":
            return m.chan_len(value)
        return value.len if v.f_typ.kind == "slice" else len(value)

    return length


@linked("reflect.capacity")
def capacity(run: Run) -> Callable[[Any], int]:
    m = machine_of(run)

    def capacity(v: Any) -> int:
        value = value_of(v)
        if v.f_typ.kind == "chan":
            return m.chan_cap(value)
        return value.cap if v.f_typ.kind == "slice" else len(value)

    return capacity


@native("reflect.slice")
def cut(v: Any, low: int, high: int, most: int) -> Any:
    value = value_of(v)
    if v.f_typ.kind == "string":
        return value[low:high]
    cut = slice_slice if v.f_typ.kind == "slice" else slice_array
    return cut(value, low, high, None if most < 0 else most)


# ---------------------------------------------------------------- maps


@native("reflect.mapIndex")
def map_index(v: Any, key: Any) -> tuple[Any, bool]:
    found: tuple[Any, bool] = value_of(v).get2(key, v.f_typ.elem_type().zero)
    return found


@linked("reflect.mapKeys")
def map_keys(run: Run) -> Callable[[Any], Slice]:
    def map_keys(v: Any) -> Slice:
        keys = []
        iterator = run.map_iter(value_of(v))
        while (entry := iterator.next())[0]:
            keys.append(entry[1])
        return slice_of(keys)

    return map_keys


@linked("reflect.mapStart")
def map_start(run: Run) -> Callable[[Any], Any]:
    return lambda v: run.map_iter(value_of(v))


native("reflect.mapNext")(lambda it: it.next())
native("reflect.mapStore")(lambda v, key, value: value_of(v).set(key, value))
native("reflect.mapDelete")(lambda v, key: value_of(v).delete(key))


@native("reflect.clearValue")
def clear_value(v: Any) -> None:
    value = value_of(v)
    if v.f_typ.kind == "slice":
        clear_slice(value, v.f_typ.elem_type())
    else:
        value.clear()


# ---------------------------------------------------------------- writing


@native("reflect.store")
def store(v: Any, x: Any) -> None:
    if v.f_typ.deep:
        v.f_typ.assign(v.f_ptr, v.f_typ.copy(x))
    else:
        v.f_ptr.v = x


def _store_converted(source: str) -> Callable[[Any, Any], None]:
    def store_converted(v: Any, x: Any) -> None:
        v.f_ptr.v = _number(v.f_typ.kind, source)(x)

    return store_converted


def _number(target: str, source: str) -> Callable[[Any], Any]:
    """The conversion between two kinds of numbers."""
    return row_function(f"convert.{_NUMBER_OPS.get(target, target)}.{_NUMBER_OPS.get(source, source)}")


for _name, _kind in (("Int", "int64"), ("Uint", "uint64"), ("Float", "float64"), ("Complex", "complex128")):
    native(f"reflect.store{_name}")(_store_converted(_kind))


@native("reflect.storeString")
def store_string(v: Any, x: bytes) -> None:
    v.f_ptr.v = x


@native("reflect.storeBool")
def store_bool(v: Any, x: bool) -> None:
    v.f_ptr.v = x


@native("reflect.storeBytes")
def store_bytes(v: Any, x: Slice) -> None:
    v.f_ptr.v = x


# ---------------------------------------------------------------- new values

native("reflect.zero")(lambda t: t.zero())


@native("reflect.newOf")
def new_of(t: RType) -> Any:
    return t.zero() if t.deep else Box(t.zero())


@native("reflect.makeSlice")
def make_slice_of(t: RType, n: int, capacity: int) -> Slice:
    return make_slice(n, capacity, t)


@linked("reflect.makeMap")
def make_map(run: Run) -> Callable[[RType], Any]:
    return lambda t: run.new_map(t)


@linked("reflect.makeChan")
def make_chan(run: Run) -> Callable[[RType, int], Any]:
    m = machine_of(run)
    return lambda t, n: m.make_chan(n, t.elem_type())


@native("reflect.grow")
def grow(v: Any, n: int) -> Slice:
    """The slice with `n` zero elements more."""
    elem = v.f_typ.elem_type()
    return append_items(value_of(v), elem, *[elem.zero() for _ in range(n)])


@native("reflect.copyValues")
def copy_values(dst: Any, src: Any) -> int:
    target, source = (value_of(x) for x in (dst, src))
    if dst.f_typ.kind == "array":
        target = slice_array(target, None, None, None)
    if src.f_typ.kind == "string":
        return copy_string(target, source)
    if src.f_typ.kind == "array":
        source = slice_array(source, None, None, None)
    return copy_slice(target, source, dst.f_typ.elem_type())


@native("reflect.convert")
def convert(v: Any, t: RType) -> tuple[Any, bool]:
    """The value as one of type `t`, and whether it is long enough; the types are convertible."""
    value, kind, target = own_value_of(v), v.f_typ.kind, t.kind
    if target == "interface":
        return (value if kind == "interface" else (v.f_typ, value)), True
    if kind in _NUMBERS and target in _NUMBERS:
        return _number(target, kind)(value), True
    if target == "string" and kind != "string":
        if kind == "slice":
            unit = "bytes" if v.f_typ.elem_type().kind == "uint8" else "runes"
            return row_function(f"convert.string.{unit}")(value), True
        return row_function("convert.string.rune")(value), True
    if kind == "string" and target == "slice":
        unit = "bytes" if t.elem_type().kind == "uint8" else "runes"
        return row_function(f"convert.{unit}.string")(value), True
    if kind == "slice" and target != "slice":
        array = t if target == "array" else t.elem_type()
        if value.len < array.length:
            return None, False
        return (slice_to_array if target == "array" else slice_to_array_pointer)(value, t), True
    return value, True


# ---------------------------------------------------------------- functions


@native("reflect.call")
def call(f: Any, args: Slice) -> Slice:
    result = value_of(f)(*args.items())
    count = len(signature_of(f.f_typ).results.vars)
    if count == 0:
        return slice_of([])
    return slice_of([result] if count == 1 else list(result))


@native("reflect.makeFunc")
def make_func(t: RType, body: Callable[[Slice], Slice]) -> Callable[..., Any]:
    def made(*args: Any) -> Any:
        results = body(slice_of(list(args))).items()
        return tuple(results) if len(results) > 1 else results[0] if results else None

    made.__name__ = "reflect.makeFuncStub"
    return made


@native("reflect.bind")
def bind(v: Any, i: int) -> tuple[RType, Any]:
    """The method `i` of the value: its type without receiver, and what calls it."""
    key, _, _, signature = methods_of(v.f_typ)[i]
    t, value = v.f_typ, own_value_of(v)
    if t.kind == "interface":
        t, value = value
    return without_receiver(t, signature), bind_method(t.methods[key], value)


# ---------------------------------------------------------------- channels


@linked("reflect.send")
def send(run: Run) -> Callable[[Any, Any], None]:
    return lambda v, x: run.machine.chan_send(value_of(v), x)


@linked("reflect.recv")
def recv(run: Run) -> Callable[[Any], tuple[Any, bool]]:
    return lambda v: run.machine.chan_recv2(value_of(v))


@linked("reflect.closeChan")
def close_chan(run: Run) -> Callable[[Any], None]:
    return lambda v: run.machine.chan_close(value_of(v))


@linked("reflect.choose")
def choose(run: Run) -> Callable[[Slice, Slice, Slice, bool], tuple[int, Any, bool]]:
    def choose(chans: Slice, sends: Slice, values: Slice, has_default: bool) -> tuple[int, Any, bool]:
        kinds = ""
        operands = []
        for chan, is_send, value in zip(chans.items(), sends.items(), values.items(), strict=True):
            kinds += "s" if is_send else "r"
            operands += [chan, value] if is_send else [chan]
        return run.machine.select(kinds, tuple(operands), has_default)

    return choose
