"""Which values integers can have, at each place of a function: interval analysis over core.

The states of the analysis say for plain integer variables (neither boxed nor anything but an integer) in which interval
their value is; a variable that is not mentioned may have any value of its type. What is known comes from constants,
lengths, arithmetic, from conditions that led here, and from indexes that were in range.

A loop's state at its head is guessed, the body is run, and the guess holds when nothing that the body assigns leads out
of it (induction); then what was assigned, joined with the state before the loop, is the better guess for the run that
counts. Nested loops multiply these runs, so within MAX_NESTING loops nothing is guessed any more.

Invariant: `found` joins what was seen in runs that count, under states that cover all that can happen.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.kinds import int_kind
from minigo.core.visit import expressions, operands, statement_operands, statements
from minigo.engine.intervals import (
    FULL,
    MAX_ITEMS,
    MAX_LENGTH,
    MAX_STRING,
    TESTS,
    Interval,
    complement,
    join,
    meet,
    mirror,
    narrowed,
    range_of_type,
    result,
    within,
)
from minigo.runtime.ops_int import INT_KINDS
from minigo.types.types import Slice

State = dict[c.Var, Interval]

MAX_NESTING = 5
MAX_STATEMENTS = 2000
"""Functions with more statements are not looked at: generated tables, mostly."""
_RUNE: Interval = (0, 0x10FFFF)
_SMALL: Interval = (-1, MAX_LENGTH)
"""The guess for a variable that is neither only counted up nor only counted down."""


def intervals_of(function: c.Function) -> dict[c.Expr, Interval]:
    """The interval of the value of each integer expression in a completed function that is ever evaluated."""
    if sum(1 for _ in statements(function.body)) > MAX_STATEMENTS:
        return {}
    flow = _Flow()
    flow.body(function.body, {})
    return flow.found


def is_tracked(v: c.Var) -> bool:
    return not v.boxed and int_kind(v.type) is not None


class _Flow:
    def __init__(self) -> None:
        self.found: dict[c.Expr, Interval] = {}
        self.recording = True
        self.nesting = 0
        self.given: list[State] = []
        """For each loop around: what the run of its body has assigned."""
        self.jumps: dict[tuple[str, c.Label], list[State]] = {}
        self.assigned: dict[c.Loop, dict[c.Var, str]] = {}

    # -------------------------------------------------- statements

    def body(self, stmts: list[c.Stmt], st: State | None) -> State | None:
        """The state after `stmts`; None when their end is not reached. Changes `st`."""
        for s in stmts:
            if st is None:
                return None
            st = self.statement(s, st)
        return st

    def statement(self, s: c.Stmt, st: State) -> State | None:
        match s:
            case c.If():
                self.value(s.cond, st)
                then, orelse = self.fork(s.cond, st)
                return joined([self.body(s.body, then), self.body(s.orelse, orelse)])
            case c.Loop():
                return self.loop(s, st)
            case c.Block():
                key = ("break", s.label)
                self.jumps[key] = []
                end = self.body(s.body, st)
                return joined([end, *self.jumps.pop(key)])
            case c.Break():
                self.jumps.setdefault(("break", s.label), []).append(st)
                return None
            case c.Continue():
                self.jumps.setdefault(("continue", s.label), []).append(st)
                return None
            case c.Let():
                self.assign(s.var, self.value(s.value, st), st)
            case c.Store():
                self.store(s, st)
            case c.Unpack():
                self.unpack(s, st)
            case _:
                for e in statement_operands(s):
                    self.value(e, st)
                if isinstance(s, c.Return | c.Panic):
                    return None
        return st

    def assign(self, v: c.Var, value: Interval | None, st: State) -> None:
        full = None if v.boxed else range_of_type(v.type)
        if full is None:
            return
        new = st[v] = value if value is not None and within(value, full) else full
        for given in self.given:
            given[v] = join(given[v], new) if v in given else new

    def store(self, s: c.Store, st: State) -> None:
        if isinstance(s.place, c.Local):
            self.assign(s.place.var, self.value(s.value, st), st)
            return
        for e in operands(s.place):
            self.value(e, st)
        self.value(s.value, st)
        if isinstance(s.place, c.Index):
            self.was_index(s.place.index, st)

    def unpack(self, s: c.Unpack, st: State) -> None:
        self.value(s.value, st)
        known: list[Interval | None] = [None] * len(s.vars)
        if isinstance(s.value, c.Op) and s.value.name == "string.decode":
            known = [_RUNE, (1, 4)]
        for v, interval in zip(s.vars, known, strict=True):
            if v is not None:
                self.assign(v, interval, st)

    # -------------------------------------------------- loops

    def loop(self, s: c.Loop, st: State) -> State | None:
        changed = self.assigned.get(s)
        if changed is None:
            changed = self.assigned[s] = _changed(s)
        head = {v: interval for v, interval in st.items() if v not in changed}
        if self.nesting < MAX_NESTING:
            recording, self.recording = self.recording, False
            guess = _guess(changed, st)
            for _ in range(2):
                _, given = self.run(s, {**head, **guess})
                if all(v not in given or within(given[v], interval) for v, interval in guess.items()):
                    better = {v: join(st[v], given[v]) if v in given else st[v] for v in guess if v in st}
                    head.update(better)
                    break
                guess = {v: interval for v, interval in guess.items() if v not in given or within(given[v], interval)}
            self.recording = recording
        exits, _ = self.run(s, head)
        return joined(exits)

    def run(self, s: c.Loop, st: State) -> tuple[list[State | None], State]:
        """Runs the body once; returns the states in which the loop is left, and what was assigned meanwhile."""
        given: State = {}
        self.given.append(given)
        self.nesting += 1
        exit, again = ("break", s.label), ("continue", s.label)
        self.jumps[exit], self.jumps[again] = [], []
        inside: State | None
        inside, outside = dict(st), None
        if s.cond is not None:
            self.value(s.cond, inside)
            inside, outside = self.fork(s.cond, inside)
        end = self.body(s.body, inside)
        self.body(s.post, joined([end, *self.jumps.pop(again)]))
        self.nesting -= 1
        self.given.pop()
        return [outside, *self.jumps.pop(exit)], given

    # -------------------------------------------------- conditions

    def fork(self, cond: c.Expr, st: State) -> tuple[State | None, State | None]:
        """The states when `cond`, already evaluated in `st`, holds and when it does not."""
        return self.refine(cond, True, st), self.refine(cond, False, st)

    def refine(self, cond: c.Expr, truth: bool, st: State | None) -> State | None:
        """What is known besides `st` when `cond` is `truth`; a new state, None when that cannot be."""
        if st is None:
            return None
        match cond:
            case c.And() | c.Or():
                if isinstance(cond, c.And) is truth:
                    return self.refine(cond.y, truth, self.refine(cond.x, truth, st))
                first = self.refine(cond.x, truth, st)
                return joined([first, self.refine(cond.y, truth, self.refine(cond.x, not truth, st))])
            case c.Op(name="not.bool", args=[x]):
                return self.refine(x, not truth, st)
            case c.Op(name=name, args=[x, y]):
                test, _, kind = name.partition(".")
                if kind in INT_KINDS and test in TESTS:
                    return self.compare(test if truth else complement(test), kind, x, y, st)
            case c.Const():
                return dict(st) if cond.value is truth else None
        return dict(st)

    def compare(self, test: str, kind: str, x: c.Expr, y: c.Expr, st: State) -> State | None:
        out = dict(st)
        recording, self.recording = self.recording, False
        left, right = self.value(x, out) or FULL[kind], self.value(y, out) or FULL[kind]
        self.recording = recording
        for e, own, how, other in ((x, left, test, right), (y, right, mirror(test), left)):
            rest = narrowed(how, own, other)
            if rest is None:
                return None
            if isinstance(e, c.Local) and is_tracked(e.var):
                out[e.var] = rest
        return out

    # -------------------------------------------------- expressions

    def value(self, e: c.Expr, st: State) -> Interval | None:
        """The interval of `e`, None when it is no integer or nothing is known. Evaluating it may teach something."""
        found = self._value(e, st)
        if found is not None and self.recording:
            old = self.found.get(e)
            self.found[e] = found if old is None else join(old, found)
        return found

    def _value(self, e: c.Expr, st: State) -> Interval | None:
        match e:
            case c.Const():
                return (e.value, e.value) if type(e.value) is int else None
            case c.Local():
                return None if e.var.boxed else st.get(e.var) or range_of_type(e.var.type)
            case c.Op():
                return self.operation(e, [self.value(x, st) for x in e.args])
            case c.And() | c.Or():
                self.value(e.x, st)
                rest = self.refine(e.x, isinstance(e, c.And), st)
                if rest is not None:
                    self.value(e.y, rest)
                return None
            case c.LetExpr():
                self.assign(e.var, self.value(e.value, st), st)
                return self.value(e.body, st)
            case c.Index():
                self.value(e.x, st)
                self.value(e.index, st)
                self.was_index(e.index, st)
                return FULL["uint8"] if e.kind == "string" else None
        for x in operands(e):
            self.value(x, st)
        return None

    def operation(self, e: c.Op, args: list[Interval | None]) -> Interval | None:
        name, _, kind = e.name.partition(".")
        if name in ("len", "cap"):
            return 0, _longest(e, kind)
        if name == "convert":
            target, _, source = kind.partition(".")
            if target not in INT_KINDS:
                return None
            value = args[0] or FULL.get(source)
            return value if value is not None and within(value, FULL[target]) else FULL[target]
        if kind not in INT_KINDS or name in TESTS:
            return None
        full = FULL[kind]
        if name == "neg":
            low, high = args[0] or full
            return (-high, -low) if within((-high, -low), full) else full
        if name == "not" or len(args) != 2:
            return full
        second = args[1] or (FULL["int64"] if name in ("shl", "shr") else full)
        return result(name, kind, args[0] or full, second)

    def was_index(self, index: c.Expr, st: State) -> None:
        """`index` was in range."""
        shift = 0
        match index:
            case c.Op(name="add.int64", args=[x, c.Const(value=int() as n)]):
                index, shift = x, n
            case c.Op(name="sub.int64", args=[x, c.Const(value=int() as n)]):
                index, shift = x, -n
        if isinstance(index, c.Local) and is_tracked(index.var):
            v = index.var
            old = st.get(v) or range_of_type(v.type)
            # Without the limits of small numbers the sum may have wrapped.
            if old is None or (shift and not within((old[0] + shift, old[1] + shift), FULL["int64"])):
                return
            rest = meet(old, (-shift, MAX_LENGTH - 1 - shift))
            if rest is not None:
                st[v] = rest


def joined(states: list[State | None]) -> State | None:
    """What all the states agree on; None when there are none."""
    out: State | None = None
    for st in states:
        if st is None:
            continue
        if out is None:
            out = st
        else:
            out = {v: join(interval, st[v]) for v, interval in out.items() if v in st}
    return out


def _longest(e: c.Op, kind: str) -> int:
    if kind == "string":
        return MAX_STRING
    match e.args[0]:
        case c.Local(var=v) if kind == "slice":
            t = v.type.underlying()
            if isinstance(t, Slice) and int_kind(t.elem) != "uint8":
                return MAX_ITEMS
    return MAX_LENGTH if kind == "slice" else MAX_STRING


def _changed(loop: c.Loop) -> dict[c.Var, str]:
    """The tracked variables that a loop assigns, and how: "up" or "down" when they are only counted, else ""."""
    changed: dict[c.Var, str] = {}
    for s in [loop, *statements([*loop.body, *loop.post])]:
        match s:
            case c.Store(place=c.Local(var=v)):
                how = _direction(v, s.value)
                changed[v] = how if changed.get(v, how) == how else ""
            case c.Let():
                changed[s.var] = ""
            case c.Unpack():
                changed.update((v, "") for v in s.vars if v is not None)
        for e in statement_operands(s):
            changed.update((x.var, "") for x in expressions(e) if isinstance(x, c.LetExpr))
    return {v: how for v, how in changed.items() if is_tracked(v)}


def _direction(v: c.Var, value: c.Expr) -> str:
    match value:
        case c.Op(name=name, args=[c.Local(var=source), _]) if source is v:
            return {"add": "up", "sub": "down"}.get(name.partition(".")[0], "")
        case _:
            return ""


def _guess(changed: dict[c.Var, str], st: State) -> State:
    """Intervals that the variables known before the loop may keep to."""
    guess: State = {}
    for v, how in changed.items():
        before, full = st.get(v), range_of_type(v.type)
        if before is None or full is None:
            continue
        if how == "up":
            guess[v] = before[0], full[1]
        elif how == "down":
            guess[v] = full[0], before[1]
        else:
            guess[v] = join(before, meet(full, _SMALL) or full)
    return guess
