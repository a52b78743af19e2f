"""Integer arithmetic without the tests that cannot fail.

Sums, differences and products are computed on Python's unbounded integers and brought into the range of their kind
once, at the end: wrapping is a ring homomorphism, so what comes before may stay out of range. Where the interval
analysis shows that the end is in range, nothing is tested at all.

The test of a 64-bit result first compares with small numbers: these comparisons Python specialises.
"""

from __future__ import annotations

import ast
from typing import Any

from minigo.core import nodes as c
from minigo.engine import pyast as py
from minigo.engine.facts import facts_of
from minigo.engine.intervals import FULL, Interval, exact, within
from minigo.engine.unit import Link, Unit
from minigo.runtime.ops_int import INT_KINDS
from minigo.runtime.optable import OpRow

MAX_BITS = 192
"""Numbers that may get longer than this are wrapped on the way."""
_DIGIT = (1 << 30) - 1
"""The greatest integer of one digit in CPython."""
_MIN64, _MAX64 = FULL["int64"]

_RING: dict[str, type[ast.operator]] = {"add": ast.Add, "sub": ast.Sub, "mul": ast.Mult}
_DIVISION: dict[str, type[ast.operator]] = {"div": ast.FloorDiv, "rem": ast.Mod}


class Arithmetic(Unit):
    """Translates operations on integers."""

    def __init__(self, link: Link, function: c.Function) -> None:
        super().__init__(link, function)
        self.facts = facts_of(function, link.opt)

    def expr(self, e: c.Expr) -> ast.expr:
        raise NotImplementedError

    def row(self, e: c.Expr, row: OpRow, args: list[c.Expr], attrs: tuple[Any, ...] = ()) -> ast.expr:
        raise NotImplementedError

    def interval(self, e: c.Expr, kind: str) -> Interval:
        """In which interval the value of `e`, of an integer kind, is."""
        if isinstance(e, c.Const):
            return e.value, e.value
        return self.facts.intervals.get(e, FULL[kind])

    def arithmetic(self, e: c.Op) -> ast.expr | None:
        """The code of an operation on integers; None when there is nothing better than its template."""
        name, _, kind = e.name.partition(".")
        if name in _RING and kind in INT_KINDS:
            code, interval = self._raw_operation(e, name, kind)
            return self.wrapped(self.at(e.pos), kind, code, interval)
        if name == "shl" and kind in INT_KINDS and self._is_plain_shift(e, kind):
            code, interval = self._raw_shift(e, kind)
            return self.wrapped(self.at(e.pos), kind, code, interval)
        if name in _DIVISION and kind in INT_KINDS:
            return self._division(e, name, kind)
        if name == "and" and kind in INT_KINDS and isinstance(e.args[1], c.Const) and e.args[1].value >= 0:
            code, _ = self.raw(e.args[0], kind)
            return py.binary(self.at(e.pos), code, ast.BitAnd(), self.expr(e.args[1]))
        if name == "convert":
            return self._conversion(e, kind)
        return None

    # -------------------------------------------------- sums, differences, products

    def raw(self, e: c.Expr, kind: str) -> tuple[ast.expr, Interval]:
        """Code that yields `e` up to multiples of the kind's modulus, and the interval of what it yields."""
        if isinstance(e, c.Op) and not self.is_deep:
            name, _, own = e.name.partition(".")
            if own == kind and (name in _RING or (name == "shl" and self._is_plain_shift(e, kind))):
                self.depth += 1
                parts = self._raw_shift(e, kind) if name == "shl" else self._raw_operation(e, name, kind)
                self.depth -= 1
                self.dirty = True
                return parts
        return self.expr(e), self.interval(e, kind)

    def _raw_operation(self, e: c.Op, name: str, kind: str) -> tuple[ast.expr, Interval]:
        x, first = self._short(e.args[0], kind)
        y, second = self._short(e.args[1], kind)
        return py.binary(self.at(e.pos), x, _RING[name](), y), exact(name, first, second)

    def _short(self, e: c.Expr, kind: str) -> tuple[ast.expr, Interval]:
        code, interval = self.raw(e, kind)
        if max(abs(interval[0]), abs(interval[1])).bit_length() > MAX_BITS:
            return self.wrapped(self.at(e.pos), kind, code, interval), FULL[kind]
        return code, interval

    def _is_plain_shift(self, e: c.Op, kind: str) -> bool:
        count = self.facts.intervals.get(e.args[1])
        return count is not None and within(count, (0, INT_KINDS[kind][0] - 1))

    def _raw_shift(self, e: c.Op, kind: str) -> tuple[ast.expr, Interval]:
        x, first = self._short(e.args[0], kind)
        low, high = self.facts.intervals[e.args[1]]
        count = self.expr(e.args[1])
        return py.binary(self.at(e.pos), x, ast.LShift(), count), exact("mul", first, (1 << low, 1 << high))

    def wrapped(self, line: int, kind: str, code: ast.expr, interval: Interval) -> ast.expr:
        """`code`, whose value is in `interval`, as a value of the kind."""
        if within(interval, FULL[kind]):
            return code
        bits, signed = INT_KINDS[kind]
        if not signed:
            return py.binary(line, code, ast.BitAnd(), py.const(line, (1 << bits) - 1))
        if bits < 64:
            half = 1 << bits - 1
            moved = py.binary(line, code, ast.Add(), py.const(line, half))
            masked = py.binary(line, moved, ast.BitAnd(), py.const(line, (1 << bits) - 1))
            return py.binary(line, masked, ast.Sub(), py.const(line, half))
        name = self.temp()
        test = self._in_range(line, name, code, interval)
        wrap = py.call(line, py.name(line, "wrap_int64"), [py.name(line, name)])
        return py.conditional(line, test, py.name(line, name), wrap)

    def _in_range(self, line: int, name: str, code: ast.expr, interval: Interval) -> ast.expr:
        """Whether an int64 can hold `code`, which is bound to `name`."""
        tests: list[ast.expr] = []
        for x, low, high in ((py.walrus(line, name, code), -_DIGIT, _DIGIT), (py.name(line, name), _MIN64, _MAX64)):
            if interval[0] >= _MIN64:
                tests.append(py.compare(line, x, ast.LtE(), py.const(line, high)))
            elif interval[1] <= _MAX64:
                tests.append(py.compare(line, x, ast.GtE(), py.const(line, low)))
            else:
                test = py.compare(line, py.const(line, low), ast.LtE(), x)
                test.ops.append(ast.LtE())
                test.comparators.append(py.const(line, high))
                tests.append(test)
        return py.boolean(line, ast.Or(), tests)

    # -------------------------------------------------- division, conversion

    def _division(self, e: c.Op, name: str, kind: str) -> ast.expr | None:
        x, y = e.args
        if self.interval(y, kind)[0] <= 0:
            return None
        if self.interval(x, kind)[0] < 0:
            return self.row(e, self.link.row(f"{name}.positive"), [x, y])
        dividend = self.expr(x)
        divisor = self.expr(y)
        return py.binary(self.at(e.pos), dividend, _DIVISION[name](), divisor)

    def _conversion(self, e: c.Op, kinds: str) -> ast.expr | None:
        target, _, source = kinds.partition(".")
        if target not in INT_KINDS or source not in INT_KINDS:
            return None
        if INT_KINDS[target][0] <= INT_KINDS[source][0]:
            code, interval = self.raw(e.args[0], source)
        else:
            code, interval = self.expr(e.args[0]), self.interval(e.args[0], source)
        return self.wrapped(self.at(e.pos), target, code, interval)
