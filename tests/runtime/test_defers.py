"""Deferred calls, recover and Goexit. Every expectation is what real Go does with the same program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minigo.runtime.defers import Defers
from minigo.runtime.ops import row_function
from minigo.runtime.panics import FatalError, Goexit, ProgramExit, user_panic
from tests.runtime.gocode import Program, raising


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
