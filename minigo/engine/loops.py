"""Loops: the machine's budget in a local variable, counted loops over ranges (see counted.py).

A loop in portions, for `for ; i < n; i++ { body }`:

    while i < n:
        t = M.budget
        s = i
        e = n if n - i <= t else i + t + 1          # at most t + 1 iterations: the last one's Tick overspends
        try:
            for i in range(s, e):
                body
            else:
                i = i + 1
        finally:
            t = M.budget = t - (i - s)
        if t < 0:
            M.pause_loop()
"""

from __future__ import annotations

import ast

from minigo.core import nodes as c
from minigo.engine import pyast as py
from minigo.engine.control import MAX_LOOPS, PyLoop, TooDeep
from minigo.engine.counted import Counted, accumulators, counted, inner_ticks, is_straight
from minigo.engine.effects import stable, terminates
from minigo.engine.exprs import same
from minigo.engine.facts import is_quiet
from minigo.engine.intervals import Interval
from minigo.engine.prepared import Prepared
from minigo.engine.stmts import Spent

ANYWHERE: Interval = (-1 << 128, 1 << 128)
_BLOCKS = 3
"""Python blocks that a loop in portions needs."""


class Loops(Prepared):
    """Translates loops, when code is optimised."""

    def loop(self, s: c.Loop, out: list[ast.stmt]) -> None:
        if not self.link.opt:
            self.plain_loop(s, out)
            return
        quiet = self.local_budget is not None or is_quiet(s, self.function, self.link)
        count = counted(s, self.facts)
        ticks = inner_ticks(s) if count is not None and quiet else None
        if ticks and count is not None and not count.fits:
            ticks = None
        if count is not None and ticks is not None and len(self.loops) + _BLOCKS <= MAX_LOOPS:
            self._in_portions(count, ticks, out)
        elif quiet and self.local_budget is None:
            self._with_local_budget(s, count, out)
        else:
            self._one_by_one(s, count, out)

    def _with_local_budget(self, s: c.Loop, count: Counted | None, out: list[ast.stmt]) -> None:
        """A loop in which only its Ticks touch the machine."""
        line = self.at(s.pos)
        budget = self.local_budget = self.temp()
        body: list[ast.stmt] = []
        self._one_by_one(s, count, body)
        self.local_budget = None
        out.append(self.load_budget(line, budget))
        out.append(py.finally_(self.line, body, [self.save_budget(self.line, budget)]))

    def _one_by_one(self, s: c.Loop, count: Counted | None, out: list[ast.stmt]) -> None:
        """A loop each of whose iterations spends its Tick."""
        own = s in self.facts.own_counter
        if count is None or not count.fits or not (own or (count.one and not count.down)):
            self.plain_loop(s, out)
            return
        if len(self.loops) >= MAX_LOOPS:
            raise TooDeep
        line = self.at(s.pos)
        stop, step = self._bounds(count, out, keep=not own)
        name = self.var(count.var)
        out += self.prepare_whole(line, count)
        loop = PyLoop({("break", s.label): "break", ("continue", s.label): "continue"}, [count.tick])
        self.loops.append(loop)
        body = self.block(s.body)
        if not terminates(s.body):
            self.body([count.tick], body)
        self.loops.pop()
        orelse: list[ast.stmt] = []
        if not own:  # without any iteration the counter stays what it is
            end = py.set_name(line, name, same(line, stop))
            orelse = [py.branch(line, py.compare(line, py.name(line, name), ast.Lt(), same(line, stop)), [end], [])]
        bounds = self._range(line, count, py.name(line, name), stop, step)
        self.leave(line, loop, py.counting(line, name, bounds, body, orelse), out)

    def _bounds(self, count: Counted, out: list[ast.stmt], keep: bool) -> tuple[ast.expr, ast.expr]:
        """Code for the first value beyond the bound, and for the step. `keep`: it can be used more than once."""
        self.begin(out)
        bound = self.expr(count.bound)
        line = self.at(count.loop.pos)
        if count.inclusive:
            if isinstance(count.bound, c.Const):
                bound = py.const(line, count.bound.value + (-1 if count.down else 1))
            else:
                bound = py.binary(line, bound, ast.Sub() if count.down else ast.Add(), py.const(line, 1))
        if keep and not isinstance(bound, ast.Constant | ast.Name):
            name = self.temp()
            out.append(py.set_name(line, name, bound))
            bound = py.name(line, name)
        step = self.expr(count.step)
        if not stable(count.step):
            name = self.temp()
            out.append(py.set_name(line, name, step))
            step = py.name(line, name)
        return bound, step

    def _range(self, line: int, count: Counted, start: ast.expr, stop: ast.expr, step: ast.expr) -> list[ast.expr]:
        if count.down:
            return [start, stop, py.negative(line, same(line, step))]
        return [start, stop] if count.one else [start, stop, same(line, step)]

    # -------------------------------------------------- in portions

    def _in_portions(self, count: Counted, ticks: int, out: list[ast.stmt]) -> None:
        s = count.loop
        line = self.at(s.pos)
        stop, step = self._bounds(count, out, keep=True)
        name = self.var(count.var)
        test = py.compare(line, py.name(line, name), ast.Gt() if count.down else ast.Lt(), same(line, stop))

        def fill() -> list[ast.stmt]:
            if ticks:
                return self._spending_portion(line, count, ticks, stop, step)
            return self._portion(line, count, stop, step)

        self.python_loop(line, PyLoop({("break", s.label): "break"}), test, fill, out)

    def _portion(self, line: int, count: Counted, stop: ast.expr, step: ast.expr) -> list[ast.stmt]:
        name, start, end = self.var(count.var), self.temp(), self.temp()
        code: list[ast.stmt] = []
        budget = self.local_budget
        if budget is None:
            budget = self.temp()
            code.append(self.load_budget(line, budget))
        code.append(py.set_name(line, start, py.name(line, name)))
        code.append(py.set_name(line, end, self._end(line, count, budget, stop, step)))
        loop = PyLoop({("continue", count.loop.label): "continue"})
        self.loops.append(loop)
        sums = accumulators(count, self.facts)
        self.raw_vars = set(sums)
        runs = self._runs(line, count, start, end, step, code)
        self.raw_vars = set()
        self.loops.pop()
        line = self.at(count.tick.pos)
        done = self._done(line, count, start, step)
        booked: list[ast.stmt] = [self._book(line, budget, done)]
        for v, kind in sums.items():
            wrapped = self.wrapped(line, kind, py.name(line, self.var(v)), ANYWHERE)
            booked.append(py.set_name(line, self.var(v), wrapped))
        self.leave(line, loop, py.finally_(line, runs, booked), code)
        if not count.fits:
            value = self.wrapped(line, count.kind, py.name(line, name), ANYWHERE)
            code.append(py.set_name(line, name, value))
        code.append(self.pause(count.tick, budget))
        return code

    def _spending_portion(
        self, line: int, count: Counted, ticks: int, stop: ast.expr, step: ast.expr
    ) -> list[ast.stmt]:
        """A portion of a loop whose iterations spend up to `ticks` besides their own: as many iterations as the budget
        is sure to suffice for; when it is for none, one that tests at each Tick."""
        s, name, start, end, many = count.loop, self.var(count.var), self.temp(), self.temp(), self.temp()
        code: list[ast.stmt] = []
        budget = self.local_budget
        if budget is None:
            budget = self.temp()
            code.append(self.load_budget(line, budget))
        share = py.binary(line, py.name(line, budget), ast.FloorDiv(), py.const(line, ticks + 1))
        code.append(py.set_name(line, many, share))
        code.append(py.set_name(line, start, py.name(line, name)))
        code.append(py.set_name(line, end, self._whole_end(line, count, many, stop, step)))
        enough: ast.expr = py.compare(line, py.name(line, many), ast.Gt(), py.const(line, 0))
        prepared = self.prepare(line, count, start, end)
        known, names = self.direct, list[ast.stmt]()
        if prepared is not None:
            before, test, preparation = prepared
            code += before
            enough = py.boolean(line, ast.And(), [enough, test])
            names = [py.set_name(line, id, value(line)) for id, value in preparation.arrays]
            self.direct = {**known, **preparation.direct}
        loop = PyLoop({("continue", s.label): "continue"})
        spent = self.spent = Spent(self.temp(), is_straight(s))
        self.loops.append(loop)
        body = self.block(s.body)
        self.loops.pop()
        self.spent, self.direct = None, known
        beyond = [self._advance(line, count, step)]
        if spent.straight:
            body.insert(0, spent.reset(line))
            beyond.append(spent.reset(line))
        bounds = self._range(line, count, py.name(line, start), py.name(line, end), step)
        done = self._done(line, count, start, step)
        if spent.straight:
            done = py.binary(line, done, ast.Mult(), py.const(line, ticks + 1))
        done = py.binary(line, done, ast.Add(), py.name(line, spent.name))
        fast: list[ast.stmt] = [*names, spent.reset(line)]
        counting = py.counting(line, name, bounds, body, beyond)
        self.leave(line, loop, py.finally_(line, [counting], [self._book(line, budget, done)]), fast)
        code.append(py.branch(line, enough, fast, self._slow(line, count, many, stop, step)))
        return code

    def _slow(self, line: int, count: Counted, many: str, stop: ast.expr, step: ast.expr) -> list[ast.stmt]:
        s, name = count.loop, self.var(count.var)
        loop = PyLoop({("continue", s.label): "continue"}, [count.tick])
        self.loops.append(loop)
        body = self.block(s.body)
        if not terminates(s.body):
            self.body([count.tick], body)
        self.loops.pop()
        forward = ast.Sub() if count.down else ast.Add()
        after = py.binary(line, py.name(line, name), forward, same(line, step))
        enough = py.compare(line, py.name(line, many), ast.Gt(), py.const(line, 0))
        end = py.conditional(line, enough, same(line, stop), after)
        bounds = self._range(line, count, py.name(line, name), end, step)
        code: list[ast.stmt] = []
        self.leave(line, loop, py.counting(line, name, bounds, body, [self._advance(line, count, step)]), code)
        return code

    def _whole_end(self, line: int, count: Counted, many: str, stop: ast.expr, step: ast.expr) -> ast.expr:
        """The first value after `many` iterations, or the bound."""
        name = self.var(count.var)
        far, near = (py.name(line, name), same(line, stop)) if count.down else (same(line, stop), py.name(line, name))

        def way() -> ast.expr:
            if count.one:
                return py.name(line, many)
            return py.binary(line, py.name(line, many), ast.Mult(), same(line, step))

        fits = py.compare(line, py.binary(line, far, ast.Sub(), near), ast.LtE(), way())
        forward = ast.Sub() if count.down else ast.Add()
        return py.conditional(line, fits, same(line, stop), py.binary(line, py.name(line, name), forward, way()))

    def _advance(self, line: int, count: Counted, step: ast.expr) -> ast.stmt:
        name = self.var(count.var)
        value = py.binary(line, py.name(line, name), ast.Sub() if count.down else ast.Add(), same(line, step))
        return py.set_name(line, name, value)

    def _done(self, line: int, count: Counted, start: str, step: ast.expr) -> ast.expr:
        """How many iterations of the portion have come to their end."""
        name = self.var(count.var)
        done = py.binary(line, py.name(line, name), ast.Sub(), py.name(line, start))
        if count.down:
            done = py.binary(line, py.name(line, start), ast.Sub(), py.name(line, name))
        return done if count.one else py.binary(line, done, ast.FloorDiv(), same(line, step))

    def _runs(
        self, line: int, count: Counted, start: str, end: str, step: ast.expr, before: list[ast.stmt]
    ) -> list[ast.stmt]:
        """The loop over range(start, end): in two versions when accesses to arrays can be prepared."""
        name = self.var(count.var)

        def run() -> list[ast.stmt]:
            body = self.block(count.loop.body)
            forward = ast.Sub() if count.down else ast.Add()
            beyond = py.set_name(line, name, py.binary(line, py.name(line, name), forward, same(line, step)))
            bounds = self._range(line, count, py.name(line, start), py.name(line, end), step)
            return [py.counting(line, name, bounds, body, [beyond])]

        prepared = self.prepare(line, count, start, end)
        if prepared is None:
            return run()
        statements, test, preparation = prepared
        before += statements
        known = self.direct
        self.direct = {**known, **preparation.direct}
        fast = [*(py.set_name(line, id, code(line)) for id, code in preparation.arrays), *run()]
        self.direct = known
        return [py.branch(line, test, fast, run())]

    def _book(self, line: int, budget: str, done: ast.expr) -> ast.stmt:
        """Takes the Ticks of the iterations that are `done` from the budget."""
        spend = self.spend(line, budget, done)
        if self.local_budget is None:
            assert isinstance(spend.value, ast.BinOp)
            spend.value.left = py.name(line, budget)
        return spend

    def _end(self, line: int, count: Counted, budget: str, stop: ast.expr, step: ast.expr) -> ast.expr:
        """The first value that is not in the next portion."""
        name = self.var(count.var)
        forward = ast.Sub() if count.down else ast.Add()

        def steps(n: ast.expr) -> ast.expr:
            return n if count.one else py.binary(line, n, ast.Mult(), same(line, step))

        far, near = (py.name(line, name), same(line, stop)) if count.down else (same(line, stop), py.name(line, name))
        fits = py.compare(line, py.binary(line, far, ast.Sub(), near), ast.LtE(), steps(py.name(line, budget)))
        many = py.binary(line, py.name(line, budget), ast.Add(), py.const(line, 1))
        # The budget may have been overspent before, by an operation that takes several steps.
        left = py.compare(line, py.name(line, budget), ast.Gt(), py.const(line, 0))
        portion = py.conditional(line, left, steps(many), same(line, step))
        return py.conditional(line, fits, same(line, stop), py.binary(line, py.name(line, name), forward, portion))
