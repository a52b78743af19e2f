"""The other way to translate control flow, for functions whose loops are nested deeper than Python allows: basic blocks
with numbers, and one Python loop that runs the block whose number is in a variable.

Invariant: every block ends by setting the number of the next one, or leaves the function.
"""

from __future__ import annotations

import ast

from minigo.core import nodes as c
from minigo.core.visit import nested
from minigo.engine import pyast as py
from minigo.engine.control import Control, Exit, PyLoop

PC = "pc:"


class Flat:
    """Translates one function body with the help of `control`, which does the statements that do not jump."""

    def __init__(self, control: Control) -> None:
        self.control = control
        self.blocks: list[list[ast.stmt]] = [[]]
        self.current = self.blocks[0]

    def translate(self, stmts: list[c.Stmt], out: list[ast.stmt]) -> None:
        """Append the code of the body `stmts` of a function."""
        control = self.control
        control.loops = [PyLoop({})]
        self._body(stmts, {})
        control.end(control.at(control.function.end), self.current)
        if control.function.result_count == 0:
            self.current.append(py.returning(control.line, None))
        control.loops = []
        line = control.line
        out.append(py.set_name(line, PC, py.const(line, 0)))
        out.append(py.loop(line, py.const(line, True), self._dispatch(line, 0, len(self.blocks))))

    def _dispatch(self, line: int, low: int, high: int) -> list[ast.stmt]:
        """Runs the block whose number, in range(low, high), is in PC."""
        if high - low == 1:
            return self.blocks[low] or [py.nothing(line)]
        middle = (low + high) // 2
        test = py.compare(line, py.name(line, PC), ast.Lt(), py.const(line, middle))
        return [py.branch(line, test, self._dispatch(line, low, middle), self._dispatch(line, middle, high))]

    def _new(self) -> int:
        self.blocks.append([])
        return len(self.blocks) - 1

    def _jump(self, line: int, number: int) -> None:
        self.current.append(py.set_name(line, PC, py.const(line, number)))

    def _body(self, stmts: list[c.Stmt], exits: dict[Exit, int]) -> bool:
        """Translate `stmts`; reports whether their end is reached."""
        return all(self._statement(s, exits) for s in stmts)

    def _statement(self, s: c.Stmt, exits: dict[Exit, int]) -> bool:
        control = self.control
        line = control.at(s.pos)
        match s:
            case c.Loop():
                self._loop(line, s, exits)
            case c.Block():
                after = self._new()
                if self._body(s.body, {**exits, ("break", s.label): after}):
                    self._jump(line, after)
                self.current = self.blocks[after]
            case c.Break():
                self._jump(line, exits["break", s.label])
                return False
            case c.Continue():
                self._jump(line, exits["continue", s.label])
                return False
            case c.If() if _jumps(s):
                self._if(line, s, exits)
            case _:
                control.body([s], self.current)
                return not isinstance(s, c.Return | c.Panic)
        return True

    def _if(self, line: int, s: c.If, exits: dict[Exit, int]) -> None:
        then, orelse, after = self._new(), self._new(), self._new()
        self._fork(line, s.cond, then, orelse)
        for number, body in ((then, s.body), (orelse, s.orelse)):
            self.current = self.blocks[number]
            if self._body(body, exits):
                self._jump(line, after)
        self.current = self.blocks[after]

    def _loop(self, line: int, s: c.Loop, exits: dict[Exit, int]) -> None:
        head, body, post, after = self._new(), self._new(), self._new(), self._new()
        self._jump(line, head)
        self.current = self.blocks[head]
        if s.cond is None:
            self._jump(line, body)
        else:
            self._fork(line, s.cond, body, after)
        self.current = self.blocks[body]
        if self._body(s.body, {**exits, ("break", s.label): after, ("continue", s.label): post}):
            self._jump(line, post)
        self.current = self.blocks[post]
        if self._body(s.post, exits):
            self._jump(line, head)
        self.current = self.blocks[after]

    def _fork(self, line: int, cond: c.Expr, then: int, orelse: int) -> None:
        control = self.control
        control.begin(self.current)
        test = control.expr(cond)
        number = py.conditional(line, test, py.const(line, then), py.const(line, orelse))
        self.current.append(py.set_name(line, PC, number))


def _jumps(s: c.Stmt) -> bool:
    """Whether anything in `s` is a loop or a jump."""
    if isinstance(s, c.Loop | c.Block | c.Break | c.Continue):
        return True
    return any(_jumps(inner) for body in nested(s) for inner in body)
