"""Statements of core that do not branch, as Python statements."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from minigo.core import nodes as c
from minigo.engine import pyast as py
from minigo.engine.effects import harmless, stable
from minigo.engine.exprs import Exprs, same
from minigo.engine.names import DEFERS, MACHINE
from minigo.engine.templates import Operand, paste
from minigo.engine.unit import Link
from minigo.runtime.values import field_attr
from minigo.source import InternalError

PAUSES = {"entry": "pause_entry", "loop": "pause_loop", "rmw": "pause_rmw"}


class Spent:
    """Ticks that the budget is known to suffice for: `name` is a variable that counts them. straight: they come always
    in the same order, so that each has its number in the iteration."""

    def __init__(self, name: str, straight: bool) -> None:
        self.name = name
        self.straight = straight
        self._number = 0

    def count(self, line: int) -> ast.stmt:
        """Counts one Tick."""
        self._number += 1
        if self.straight:
            return self.reset(line, self._number)
        return py.set_name(line, self.name, py.binary(line, py.name(line, self.name), ast.Add(), py.const(line, 1)))

    def reset(self, line: int, value: int = 0) -> ast.stmt:
        return py.set_name(line, self.name, py.const(line, value))


class Stmts(Exprs):
    """Translates simple statements; each method appends to `out`, where `pre` statements have gone before.

    `local_budget`: the variable that holds the machine's budget, in loops that nothing else can change it in.
    `raw_vars`: integer variables that are wrapped later. `spent`: where Ticks are only counted. `receipt`: the last
    receive that asked whether there was a value, and the variable with the answer.
    """

    def __init__(self, link: Link, function: c.Function) -> None:
        super().__init__(link, function)
        self.local_budget: str | None = None
        self.raw_vars: set[c.Var] = set()
        self.spent: Spent | None = None
        self.receipt: tuple[ast.If, c.Var | None] | None = None

    def simple(self, s: c.Stmt, out: list[ast.stmt]) -> None:
        """Append the code of a statement that does not branch."""
        translate = SIMPLE.get(type(s))
        if translate is None:
            raise InternalError(f"{type(s).__name__} is no simple statement")
        self.begin(out)
        translate(self, s, out)

    def begin(self, out: list[ast.stmt]) -> None:
        """A new statement, before which things may be put at the end of `out`."""
        self.pre = out
        self.dirty = False

    # -------------------------------------------------- variables

    def declare(self, line: int, v: c.Var, value: ast.expr) -> ast.stmt:
        """Bind a variable that begins to live: a fresh Box when it is boxed."""
        if v.boxed:
            value = py.call(line, py.name(line, "Box"), [value])
        return py.set_name(line, self.var(v), value)

    def _declare(self, s: c.Let, out: list[ast.stmt]) -> None:
        value = self.expr(s.value)
        out.append(self.declare(self.at(s.pos), s.var, value))

    def _unpack(self, s: c.Unpack, out: list[ast.stmt]) -> None:
        value = self.expr(s.value)
        line = self.at(s.pos)
        targets: list[ast.expr] = []
        boxes: list[ast.stmt] = []
        for v in s.vars:
            if v is not None and not v.boxed:
                targets.append(py.target(line, self.var(v)))
                continue
            name = self.temp()
            targets.append(py.target(line, name))
            if v is not None:
                boxes.append(self.declare(line, v, py.name(line, name)))
        match value:
            case ast.IfExp(test, ast.Tuple(these), ast.Tuple(those)) if s.vars[0] is None or not s.vars[0].boxed:
                # A receive: no tuple is needed.
                ways: list[list[ast.stmt]] = [
                    [py.assign(line, to, x) for to, x in zip(targets, items, strict=True)] for items in (these, those)
                ]
                branch = py.branch(line, test, *ways)
                self.receipt = (branch, s.vars[1])
                out.append(branch)
            case _:
                unpacked = py.pair(line, targets)
                unpacked.ctx = py.STORE
                out.append(py.assign(line, unpacked, value))
        out.extend(boxes)

    # -------------------------------------------------- Store

    def _store(self, s: c.Store, out: list[ast.stmt]) -> None:
        _STORE[type(s.place)](self, s, s.place, out)

    def _store_local(self, s: c.Store, place: c.Local, out: list[ast.stmt]) -> None:
        if place.var in self.raw_vars:
            assert isinstance(s.value, c.Op)
            value, _ = self.raw(s.value, s.value.name.partition(".")[2])
        else:
            value = self.expr(s.value)
        out.append(self.assign_var(self.at(s.pos), place.var, value))

    def assign_var(self, line: int, v: c.Var, value: ast.expr) -> ast.stmt:
        """Assign a variable that lives."""
        name = self.var(v)
        to = py.attr_target(line, py.name(line, name), "v") if v.boxed else py.target(line, name)
        return py.assign(line, to, value)

    def _store_global(self, s: c.Store, place: c.Global, out: list[ast.stmt]) -> None:
        value = self.expr(s.value)
        line = self.at(s.pos)
        name = self.link.global_var(place.var)
        if place.var.boxed:
            out.append(py.assign(line, py.attr_target(line, py.name(line, name), "v"), value))
        else:
            self.globals.add(name)
            out.append(py.set_name(line, name, value))

    def _object_and_value(self, x: c.Expr, value: c.Expr) -> tuple[ast.expr, ast.expr]:
        # Python evaluates the right side of an assignment first.
        if stable(x) or harmless(value, self.link):
            code = self.expr(value)
            return self.expr(x), code
        first, bound = self.bind([x])
        assert not first, "a statement begins clean"
        return bound[0], self.expr(value)

    def _store_field(self, s: c.Store, place: c.Field, out: list[ast.stmt]) -> None:
        x, value = self._object_and_value(place.x, s.value)
        line = self.at(s.pos)
        out.append(py.assign(line, py.attr_target(line, x, field_attr(place.name, place.index)), value))

    def _store_deref(self, s: c.Store, place: c.Deref, out: list[ast.stmt]) -> None:
        x, value = self._object_and_value(place.x, s.value)
        line = self.at(s.pos)
        out.append(py.assign(line, py.attr_target(line, x, "v"), value))

    def _store_index(self, s: c.Store, place: c.Index, out: list[ast.stmt]) -> None:
        direct = self.direct.get(place)
        if direct is not None:
            value = self.expr(s.value)
            line = self.at(s.pos)
            out.append(py.assign(line, py.item_target(line, *direct(line)), value))
            return
        first, (x, i) = self.bind([place.x, place.index])
        assert not first, "a statement begins clean"
        if harmless(s.value, self.link):
            value = self.expr(s.value)
        else:
            _, (value,) = self.bind([s.value])
        line = self.at(s.pos)
        if place.kind == "slice":
            offset = py.binary(line, py.attr(line, same(line, x), "offset"), ast.Add(), same(line, i))
            to = py.item_target(line, py.attr(line, same(line, x), "array"), offset)
        else:
            to = py.item_target(line, same(line, x), same(line, i))
        test = py.compare(line, self._length(line, place.kind, x), ast.Gt(), i)
        if not self.is_natural(place.index):
            test.ops.append(ast.GtE())
            test.comparators.append(py.const(line, 0))
        operands = [same(line, i), self._length(line, place.kind, same(line, x))]
        failure = py.call(line, py.name(line, "panic_index"), operands)
        out.append(py.branch(line, test, [py.assign(line, to, value)], [py.evaluate(line, failure)]))

    def _length(self, line: int, kind: str, x: ast.expr) -> ast.expr:
        return py.attr(line, x, "len") if kind == "slice" else py.call(line, py.name(line, "len"), [x])

    def _store_map(self, s: c.Store, place: c.MapIndex, out: list[ast.stmt]) -> None:
        code = self.row(place, self.link.row("map.set"), [place.x, place.key, s.value], (place.type,))
        out.append(py.evaluate(self.at(s.pos), code))

    # -------------------------------------------------- others

    def _eval(self, s: c.Eval, out: list[ast.stmt]) -> None:
        if isinstance(s.x, c.Op) and s.x.name in ("chan.send", "race.send"):
            first, operands = self.bind(s.x.args)
            assert not first, "a statement begins clean"
            row = self.link.row(s.x.name)
            stables = {name: Operand(code, True) for name, code in zip(row.params, operands, strict=True)}
            code = paste(self.at(s.pos), row.expression, stables, {}, row.temps, self.temp)
        else:
            code = self.expr(s.x)
        out.append(py.evaluate(self.at(s.pos), code))

    def _go(self, s: c.Go, out: list[ast.stmt]) -> None:
        if isinstance(s.callee, c.FuncRef | c.Closure):
            callee = self.callee(s.callee)
            args = self.exprs(s.args)
        elif all(stable(x) for x in s.args):
            callee = self.row(s.callee, self.link.row("go.callee"), [s.callee])
            args = self.exprs(s.args)
        else:
            _, bound = self.bind([s.callee, *s.args])
            args = bound[1:]
            callee = py.call(self.at(s.pos), py.name(self.at(s.pos), "go_callee"), [bound[0]])
        line = self.at(s.pos)
        operands = [callee, py.pair(line, args), py.const(line, (self.function.name, int(s.pos)))]
        out.append(py.evaluate(line, py.call(line, py.attr(line, py.name(line, MACHINE), "go"), operands)))

    def _defer(self, s: c.Defer, out: list[ast.stmt]) -> None:
        frame = py.name(self.at(s.pos), DEFERS) if s.frame is None else self.expr(s.frame)
        callee = self.expr(s.callee)
        args = self.exprs(s.args)
        line = self.at(s.pos)
        push = py.attr(line, frame, "push")
        out.append(py.evaluate(line, py.call(line, push, [callee, py.pair(line, args)])))

    def _panic(self, s: c.Panic, out: list[ast.stmt]) -> None:
        value = self.expr(s.value)
        line = self.at(s.pos)
        out.append(py.raising(line, py.call(line, py.name(line, "GoPanic" if s.bare else "user_panic"), [value])))

    def _tick(self, s: c.Tick, out: list[ast.stmt]) -> None:
        line = self.at(s.pos)
        if self.spent is not None:
            out.append(self.spent.count(line))
            return
        name = self.local_budget or self.temp()
        out.append(self.spend(line, name, py.const(line, 1)))
        out.append(self.pause(s, name))

    def spend(self, line: int, name: str, steps: ast.expr) -> ast.Assign:
        """Takes `steps` from the budget; what is left is then in the local variable `name`."""
        if self.local_budget is not None:
            return py.set_name(line, name, py.binary(line, py.name(line, self.local_budget), ast.Sub(), steps))
        code = self.load_budget(line, name)
        code.value = py.binary(line, code.value, ast.Sub(), steps)
        code.targets.append(py.attr_target(line, py.name(line, MACHINE), "budget"))
        return code

    def pause(self, s: c.Tick, name: str) -> ast.stmt:
        """The machine looks up at the Tick `s` when the budget, whose value is in `name`, is used up."""
        line = self.at(s.pos)
        pause, args = PAUSES[s.kind], list[ast.expr]()
        if s.pure:
            pause, args = "pause_pure", [py.const(line, int(s.pos))]
        body: list[ast.stmt] = [py.evaluate(line, py.call(line, py.attr(line, py.name(line, MACHINE), pause), args))]
        local = self.local_budget
        if local is not None:
            body = [self.save_budget(line, local), *body, self.load_budget(line, local)]
        spent = py.compare(line, py.name(line, name), ast.Lt(), py.const(line, 0))
        return py.branch(line, spent, body, [])

    def load_budget(self, line: int, name: str) -> ast.Assign:
        return py.set_name(line, name, py.attr(line, py.name(line, MACHINE), "budget"))

    def save_budget(self, line: int, name: str) -> ast.stmt:
        return py.assign(line, py.attr_target(line, py.name(line, MACHINE), "budget"), py.name(line, name))


SIMPLE: dict[type[c.Stmt], Callable[[Any, Any, list[ast.stmt]], None]] = {
    c.Let: Stmts._declare,
    c.Store: Stmts._store,
    c.Unpack: Stmts._unpack,
    c.Eval: Stmts._eval,
    c.Go: Stmts._go,
    c.Defer: Stmts._defer,
    c.Panic: Stmts._panic,
    c.Tick: Stmts._tick,
}

_STORE: dict[type[c.Expr], Callable[[Any, c.Store, Any, list[ast.stmt]], None]] = {
    c.Local: Stmts._store_local,
    c.Global: Stmts._store_global,
    c.Field: Stmts._store_field,
    c.Deref: Stmts._store_deref,
    c.Index: Stmts._store_index,
    c.MapIndex: Stmts._store_map,
}
