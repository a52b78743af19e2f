"""The walker's closures that touch Go's memory or call Go values: in this file Python's errors stand for Go's.

Each function takes closures for the operands and makes a closure of the activation; the position is noted after the
operands are evaluated, so a trace shows where it failed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.core import nodes as c
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
    if not args:

        def call0(a: Activation) -> Any:
            function = callee(a)
            a.pos = pos
            return function()

        return call0
    first, *rest = args
    if not rest:

        def call1(a: Activation) -> Any:
            function = callee(a)
            x = first(a)
            a.pos = pos
            return function(x)

        return call1
    second, *rest = rest
    if not rest:

        def call2(a: Activation) -> Any:
            function = callee(a)
            x, y = first(a), second(a)
            a.pos = pos
            return function(x, y)

        return call2
    if len(rest) == 1:
        third = rest[0]

        def call3(a: Activation) -> Any:
            function = callee(a)
            x, y, z = first(a), second(a), third(a)
            a.pos = pos
            return function(x, y, z)

        return call3

    def call(a: Activation) -> Any:
        function = callee(a)
        values = [arg(a) for arg in args]
        a.pos = pos
        return function(*values)

    return call


def call_known(function: Callable[..., Any], args: list[Run], pos: Pos) -> Run:
    """Calls a function that is known beforehand."""
    if len(args) == 1:
        only = args[0]

        def call1(a: Activation) -> Any:
            x = only(a)
            a.pos = pos
            return function(x)

        return call1
    if len(args) == 2:
        first, second = args

        def call2(a: Activation) -> Any:
            x, y = first(a), second(a)
            a.pos = pos
            return function(x, y)

        return call2
    return call_value(lambda a: function, args, pos)


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


def apply_simple(function: Callable[..., Any], x: Run | c.Var, y: Run | c.Var | c.Const) -> Run:
    """An operation on two operands that cannot panic, where the first may be a plain variable, and the second one or a
    constant."""
    if isinstance(x, c.Var):
        v = x
        if isinstance(y, c.Const):
            value = y.value
            return lambda a: function(a.vars[v], value)
        if isinstance(y, c.Var):
            w = y
            return lambda a: function(a.vars[v], a.vars[w])
        last = y
        return lambda a: function(a.vars[v], last(a))
    first = x
    if isinstance(y, c.Const):
        value = y.value
        return lambda a: function(first(a), value)
    if isinstance(y, c.Var):
        w = y
        return lambda a: function(first(a), a.vars[w])
    second = y
    return lambda a: function(first(a), second(a))


def access_simple(function: Callable[..., Any], x: Run | c.Var, y: Run | c.Var | c.Const, pos: Pos) -> Run:
    """The same for an operation that may panic."""
    first = _run(x)
    if isinstance(x, c.Var) and isinstance(y, c.Var):
        v, w = x, y

        def variables(a: Activation) -> Any:
            a.pos = pos
            values = a.vars
            return function(values[v], values[w])

        return variables
    if isinstance(y, c.Const):
        value = y.value

        def constant_last(a: Activation) -> Any:
            x = first(a)
            a.pos = pos
            return function(x, value)

        return constant_last
    if isinstance(y, c.Var):
        w = y

        def variable_last(a: Activation) -> Any:
            x = first(a)
            a.pos = pos
            return function(x, a.vars[w])

        return variable_last
    return apply(function, [first, y], (), pos)


def _run(x: Run | c.Var) -> Run:
    if isinstance(x, c.Var):
        v = x
        return lambda a: a.vars[v]
    return x
