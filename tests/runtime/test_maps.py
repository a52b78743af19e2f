"""Maps: keys are Go's, order is the chooser's, unsynchronised access is fatal."""

from __future__ import annotations

from typing import Any

import pytest

from minigo.runtime.chooser import ReplayChooser, SeededChooser
from minigo.runtime.maps import NIL_MAP, Map, MapIterator, new_map
from minigo.runtime.ops import row_function
from minigo.runtime.panics import FatalError
from minigo.runtime.rtypes import RType, Universe
from minigo.types import types as t
from tests.runtime.world import ANY, BOOL, BYTE, FLOAT, INT, STRING, FakeMachine, panic_message, struct


class World:
    def __init__(self) -> None:
        self.universe = Universe()
        self.machine = FakeMachine()

    def rtype(self, type: t.Type) -> RType:
        return self.universe.rtype(type)

    def map(self, key: t.Type, elem: t.Type = INT) -> Map:
        return new_map(self.rtype(t.Map(key, elem)), self.machine)


@pytest.fixture
def world() -> World:
    return World()


def zero() -> int:
    return 0


def test_get_set_delete(world: World) -> None:
    m = world.map(STRING)
    m.set(b"a", 1)
    m.set(b"b", 2)
    m.set(b"a", 3)
    assert (m.get(b"a", zero), m.get(b"x", zero), len(m)) == (3, 0, 2)
    assert (m.get2(b"b", zero), m.get2(b"x", zero)) == ((2, True), (0, False))
    m.delete(b"a")
    m.delete(b"nothing")
    assert list(m.items()) == [(b"b", 2)]
    m.clear()
    assert len(m) == 0


def test_rows(world: World) -> None:
    m = world.map(STRING)
    row_function("map.set")(m, b"k", 4, m.type)
    assert row_function("map.get.plain")(m, b"k", m.type) == 4
    assert row_function("map.get.plain")(m, b"x", m.type) == 0
    assert row_function("map.get")(m, b"x", m.type) == 0
    assert row_function("map.get2")(m, b"k", m.type) == (4, True)
    assert row_function("len.map")(m) == 1


def test_interface_keys_of_different_types_do_not_collide(world: World) -> None:
    m = world.map(ANY)
    keys = [
        (world.rtype(INT), 1),
        (world.rtype(t.Map(INT, INT).key), 1),
        (world.rtype(FLOAT), 1.0),
        (world.rtype(BOOL), True),
        (world.rtype(BYTE), 1),
        (world.rtype(STRING), b"1"),
        None,
    ]
    for i, key in enumerate(keys):
        m.set(key, i)
    assert len(m) == 6  # the first two are the same key
    assert [m.get(key, zero) for key in keys] == [1, 1, 2, 3, 4, 5, 6]


def test_nan_never_matches_and_the_zeros_do(world: World) -> None:
    m = world.map(FLOAT)
    nan = float("nan")
    m.set(nan, 1)
    m.set(nan, 2)
    m.set(0.0, 1)
    m.set(-0.0, 5)
    assert (len(m), m.get(0.0, zero), m.get2(nan, zero)) == (3, 5, (0, False))
    assert str(m.go_key(0.0)) == "-0.0"  # the key is overwritten
    assert sorted(value for _, value in m.items()) == [1, 2, 5]


def test_struct_and_array_keys_are_values(world: World) -> None:
    key_type = struct(("X", INT), ("_", INT), ("Y", t.Array(2, STRING)))
    m = world.map(key_type)
    cls = world.rtype(key_type).cls
    key = cls(1, 9, [b"a", b"b"])
    m.set(key, 1)
    key.f_X = 5
    assert m.get(cls(1, 0, [b"a", b"b"]), zero) == 1
    assert m.get2(key, zero) == (0, False)
    arrays = world.map(t.Array(2, BYTE))
    arrays.set(bytearray(b"xy"), 3)
    assert arrays.get(bytearray(b"xy"), zero) == 3


def test_pointer_keys_are_places(world: World) -> None:
    m = world.map(t.Pointer(t.Array(2, INT)))
    a, b = [1, 2], [1, 2]
    m.set(a, 1)
    m.set(None, 2)
    assert (m.get(a, zero), m.get2(b, zero), m.get(None, zero)) == (1, (0, False), 2)
    point = struct(("X", INT))
    refs = world.map(t.Pointer(INT))
    obj = world.rtype(point).cls(0)
    make = row_function("addr.field")
    refs.set(make(obj, "X", 0), 7)
    assert refs.get(make(obj, "X", 0), zero) == 7


def test_unhashable_keys(world: World) -> None:
    m = world.map(ANY)
    key = (world.rtype(t.Slice(INT)), None)
    assert panic_message(m.set, key, 1) == "runtime error: hash of unhashable type []int"
    assert panic_message(m.get, key, zero) == "hash of unhashable type: []int"
    assert panic_message(m.delete, key) == "hash of unhashable type: []int"
    assert panic_message(NIL_MAP.get, key, zero) == "hash of unhashable type: []int"
    m.set(None, 1)
    assert panic_message(m.get, key, zero) == "runtime error: hash of unhashable type []int"
    inner = struct(("e", ANY))
    holder = (world.rtype(inner), world.rtype(inner).cls(key))
    assert panic_message(m.set, holder, 1) == "runtime error: hash of unhashable type []int"


def test_the_nil_map_is_empty_and_refuses_entries() -> None:
    assert panic_message(NIL_MAP.set, 1, 2) == "assignment to entry in nil map"
    assert NIL_MAP.get(1, zero) == 0
    assert NIL_MAP.get2(1, zero) == (0, False)
    NIL_MAP.delete(1)
    NIL_MAP.clear()
    assert len(NIL_MAP) == 0
    assert MapIterator(NIL_MAP, SeededChooser()).next() == (False, None, None)


# ---------------------------------------------------------------- iteration


def keys_in_order(m: Map, chooser: Any) -> list[Any]:
    it = MapIterator(m, chooser)
    out = []
    while (step := it.next())[0]:
        out.append(step[1])
    return out


def test_small_maps_are_rotated(world: World) -> None:
    m = world.map(INT)
    for i in range(4):
        m.set(i, i)
    assert keys_in_order(m, ReplayChooser([1])) == [1, 2, 3, 0]
    assert keys_in_order(m, ReplayChooser([0])) == [0, 1, 2, 3]


def test_large_maps_are_shuffled_by_one_choice(world: World) -> None:
    m = world.map(INT)
    for i in range(100):
        m.set(i, i)
    orders = {tuple(keys_in_order(m, ReplayChooser([seed]))) for seed in range(20)}
    assert len(orders) == 20
    assert all(sorted(order) == list(range(100)) for order in orders)
    assert keys_in_order(m, SeededChooser(3)) == keys_in_order(m, SeededChooser(3))


def test_entries_deleted_meanwhile_are_not_visited(world: World) -> None:
    m = world.map(INT)
    for i in range(4):
        m.set(i, i)
    it = MapIterator(m, ReplayChooser([0]))
    assert it.next() == (True, 0, 0)
    m.delete(2)
    m.set(1, 11)
    m.set(9, 9)
    assert [it.next(), it.next(), it.next()] == [(True, 1, 11), (True, 3, 3), (False, None, None)]


# ---------------------------------------------------------------- races


def while_writing(m: Map, action: Any) -> None:
    """Does `action` as another goroutine, while this one writes."""
    m.steps.budget = 0
    m.steps.on_pause = action  # type: ignore[attr-defined]
    m.set(1, 2)


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (lambda m: m.set(2, 3), "concurrent map writes"),
        (lambda m: m.delete(2), "concurrent map writes"),
        (lambda m: m.clear(), "concurrent map writes"),
        (lambda m: m.get(2, zero), "concurrent map read and map write"),
        (lambda m: m.get2(2, zero), "concurrent map read and map write"),
        (lambda m: row_function("map.get.plain")(m, 2, m.type), "concurrent map read and map write"),
        (lambda m: MapIterator(m, SeededChooser()), "concurrent map iteration and map write"),
    ],
)
@pytest.mark.parametrize("key", [INT, FLOAT])
def test_access_while_another_goroutine_writes(world: World, action: Any, text: str, key: t.Type) -> None:
    m = world.map(key)
    with pytest.raises(FatalError) as caught:
        while_writing(m, lambda: action(m))
    assert caught.value.text == text


def test_another_writer_that_gets_interrupted_itself(world: World) -> None:
    m = world.map(INT)

    def second() -> None:
        world.machine.budget = 0
        m.set(5, 5)

    with pytest.raises(FatalError, match="concurrent map writes"):
        while_writing(m, second)


def test_an_iterator_that_goes_on_while_another_goroutine_writes(world: World) -> None:
    m = world.map(INT)
    m.set(1, 1)
    it = MapIterator(m, SeededChooser())
    with pytest.raises(FatalError, match="concurrent map iteration and map write"):
        while_writing(m, it.next)


def test_the_length_may_be_asked_meanwhile_and_nothing_is_lost(world: World) -> None:
    m = world.map(INT)
    m.set(7, 7)
    seen: list[int] = []
    while_writing(m, lambda: seen.append(row_function("len.map")(m)))
    assert seen == [1]
    assert list(m.items()) == [(7, 7), (1, 2)]
