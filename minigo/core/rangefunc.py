"""Lowering of range over a function.

The body becomes a function that is passed to the range function and returns whether to go on. What leaves the body in
another way (break, return, goto, a jump to an outer loop) notes where to go in `next`, returns false, and is carried
out after the call. `state` finds out calls of the body that must not happen:

    0 ready · 1 the body is running, panicked, or was called against the rules · 2 it returned false · 3 the range
    function has returned
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.frames import Exit, Frame, Target
from minigo.core.kinds import signature, var_type
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types.objects import Var
from minigo.types.types import Signature, Type
from minigo.types.universe import INT

_READY, _RUNNING, _DONE, _EXHAUSTED, _SWALLOWED = range(5)


class RangeFuncs(LowererBase):
    def range_func(self, s: ast.RangeStmt, label: str) -> None:
        pos = s.pos
        outer = self.frame
        exprs = [self.expr(s.x)]
        self.order_together(exprs)
        function_type = signature(self.type_of(s.x))
        body_type = signature(var_type(function_type.params.vars[0].type))
        state, following = self._variable(pos, "state"), self._variable(pos, "next")

        outer.ranges += 1
        parent = outer.function
        suffix = f"-range{outer.ranges}"
        function = c.Function(
            parent.symbol + suffix, parent.name + suffix, [], [], 1, signature=body_type, pos=pos, parent=parent
        )
        function.end = s.body.rbrace
        self.functions[function.symbol] = function
        frame = Frame(function, outer.unit, body_type, outer.mapping, outer, True, outer.ids, types=outer.types)
        frame.state, frame.next = state, following
        target = Target(label, body=frame)
        outer.targets.append(target)
        self.in_function(frame, lambda: self._body(s, frame, body_type))
        outer.targets.pop()

        self.emit(c.Eval(pos, self.call(pos, exprs[0], [c.Closure(pos, function)])))
        running = self.op(pos, "eq.int64", [c.Local(pos, state), c.Const(pos, _RUNNING)])
        misuse = c.Eval(pos, self.op(pos, "range.misuse", [c.Const(pos, _SWALLOWED)]))
        self.emit(c.If(pos, running, [misuse], []))
        self.emit(c.Store(pos, c.Local(pos, state), c.Const(pos, _EXHAUSTED)))
        for number, exit_ in enumerate(frame.exits, 1):
            chosen = self.op(pos, "eq.int64", [c.Local(pos, following), c.Const(pos, number)])
            way = self.collect(lambda exit_=exit_: self.jump(pos, exit_))  # type: ignore[misc]
            outer.out.append(c.If(pos, chosen, way, []))

    def _variable(self, pos: Pos, name: str) -> c.Var:
        var = self.new_var(name, INT, pos, boxed=True)
        self.emit(c.Let(pos, var, c.Const(pos, 0)))
        return var

    def _body(self, s: ast.RangeStmt, frame: Frame, body_type: Signature) -> None:
        pos = s.pos
        outer = frame.outer
        assert outer is not None
        assert frame.state is not None
        state = self.reach(frame.state, outer)
        found = self.let(c.Local(pos, state), INT, "state")
        self.emit(c.Store(pos, c.Local(pos, state), c.Const(pos, _RUNNING)))
        misuse = c.Eval(pos, self.op(pos, "range.misuse", [found]))
        self.emit(c.If(pos, self.op(pos, "ne.int64", [found, c.Const(pos, _READY)]), [misuse], []))
        for e, v in zip((s.key, s.value), body_type.params.vars, strict=False):
            self._parameter(pos, s.op, e, self.typ(v.type))
        for v in body_type.params.vars[len(frame.function.params) :]:
            frame.function.params.append(self.new_var("_", self.typ(v.type)))
        self.stmts(s.body.stmts)
        self.leave(pos, Exit("continue", None))

    def _parameter(self, pos: Pos, op: str, e: ast.Expr | None, t: Type) -> None:
        params = self.frame.function.params
        obj = self.info.defs.get(e) if isinstance(e, ast.Ident) else None
        if isinstance(obj, Var) and obj.name != "_" and op == ":=":
            params.append(self.declare(obj))
            return
        var = self.new_var("p", t, pos)
        params.append(var)
        if e is not None and op == "=":
            self.store(pos, e, c.Local(pos, var), t)

    def leave(self, pos: Pos, exit_: Exit) -> None:
        frame = self.frame
        outer = frame.outer
        assert outer is not None
        assert frame.state is not None
        assert frame.next is not None
        own = exit_.target is None or exit_.target.body is frame
        goes_on = own and exit_.kind == "continue"
        if not (own and exit_.kind in ("continue", "break")):
            number = self._number(frame, exit_)
            place = c.Local(pos, self.reach(frame.next, outer))
            self.emit(c.Store(pos, place, c.Const(pos, number)))
        state = c.Local(pos, self.reach(frame.state, outer))
        self.emit(c.Store(pos, state, c.Const(pos, _READY if goes_on else _DONE)))
        self.emit(c.Return(pos, [c.Const(pos, goes_on)]))

    def _number(self, frame: Frame, exit_: Exit) -> int:
        for number, known in enumerate(frame.exits, 1):
            if known.kind == exit_.kind and known.target is exit_.target:
                return number
        frame.exits.append(exit_)
        return len(frame.exits)
