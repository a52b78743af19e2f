"""Control flow of core as Python's: loops, Blocks, breaks out of several of them, long chains of ifs.

A Python break leaves one loop only. A Break or Continue that crosses loops sets a flag and breaks; after each loop that
it crosses the flag is tested, and it goes on from there.

Invariant: `loops` are the Python loops around the statement that is being translated, outermost first.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from minigo.core import nodes as c
from minigo.engine import pyast as py
from minigo.engine.effects import breaks_to, continues_to, terminates
from minigo.engine.names import DEFERS
from minigo.engine.stmts import SIMPLE, Stmts
from minigo.engine.structure import without_block
from minigo.engine.unit import Link
from minigo.record import field, record
from minigo.source import NO_POS, InternalError

MAX_LOOPS = 15
"""Python allows 20 nested blocks, among them a try and the handlers of the function."""
MAX_ELIFS = 60
"""Branches of an if-elif chain beyond which it is written flat: Python's compiler is recursive."""
MAX_COPIED = 12
"""Statements of a loop's post part that are repeated for its Continues rather than reached by a jump."""

Exit = tuple[str, c.Label]
"""("break" or "continue", its target)."""


class TooDeep(Exception):
    """More nested loops than Python allows: the function has to be translated another way."""


@record(slots=True, eq=False)
class PyLoop:
    """A Python loop: the exits that it serves itself, with "break" or "continue" as the way; `post` goes before a
    continue. `crossed`: exits that go further out and left this loop by a break, with the flag that tells."""

    exits: dict[Exit, str]
    post: list[c.Stmt] = field(default_factory=list)
    crossed: dict[Exit, str] = field(default_factory=dict)


class Control(Stmts):
    """Translates statement lists."""

    def __init__(self, link: Link, function: c.Function) -> None:
        super().__init__(link, function)
        self.loops: list[PyLoop] = []

    def body(self, stmts: list[c.Stmt], out: list[ast.stmt]) -> None:
        """Append the code of `stmts`, up to the first one after which control goes elsewhere."""
        for s in stmts:
            translate = _BRANCHING.get(type(s))
            if translate is not None:
                translate(self, s, out)
            else:
                self.simple(s, out)
            if isinstance(s, c.Break | c.Continue | c.Return | c.Panic):
                return

    def block(self, stmts: list[c.Stmt]) -> list[ast.stmt]:
        """The code of `stmts` as the body of a compound statement."""
        out: list[ast.stmt] = []
        self.body(stmts, out)
        return out or [py.nothing(self.line)]

    # -------------------------------------------------- If

    def _if(self, s: c.If, out: list[ast.stmt]) -> None:
        if _elifs(s) > MAX_ELIFS:
            self._flat_if(s, out)
            return
        self.begin(out)
        if self._closed(s, out):
            return
        test = self.expr(s.cond)
        line = self.at(s.pos)
        body = self.block(s.body)
        orelse = self.block(s.orelse) if s.orelse else []
        out.append(py.branch(line, test, body, orelse))

    def _closed(self, s: c.If, out: list[ast.stmt]) -> bool:
        """`v, ok := <-c; if !ok {...}`, the test of a range over a channel: where compiled code receives by itself
        there was a value. Reports whether it was that."""
        if self.receipt is None or not out or out[-1] is not self.receipt[0]:
            return False
        branch, ok = self.receipt
        match s.cond:
            case c.Op(name="not.bool", args=[c.Local(var=var)]) if var is ok and not var.boxed and not s.orelse:
                pass
            case _:
                return False
        line = self.at(s.pos)
        answer: ast.expr = py.name(line, self.var(var))
        if var.pos == NO_POS:
            # The range's own variable: nobody else asks.
            branch.body.pop()
            last = branch.orelse.pop()
            assert isinstance(last, ast.Assign)
            answer = last.value
        branch.orelse.append(py.branch(line, py.negation(line, answer), self.block(s.body), []))
        return True

    def _flat_if(self, s: c.If, out: list[ast.stmt]) -> None:
        """`if a {A} else if b {B} else {Z}` as a loop that runs once: `if a: A; break`, `if b: B; break`, Z."""
        label = c.Label("chain")
        flat: list[c.Stmt] = []
        rest: list[c.Stmt] = [s]
        while len(rest) == 1 and isinstance(rest[0], c.If):
            link = rest[0]
            body = link.body if terminates(link.body) else [*link.body, c.Break(link.pos, label)]
            flat.append(c.If(link.pos, link.cond, body, []))
            rest = link.orelse
        self._once(s.pos, label, [*flat, *rest], out)

    # -------------------------------------------------- Block and Loop

    def _block(self, s: c.Block, out: list[ast.stmt]) -> None:
        if not breaks_to(s.body, s.label):
            self.body(s.body, out)
            return
        plain = without_block(s)
        if plain is not None:
            self.body(plain, out)
        else:
            self._once(s.pos, s.label, s.body, out)

    def _once(self, pos: Any, label: c.Label, body: list[c.Stmt], out: list[ast.stmt]) -> None:
        """A Python loop that runs once, so that `body` can break out of it."""
        line = self.at(pos)

        def fill() -> list[ast.stmt]:
            code = self.block(body)
            if not terminates(body):
                code.append(py.breaking(self.line))
            return code

        self.python_loop(line, PyLoop({("break", label): "break"}), py.const(line, True), fill, out)

    def loop(self, s: c.Loop, out: list[ast.stmt]) -> None:
        self.plain_loop(s, out)

    def plain_loop(self, s: c.Loop, out: list[ast.stmt]) -> None:
        line = self.at(s.pos)
        continues = continues_to(s.body, s.label)
        exits: dict[Exit, str] = {("break", s.label): "break"}
        jump = continues * len(s.post) > MAX_COPIED
        if not jump:
            exits["continue", s.label] = "continue"
        loop = PyLoop(exits, s.post)
        test = py.const(line, True) if s.cond is None else self._loop_condition(s.cond)

        def fill() -> list[ast.stmt]:
            if not jump:
                code = self.block(s.body)
                if not terminates(s.body):
                    self.body(s.post, code)
                return code
            code = []
            label = c.Label("post")
            inner = PyLoop({("continue", s.label): "break", ("break", label): "break"})

            def body() -> list[ast.stmt]:
                return [*self.block(s.body), py.breaking(self.line)]

            self.python_loop(line, inner, py.const(line, True), body, code)
            self.body(s.post, code)
            return code

        self.python_loop(line, loop, test, fill, out)

    def _loop_condition(self, cond: c.Expr) -> ast.expr:
        self.pre = None
        return self.expr(cond)

    def python_loop(
        self, line: int, loop: PyLoop, test: ast.expr, fill: Callable[[], list[ast.stmt]], out: list[ast.stmt]
    ) -> None:
        if len(self.loops) >= MAX_LOOPS:
            raise TooDeep
        self.loops.append(loop)
        code = py.loop(line, test, fill())
        self.loops.pop()
        self.leave(line, loop, code, out)

    def leave(self, line: int, loop: PyLoop, code: ast.stmt, out: list[ast.stmt]) -> None:
        """Append `code`, which holds the loop, and go on to where those want that left it for another's sake."""
        out += [py.set_name(line, flag, py.const(line, False)) for flag in loop.crossed.values()]
        out.append(code)
        for exit, flag in loop.crossed.items():
            way: list[ast.stmt] = []
            self._exit(self.line, exit, way)
            out.append(py.branch(self.line, py.name(self.line, flag), way, []))

    # -------------------------------------------------- jumps

    def _break(self, s: c.Break, out: list[ast.stmt]) -> None:
        self._exit(self.at(s.pos), ("break", s.label), out)

    def _continue(self, s: c.Continue, out: list[ast.stmt]) -> None:
        self._exit(self.at(s.pos), ("continue", s.label), out)

    def _exit(self, line: int, exit: Exit, out: list[ast.stmt]) -> None:
        """Leave for `exit` from inside `loops`."""
        loop = self.loops[-1]
        way = loop.exits.get(exit)
        if way == "continue":
            self.body(loop.post, out)
            out.append(py.continuing(line))
            return
        if way is None:
            if not any(exit in outer.exits for outer in self.loops):
                raise InternalError(f"{exit[0]} to {exit[1].name or 'a label'} that is not around it")
            flag = loop.crossed.get(exit)
            if flag is None:
                flag = loop.crossed[exit] = self.temp()
            out.append(py.set_name(line, flag, py.const(line, True)))
        out.append(py.breaking(line))

    # -------------------------------------------------- Return

    def _return(self, s: c.Return, out: list[ast.stmt]) -> None:
        self.begin(out)
        function = self.function
        if not function.results:
            values = self.exprs(s.values)
            line = self.at(s.pos)
            if function.has_defer:
                out += [py.evaluate(line, value) for value in values]
                self._finish(line, out)
                values = []
            out.append(py.returning(line, _tuple(line, values) if values else None))
            return
        self._store_results(s, out)
        line = self.at(s.pos)
        if function.has_defer:
            self._finish(line, out)
        out.append(py.returning(line, self.results(line)))

    def _store_results(self, s: c.Return, out: list[ast.stmt]) -> None:
        results = self.function.results
        if not s.values:
            return
        if s.spread:
            unpack: list[c.Var | None] = [c.Var("r", i, v.type) for i, v in enumerate(results)]
            self.simple(c.Unpack(s.pos, unpack, s.values[0]), out)
            line = self.at(s.pos)
            codes: list[ast.expr] = [py.name(line, self.var(v)) for v in unpack if v is not None]
        elif len(results) == 1:
            codes = self.exprs(s.values)
        else:
            first, codes = self.bind(s.values)
            assert not first, "a statement begins clean"
        line = self.at(s.pos)
        if len(results) > 1 and any(isinstance(x, c.Local) for x in s.values):
            # Swapped results: all are read before one is stored.
            temps = [self.temp() for _ in codes]
            out += [py.set_name(line, name, code) for name, code in zip(temps, codes, strict=True)]
            codes = [py.name(line, name) for name in temps]
        out += [self.assign_var(line, v, code) for v, code in zip(results, codes, strict=True)]

    def _finish(self, line: int, out: list[ast.stmt]) -> None:
        finish = py.attr(line, py.name(line, DEFERS), "finish")
        out.append(py.evaluate(line, py.call(line, finish, [])))

    def results(self, line: int) -> ast.expr | None:
        """The value of the call, from the result variables."""
        codes = self.exprs(self.function.returned)
        return _tuple(line, codes) if codes else None

    def end(self, line: int, out: list[ast.stmt]) -> None:
        """The end of the body is reached."""
        if self.function.has_defer:
            self._finish(line, out)
            out.append(py.returning(line, self.results(line)))
        elif self.function.results:
            out.append(py.returning(line, self.results(line)))


def _tuple(line: int, values: list[ast.expr]) -> ast.expr:
    return values[0] if len(values) == 1 else py.pair(line, values)


def _elifs(s: c.If) -> int:
    count = 1
    while len(s.orelse) == 1 and isinstance(s.orelse[0], c.If):
        s = s.orelse[0]
        count += 1
    return count


_BRANCHING: dict[type[c.Stmt], Callable[[Any, Any, list[ast.stmt]], None]] = {
    c.If: Control._if,
    c.Block: Control._block,
    c.Loop: lambda control, s, out: control.loop(s, out),
    c.Break: Control._break,
    c.Continue: Control._continue,
    c.Return: Control._return,
}

assert not _BRANCHING.keys() & SIMPLE.keys()
