"""Lowering of range over integers, slices, arrays, strings, maps and channels."""

from __future__ import annotations

from collections.abc import Callable

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.frames import Target
from minigo.core.kinds import array_type, default_type, is_aggregate, kind_of, zero
from minigo.source import InternalError, Pos
from minigo.syntax import ast
from minigo.types.objects import Var
from minigo.types.types import Array, Basic, Chan, Map, Signature, Slice, Tuple, Type
from minigo.types.universe import BOOL, INT, RUNE


class Ranges(LowererBase):
    def range_stmt(self, s: ast.RangeStmt, label: str) -> None:
        t = default_type(self.type_of(s.x))
        u = t.underlying()
        if isinstance(u, Signature):
            self.range_func(s, label)
            return
        if s.op == ":=" and self.variables_per_loop(s.pos):
            self._declare_once(s)
        match u:
            case Basic() if "string" in u.flags:
                self._string(s, label)
            case Basic():
                self._integer(s, label, t)
            case Slice():
                self._slice_range(s, label, u)
            case Map():
                self._map_range(s, label, u)
            case Chan():
                self._channel(s, label, u)
            case _:
                array = array_type(t)
                if array is None:
                    raise InternalError(f"range over {u!r} at {self.fset.format(s.pos)}")
                self._array(s, label, array, t)

    # ------------------------------------------------------------ the loop around

    def _declare_once(self, s: ast.RangeStmt) -> None:
        """Before Go 1.22 the variables live as long as the loop."""
        for e in (s.key, s.value):
            obj = self.info.defs.get(e) if isinstance(e, ast.Ident) else None
            if isinstance(obj, Var) and obj.name != "_":
                var = self.declare(obj, assigned=True)
                self.emit(c.Let(s.pos, var, zero(s.pos, var.type)))

    def bind(self, pos: Pos, e: ast.Expr | None, value: c.Expr, t: Type) -> None:
        """Give an iteration variable (or place) its value."""
        if e is None or (isinstance(e, ast.Ident) and e.name == "_"):
            return
        obj = self.info.defs.get(e) if isinstance(e, ast.Ident) else None
        if isinstance(obj, Var):
            var = self.frame.vars.get(obj) if self.variables_per_loop(pos) else None
            if var is None:
                self.emit(c.Let(pos, self.declare(obj), value))
            else:
                self.store_place(pos, c.Local(pos, var), value, var.type)
        else:
            self.store(pos, e, value, t)

    def _bind_pair(self, s: ast.RangeStmt, pairs: list[tuple[ast.Expr | None, c.Expr, Type]]) -> None:
        """Give the iteration variables their values: declared ones one by one, others as in a parallel assignment."""
        given = [(e, value, t) for e, value, t in pairs if e is not None]
        if s.op == ":=" or len(given) < 2:
            for e, value, t in given:
                self.bind(s.pos, e, value, t)
        else:
            self.assign_values(s.pos, given)

    def _loop(
        self,
        s: ast.RangeStmt,
        label: str,
        cond: c.Expr | None,
        head: Callable[[c.Label], None],
        post: list[c.Stmt],
    ) -> None:
        loop = c.Label(label)
        frame = self.frame

        def run() -> None:
            head(loop)
            self.stmts(s.body.stmts)

        frame.targets.append(Target(label, loop, loop))
        body = self.collect(run)
        frame.targets.pop()
        frame.out.append(c.Loop(s.pos, loop, cond, body, post))

    def _now(self, e: ast.Expr) -> c.Expr:
        """The range expression, which is evaluated once, before the loop."""
        exprs = [self.expr(e)]
        self.order_together(exprs)
        return exprs[0]

    def _counter(self, pos: Pos, key: ast.Expr | None, t: Type) -> tuple[c.Var, bool]:
        """A new variable, 0, that counts the iterations, and whether it is the iteration variable `key` itself: nobody
        can tell the difference if that is neither assigned nor captured."""
        obj = self.info.defs.get(key) if isinstance(key, ast.Ident) else None
        own = (
            isinstance(obj, Var)
            and obj.name != "_"
            and not self.is_escaping(obj)
            and obj not in self.info.assigned
            and obj not in self.frame.vars
        )
        var = self.declare(obj) if own and isinstance(obj, Var) else self.temp(t, "i")
        self.emit(c.Let(pos, var, c.Const(pos, 0)))
        return var, own

    def _item(self, e: ast.Expr | None, t: Type) -> tuple[c.Var, bool]:
        """The variable to unpack an item of type `t` into: the iteration variable itself (True), or a temporary."""
        obj = self.info.defs.get(e) if isinstance(e, ast.Ident) else None
        if isinstance(obj, Var) and obj.name != "_" and not is_aggregate(t) and obj not in self.frame.vars:
            return self.declare(obj), True
        return self.temp(t), False

    def _bind_items(self, s: ast.RangeStmt, items: list[tuple[ast.Expr | None, tuple[c.Var, bool], bool]]) -> None:
        """Give the iteration variables what was unpacked for them, if they are not the variables unpacked into
        themselves; the flag says whether a value is nobody else's."""
        pairs: list[tuple[ast.Expr | None, c.Expr, Type]] = []
        for e, (var, own), fresh in items:
            if not own:
                x: c.Expr = c.Local(s.pos, var)
                pairs.append((e, x if fresh else self.copied(x, var.type), var.type))
        self._bind_pair(s, pairs)

    def _step(self, pos: Pos, var: c.Var, by: c.Expr) -> c.Stmt:
        total = self.op(pos, f"add.{kind_of(var.type)}", [c.Local(pos, var), by])
        return c.Store(pos, c.Local(pos, var), total)

    # ------------------------------------------------------------ over what

    def _integer(self, s: ast.RangeStmt, label: str, t: Type) -> None:
        pos = s.pos
        n = self._now(s.x)
        obj = self.info.defs.get(s.key) if isinstance(s.key, ast.Ident) else None
        if isinstance(obj, Var):
            t = self.typ(obj.type)
        elif s.key is not None and not (isinstance(s.key, ast.Ident) and s.key.name == "_"):
            t = self.type_of(s.key)
        if not isinstance(n, c.Const):
            n = self.let(n, t, "n")
        var, own = self._counter(pos, s.key, t)
        cond = self.op(pos, f"lt.{kind_of(t)}", [c.Local(pos, var), n])

        def head(loop: c.Label) -> None:
            if not own:
                self.bind(pos, s.key, c.Local(pos, var), t)

        self._loop(s, label, cond, head, [self._step(pos, var, c.Const(pos, 1))])

    def _slice_range(self, s: ast.RangeStmt, label: str, u: Slice) -> None:
        pos = s.pos
        x = self.let(self._now(s.x), u, "s")
        n = self.let(self.op(pos, "len.slice", [x]), INT, "n")
        self._elements_of(s, label, x, "slice", u.elem, n)

    def _array(self, s: ast.RangeStmt, label: str, array: Array, t: Type) -> None:
        x = self._now(s.x)
        blank = s.value is None or (isinstance(s.value, ast.Ident) and s.value.name == "_")
        if isinstance(t.underlying(), Array) and not blank:
            x = self.copied(x, t)
        if not blank or not isinstance(x, c.Local | c.Global):
            x = self.let(x, t, "a")
        self._elements_of(s, label, x, "array", array.elem, c.Const(s.pos, array.len))

    def _elements_of(self, s: ast.RangeStmt, label: str, x: c.Expr, kind: str, elem: Type, n: c.Expr) -> None:
        pos = s.pos
        var, own = self._counter(pos, s.key, INT)
        i = c.Local(pos, var)

        def head(loop: c.Label) -> None:
            value = self.copied(c.Index(pos, kind, x, i, is_aggregate(elem)), elem)
            self._bind_pair(s, [(None if own else s.key, i, INT), (s.value, value, elem)])

        self._loop(s, label, self.op(pos, "lt.int64", [i, n]), head, [self._step(pos, var, c.Const(pos, 1))])

    def _string(self, s: ast.RangeStmt, label: str) -> None:
        pos = s.pos
        x = self.let(self._now(s.x), self.type_of(s.x), "s")
        n = self.let(self.op(pos, "len.string", [x]), INT, "n")
        var, own = self._counter(pos, s.key, INT)
        width = self.temp(INT, "w")
        i = c.Local(pos, var)

        def head(loop: c.Label) -> None:
            char = self._item(s.value, RUNE)
            self.emit(c.Unpack(pos, [char[0], width], self.op(pos, "string.decode", [x, i])))
            self._bind_items(s, [(s.key, (var, own), True), (s.value, char, True)])

        self._loop(s, label, self.op(pos, "lt.int64", [i, n]), head, [self._step(pos, var, c.Local(pos, width))])

    def _map_range(self, s: ast.RangeStmt, label: str, u: Map) -> None:
        pos = s.pos
        it = self.let(self.op(pos, "map.iter", [self._now(s.x)]), Tuple([]), "it")
        ok = self.temp(BOOL, "ok")

        def head(loop: c.Label) -> None:
            key, value = self._item(s.key, u.key), self._item(s.value, u.elem)
            self.emit(c.Unpack(pos, [ok, key[0], value[0]], self.op(pos, "map.next", [it])))
            self.emit(c.If(pos, self.op(pos, "not.bool", [c.Local(pos, ok)]), [c.Break(pos, loop)], []))
            self._bind_items(s, [(s.key, key, False), (s.value, value, False)])

        self._loop(s, label, None, head, [])

    def _channel(self, s: ast.RangeStmt, label: str, u: Chan) -> None:
        pos = s.pos
        x = self.let(self._now(s.x), u, "c")
        ok = self.temp(BOOL, "ok")

        def head(loop: c.Label) -> None:
            value = self._item(s.key, u.elem)
            self.emit(c.Unpack(pos, [value[0], ok], self.op(pos, "chan.recv2", [x])))
            self.emit(c.If(pos, self.op(pos, "not.bool", [c.Local(pos, ok)]), [c.Break(pos, loop)], []))
            self._bind_items(s, [(s.key, value, True)])

        self._loop(s, label, None, head, [])
