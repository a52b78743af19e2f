"""What is done before a portion so that accesses to arrays in it need no tests: see direct.py.

The result is a condition; where it holds the loop's body is run in the version with direct accesses, else in the other.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from minigo.core import nodes as c
from minigo.core.visit import expressions, statement_operands, statements
from minigo.engine import pyast as py
from minigo.engine.control import Control
from minigo.engine.counted import Counted
from minigo.engine.direct import Access, Base, Linear, plan_of, type_of
from minigo.engine.exprs import Direct
from minigo.engine.facts import as_long_as
from minigo.runtime.values import field_attr
from minigo.source import NO_POS
from minigo.types.types import Pointer

Code = Callable[[int], ast.expr]
"""Makes the code of something, anew each time, on a line."""


def _name(id: str) -> Code:
    return lambda line: py.name(line, id)


class Prepared(Control):
    """Translates accesses that a portion prepares."""

    def prepare(
        self, line: int, count: Counted, start: str, end: str
    ) -> tuple[list[ast.stmt], ast.expr, Preparation] | None:
        """For the portion range(start, end, step): statements that go before, the condition, and what holds then. None
        when there is nothing to prepare."""
        plan = plan_of(count)
        if plan is None:
            return None
        out = Preparation(self, count, start, end)
        for access in sorted(plan.accesses, key=lambda a: not a.certain):
            if access.certain or out.is_covered(access, line):
                out.add(access, line)
        test = py.boolean(line, ast.And(), out.tests) if len(out.tests) > 1 else out.tests[0]
        return out.before, test, out

    def prepare_whole(self, line: int, count: Counted) -> list[ast.stmt]:
        """For the accesses to what is as long as the loop's bound, at the counter: they cannot fail at all."""
        found: dict[c.Var, str] = {}
        before: list[ast.stmt] = []
        if count.down or count.inclusive or not count.one:
            return before
        vars = as_long_as(count.bound, self.facts)
        for s in statements(count.loop.body) if vars else ():
            for e in statement_operands(s):
                for x in expressions(e):
                    match x:
                        case c.Index(kind="slice", x=c.Local(var=v), index=c.Local(var=i)) if (
                            v in vars and i is count.var and self.interval(x.index, "int64")[0] >= 0
                        ):
                            if v not in found:
                                found[v] = self.temp()
                                value = py.attr(line, py.name(line, self.var(v)), "array")
                                before.append(py.set_name(line, found[v], value))
                            self.direct[x] = self._whole(found[v], self.var(v), self.var(i))
        return before

    def _whole(self, array: str, owner: str, counter: str) -> Direct:
        def direct(line: int) -> tuple[ast.expr, ast.expr]:
            offset = py.attr(line, py.name(line, owner), "offset")
            return py.name(line, array), py.binary(line, offset, ast.Add(), py.name(line, counter))

        return direct


class Preparation:
    """The tests of one portion, and the direct accesses that they allow."""

    def __init__(self, unit: Prepared, count: Counted, start: str, end: str) -> None:
        self.unit = unit
        self.count = count
        self.first, self.last = start, end
        self.before: list[ast.stmt] = []
        self.tests: list[ast.expr] = []
        self.arrays: list[tuple[str, Code]] = []
        """Names to bind where the tests hold."""
        self.direct: dict[c.Index, Direct] = {}
        self._seen: set[str] = set()
        self._values: dict[Base, Code] = {}
        self._names: dict[Base, str] = {}
        self._offsets: dict[Base, str] = {}
        self._rests: dict[str, Code] = {}

    def _test(self, test: ast.expr) -> None:
        text = ast.unparse(test)
        if text not in self._seen:
            self._seen.add(text)
            self.tests.append(test)

    def is_covered(self, access: Access, line: int) -> bool:
        """Whether the tests made so far show that `access` cannot fail either."""
        index, base = access.linear, access.base
        if base not in self._values or index.rest is not None:
            return False
        return all(ast.unparse(test) in self._seen for test in self._limits(access, None, line))

    def add(self, access: Access, line: int) -> None:
        base = access.base
        self._value(base, line)
        index = access.linear
        rest = None if index.rest is None else self._rest(index.rest, line)
        for test in self._limits(access, rest, line):
            self._test(test)
        array, name, offset = self._names[base], self.unit.var(self.count.var), self._offsets.get(base)

        def direct(line: int) -> tuple[ast.expr, ast.expr]:
            place = self._sum(line, index, rest, py.name(line, name), index.constant)
            if offset is not None:
                place = py.binary(line, py.name(line, offset), ast.Add(), place)
            return py.name(line, array), place

        self.direct[access.node] = direct

    # -------------------------------------------------- indexes

    def _limits(self, access: Access, rest: Code | None, line: int) -> list[ast.expr]:
        """The tests that all indexes of the portion are in range."""
        index = access.linear
        low, high = (self.last, self.first) if self.count.down else (self.first, self.last)
        if index.factor < 0:
            low, high = high, low
        tests: list[ast.expr] = []
        if self.unit.interval(access.node.index, "int64")[0] < 0:
            tests.append(py.compare(line, self._at(line, index, rest, low), ast.GtE(), py.const(line, 0)))
        greatest = self._at(line, index, rest, high)
        tests.append(py.compare(line, greatest, ast.Lt(), self._length(access.base, line)))
        return tests

    def _rest(self, e: c.Expr, line: int) -> Code:
        """The part of an index that stays, computed once."""
        unit = self.unit
        unit.begin(self.before)
        code = unit.expr(e)
        text = ast.unparse(code)
        known = self._rests.get(text)
        if known is None:
            if isinstance(code, ast.Name):
                known = _name(code.id)
            else:
                name = unit.temp()
                self.before.append(py.set_name(line, name, code))
                known = _name(name)
            self._rests[text] = known
        return known

    def _at(self, line: int, index: Linear, rest: Code | None, name: str) -> ast.expr:
        """The index where the counter is the first of the portion, or the last that it may be."""
        beyond = 0
        if name == self.last:
            beyond = index.factor if self.count.down else -index.factor
        return self._sum(line, index, rest, py.name(line, name), index.constant + beyond)

    def _sum(self, line: int, index: Linear, rest: Code | None, counter: ast.expr, constant: int) -> ast.expr:
        code: ast.expr | None = None if rest is None else rest(line)
        if index.factor:
            factor = abs(index.factor)
            term = counter if factor == 1 else py.binary(line, counter, ast.Mult(), py.const(line, factor))
            if code is None:
                code = term if index.factor > 0 else py.negative(line, term)
            else:
                code = py.binary(line, code, ast.Add() if index.factor > 0 else ast.Sub(), term)
        if code is None:
            return py.const(line, constant)
        if not constant:
            return code
        sign = ast.Add() if constant > 0 else ast.Sub()
        return py.binary(line, code, sign, py.const(line, abs(constant)))

    # -------------------------------------------------- bases

    def _value(self, base: Base, line: int) -> None:
        """Makes the tests that `base` is there and begins where its Python array begins."""
        if base in self._values:
            return
        unit, x = self.unit, base.x
        name = unit.temp()
        bound: ast.expr
        match x:
            case c.Field(x=c.Local(var=owner)):
                if isinstance(owner.type.underlying(), Pointer):
                    self._test(_is_there(line, py.name(line, unit.var(owner))))
                attribute = field_attr(x.name, x.index)
                bound = py.walrus(line, name, py.attr(line, py.name(line, unit.var(owner)), attribute))
            case c.Index():
                outer = base.outer
                assert outer is not None
                self._value(outer, line)
                index = unit.expr(x.index)
                if unit.interval(x.index, "int64")[0] < 0:
                    self._test(py.compare(line, unit.expr(x.index), ast.GtE(), py.const(line, 0)))
                self._test(py.compare(line, unit.expr(x.index), ast.Lt(), self._length(outer, line)))
                array = self._values[outer](line)
                if outer.kind == "slice":
                    array = py.attr(line, array, "array")
                bound = py.walrus(line, name, py.item(line, array, index))
            case c.Global():
                bound = py.walrus(line, name, unit.expr(x))
            case _:
                assert isinstance(x, c.Local)
                name = unit.var(x.var)
                bound = py.name(line, name)
        value = self._values[base] = _name(name)
        if base.kind == "slice" and isinstance(x, c.Local) and self._begins_inside(x.var):
            offset = self._offsets[base] = unit.temp()
            self.arrays.append((offset, lambda line: py.attr(line, value(line), "offset")))
            array_name = self._names[base] = unit.temp()
            self.arrays.append((array_name, lambda line: py.attr(line, value(line), "array")))
        elif base.kind == "slice":
            self._test(py.compare(line, py.attr(line, bound, "offset"), ast.Eq(), py.const(line, 0)))
            array_name = self._names[base] = unit.temp()
            self.arrays.append((array_name, lambda line: py.attr(line, value(line), "array")))
        else:
            self._names[base] = name
            t = type_of(x)
            if isinstance(bound, ast.NamedExpr) or t is None or isinstance(t.underlying(), Pointer):
                self._test(_is_there(line, bound))

    def _begins_inside(self, v: c.Var) -> bool:
        """Whether the slice that a variable holds was made by cutting off the beginning of another."""
        value: c.Expr | None = c.Local(NO_POS, v)
        while isinstance(value, c.Local):
            value = self.unit.facts.values.get(value.var)
        match value:
            case c.Op(name="slice.slice", args=[_, c.Const(value=low), *_]):
                return bool(low)
            case c.Op(name="slice.slice"):
                return True
            case _:
                return False

    def _length(self, base: Base, line: int) -> ast.expr:
        value = self._values[base](line)
        return py.attr(line, value, "len") if base.kind == "slice" else py.call(line, py.name(line, "len"), [value])


def _is_there(line: int, x: ast.expr) -> ast.expr:
    return py.compare(line, x, ast.IsNot(), py.const(line, None))
