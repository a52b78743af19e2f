"""Lowering of statements: blocks, if, for, labels and jumps, return.

goto: a list of statements with labels that are jumped to is cut into segments, one from each label, inside an endless
loop with a variable that says at which segment to begin; a goto sets the variable and continues that loop. Go lets a
goto lead only to labels in the lists of statements around it.
"""

from __future__ import annotations

from collections.abc import Callable

from minigo.core import nodes as c
from minigo.core.astwalk import nodes
from minigo.core.base import LowererBase
from minigo.core.frames import Exit, Target
from minigo.core.kinds import elem_type, is_aggregate, is_interface, var_types
from minigo.source import InternalError, Pos
from minigo.syntax import ast
from minigo.types.objects import Var
from minigo.types.types import Tuple, Type
from minigo.types.universe import TYP


class Control(LowererBase):
    def stmt(self, s: ast.Stmt) -> None:
        lower = _DISPATCH.get(type(s))
        if lower is None:
            raise InternalError(f"no statement: {type(s).__name__} at {self.fset.format(s.pos)}")
        lower(self, s)

    def block(self, body: list[ast.Stmt]) -> list[c.Stmt]:
        return self.collect(lambda: self.stmts(body))

    def stmts(self, body: list[ast.Stmt]) -> None:
        if any(isinstance(s, ast.LabeledStmt) for s in body):
            jumped = {
                n.label.name
                for n in nodes(body, into_literals=False)
                if isinstance(n, ast.BranchStmt) and n.op == "goto" and n.label is not None
            }
            if any(isinstance(s, ast.LabeledStmt) and s.label.name in jumped for s in body):
                self._segments(body, jumped)
                return
        for s in body:
            self.stmt(s)

    def condition(self, e: ast.Expr) -> c.Expr:
        """A condition that is evaluated once, here."""
        exprs = [self.expr(e)]
        self.order_together(exprs)
        return exprs[0]

    # ------------------------------------------------------------ simple statements

    def _expr_stmt(self, s: ast.ExprStmt) -> None:
        x = self.expr(s.x)
        if not isinstance(x, c.Const):
            self.emit(c.Eval(s.pos, x))

    def _send(self, s: ast.SendStmt) -> None:
        chan = self.expr(s.chan)
        value = self.value(s.value, elem_type(self.type_of(s.chan)))
        self.emit(c.Eval(s.pos, self.op(s.pos, "chan.send", [chan, value])))

    def _block(self, s: ast.BlockStmt) -> None:
        self.stmts(s.stmts)

    def _empty(self, s: ast.EmptyStmt) -> None:
        pass

    def _if(self, s: ast.IfStmt) -> None:
        if s.init is not None:
            self.stmt(s.init)
        cond = self.condition(s.cond)
        body = self.block(s.body.stmts)
        orelse: list[c.Stmt] = []
        if isinstance(s.orelse, ast.IfStmt):
            inner = s.orelse
            orelse = self.collect(lambda: self._if(inner))
        elif s.orelse is not None:
            orelse = self.block(s.orelse.stmts)
        self.frame.out.append(c.If(s.pos, cond, body, orelse))

    # ------------------------------------------------------------ for

    def _for(self, s: ast.ForStmt, label: str = "") -> None:
        if s.init is not None:
            self.stmt(s.init)
        cond: c.Expr | None = None
        if s.cond is not None:
            cond = self.ordered(self.expr(s.cond))
            if isinstance(cond, c.Const) and cond.value is True:
                cond = None
        step = s.post
        post = self.collect(lambda: self.stmt(step)) if step is not None else []
        loop = c.Label(label)
        target = Target(label, loop, loop)
        self.frame.targets.append(target)
        body = self.block(s.body.stmts)
        self.frame.targets.pop()
        self.frame.out.append(c.Loop(s.pos, loop, cond, body, [*self._renewed(s), *post]))

    def _renewed(self, s: ast.ForStmt) -> list[c.Stmt]:
        """Since Go 1.22 each iteration has its own copy of the loop's variables; only captured ones show it."""
        if self.variables_per_loop(s.pos) or not isinstance(s.init, ast.AssignStmt) or s.init.op != ":=":
            return []
        lets: list[c.Stmt] = []
        for ident in s.init.lhs:
            obj = self.info.defs.get(ident) if isinstance(ident, ast.Ident) else None
            if isinstance(obj, Var) and obj.name != "_" and self.is_escaping(obj):
                var = self.frame.vars[obj]
                if var.boxed or var.shared:
                    lets.append(c.Let(s.pos, var, self.copied(c.Local(s.pos, var), var.type)))
        return lets

    def _range(self, s: ast.RangeStmt) -> None:
        self.range_stmt(s, "")

    def _switch(self, s: ast.SwitchStmt) -> None:
        self.switch_stmt(s, "")

    def _type_switch(self, s: ast.TypeSwitchStmt) -> None:
        self.type_switch_stmt(s, "")

    def _select(self, s: ast.SelectStmt) -> None:
        self.select_stmt(s, "")

    # ------------------------------------------------------------ labels and jumps

    def _labeled(self, s: ast.LabeledStmt) -> None:
        name = s.label.name
        match s.stmt:
            case ast.ForStmt() as inner:
                self._for(inner, name)
            case ast.RangeStmt() as inner:
                self.range_stmt(inner, name)
            case ast.SwitchStmt() as inner:
                self.switch_stmt(inner, name)
            case ast.TypeSwitchStmt() as inner:
                self.type_switch_stmt(inner, name)
            case ast.SelectStmt() as inner:
                self.select_stmt(inner, name)
            case _:
                self.stmt(s.stmt)

    def _segments(self, body: list[ast.Stmt], jumped: set[str]) -> None:
        pos = body[0].pos
        state = self.temp(TYP["int"], "segment")
        self.emit(c.Let(pos, state, c.Const(pos, 0)))
        loop = c.Label("goto")
        cuts: list[list[ast.Stmt]] = [[]]
        targets: list[Target] = []
        for s in body:
            if isinstance(s, ast.LabeledStmt) and s.label.name in jumped:
                targets.append(Target(s.label.name, continues=loop, state=state, segment=len(cuts)))
                cuts.append([])
            cuts[-1].append(s)
        frame = self.frame
        frame.targets.extend(targets)
        out: list[c.Stmt] = []
        for i, cut in enumerate(cuts):
            lowered = self.collect(lambda cut=cut: self._each(cut))  # type: ignore[misc]
            cond = self.op(pos, "le.int64", [c.Local(pos, state), c.Const(pos, i)])
            if lowered:
                out.append(c.If(pos, cond, lowered, []))
        del frame.targets[len(frame.targets) - len(targets) :]
        out.append(c.Break(pos, loop))
        frame.out.append(c.Loop(pos, loop, None, out, []))

    def _each(self, body: list[ast.Stmt]) -> None:
        for s in body:
            self.stmt(s)

    def breakable(self, pos: Pos, label: str, run: Callable[[], None]) -> None:
        target = Target(label, c.Label(label))
        frame = self.frame
        frame.targets.append(target)
        body = self.collect(run)
        frame.targets.pop()
        if target.used and target.breaks is not None:
            frame.out.append(c.Block(pos, target.breaks, body))
        else:
            frame.out.extend(body)

    def _branch(self, s: ast.BranchStmt) -> None:
        if s.op == "fallthrough":
            return  # the switch sees to it
        self.jump(s.pos, Exit(s.op, self._find(s.op, s.label.name if s.label is not None else "")))

    def _find(self, op: str, label: str) -> Target:
        for frame in self.frames():
            for target in reversed(frame.targets):
                if (target.state is not None) is not (op == "goto") or (label and target.name != label):
                    continue
                if op != "continue" or target.continues is not None or target.body is not None:
                    return target
        raise InternalError(f"{op} {label} leads nowhere")

    def jump(self, pos: Pos, exit_: Exit) -> None:
        frame, target = self.frame, exit_.target
        if target is None:
            if frame.is_range:
                self.leave(pos, exit_)
            else:
                back = c.Return(pos, [])
                frame.returns.append(back)
                self.emit(back)
        elif target.body is frame or target not in frame.targets:
            self.leave(pos, exit_)
        elif exit_.kind == "goto":
            assert target.state is not None
            assert target.continues is not None
            self.emit(c.Store(pos, c.Local(pos, target.state), c.Const(pos, target.segment)))
            self.emit(c.Continue(pos, target.continues))
        elif exit_.kind == "continue":
            assert target.continues is not None
            self.emit(c.Continue(pos, target.continues))
        else:
            assert target.breaks is not None
            target.used = True
            self.emit(c.Break(pos, target.breaks))

    # ------------------------------------------------------------ return

    def return_stmt(self, s: ast.ReturnStmt) -> None:
        frame = self.frame
        real = frame.real
        types = [self.typ(v.type) for v in real.signature.results.vars]
        if frame.is_range:
            self._return_from_range(s, types)
            return
        if not s.results:
            self.jump(s.pos, Exit("return", None))
            return
        values, spread = self._returned(s, types)
        if frame.named and any(r.shared for r in frame.results):
            self._store_results(s.pos, values, spread, types)
            self.jump(s.pos, Exit("return", None))
            return
        self.emit(c.Return(s.pos, values, spread))

    def _returned(self, s: ast.ReturnStmt, types: list[Type]) -> tuple[list[c.Expr], bool]:
        """The values of a return statement, or the one expression that yields all of them."""
        if len(s.results) == len(types):
            moved: set[c.Var] = set()
            return [self._result_value(e, t, moved) for e, t in zip(s.results, types, strict=True)], False
        source = self.typ(self.tv(s.results[0]).type)
        assert isinstance(source, Tuple)
        given = var_types(source)
        call = self.expr(s.results[0])
        if all(is_interface(g) or not is_interface(t) for g, t in zip(given, types, strict=True)):
            return [call], True
        parts = [self.temp(g) for g in given]
        self.emit(c.Unpack(s.pos, list(parts), call))
        return [self.convert_to(c.Local(s.pos, v), g, t) for v, g, t in zip(parts, given, types, strict=True)], False

    def _result_value(self, e: ast.Expr, t: Type, moved: set[c.Var]) -> c.Expr:
        """A returned value; a local struct or array that ends with the call needs no copy."""
        x = self.expr(e)
        source = self.type_of(e)
        frame = self.frame
        # A receiver may be the value in an interface.
        kept = frame.captured if frame.signature.recv is None else {*frame.captured, frame.function.params[0]}
        if isinstance(x, c.Local) and not x.var.shared and x.var not in moved and x.var not in kept:
            moved.add(x.var)
        else:
            x = self.copied(x, source)
        return self.convert_to(x, source, t)

    def _store_results(self, pos: Pos, values: list[c.Expr], spread: bool, types: list[Type]) -> None:
        real = self.frame.real
        if spread:
            parts = [self.temp(t) for t in types]
            self.emit(c.Unpack(pos, list(parts), values[0]))
            values = [c.Local(pos, v) for v in parts]
        elif len(values) > 1:
            self.order_together(values)
            values = [self.let(x, t) for x, t in zip(values, types, strict=True)]
        for var, value, t in zip(real.results, values, types, strict=True):
            self.store_place(pos, c.Local(pos, self.reach(var, real)), value, t)

    def _return_from_range(self, s: ast.ReturnStmt, types: list[Type]) -> None:
        real = self.frame.real
        if types:
            self.ensure_results(real)
            if s.results:
                for var in real.results:
                    if is_aggregate(var.type):
                        var.shared = True
                    else:
                        var.boxed = True
                values, spread = self._returned(s, types)
                self._store_results(s.pos, values, spread, types)
        self.jump(s.pos, Exit("return", None))

    # ------------------------------------------------------------ others, in their own files

    def _assign(self, s: ast.AssignStmt) -> None:
        self.assign_stmt(s)

    def _incdec(self, s: ast.IncDecStmt) -> None:
        self.incdec_stmt(s)

    def _decl(self, s: ast.DeclStmt) -> None:
        self.decl_stmt(s)

    def _go(self, s: ast.GoStmt) -> None:
        self.go_stmt(s)

    def _defer(self, s: ast.DeferStmt) -> None:
        self.defer_stmt(s)

    def _return(self, s: ast.ReturnStmt) -> None:
        self.return_stmt(s)


_DISPATCH: dict[type[ast.Stmt], Callable[..., None]] = {
    ast.ExprStmt: Control._expr_stmt,
    ast.SendStmt: Control._send,
    ast.BlockStmt: Control._block,
    ast.EmptyStmt: Control._empty,
    ast.IfStmt: Control._if,
    ast.ForStmt: Control._for,
    ast.RangeStmt: Control._range,
    ast.SwitchStmt: Control._switch,
    ast.TypeSwitchStmt: Control._type_switch,
    ast.SelectStmt: Control._select,
    ast.LabeledStmt: Control._labeled,
    ast.BranchStmt: Control._branch,
    ast.AssignStmt: Control._assign,
    ast.IncDecStmt: Control._incdec,
    ast.DeclStmt: Control._decl,
    ast.GoStmt: Control._go,
    ast.DeferStmt: Control._defer,
    ast.ReturnStmt: Control._return,
}
