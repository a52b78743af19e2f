"""The Run: addresses, output, events, natives, println; and the operation rows that need it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from minigo.runtime import natives
from minigo.runtime.events import KINDS, Bus, Recorder
from minigo.runtime.ops import linked_functions, row_function
from minigo.runtime.panics import FatalError, LimitExceeded, runtime_error, user_panic
from minigo.runtime.printing import float_text
from minigo.runtime.run import Run
from minigo.runtime.traceback import Creator, Frame, GoroutineDump, dump_text, fatal_report, frame_lines, panic_report
from minigo.runtime.values import NIL_SLICE, Box, slice_of
from minigo.types import types as t
from tests.runtime.world import INT, STRING, make_run, named, struct


@pytest.fixture
def run() -> Run:
    return make_run()


# ---------------------------------------------------------------- print


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (1.5, "1.5"),
        (3.0, "3"),
        (100000.0, "100000"),
        (1000000.0, "1e+06"),
        (123456.789, "123456.789"),
        (1234567.5, "1.2345675e+06"),
        (12345678901234567890.0, "1.2345678901234567e+19"),
        (0.0001, "0.0001"),
        (0.000012345, "1.2345e-05"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (1e100, "1e+100"),
        (-0.0, "-0"),
        (-1.25, "-1.25"),
        (float("inf"), "+Inf"),
        (float("-inf"), "-Inf"),
        (float("nan"), "NaN"),
    ],
)
def test_floats(x: float, text: str) -> None:
    assert float_text(x) == text


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (16777216.0, "1.6777216e+07"),
        (3.4028234663852886e38, "3.4028235e+38"),
        (1.401298464324817e-45, "1e-45"),
        (0.30000001192092896, "0.3"),
        (123456.703125, "123456.7"),
    ],
)
def test_float32s(x: float, text: str) -> None:
    assert float_text(x, 32) == text


def test_println(run: Run) -> None:
    println, print_ = linked_functions(run)["println"], linked_functions(run)["print"]
    println(1, b"a\xff", True, 1 - 2j, None, "int64", "string", "bool", "complex128", "interface")
    println()
    print_(1, 2, b"x", "int64", "int64", "string")
    assert isinstance(run.streams.stderr, io.BytesIO)
    assert run.streams.stderr.getvalue() == b"1 a\xff true (1-2i) (0x0,0x0)\n\n12x"


def test_println_of_references(run: Run) -> None:
    println = linked_functions(run)["println"]
    println(None, NIL_SLICE, Box(1), slice_of([1, 2]), "pointer", "slice", "pointer", "slice")
    assert isinstance(run.streams.stderr, io.BytesIO)
    assert run.streams.stderr.getvalue() == b"0x0 [0/0]0x0 0xc000012000 [2/2]0xc000012040\n"


def test_output_has_a_limit(run: Run) -> None:
    run.output_limit = 4
    run.write(1, b"abc")
    with pytest.raises(LimitExceeded, match="max-output"):
        run.write(1, b"de")
    assert isinstance(run.streams.stdout, io.BytesIO)
    assert run.streams.stdout.getvalue() == b"abcd"


# ---------------------------------------------------------------- values


def test_addresses_are_stable_and_in_order(run: Run) -> None:
    a, b = Box(1), Box(2)
    assert (run.address(b), run.address(a), run.address(b), run.address(None)) == (
        0xC000012000,
        0xC000012040,
        0xC000012000,
        0,
    )
    s = slice_of([1, 2, 3])
    ref = row_function("addr.elem.slice")
    assert run.address(ref(s, 1)) - run.address(s) == 8
    point = run.universe.rtype(struct(("X", INT), ("Y", INT))).zero()
    field = row_function("addr.field")
    assert run.address(field(point, "Y", 1)) - run.address(point) == 8


def test_maps_of_the_run(run: Run) -> None:
    functions = linked_functions(run)
    m = functions["make.map"](0, run.universe.rtype(t.Map(STRING, INT)))
    m.set(b"k", 1)
    it = functions["map.iter"](m)
    step = row_function("map.next")
    assert (step(it), step(it)) == ((True, b"k", 1), (False, None, None))


def test_faults_become_go_values_when_recovered(run: Run) -> None:
    panic = runtime_error("index out of range [1] with length 0")
    rtype, value = run.recover(panic)
    assert (rtype.string, value) == ("main.errorString", b"index out of range [1] with length 0")
    assert run.panic_value(panic) is run.panic_value(panic)
    pointed = named("TypeAssertionError", struct(("text", STRING)))
    run.fault_types["error"] = run.universe.rtype(t.Pointer(pointed))
    assert run.panic_value(runtime_error("x"))[1].f_text == b"x"


def test_panics_are_announced_once(run: Run) -> None:
    run.bus.on = True
    panic = run.string_panic("boom")
    run.as_panic(panic)
    run.as_panic(panic)
    run.recover(panic)
    assert run.machine.events == [("panic", "boom"), ("recover", "boom")]  # type: ignore[attr-defined]


# ---------------------------------------------------------------- natives


def test_natives() -> None:
    @natives.native("test.Add")
    def add(x: int, y: int) -> int:
        return x + y

    @natives.linked("test.Args")
    def args(run: Run) -> Callable[[], int]:
        return lambda: len(run.args)

    @natives.native("test.Name", generic=True)
    def name(rtype: Any, x: Any) -> str:
        return f"{rtype.string} {x}"

    run = make_run()
    run.args = ["prog", "a"]

    def bound(symbol: str, *types: t.Type) -> Callable[..., Any]:
        found = natives.lookup(symbol)
        assert found is not None
        return found.bind(run, [run.universe.rtype(each) for each in types])

    assert bound("test.Add")(1, 2) == 3
    assert bound("test.Args")() == 2
    assert bound("test.Name", INT)(7) == "int 7"
    assert natives.lookup("test.Nothing") is None
    assert {"test.Add", "test.Args", "test.Name"} <= set(natives.names())
    with pytest.raises(ValueError, match=r"two natives are called test\.Add"):
        natives.native("test.Add")(add)


# ---------------------------------------------------------------- events


def test_the_bus_is_off_until_somebody_listens() -> None:
    bus = Bus()
    assert not bus.on
    assert not bus.wants("send")
    recorder = Recorder(bus, "send")
    assert bus.on
    assert bus.wants("send")
    assert not bus.wants("recv")
    bus.emit("send", 1, 0, 100, 7, 8)
    bus.emit("recv", 2, 0, 200, 7, 8, True)
    assert recorder.events == [("send", 1, 0, 100, 7, 8)]
    assert recorder.lines() == ["send 1 0 100 7 8"]
    with pytest.raises(ValueError, match="unknown event kind 'sned'"):
        bus.subscribe(print, "sned")


def test_equal_streams_have_equal_digests() -> None:
    def digest(*times: int) -> str:
        bus = Bus()
        recorder = Recorder(bus)
        for time in times:
            bus.emit("run", 1, 0, time, "runnext")
        return recorder.digest()

    assert digest(1, 2) == digest(1, 2)
    assert digest(1, 2) != digest(1, 3)
    assert digest() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_observers_are_called_in_order() -> None:
    bus = Bus()
    calls: list[str] = []
    bus.subscribe(lambda *event: calls.append("kind"), "go")
    bus.subscribe(lambda *event: calls.append("all"))
    bus.emit("go", 1, 0, 0, 2, "main.f", "x.go:1")
    bus.emit("yield", 1, 0, 0)
    assert calls == ["all", "kind", "all"]
    assert "go" in KINDS


# ---------------------------------------------------------------- dumps

WORK = [Frame("main.(*Server).handle", "/src/main.go", 14, True), Frame("main.main", "/src/main.go", 33)]


def test_a_dump_of_goroutines() -> None:
    main = GoroutineDump(1, "sync.WaitGroup.Wait", [Frame("main.main", "/src/main.go", 45)])
    other = GoroutineDump(9, "chan receive", WORK, Creator("main.main", 1, "/src/main.go", 33), minutes=2)
    assert dump_text([main, other]) == (
        "goroutine 1 [sync.WaitGroup.Wait]:\n"
        "main.main()\n"
        "\t/src/main.go:45\n"
        "\n"
        "goroutine 9 [chan receive, 2 minutes]:\n"
        "main.(*Server).handle(...)\n"
        "\t/src/main.go:14\n"
        "main.main()\n"
        "\t/src/main.go:33\n"
        "created by main.main in goroutine 1\n"
        "\t/src/main.go:33\n"
    )


def test_deep_stacks_show_both_ends() -> None:
    frames = [Frame(f"main.f{i}", "/src/main.go", i) for i in range(1000)]
    lines = frame_lines(frames)
    assert len(lines) == 201
    assert (lines[98], lines[100], lines[101]) == ("main.f49()", "...900 frames elided...", "main.f950()")
    assert "elided" not in "".join(frame_lines(frames[:100]))


def test_reports(run: Run) -> None:
    dump = GoroutineDump(1, "running", WORK[1:])
    stack = "goroutine 1 [running]:\nmain.main()\n\t/src/main.go:33\n"
    panic = user_panic(run.string_value(b"boom"))
    assert panic_report(panic, run.show_panic, [dump]) == f"panic: boom\n\n{stack}"
    assert fatal_report(FatalError("concurrent map writes"), [dump]) == (
        f"fatal error: concurrent map writes\n\n{stack}"
    )
    alone = "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"
    assert fatal_report(FatalError("no goroutines (main called runtime.Goexit) - deadlock!"), []) == alone
