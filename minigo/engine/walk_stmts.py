"""The walker's statements: closures that return None when control goes on to the next statement, else a signal.

A signal is RETURN, or a (kind, label) pair of its own for each target of Break and Continue.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from minigo.core import nodes as c
from minigo.engine.rows import go_callee
from minigo.engine.walk_access import Run, write_attribute
from minigo.engine.walk_exprs import WalkExprs
from minigo.runtime.panics import GoPanic, user_panic
from minigo.runtime.values import Box, field_attr

if TYPE_CHECKING:
    from minigo.engine.walker import Activation

RETURN: Final = ("return", None)


class WalkStmts(WalkExprs):
    """Translates the statements of one function."""

    def function_body(self) -> Run:
        """The body of the function; boxed parameters are put in their Boxes first."""
        body = self.body(self.function.body)
        boxed = [v for v in self.function.params if v.boxed]
        if not boxed:
            return body

        def run(a: Activation) -> Any:
            for v in boxed:
                a.vars[v] = Box(a.vars[v])
            return body(a)

        return run

    def body(self, stmts: list[c.Stmt]) -> Run:
        """Runs statements in order, until one of them gives a signal."""
        steps = [self.stmt(s) for s in stmts]
        if len(steps) == 1:
            return steps[0]
        if len(steps) == 2:
            first, second = steps

            def both(a: Activation) -> Any:
                signal = first(a)
                return second(a) if signal is None else signal

            return both

        def run(a: Activation) -> Any:
            for step in steps:
                signal = step(a)
                if signal is not None:
                    return signal
            return None

        return run

    def stmt(self, s: c.Stmt) -> Run:
        return _TRANSLATE[type(s)](self, s)

    # -------------------------------------------------- variables

    def bind(self, v: c.Var) -> Callable[[Activation, Any], None]:
        """Begins the life of a variable."""
        if v.boxed:

            def bind_box(a: Activation, value: Any) -> None:
                a.vars[v] = Box(value)

            return bind_box

        def bind(a: Activation, value: Any) -> None:
            a.vars[v] = value

        return bind

    def _declare(self, s: c.Let) -> Run:
        value = self.expr(s.value)
        return self._give(s.var, value) if not s.var.boxed else self._give_box(s.var, value)

    def _give(self, v: c.Var, value: Run) -> Run:
        def give(a: Activation) -> None:
            a.vars[v] = value(a)

        return give

    def _give_box(self, v: c.Var, value: Run) -> Run:
        def give(a: Activation) -> None:
            a.vars[v] = Box(value(a))

        return give

    def _unpack(self, s: c.Unpack) -> Run:
        binds = [self.bind(v) if v is not None else _ignore for v in s.vars]
        value = self.expr(s.value)

        def unpack(a: Activation) -> None:
            for bind, item in zip(binds, value(a), strict=True):
                bind(a, item)

        return unpack

    def assign(self, v: c.Var) -> Callable[[Activation, Any], None]:
        """Assigns a variable that lives."""
        if v.boxed:

            def assign_box(a: Activation, value: Any) -> None:
                a.vars[v].v = value

            return assign_box
        return self.bind(v)

    def _store(self, s: c.Store) -> Run:
        place, pos = s.place, s.pos
        match place:
            case c.Local():
                if not place.var.boxed:
                    return self._give(place.var, self.expr(s.value))
                assign, value = self.assign(place.var), self.expr(s.value)
                return lambda a: assign(a, value(a))
            case c.Global():
                return self._store_global(place.var, self.expr(s.value))
            case c.Field():
                name = field_attr(place.name, place.index)
                return write_attribute(self.expr(place.x), name, self.expr(s.value), pos)
            case c.Deref():
                return write_attribute(self.expr(place.x), "v", self.expr(s.value), pos)
            case c.Index():
                return _discard(self.row(s.place, f"set.{place.kind}", [place.x, place.index, s.value]))
            case c.MapIndex():
                return _discard(self.row(s.place, "map.set", [place.x, place.key, s.value], (place.type,)))
            case _:
                raise TypeError(f"{type(place).__name__} is no place")

    def _store_global(self, v: c.GlobalVar, value: Run) -> Run:
        values = self.walker.globals
        self.walker.declare_global(v)

        def store_box(a: Activation) -> None:
            values[v].v = value(a)

        def store(a: Activation) -> None:
            values[v] = value(a)

        return store_box if v.boxed else store

    def _eval(self, s: c.Eval) -> Run:
        return _discard(self.expr(s.x))

    # -------------------------------------------------- control

    def _if(self, s: c.If) -> Run:
        cond, body, orelse = self.expr(s.cond), self.body(s.body), self.body(s.orelse)
        return lambda a: body(a) if cond(a) else orelse(a)

    def _loop(self, s: c.Loop) -> Run:
        cond = self.expr(s.cond) if s.cond is not None else _true
        body, post = self.body(s.body), self.body(s.post)
        broken, continued = self.walker.signal("break", s.label), self.walker.signal("continue", s.label)

        def loop(a: Activation) -> Any:
            while cond(a):
                signal = body(a)
                if signal is not None and signal is not continued:
                    return None if signal is broken else signal
                post(a)
            return None

        return loop

    def _block(self, s: c.Block) -> Run:
        body, broken = self.body(s.body), self.walker.signal("break", s.label)

        def block(a: Activation) -> Any:
            signal = body(a)
            return None if signal is broken else signal

        return block

    def _break(self, s: c.Break) -> Run:
        signal = self.walker.signal("break", s.label)
        return lambda a: signal

    def _continue(self, s: c.Continue) -> Run:
        signal = self.walker.signal("continue", s.label)
        return lambda a: signal

    def _return(self, s: c.Return) -> Run:
        values, results, pos = self.exprs(s.values), self.function.results, s.pos
        value: Run = values[0] if values else _true
        assigns = [self.assign(v) for v in results]

        def return_one(a: Activation) -> Any:
            a.result = value(a)
            return RETURN

        def return_all(a: Activation) -> Any:
            a.result = tuple([x(a) for x in values])
            a.pos = pos
            return RETURN

        def return_nothing(a: Activation) -> Any:
            a.pos = pos
            return RETURN

        def store_results(a: Activation) -> Any:
            items = value(a) if s.spread else [x(a) for x in values]
            for assign, item in zip(assigns, items, strict=True):
                assign(a, item)
            a.pos = pos
            return RETURN

        if not values:
            return return_nothing
        if results:
            return store_results
        return return_one if len(values) == 1 else return_all

    # -------------------------------------------------- others

    def _go(self, s: c.Go) -> Run:
        callee, args, pos = self.callee(s.callee), self.exprs(s.args), s.pos
        machine, site = self.walker.machine, (self.function.name, pos)

        def go(a: Activation) -> None:
            function, values = callee(a), tuple([arg(a) for arg in args])
            a.pos = pos
            machine.go(go_callee(function), values, site)

        return go

    def _defer(self, s: c.Defer) -> Run:
        frame = self.expr(s.frame) if s.frame is not None else _own_defers
        callee, args, pos = self.expr(s.callee), self.exprs(s.args), s.pos

        def defer(a: Activation) -> None:
            defers, function = frame(a), callee(a)
            values = tuple([arg(a) for arg in args])
            a.pos = pos
            defers.push(function, values)

        return defer

    def _panic(self, s: c.Panic) -> Run:
        value, pos = self.expr(s.value), s.pos
        make = GoPanic if s.bare else user_panic

        def panic(a: Activation) -> None:
            what = value(a)
            a.pos = pos
            raise make(what)

        return panic

    def _tick(self, s: c.Tick) -> Run:
        machine, pos = self.walker.machine, s.pos
        pause: Callable[[], None] = {
            "entry": machine.pause_entry,
            "loop": machine.pause_loop,
            "rmw": machine.pause_rmw,
        }[s.kind]
        if s.pure:
            key = int(pos)

            def pause() -> None:
                machine.pause_pure(key)

        def tick(a: Activation) -> None:
            budget = machine.budget = machine.budget - 1
            if budget < 0:
                a.pos = pos
                pause()

        return tick


def _ignore(a: Activation, value: Any) -> None:
    pass


def _true(a: Activation) -> bool:
    return True


def _own_defers(a: Activation) -> Any:
    return a.defers


def _discard(x: Run) -> Run:
    def run(a: Activation) -> None:
        x(a)

    return run


_TRANSLATE: dict[type[c.Stmt], Callable[[WalkStmts, Any], Run]] = {
    c.Let: WalkStmts._declare,
    c.Unpack: WalkStmts._unpack,
    c.Store: WalkStmts._store,
    c.Eval: WalkStmts._eval,
    c.If: WalkStmts._if,
    c.Loop: WalkStmts._loop,
    c.Block: WalkStmts._block,
    c.Break: WalkStmts._break,
    c.Continue: WalkStmts._continue,
    c.Return: WalkStmts._return,
    c.Go: WalkStmts._go,
    c.Defer: WalkStmts._defer,
    c.Panic: WalkStmts._panic,
    c.Tick: WalkStmts._tick,
}
