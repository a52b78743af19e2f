"""Panics: Python's errors as Go's, what a crash prints, and its stacks. Every expectation is what real Go does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minigo.runtime.defers import Defers
from minigo.runtime.ops import row_function
from minigo.runtime.panics import FatalError, Goexit, GoPanic, nil_dereference, plain_error, user_panic
from minigo.runtime.traceback import frames_of, live_frames
from minigo.source import InternalError
from minigo.types import types as t
from minigo.types.universe import TYP
from tests.runtime.gocode import Program, describe, raising
from tests.runtime.world import INT, STRING, method, named, signature, struct

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
