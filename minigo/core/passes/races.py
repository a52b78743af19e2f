"""Instrumentation for the race detector: every read and write of memory that goroutines may share tells where it is.

The accesses become Ops `race.*` (see runtime/ops_race.py), so the engines need to know nothing of them. The pass runs
after the Ticks are in: a program has the same schedule with and without it. Each Op carries the position, the text of
what is accessed and where the variable in it is declared.

What is no memory of its own: variables that are neither addressed nor captured, and parts of structs and arrays in such
variables. The place of a struct or array is an address; the accesses are those of who copies, compares or assigns it.
A map is one place as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from minigo.core import nodes as c
from minigo.core.passes.ticks import is_pointer_like
from minigo.core.visit import (
    nested,
    operands,
    replace_operands,
    replace_statement_operands,
    statement_operands,
    statements,
)
from minigo.source import NO_POS, Pos
from minigo.types.types import Array, Struct, Tuple

_UNTYPED = Tuple([])

_READS_OBJECTS = frozenset(("copy.struct", "copy.array", "eq.value", "ne.value"))
_ASSIGNS = frozenset(("assign.struct", "assign.array"))
_MAP_READS = {"map.get2": "access2", "len.map": "len", "map.iter": "iter", "map.next": "next"}
_MAP_WRITES = {"delete": "delete", "clear.map": "clear"}
_APPENDS = frozenset(("append", "append.item", "append.items", "append.string"))
_COPIES = frozenset(("copyslice", "copyslice.string"))
_CHANNEL_OPS = {"chan.send": "race.send", "chan.recv": "race.recv", "chan.recv2": "race.recv2"}
_CHANNEL_ACCESSES = ("chan.send", "chan.close")
_READS_SLICES = {
    "convert.string.bytes": "bytetostring",
    "convert.string.runes": "runetostring",
    "convert.array.slice": "",
}


def instrument(function: c.Function, ids: list[int], unwatched: Container[Pos]) -> None:
    """Instrument a function that is lowered and has its Ticks; `ids[0]` is the last id of its variables. `unwatched`:
    the positions of sends and closes whose accesses of the channel cannot race."""
    pass_ = _Instrumentation(function, ids, unwatched)
    function.body = pass_.body(function.body)


def go_wrappers(function: c.Function) -> dict[Pos, str]:
    """The names of the functions that gc makes for go statements, by position: those whose call has operands or
    results. Deferred calls are counted among them."""
    names: dict[Pos, str] = {}
    number = 0
    for s in statements(function.body):
        if isinstance(s, c.Go | c.Defer) and _is_wrapped(s):
            number += 1
            if isinstance(s, c.Go):
                names[s.pos] = f"{function.name}.gowrap{number}"
    return names


def _is_wrapped(s: c.Go | c.Defer) -> bool:
    if s.args:
        return True
    match s.callee:
        case c.FuncRef() | c.Closure():
            return bool(s.callee.function.result_count)
        case c.Local() | c.Global():
            return False
        case _:
            return True


class _Instrumentation:
    def __init__(self, function: c.Function, ids: list[int], unwatched: Container[Pos]) -> None:
        self.function = function
        self.ids = ids
        self.unwatched = unwatched
        self.out: list[c.Stmt] = []

    # ------------------------------------------------------------ statements

    def body(self, body: list[c.Stmt]) -> list[c.Stmt]:
        outer, self.out = self.out, []
        for s in body:
            self._statement(s)
        done, self.out = self.out, outer
        return done

    def _statement(self, s: c.Stmt) -> None:
        match s:
            case c.Store():
                self._store(s)
                return
            case c.Return() if any(r.boxed for r in self.function.results):
                self._return(s)
                return
        replace_statement_operands(s, self._all(statement_operands(s)))
        match s:
            case c.If():
                s.body, s.orelse = self.body(s.body), self.body(s.orelse)
            case c.Loop():
                s.body, s.post = self.body(s.body), self.body(s.post)
            case c.Block():
                s.body = self.body(s.body)
            case _:
                assert not nested(s)
        self.out.append(s)

    def _store(self, s: c.Store) -> None:
        place, value = s.place, self.expr(s.value)
        match place:
            case c.Local() if place.var.boxed:
                self._write("race.set.box", place, [c.LocalBox(place.pos, place.var), value])
            case c.Global() if place.var.boxed:
                self._write("race.set.box", place, [c.GlobalBox(place.pos, place.var), value])
            case c.Global():
                s.value = self._now(value)
                self._write("race.global", place, [], place.var.symbol, True)
                self.out.append(s)
            case c.Deref():
                self._write("race.set.deref", place, [self.expr(place.x), value])
            case c.Field() if is_pointer_like(place.x):
                self._write("race.set.field", place, [self.expr(place.x), value], place.name, place.index)
            case c.Index() if place.kind == "slice" or is_pointer_like(place.x):
                self._write(f"race.set.{place.kind}", place, [self.expr(place.x), self.expr(place.index), value])
            case c.MapIndex():
                operand = self._now(self.expr(place.x))
                place.key = self._now(self.expr(place.key))
                place.x = self._op("race.map", place.x, [operand], "assign")
                s.value = self._now(value)
                self.out.append(s)
            case _:
                replace_operands(place, self._all(operands(place)))
                s.value = value
                self.out.append(s)

    def _return(self, s: c.Return) -> None:
        """The values are stored into the results, of which other goroutines may know."""
        if s.values and not s.spread:
            s.values = [self._now(self.expr(x)) for x in s.values]
            for r in self.function.results:
                if r.boxed:
                    place = c.Local(s.pos, r)
                    self._write("race.box.written", place, [c.LocalBox(s.pos, r)])
        else:
            s.values = self._all(s.values)
        self.out.append(s)

    def _write(self, name: str, place: c.Expr, args: list[c.Expr], *extra: str | int) -> None:
        self.out.append(c.Eval(place.pos, self._op(name, place, args, *extra)))

    def _now(self, e: c.Expr) -> c.Expr:
        """`e`, evaluated into a temporary before what comes next."""
        if _is_simple(e):
            return e
        var = self._temp()
        self.out.append(c.Let(e.pos, var, e))
        return c.Local(e.pos, var)

    def _temp(self) -> c.Var:
        self.ids[0] += 1
        return c.Var("t", self.ids[0], _UNTYPED)

    # ------------------------------------------------------------ expressions

    def _all(self, exprs: Iterable[c.Expr]) -> list[c.Expr]:
        return [self.expr(e) for e in exprs]

    def expr(self, e: c.Expr) -> c.Expr:
        match e:
            case c.Local():
                return self._op("race.box", e, [c.LocalBox(e.pos, e.var)]) if e.var.boxed else e
            case c.Global():
                return self._global(e)
            case c.Deref():
                return self._op("race.deref", e, [self.expr(e.x)])
            case c.Field() if not e.inline and is_pointer_like(e.x):
                name = self._op("race.field", e, [self.expr(e.x)], e.name, e.index)
                return c.Field(e.pos, name, e.name, e.index)
            case c.Index() if not e.inline and e.kind != "string" and (e.kind == "slice" or is_pointer_like(e.x)):
                return self._op(f"race.index.{e.kind}", e, [self.expr(e.x), self.expr(e.index)])
            case c.MapIndex():
                x = self._op("race.map", e.x, [self.expr(e.x)], "access1")
                return c.MapIndex(e.pos, x, self.expr(e.key), e.type)
            case c.Op():
                return self._operation(e)
        replace_operands(e, self._all(operands(e)))
        if isinstance(e, c.Call) and isinstance(e.callee, c.FuncRef):
            self._atomic(e, e.callee.function)
        return e

    def _atomic(self, e: c.Call, function: c.Function) -> None:
        """A call of a function of sync/atomic that gets the address of a variable."""
        name = function.name.removeprefix("sync/atomic.")
        if function.native is not None and name != function.name and "(" not in name and e.args:
            e.args[0] = self._op("race.atomic", e, [e.args[0]], name)

    def _global(self, e: c.Global) -> c.Expr:
        var = e.var
        if isinstance(var.type.underlying(), Struct | Array):
            return e
        if var.boxed:
            return self._op("race.box", e, [c.GlobalBox(e.pos, var)])
        return c.Op(e.pos, "race.then", [self._op("race.global", e, [], var.symbol, False), e])

    def _operation(self, e: c.Op) -> c.Expr:
        name, original = e.name, list(e.args)
        e.args = self._all(e.args)
        args = e.args
        if name in _READS_OBJECTS:
            e.args = [self._object(e, x, new) for x, new in zip(original, args, strict=True)]
        elif name in _ASSIGNS:
            if is_pointer_like(original[0]):
                return self._before(e, lambda bound: self._whole(e, original[0], bound[0], True))
        elif name in _MAP_READS:
            args[0] = self._op("race.map", original[0], [args[0]], _MAP_READS[name])
        elif name in _MAP_WRITES:
            return self._before(e, lambda bound: self._op("race.map", original[0], [bound[0]], _MAP_WRITES[name]))
        elif name in _READS_SLICES:
            args[0] = self._op("race.slice", original[0], [args[0]], False, _READS_SLICES[name])
        elif name == "clear.slice":
            args[0] = self._op("race.slice", original[0], [args[0]], True, "")
        elif name in _APPENDS:
            kind = name.removeprefix("append").removeprefix(".")
            if kind in ("item", "items"):
                count = len(args) - 1
                return self._before(e, lambda bound: self._op("race.append.items", original[0], [bound[0]], count))
            row = "race.append.string" if kind == "string" else "race.append.slice"
            return self._before(e, lambda bound: self._op(row, original[0], bound[:2]))
        elif name in _COPIES:
            return self._before(e, lambda bound: self._op("race.copy", original[0], bound[:2]))
        e.name = _CHANNEL_OPS.get(name, name)
        if name in _CHANNEL_ACCESSES and e.pos not in self.unwatched:
            return self._before(e, lambda bound: self._op("race.chan", original[0], [bound[0]], name == "chan.close"))
        return e

    def _whole(self, e: c.Op, original: c.Expr, new: c.Expr, write: bool) -> c.Op:
        """The access of a whole struct or array by the operation `e`."""
        if e.attrs and isinstance(e.attrs[0].underlying(), Array):
            return c.Op(
                e.pos, "race.array", [new], (e.attrs[0], write, e.pos, describe(original), declaration(original))
            )
        return c.Op(e.pos, "race.struct", [new], (write, e.pos, describe(original), declaration(original)))

    def _object(self, e: c.Op, original: c.Expr, new: c.Expr) -> c.Expr:
        """Reads a whole struct or array, if others may reach it."""
        match original:
            case c.Local() | c.Global() | c.Field() | c.Index():
                shared = is_pointer_like(original)
            case c.Op():
                shared = original.name == "nilcheck"
            case _:
                shared = False
        return self._whole(e, original, new, False) if shared else new

    def _before(self, e: c.Op, access: Callable[[list[c.Expr]], c.Expr]) -> c.Expr:
        """An operation whose access comes after all of its operands are evaluated."""
        bindings: list[tuple[c.Var, c.Expr]] = []
        for i, x in enumerate(e.args):
            if not _is_simple(x):
                var = self._temp()
                bindings.append((var, x))
                e.args[i] = c.Local(x.pos, var)
        body: c.Expr = c.Op(e.pos, "race.then", [access(list(e.args)), e])
        for var, value in reversed(bindings):
            body = c.LetExpr(e.pos, var, value, body)
        return body

    def _op(self, name: str, place: c.Expr, args: list[c.Expr], *extra: str | int | bool) -> c.Op:
        """An access of `place`; `extra` are the row's own attributes."""
        return c.Op(place.pos, name, args, (*extra, place.pos, describe(place), declaration(place)))


def _is_simple(e: c.Expr) -> bool:
    """Whether it does not matter when `e` is evaluated."""
    match e:
        case c.Const() | c.FuncRef():
            return True
        case c.Local():
            return not e.var.boxed
        case _:
            return False


# ---------------------------------------------------------------- names


def describe(place: c.Expr) -> str:
    """What is accessed, as the source calls it; empty when it has no name."""
    match place:
        case c.Local() | c.LocalBox():
            return "" if place.var.pos == NO_POS else place.var.name
        case c.Global() | c.GlobalBox():
            return place.var.symbol
        case c.Field():
            inner = describe(place.x)
            return f"{inner}.{place.name}" if inner else ""
        case c.Index() | c.MapIndex():
            inner = describe(place.x)
            return f"{inner}[...]" if inner else ""
        case c.Deref():
            inner = describe(place.x)
            return f"*{inner}" if inner else ""
        case c.Op() if place.name in ("nilcheck", "slice.slice", "slice.array"):
            return describe(place.args[0])
        case _:
            return ""


def declaration(place: c.Expr) -> Pos:
    """Where the variable that a place begins with is declared."""
    match place:
        case c.Local() | c.LocalBox() | c.Global() | c.GlobalBox():
            return place.var.pos
        case c.Field() | c.Index() | c.MapIndex() | c.Deref():
            return declaration(place.x)
        case c.Op() if place.name in ("nilcheck", "slice.slice", "slice.array"):
            return declaration(place.args[0])
        case _:
            return NO_POS
