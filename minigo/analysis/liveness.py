"""What a call can still do: the variables, package variables and functions that the rest of a function names.

From the line where a call stands on, everything that may yet be executed counts: what follows in the enclosing
statement lists, the whole of enclosing loops, and the statement at the line itself. A line may hold several statements;
then the first of them counts. So the answer errs on the side of more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from minigo.core import nodes as c
from minigo.core.visit import expressions, nested, statement_operands, statements
from minigo.record import field, record
from minigo.source import NO_POS, pos_line

if TYPE_CHECKING:
    from minigo.core.program import Function
    from minigo.types.types import Type


@record(slots=True, eq=False)
class Uses:
    """What a piece of code names. `functions` are those that it calls, starts, defers or makes values of, `converted`
    the types whose values it puts into interfaces, so that their methods may be called."""

    variables: set[c.Var] = field(default_factory=set)
    globals: set[c.GlobalVar] = field(default_factory=set)
    functions: dict[Function, None] = field(default_factory=dict)
    converted: dict[Type, None] = field(default_factory=dict)

    def add(self, body: Iterable[c.Stmt]) -> None:
        """Adds what statements, and those nested in them, name."""
        for s in body:
            for e in all_expressions([s]):
                self._expression(e)

    def _expression(self, e: c.Expr) -> None:
        match e:
            case c.Local() | c.LocalBox():
                self.variables.add(e.var)
            case c.Global() | c.GlobalBox():
                self.globals.add(e.var)
            case c.FuncRef():
                self.functions[e.function] = None
            case c.Closure():
                self.functions[e.function] = None
                self.variables.update(e.function.captures)
            case c.ToInterface():
                self.converted[e.type] = None


def all_expressions(body: list[c.Stmt]) -> Iterator[c.Expr]:
    """All expressions in statements, outer before inner ones."""
    for s in statements(body):
        for e in statement_operands(s):
            yield from expressions(e)


def uses_of(function: Function) -> Uses:
    """What the whole of a function names; its body must be there."""
    uses = Uses()
    uses.add(function.body)
    _results(function, uses)
    return uses


def remaining(function: Function, line: int) -> Uses:
    """What a call of `function` that stands at `line` can still name."""
    uses = Uses()
    _rest(function.body, line, uses)
    _results(function, uses)
    return uses


def _results(function: Function, uses: Uses) -> None:
    uses.variables.update(function.results)
    for e in function.returned:
        for x in expressions(e):
            uses._expression(x)


def _rest(body: list[c.Stmt], line: int, uses: Uses) -> None:
    k = next((k for k, s in enumerate(body) if line in _lines(s)), None)
    if k is None:
        uses.add(body)
        return
    s = body[k]
    uses.add(body[k + 1 :])
    inner = [part for part in nested(s) if any(line in _lines(t) for t in part)]
    if isinstance(s, c.Loop) or not inner or line in _own_lines(s):
        uses.add([s])
        return
    for part in inner:
        _rest(part, line, uses)


def _own_lines(s: c.Stmt) -> set[int]:
    """The lines of a statement without those nested in it."""
    if isinstance(s, c.Block):
        return set()
    lines = {pos_line(s.pos)} if s.pos != NO_POS else set()
    for e in statement_operands(s):
        lines.update(pos_line(x.pos) for x in expressions(e) if x.pos != NO_POS)
    return lines


def _lines(s: c.Stmt) -> range:
    """From the first line of a statement to its last."""
    lines = _own_lines(s)
    for part in nested(s):
        for t in statements(part):
            lines |= _own_lines(t)
    return range(min(lines), max(lines) + 1) if lines else range(0)
