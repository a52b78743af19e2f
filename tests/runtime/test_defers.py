"""Panics, deferred calls, recover and Goexit, and what a crash prints.

Functions of this file whose names begin with `go_` play compiled Go code: `main` is Go's main, and `@deferring` gives
a function deferred calls the way an engine does. Every expectation is what real Go does with the same program.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from minigo.runtime.defers import Defers
from minigo.runtime.ops import row_function
from minigo.runtime.panics import FatalError, Goexit, GoPanic, ProgramExit, nil_dereference, plain_error, user_panic
from minigo.runtime.run import Run
from minigo.runtime.traceback import Frame, frames_of, live_frames, panic_lines
from minigo.source import InternalError
from minigo.types import types as t
from minigo.types.universe import TYP
from tests.runtime.world import INT, STRING, make_run, method, named, signature, struct


def describe(frame: FrameType, line: int) -> Frame | None:
    name = frame.f_code.co_name
    if frame.f_code.co_filename != __file__ or not name.startswith("go_"):
        return None
    return Frame("main." + name[3:], "/src/main.go", line - frame.f_code.co_firstlineno)


class Program:
    """What the go_ functions need: panics, recover, and a log."""

    def __init__(self) -> None:
        self.run: Run = make_run()
        self.run.describe = describe
        self.run.is_go_code = lambda frame: describe(frame, 0) is not None
        self.log: list[Any] = []

    def str(self, text: str) -> Any:
        return self.run.string_value(text.encode())

    def panic(self, text: str) -> GoPanic:
        return user_panic(self.str(text))

    def defers(self) -> Defers:
        return Defers(self.run)

    def call(self, body: Callable[[Defers], None]) -> None:
        """Calls a function with deferred calls, as engines do."""
        d = Defers(self.run)
        try:
            body(d)
        except (Exception, Goexit) as error:
            d.unwind(error)
        else:
            d.finish()

    def recovering(self, body: Callable[[Any], None]) -> Callable[[], None]:
        """A function that calls recover(): `body` gets what it returned."""

        def function() -> None:
            token = self.run.take_token()
            body(self.run.recover(token))

        function.recovers = True  # type: ignore[attr-defined]
        return function

    def logging(self) -> Callable[[], None]:
        return self.recovering(lambda r: self.log.append(r and r[1]))

    def crash(self, body: Callable[[], None]) -> str:
        """The lines that an unrecovered panic prints."""
        with pytest.raises(GoPanic) as caught:
            body()
        return panic_lines(caught.value, self.run.show_panic)


@pytest.fixture
def go() -> Program:
    return Program()


def raising(error: BaseException) -> Callable[..., None]:
    def function(*args: Any) -> None:
        raise error

    return function


def test_calls_run_last_in_first_out(go: Program) -> None:
    def main(d: Defers) -> None:
        for i in range(3):
            d.push(go.log.append, (i,))

    go.call(main)
    assert go.log == [2, 1, 0]


def test_recover_ends_a_panic_and_the_function_returns(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.log.append, ("last",))
        d.push(go.logging(), ())
        d.push(go.log.append, ("first",))
        raise go.panic("x")

    go.call(main)
    assert go.log == ["first", b"x", "last"]


def test_recover_without_panic_is_nil(go: Program) -> None:
    go.call(lambda d: d.push(go.logging(), ()))
    assert go.log == [None]


def test_recover_in_a_function_that_the_deferred_one_calls_is_nil(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(lambda: go.logging()(), ())
        raise go.panic("x")

    assert go.crash(lambda: go.call(main)) == "panic: x\n"
    assert go.log == [None]


def test_recover_in_a_deferred_call_of_the_deferred_function_is_nil(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(lambda: go.call(lambda inner: inner.push(go.logging(), ())), ())
        raise go.panic("x")

    assert go.crash(lambda: go.call(main)) == "panic: x\n"
    assert go.log == [None]


def test_a_bound_method_recovers(go: Program) -> None:
    def recovering(receiver: Any) -> None:
        go.log.append((receiver, go.run.recover(go.run.take_token())))

    recovering.recovers = True  # type: ignore[attr-defined]

    def main(d: Defers) -> None:
        d.push(row_function("bind")(recovering, "recv"), ())
        raise go.panic("m")

    go.call(main)
    assert go.log == [("recv", go.str("m"))]


def test_a_second_recover_is_nil(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.logging(), ())
        d.push(go.logging(), ())
        raise go.panic("x")

    go.call(main)
    assert go.log == [b"x", None]


def test_panics_in_deferred_calls_replace_the_one_before(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(raising(go.panic("third")), ())
        d.push(raising(go.panic("second")), ())
        raise go.panic("first")

    assert go.crash(lambda: go.call(main)) == "panic: first\n\tpanic: second\n\tpanic: third\n"


def test_recovering_the_last_of_them_is_enough(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.logging(), ())
        d.push(raising(go.panic("y")), ())
        raise go.panic("x")

    go.call(main)
    assert go.log == [b"y"]


def test_panics_in_a_loop_of_defers(go: Program) -> None:
    def step(i: int) -> Callable[[], None]:
        def body(r: Any) -> None:
            go.log.append((i, r and r[1]))
            if i > 0:
                raise go.panic(str(i))

        return go.recovering(body)

    def main(d: Defers) -> None:
        for i in range(3):
            d.push(step(i), ())
        raise go.panic("l")

    go.call(main)
    assert go.log == [(2, b"l"), (1, b"2"), (0, b"1")]


def test_recovered_then_another_panic(go: Program) -> None:
    def again(r: Any) -> None:
        raise go.panic("again: " + r[1].decode())

    def main(d: Defers) -> None:
        d.push(go.recovering(again), ())
        raise go.panic("first")

    assert go.crash(lambda: go.call(main)) == "panic: first [recovered]\n\tpanic: again: first\n"


def test_panicking_again_with_the_same_value(go: Program) -> None:
    def again(r: Any) -> None:
        raise user_panic(r)

    def main(d: Defers) -> None:
        d.push(go.recovering(again), ())
        d.push(go.recovering(again), ())
        raise go.panic("first")

    assert go.crash(lambda: go.call(main)) == "panic: first [recovered, repanicked]\n"


def test_recovered_then_mid_then_the_same_value_again(go: Program) -> None:
    def outer(r: Any) -> None:
        def inner(d: Defers) -> None:
            d.push(raising(user_panic(r)), ())
            raise go.panic("mid")

        go.call(inner)

    def main(d: Defers) -> None:
        d.push(go.recovering(outer), ())
        raise go.panic("first")

    expected = "panic: first [recovered]\n\tpanic: mid\n\tpanic: first\n"
    assert go.crash(lambda: go.call(main)) == expected


def test_a_panic_recovered_inside_the_deferred_function_leaves_the_first_alone(go: Program) -> None:
    def deferred() -> None:
        def inner(d: Defers) -> None:
            d.push(go.logging(), ())
            raise go.panic("second")

        go.call(inner)

    def main(d: Defers) -> None:
        d.push(deferred, ())
        raise go.panic("first")

    assert go.crash(lambda: go.call(main)) == "panic: first\n"
    assert go.log == [b"second"]


def test_deferring_nil_panics_when_the_function_ends(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(None, ())
        go.log.append("body")

    text = go.crash(lambda: go.call(main))
    assert text.startswith("panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV")
    assert go.log == ["body"]


def test_panic_nil(go: Program) -> None:
    def main(d: Defers) -> None:
        raise user_panic(None)

    assert go.crash(lambda: go.call(main)) == "panic: runtime error: panic called with nil argument\n"


@pytest.mark.parametrize("error", [ProgramExit(3), FatalError("x")])
def test_exit_and_fatal_errors_run_no_defers(go: Program, error: BaseException) -> None:
    def main(d: Defers) -> None:
        d.push(go.log.append, ("no",))
        raise error

    with pytest.raises(type(error)):
        go.call(main)
    assert go.log == []


def test_exit_in_a_deferred_call_wins_over_the_panic(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.log.append, ("no",))
        d.push(raising(ProgramExit(3)), ())
        raise go.panic("x")

    with pytest.raises(ProgramExit):
        go.call(main)
    assert go.log == []


# ---------------------------------------------------------------- Goexit


def test_goexit_runs_defers_and_is_not_recovered(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.log.append, ("last",))
        d.push(go.logging(), ())
        raise Goexit

    with pytest.raises(Goexit):
        go.call(main)
    assert go.log == [None, "last"]


def test_a_panic_during_goexit_is_printed_alone(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(raising(go.panic("in defer")), ())
        raise Goexit

    assert go.crash(lambda: go.call(main)) == "panic: in defer\n"


def test_goexit_goes_on_after_a_panic_during_it_is_recovered(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.log.append, ("last",))
        d.push(go.logging(), ())
        d.push(raising(go.panic("in defer")), ())
        raise Goexit

    with pytest.raises(Goexit):
        go.call(main)
    assert go.log == [b"in defer", "last"]


def test_goexit_in_a_deferred_call_ends_the_panic(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.log.append, ("last",))
        d.push(raising(Goexit()), ())
        raise go.panic("x")

    with pytest.raises(Goexit):
        go.call(main)
    assert go.log == ["last"]


# ---------------------------------------------------------------- Python's errors as Go's


def go_divide(x: int, y: int) -> int:
    return x // y


def go_field(x: Any) -> Any:
    return x.f_next


def go_call(f: Any) -> Any:
    return f()


def go_index(x: Any) -> Any:
    return row_function("index.array")(x, 1)


def go_shift(x: int, n: int) -> int:
    return x >> n


@pytest.mark.parametrize(
    ("function", "args", "text"),
    [
        (go_divide, (1, 0), "integer divide by zero"),
        (go_field, (None,), "invalid memory address or nil pointer dereference"),
        (go_call, (None,), "invalid memory address or nil pointer dereference"),
        (go_index, (None,), "invalid memory address or nil pointer dereference"),
        (go_shift, (1, -1), "negative shift amount"),
    ],
)
def test_errors_in_go_code_are_panics(go: Program, function: Any, args: tuple[Any, ...], text: str) -> None:
    def main(d: Defers) -> None:
        d.push(go.logging(), ())
        function(*args)

    go.call(main)
    assert go.log == [text.encode()]


def own_code(x: Any) -> Any:
    return x.f_next


def go_calls_own_code(x: Any) -> Any:
    return own_code(x)


def test_the_same_errors_in_minigos_code_are_bugs(go: Program) -> None:
    with pytest.raises(InternalError, match="AttributeError"):
        go.call(lambda d: go_calls_own_code(None))


def go_bad_attribute(x: Any) -> Any:
    return x.no_such_attribute


def test_only_none_is_nil(go: Program) -> None:
    with pytest.raises(InternalError):
        go.call(lambda d: go_bad_attribute(5))


def test_too_deep_recursion_is_fatal(go: Program) -> None:
    def main(d: Defers) -> None:
        d.push(go.logging(), ())
        raise RecursionError

    with pytest.raises(FatalError) as caught:
        go.call(main)
    assert caught.value.text == "stack overflow"
    assert caught.value.preface == "runtime: goroutine stack exceeds 1000000000-byte limit\n"


# ---------------------------------------------------------------- the text of values


def value_of(go: Program, type: t.Type, value: Any) -> str:
    return go.run.show_panic(user_panic((go.run.universe.rtype(type), value)))


def test_values_of_panics(go: Program) -> None:
    s, i, f = named("S", STRING), named("I", INT), named("F", TYP["float64"])
    assert value_of(go, STRING, b'something\nbad "quoted"') == 'something\n\tbad "quoted"'
    assert value_of(go, s, b'hey\n"x"') == 'main.S("hey\n\t"x"")'
    assert value_of(go, i, -3) == "main.I(-3)"
    assert value_of(go, f, 3.5) == "main.F(3.5)"
    assert value_of(go, named("B", TYP["bool"]), True) == "main.B(true)"
    assert value_of(go, TYP["bool"], True) == "true"
    assert value_of(go, TYP["complex128"], 1 - 2j) == "(1-2i)"
    assert value_of(go, named("C", TYP["complex128"]), 1 - 2j) == "main.C(1-2i)"
    assert value_of(go, TYP["float64"], 1e300) == "1e+300"
    assert value_of(go, TYP["float32"], 0.10000000149011612) == "0.1"
    point = named("P", struct(("X", INT)))
    assert value_of(go, t.Pointer(point), None) == "(*main.P) 0x0"
    assert value_of(go, point, go.run.universe.rtype(point).zero()).startswith("(main.P) 0xc0000")


def with_text(go: Program, name: str, text: Callable[[Any], bytes]) -> t.Named:
    type = named("E", INT)
    type.methods = [method(name, signature([], [STRING]))]
    go.run.universe.link_method = lambda rtype, asked: text
    return type


def test_errors_and_stringers_speak_for_themselves(go: Program) -> None:
    assert value_of(go, with_text(go, "Error", lambda v: b"multi\nline"), 1) == "multi\n\tline"
    assert value_of(go, with_text(go, "String", lambda v: b"str%d" % v), 2) == "str2"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (lambda go: go.panic("in Error"), "panic while printing panic value: in Error"),
        (lambda go: nil_dereference(), "panic while printing panic value: type main.errorString"),
        (lambda go: plain_error("x"), "panic while printing panic value: type main.plainError"),
    ],
)
def test_an_error_method_that_panics(go: Program, error: Any, text: str) -> None:
    type = with_text(go, "Error", lambda v: raising(error(go))(v))  # type: ignore[func-returns-value, arg-type]
    with pytest.raises(FatalError) as caught:
        value_of(go, type, 1)
    assert caught.value.text == text


# ---------------------------------------------------------------- stacks


def go_boom(go: Program) -> None:
    raise go.panic("first")


def go_again(go: Program) -> None:
    raise go.panic("second")


def go_third(go: Program) -> None:
    raise go.panic("third")


def go_look(go: Program) -> None:
    import sys

    go.log.append([f.function for f in live_frames(sys._getframe(), describe)])


def go_main(go: Program, *deferred: Callable[..., None]) -> None:
    d = Defers(go.run)
    try:
        for function in deferred:
            d.push(function, (go,))
        go_boom(go)
    except (Exception, Goexit) as error:
        d.unwind(error)
    else:
        d.finish()


def go_caller(go: Program, *deferred: Callable[..., None]) -> None:
    d = Defers(go.run)
    try:
        go_main(go, *deferred)
    except (Exception, Goexit) as error:
        d.unwind(error)


PANIC = ("panic", 859)
"""What Go shows between a deferred call and the panic that runs it."""


def stack(go: Program, *deferred: Callable[..., None]) -> list[tuple[str, int]]:
    with pytest.raises(GoPanic) as caught:
        go_caller(go, *deferred)
    return [(f.function, f.line) for f in frames_of(caught.value, describe)]


def test_the_stack_of_a_panic_that_passed_handlers(go: Program) -> None:
    assert stack(go) == [("main.boom", 1), ("main.main", 5), ("main.caller", 3)]


def test_the_stack_of_a_panic_in_a_deferred_call_shows_the_first_panic_beneath(go: Program) -> None:
    expected = [("main.again", 1), PANIC, ("main.boom", 1), ("main.main", 5), ("main.caller", 3)]
    assert stack(go, go_again) == expected
    assert stack(go, go_third, go_again) == [("main.third", 1), PANIC, *expected]


def go_nested(go: Program) -> None:
    d = Defers(go.run)
    try:
        d.push(go_third, (go,))
        go_again(go)
    except (Exception, Goexit) as error:
        d.unwind(error)


def test_panics_nested_in_deferred_calls(go: Program) -> None:
    below = [("main.boom", 1), ("main.main", 5), ("main.caller", 3)]
    nested = [("main.third", 1), PANIC, ("main.again", 1), ("main.nested", 4), PANIC]
    assert stack(go, go_nested) == nested + below


def test_a_live_stack_in_a_deferred_call_shows_where_the_panic_came_from(go: Program) -> None:
    stack(go, go_look)
    assert go.log == [["main.look", "panic", "main.boom", "main.main", "main.caller"]]
