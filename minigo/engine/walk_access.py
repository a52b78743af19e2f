"""The walker's closures that touch Go's memory or call Go values: in this file Python's errors stand for Go's.

Each function takes closures for the operands and makes a closure of the activation; the position is noted after the
operands are evaluated, so a trace shows where it failed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.source import Pos

if TYPE_CHECKING:
    from minigo.engine.walker import Activation

Run = Callable[["Activation"], Any]


def read_attribute(x: Run, name: str, pos: Pos) -> Run:
    """x.name of a struct, or x.v of a pointer."""

    def read(a: Activation) -> Any:
        value = x(a)
        a.pos = pos
        return getattr(value, name)

    return read


def write_attribute(x: Run, name: str, value: Run, pos: Pos) -> Run:
    def write(a: Activation) -> None:
        target, new = x(a), value(a)
        a.pos = pos
        setattr(target, name, new)

    return write


def call_value(callee: Run, args: list[Run], pos: Pos) -> Run:
    """Calls a function value. Few arguments are passed without a tuple: so Python needs no C stack for the call."""

    def call0(a: Activation) -> Any:
        function = callee(a)
        a.pos = pos
        return function()

    def call1(a: Activation) -> Any:
        function = callee(a)
        x = args[0](a)
        a.pos = pos
        return function(x)

    def call2(a: Activation) -> Any:
        function = callee(a)
        x, y = args[0](a), args[1](a)
        a.pos = pos
        return function(x, y)

    def call3(a: Activation) -> Any:
        function = callee(a)
        x, y, z = args[0](a), args[1](a), args[2](a)
        a.pos = pos
        return function(x, y, z)

    def call(a: Activation) -> Any:
        function = callee(a)
        values = [arg(a) for arg in args]
        a.pos = pos
        return function(*values)

    return (call0, call1, call2, call3)[len(args)] if len(args) < 4 else call


def call_spread(callee: Run, results: Run, pos: Pos) -> Run:
    """f(g()) where g has several results."""

    def call(a: Activation) -> Any:
        function = callee(a)
        values = results(a)
        a.pos = pos
        return function(*values)

    return call


def call_method(x: Run, name: str, args: list[Run], pos: Pos) -> Run:
    """Calls a method of an interface value."""

    def call0(a: Activation) -> Any:
        receiver = x(a)
        a.pos = pos
        return receiver[0].methods[name](receiver[1])

    def call1(a: Activation) -> Any:
        receiver = x(a)
        y = args[0](a)
        a.pos = pos
        return receiver[0].methods[name](receiver[1], y)

    def call(a: Activation) -> Any:
        receiver = x(a)
        values = [arg(a) for arg in args]
        a.pos = pos
        return receiver[0].methods[name](receiver[1], *values)

    return (call0, call1)[len(args)] if len(args) < 2 else call


def apply(function: Callable[..., Any], args: list[Run], attrs: tuple[Any, ...], pos: Pos) -> Run:
    """An operation that may panic."""
    if attrs or len(args) > 2:

        def many(a: Activation) -> Any:
            values = [arg(a) for arg in args]
            a.pos = pos
            return function(*values, *attrs)

        return many
    if len(args) == 2:
        first, second = args

        def binary(a: Activation) -> Any:
            x, y = first(a), second(a)
            a.pos = pos
            return function(x, y)

        return binary
    if len(args) == 1:
        only = args[0]

        def unary(a: Activation) -> Any:
            x = only(a)
            a.pos = pos
            return function(x)

        return unary

    def nullary(a: Activation) -> Any:
        a.pos = pos
        return function()

    return nullary


def apply_pure(function: Callable[..., Any], args: list[Run], attrs: tuple[Any, ...], pos: Pos) -> Run:
    """An operation that cannot panic."""
    if attrs or not 1 <= len(args) <= 2:
        return apply(function, args, attrs, pos)
    if len(args) == 2:
        first, second = args
        return lambda a: function(first(a), second(a))
    only = args[0]
    return lambda a: function(only(a))
