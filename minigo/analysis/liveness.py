"""What a call can still do: the variables, package variables and functions that the rest of a function names, and what
it does with channels.

From the line where a call stands on, everything that may yet be executed counts: what follows in the enclosing
statement lists, the whole of enclosing loops, and the statement at the line itself. A line may hold several statements;
then the first of them counts. So the answer errs on the side of more.

What is done with a channel is a set of powers (`SEND`, `RECEIVE`, `CLOSE`). Code has a power over what a variable, a
package variable or a struct's field holds when it names that as the operand of such an operation. When it hands the
value on to a variable or a parameter of the program, it has what is done there (`Uses.flows`); when it does anything
else with it, all that the direction of its type allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minigo.core import nodes as c
from minigo.core.visit import expressions, nested, operands, statement_operands, statements
from minigo.record import field, record
from minigo.source import NO_POS, pos_line
from minigo.types.types import Chan, unalias

if TYPE_CHECKING:
    from minigo.core.program import Function
    from minigo.types.types import Type


SEND, RECEIVE, CLOSE = 1, 2, 4
ALL_POWERS = SEND | RECEIVE | CLOSE
_OPERATIONS = {
    "chan.send": SEND,
    "chan.recv": RECEIVE,
    "chan.recv2": RECEIVE,
    "race.send": SEND,
    "race.recv": RECEIVE,
    "race.recv2": RECEIVE,
    "chan.close": CLOSE,
    "len.chan": 0,
    "cap.chan": 0,
    "eq.nil": 0,
    "ne.nil": 0,
    "eq.ref": 0,
    "ne.ref": 0,
}
_DIRECTIONS = {"send": SEND | CLOSE, "recv": RECEIVE, "both": ALL_POWERS}

Key = c.Var | c.GlobalVar | str
"""Where a channel comes from: a variable, a package variable, or all fields of a name."""


@record(slots=True, frozen=True)
class Flow:
    """Where the value of a variable goes: to another variable (`var`), to the parameter of a function with this index,
    or (index -1) to the variable `var` that a function captured."""

    function: Function | None
    index: int = -1
    var: c.Var | None = None


Sink = int | Flow
"""What becomes of the value of an expression: powers that are used, or where it goes."""


def direction(t: Type) -> int:
    """The powers that the type of a variable leaves; all of them for what is no channel."""
    under = unalias(t).underlying()
    return _DIRECTIONS[under.dir] if isinstance(under, Chan) else ALL_POWERS


@record(slots=True, eq=False)
class Uses:
    """What a piece of code names. `functions` are those that it calls, starts, defers or makes values of, `converted`
    the types whose values it puts into interfaces, so that their methods may be called. `powers` and `flows`: what it
    does with the channels in variables and fields."""

    variables: set[c.Var] = field(default_factory=set)
    globals: set[c.GlobalVar] = field(default_factory=set)
    functions: dict[Function, None] = field(default_factory=dict)
    converted: dict[Type, None] = field(default_factory=dict)
    powers: dict[Key, int] = field(default_factory=dict)
    flows: dict[Key, list[Flow]] = field(default_factory=dict)

    def add(self, body: list[c.Stmt]) -> None:
        """Adds what statements, and those nested in them, name."""
        for s in statements(body):
            match s:
                case c.Let():
                    self.expression(s.value, Flow(None, var=s.var))
                case c.Store():
                    self._place(s.place)
                    plain = isinstance(s.place, c.Local) and not s.place.var.boxed
                    self.expression(s.value, Flow(None, var=s.place.var) if plain else ALL_POWERS)  # type: ignore[attr-defined]
                case c.Go() | c.Defer():
                    self._call(s.callee, s.args)
                    if isinstance(s, c.Defer) and s.frame is not None:
                        self.expression(s.frame)
                case _:
                    for e in statement_operands(s):
                        self.expression(e)

    def expression(self, e: c.Expr, sink: Sink = ALL_POWERS) -> None:
        """Adds what an expression names, whose value goes to `sink`."""
        match e:
            case c.Local() | c.LocalBox():
                self.variables.add(e.var)
                self._note(e.var, sink if isinstance(e, c.Local) else ALL_POWERS, direction(e.var.type))
            case c.Global() | c.GlobalBox():
                self.globals.add(e.var)
                self._note(e.var, sink if isinstance(e, c.Global) else ALL_POWERS, direction(e.var.type))
            case c.FuncRef():
                self.functions[e.function] = None
            case c.Closure():
                self.functions[e.function] = None
                for v in e.function.captures:
                    self.variables.add(v)
                    self._note(v, Flow(e.function, var=v), ALL_POWERS)
            case c.Field():
                self._note(e.name, sink, ALL_POWERS)
                self.expression(e.x)
            case c.Op():
                self._operation(e, sink)
            case c.Select():
                for case in e.cases:
                    self.expression(case.chan, SEND if case.dir == "send" else RECEIVE)
                    if case.value is not None:
                        self.expression(case.value)
            case c.Call():
                self._call(e.callee, e.args, e.spread)
            case c.LetExpr():
                self.expression(e.value, Flow(None, var=e.var))
                self.expression(e.body, sink)
            case _:
                if isinstance(e, c.ToInterface):
                    self.converted[e.type] = None
                for x in operands(e):
                    self.expression(x)

    def _operation(self, e: c.Op, sink: Sink) -> None:
        if e.name == "addr.field":
            self._note(e.attrs[0], ALL_POWERS, ALL_POWERS)
        args = e.args
        if args and e.name.startswith("race."):  # tells the race detector, and passes its operand on
            first = args[0]
            if isinstance(first, c.LocalBox):
                first = c.Local(first.pos, first.var)
            elif isinstance(first, c.GlobalBox):
                first = c.Global(first.pos, first.var)
            self.expression(first, 0 if e.name.startswith("race.set.") else sink)
            args = args[1:]
        elif args and e.name in _OPERATIONS:
            self.expression(args[0], _OPERATIONS[e.name])
            args = args[1:]
        for x in args:
            self.expression(x, _OPERATIONS[e.name] if e.name in ("eq.ref", "ne.ref") else ALL_POWERS)

    def _call(self, callee: c.Expr, args: list[c.Expr], spread: bool = False) -> None:
        self.expression(callee)
        function = callee.function if isinstance(callee, c.FuncRef | c.Closure) else None
        for i, x in enumerate(args):
            self.expression(x, ALL_POWERS if function is None or spread else Flow(function, i))

    def _place(self, place: c.Expr) -> None:
        """A place that is assigned: nothing is done with what it holds."""
        if isinstance(place, c.Local | c.Global | c.Field):
            self.expression(place, 0)
        else:
            for x in operands(place):
                self.expression(x)

    def _note(self, key: Key, sink: Sink, allowed: int) -> None:
        if isinstance(sink, int):
            self.powers[key] = self.powers.get(key, 0) | (sink & allowed)
        else:
            flows = self.flows.setdefault(key, [])
            if sink not in flows:
                flows.append(sink)


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
        uses.expression(e)


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
