"""Checks that core is well-formed: what every engine relies on, whatever the program.

Variables are declared, or captured, before they are used; every Op has a row in the operation table, with as many
operands and attributes; jumps lead to statements around them; types are monomorphic.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.kinds import is_aggregate
from minigo.core.visit import operands, statement_operands
from minigo.runtime.ops import ROWS
from minigo.types.predicates import contains_type_param
from minigo.types.types import Type


class Malformed(AssertionError):
    """What is wrong with a function."""


class Verifier:
    """Verifies one function."""

    def __init__(self, function: c.Function) -> None:
        self.function = function
        self.known: set[c.Var] = {*function.params, *function.captures}
        self.labels: list[c.Label] = []

    def run(self) -> None:
        function = self.function
        ids = [v.id for v in (*function.params, *function.captures)]
        if len(set(ids)) != len(ids):
            self.fail("two variables have the same id")
        self.statements(function.body)

    def fail(self, text: str) -> None:
        raise Malformed(f"{self.function.symbol}: {text}")

    # ------------------------------------------------------------ statements

    def statements(self, body: list[c.Stmt]) -> None:
        for s in body:
            self.statement(s)

    def statement(self, s: c.Stmt) -> None:
        for e in statement_operands(s):
            self.expr(e)
        match s:
            case c.Let():
                self.declare(s.var)
            case c.Unpack():
                for v in s.vars:
                    if v is not None:
                        self.declare(v)
            case c.Store():
                self.store(s)
            case c.If():
                self.statements(s.body)
                self.statements(s.orelse)
            case c.Loop():
                self.labels.append(s.label)
                self.statements(s.body)
                self.labels.pop()
                self.statements(s.post)
            case c.Block():
                self.labels.append(s.label)
                self.statements(s.body)
                self.labels.pop()
            case c.Break() | c.Continue():
                if s.label not in self.labels:
                    self.fail("a jump out of nothing")
            case c.Return():
                count = self.function.result_count
                if not s.spread and len(s.values) not in (0, count):
                    self.fail(f"{len(s.values)} results instead of {count}")
                if not s.values and count and not self.function.results:
                    self.fail("results are missing")

    def declare(self, var: c.Var) -> None:
        if var.boxed and is_aggregate(var.type):
            self.fail(f"{var.name} is a boxed struct or array")
        self.known.add(var)
        self.type(var.type)

    def store(self, s: c.Store) -> None:
        if not isinstance(s.place, c.Local | c.Global | c.Field | c.Deref | c.Index | c.MapIndex):
            self.fail(f"a store to {type(s.place).__name__}")
        if isinstance(s.place, c.Local) and s.place.var.shared:
            self.fail(f"{s.place.var.name} is assigned, but not in place")

    # ------------------------------------------------------------ expressions

    def expr(self, e: c.Expr) -> None:
        match e:
            case c.Local():
                if e.var not in self.known:
                    self.fail(f"unknown variable {e.var.name}.{e.var.id}")
            case c.LocalBox():
                if e.var not in self.known or not e.var.boxed:
                    self.fail(f"{e.var.name}.{e.var.id} has no box here")
            case c.GlobalBox():
                if not e.var.boxed:
                    self.fail(f"{e.var.symbol} has no box")
            case c.Closure():
                for v in e.function.captures:
                    if v not in self.known:
                        self.fail(f"{e.function.symbol} captures {v.name}.{v.id}, unknown here")
            case c.LetExpr():
                self.expr(e.value)
                self.declare(e.var)
                self.expr(e.body)
                return
            case c.Op():
                self.op(e)
            case c.Zero() | c.StructLit() | c.ArrayLit() | c.MapLit() | c.ToInterface() | c.TypeAssert() | c.MapIndex():
                self.type(e.type)
        for x in operands(e):
            self.expr(x)

    def op(self, e: c.Op) -> None:
        row = ROWS.get(e.name)
        if row is None:
            self.fail(f"no row {e.name}")
            return
        if not any(p.startswith("*") for p in row.params) and len(row.params) != len(e.args):
            self.fail(f"{e.name} with {len(e.args)} operands")
        if not any(a.startswith("*") for a in row.attrs) and len(row.attrs) != len(e.attrs):
            self.fail(f"{e.name} with {len(e.attrs)} attributes instead of {row.attrs}")
        for a in e.attrs:
            if isinstance(a, Type):
                self.type(a)

    def type(self, t: Type) -> None:
        if contains_type_param(t):
            self.fail(f"{t!r} has type parameters")


def verify(function: c.Function) -> None:
    """Raises Malformed if `function`, whose body is lowered, is not well-formed."""
    if function.native is None:
        Verifier(function).run()
