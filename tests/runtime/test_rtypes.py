"""RTypes: identity, names as %T prints them, zero values, copies, equality, method sets."""

from __future__ import annotations

import pytest

from minigo.runtime.ops import row_function
from minigo.runtime.rtypes import Universe
from minigo.types import types as t
from minigo.types.objects import Package, Scope, TypeName
from minigo.types.universe import TYP, UNIVERSE
from tests.runtime.world import (
    ANY,
    BOOL,
    BYTE,
    FLOAT,
    INT,
    MAIN,
    STRING,
    field,
    interface,
    method,
    named,
    panic_message,
    rtypes,
    signature,
    struct,
)

ERROR = UNIVERSE.names["error"].type
assert isinstance(ERROR, t.Named)
P = named("P", struct(("X", INT), ("y", INT)))
TIME = Package("time", "time", Scope(None, "package"))
DURATION = named("Duration", TYP["int64"], TIME)


def instance(name: str, *args: t.Type) -> t.Named:
    n = named(name, struct())
    n.type_args = list(args)
    return n


def local_type(name: str) -> t.Named:
    obj = TypeName(name, None, pkg=MAIN, parent=Scope(MAIN.scope, "block"), number=1)
    obj.type = n = t.Named(obj, INT)
    return n


def chan(elem: t.Type, dir: str = "both") -> t.Chan:
    return t.Chan(dir, elem)


NAMES = [
    (P, "main.P"),
    (t.Pointer(P), "*main.P"),
    (instance("Box", INT), "main.Box[int]"),
    (instance("Pair", STRING, INT), "main.Pair[string,int]"),
    (instance("Box", instance("Box", P)), "main.Box[main.Box[main.P]]"),
    (instance("Box", local_type("L")), "main.Box[main.L·1]"),
    (local_type("L"), "main.L"),
    (instance("Box", DURATION), "main.Box[time.Duration]"),
    (instance("Box", ANY), "main.Box[interface {}]"),
    (instance("Box", struct(("X", INT))), "main.Box[struct { X int }]"),
    (struct(field("P", P, embedded=True), ("a", INT)), "struct { main.P; a int }"),
    (t.Struct([field("B", STRING)], ['x:"y"']), 'struct { B string "x:\\"y\\"" }'),
    (struct(), "struct {}"),
    (struct(("_", INT), ("a", INT)), "struct { _ int; a int }"),
    (ANY, "interface {}"),
    (interface(method("M", signature([INT], [STRING])), method("m")), "interface { M(int) string; main.m() }"),
    (ERROR, "error"),
    (signature([INT, t.Slice(STRING)], [INT, ERROR], variadic=True), "func(int, ...string) (int, error)"),
    (signature(), "func()"),
    (signature([], [INT]), "func() int"),
    (chan(INT), "chan int"),
    (chan(INT, "send"), "chan<- int"),
    (chan(INT, "recv"), "<-chan int"),
    (chan(chan(INT, "recv")), "chan (<-chan int)"),
    (chan(chan(INT), "send"), "chan<- chan int"),
    (chan(chan(INT, "send"), "recv"), "<-chan chan<- int"),
    (t.Array(3, INT), "[3]int"),
    (t.Slice(BYTE), "[]uint8"),
    (t.Map(STRING, t.Slice(t.Pointer(P))), "map[string][]*main.P"),
]


@pytest.mark.parametrize(("type", "name"), NAMES, ids=[name for _, name in NAMES])
def test_names(type: t.Type, name: str) -> None:
    assert rtypes(type)[0].string == name


def test_identical_types_have_one_rtype() -> None:
    u = Universe()
    assert u.rtype(t.Slice(P)) is u.rtype(t.Slice(P))
    assert u.rtype(struct(("X", INT))) is u.rtype(struct(("X", INT)))
    assert u.rtype(P) is not u.rtype(P.underlying())
    assert u.rtype(t.Map(STRING, INT)) is not u.rtype(t.Map(INT, STRING))
    assert u.rtype(t.Array(1, INT)) is not u.rtype(t.Array(2, INT))


def test_recursive_types() -> None:
    node = named("Node", INT)
    node.under = struct(("next", t.Pointer(node)), ("kids", t.Slice(node)))
    r = rtypes(node)[0]
    assert r.zero().f_next is None
    assert r.fields[0].rtype.elem is r


def test_names_of_types() -> None:
    box, p, lit, i = rtypes(instance("Box", INT), P, t.Slice(INT), INT)
    assert (box.name, p.name, lit.name, i.name) == ("Box[int]", "P", "", "int")
    assert p.package is MAIN
    assert i.package is None


def test_zero_values() -> None:
    u = Universe()
    inner = struct(("A", t.Array(2, INT)), ("P", P), ("S", STRING), ("F", FLOAT), ("B", t.Array(3, BYTE)), ("E", ANY))
    zero = u.rtype(inner).zero()
    assert (zero.f_A, zero.f_P.f_X, zero.f_S, zero.f_F, zero.f_B, zero.f_E) == ([0, 0], 0, b"", 0.0, bytearray(3), None)
    assert zero.f_A is not u.rtype(inner).zero().f_A
    assert u.rtype(BOOL).zero() is False
    rows = u.rtype(t.Array(2, t.Array(2, INT))).zero()
    rows[0][0] = 1
    assert rows == [[1, 0], [0, 0]]


def test_copies_are_deep() -> None:
    r = rtypes(struct(("A", t.Array(1, P)), ("P", P)))[0]
    original = r.zero()
    copy = r.copy(original)
    copy.f_A[0].f_X = 1
    copy.f_P.f_X = 2
    assert (original.f_A[0].f_X, original.f_P.f_X) == (0, 0)
    assert row_function("copy.struct")(original) is not original


def test_assignment_in_place_keeps_pointers_to_parts_valid() -> None:
    r = rtypes(struct(("A", t.Array(1, P)), ("P", P)))[0]
    target, source = r.zero(), r.zero()
    part, element = target.f_P, target.f_A[0]
    source.f_P.f_X, source.f_A[0].f_X = 3, 4
    row_function("assign.struct")(target, source)
    assert (part.f_X, element.f_X) == (3, 4)
    array = rtypes(t.Array(1, P))[0]
    row_function("assign.array")(target.f_A, array.zero(), array)
    assert element.f_X == 0


def test_equality() -> None:
    u = Universe()
    nan = float("nan")
    floats = u.rtype(t.Array(2, FLOAT))
    assert floats.equal([1.0, 0.0], [1.0, -0.0])
    assert not floats.equal([nan, 1.0], [nan, 1.0])
    blank = u.rtype(struct(("_", INT), ("a", INT)))
    assert blank.equal(blank.cls(1, 2), blank.cls(9, 2))
    assert not blank.equal(blank.cls(1, 2), blank.cls(1, 3))
    anys = u.rtype(t.Array(1, ANY))
    assert not anys.equal([(u.rtype(INT), 1)], [(u.rtype(TYP["int8"]), 1)])
    assert row_function("eq.value")([1.0, 2.0], [1.0, 2.0], floats)


def test_interfaces_compare_types_and_values() -> None:
    u = Universe()
    eq = row_function("eq.iface")
    assert eq(None, None)
    assert not eq(None, (u.rtype(INT), 0))
    assert eq((u.rtype(INT), 1), (u.rtype(INT), 1))
    assert not eq((u.rtype(INT), 1), (u.rtype(BOOL), True))
    ptr = u.rtype(t.Pointer(t.Array(1, INT)))
    assert not eq((ptr, [1]), (ptr, [1]))


def test_uncomparable_values() -> None:
    u = Universe()
    slice_t, holder = u.rtype(t.Slice(INT)), named("U", struct(("xs", t.Slice(INT))))
    x = (slice_t, slice_t.zero())
    eq = row_function("eq.iface")
    assert panic_message(eq, x, x) == "runtime error: comparing uncomparable type []int"
    y = (u.rtype(holder), u.rtype(holder).zero())
    assert panic_message(eq, y, y) == "runtime error: comparing uncomparable type main.U"
    v = u.rtype(struct(("e", ANY)))
    assert panic_message(eq, (v, v.cls(x)), (v, v.cls(x))) == "runtime error: comparing uncomparable type []int"


def test_odd_field_names_become_harmless_attributes() -> None:
    r = rtypes(struct(("__class__", INT), ("_", INT), ("_", STRING), ("größe", INT), ("lambda", INT)))[0]
    attrs = [f.attr for f in r.fields]
    assert attrs[:3] == ["f___class__", "b_1", "b_2"]
    assert attrs[3].startswith("u_")
    assert attrs[4] == "f_lambda"
    assert r.cls(1, 2, b"3", 4, 5).f___class__ == 1
    assert row_function("addr.field")(r.cls(1, 2, b"3", 4, 5), "größe", 3).v == 4


# ---------------------------------------------------------------- methods


def test_method_sets_follow_pointers_and_embedding() -> None:
    base = named("Base", struct())
    base.methods = [method("V"), method("Ptr", ptr_recv=True)]
    outer = named("Outer", struct(field("Base", base, embedded=True)))
    by_pointer = named("ByPointer", struct(field("Base", t.Pointer(base), embedded=True)))
    outer.methods = [method("Own")]
    b, pb, o, po, bp = rtypes(base, t.Pointer(base), outer, t.Pointer(outer), by_pointer)
    assert list(b.method_set) == ["V"]
    assert list(pb.method_set) == ["Ptr", "V"]
    assert list(o.method_set) == ["Own", "V"]
    assert list(po.method_set) == ["Own", "Ptr", "V"]
    assert list(bp.method_set) == ["Ptr", "V"]
    assert o.method_set["V"].path == (0,)


def test_shallower_names_hide_and_equal_depths_cancel() -> None:
    a, b = named("A", struct()), named("B", struct())
    a.methods, b.methods = [method("M"), method("N")], [method("M")]
    both = named("Both", struct(field("A", a, embedded=True), field("B", b, embedded=True)))
    hidden = named("Hidden", struct(field("A", a, embedded=True), ("M", INT)))
    r, h = rtypes(both, hidden)
    assert list(r.method_set) == ["N"]
    assert list(h.method_set) == ["N"]


def test_type_assertions() -> None:
    u = Universe()
    tt = named("T", struct())
    tt.methods = [method("M", ptr_recv=True)]
    n = u.rtype(named("N", interface(method("M"))))
    i = u.rtype(named("I", interface(method("M"), method("A"))))
    any_t, value, pointer = u.rtype(ANY), u.rtype(tt), u.rtype(t.Pointer(tt))
    concrete, to_interface = row_function("assert.concrete"), row_function("assert.interface")
    head = "interface conversion: "
    e, p = (value, value.zero()), (pointer, value.zero())
    assert concrete(e, value, any_t) is e[1]
    assert to_interface(p, n, any_t) is p
    assert panic_message(concrete, None, u.rtype(INT), any_t) == head + "interface {} is nil, not int"
    assert panic_message(to_interface, None, i, any_t) == head + "interface is nil, not main.I"
    assert panic_message(concrete, None, pointer, n) == head + "main.N is nil, not *main.T"
    assert panic_message(to_interface, e, i, any_t) == head + "main.T is not main.I: missing method A"
    assert panic_message(to_interface, p, i, n) == head + "*main.T is not main.I: missing method A"
    assert panic_message(concrete, e, pointer, any_t) == head + "interface {} is main.T, not *main.T"
    scopes = head + "interface {} is main.T, not main.T (types from different scopes)"
    assert panic_message(concrete, e, u.rtype(named("T", struct())), any_t) == scopes
    assert row_function("assert.concrete2")(e, u.rtype(INT)) == (0, False)
    assert row_function("assert.interface2")(e, n) == (None, False)
    assert row_function("assert.interface2")(p, n) == (p, True)


def test_type_switch_rows() -> None:
    u = Universe()
    kind = row_function("iface.type")
    x = (u.rtype(INT), 0)
    assert kind(None) is None
    assert row_function("type.is")(kind(x), u.rtype(INT))
    assert row_function("type.implements")(kind(x), u.rtype(ANY))
    assert not row_function("type.implements")(kind(None), u.rtype(ANY))
    assert row_function("iface.value")(x) == 0


def test_methods_are_linked_once() -> None:
    u = Universe()
    asked: list[str] = []

    def link(r: object, name: str) -> object:
        asked.append(name)
        return lambda recv, *args: (recv, *args)

    u.link_method = link  # type: ignore[assignment]
    x = (u.rtype(INT), 5)
    bound = row_function("iface.bind")(x, "M")
    assert bound(1) == (5, 1)
    assert row_function("iface.bind")(x, "M")(2) == (5, 2)
    assert asked == ["M"]
    assert panic_message(row_function("iface.bind"), None, "M").endswith("nil pointer dereference")


@pytest.mark.parametrize(
    ("type", "size"),
    [
        (struct(("a", BOOL), ("b", INT), ("c", BOOL)), 24),
        (struct(("a", BOOL), ("b", BOOL)), 2),
        (struct(("a", INT), ("b", struct())), 16),
        (t.Array(3, TYP["int16"]), 6),
        (STRING, 16),
        (ANY, 16),
        (t.Slice(INT), 24),
    ],
)
def test_sizes(type: t.Type, size: int) -> None:
    assert rtypes(type)[0].size == size
