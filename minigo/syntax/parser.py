"""The parser: an LALR(1) driver over the tables of `go.lark` that builds the AST as it reduces.

It is Lark's own algorithm, with two things of our own: it keeps the depth of the tree that each value stands for, so
that whoever recurses over an AST can rely on a bound, and it goes on after syntax errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from minigo.source import Diagnostic, File
from minigo.syntax import ast
from minigo.syntax.builder import Builder
from minigo.syntax.tables import Tables, load_tables
from minigo.syntax.tokens import TokenCheck

if TYPE_CHECKING:
    from lark import Token

MAX_DEPTH = 1000
"""How deep a tree may be: operators, parentheses, blocks and calls nested in each other."""


def parse(file: File) -> tuple[ast.SourceFile | None, list[Diagnostic]]:
    errors: list[Diagnostic] = []
    tables = load_tables()
    check = TokenCheck(file, errors)
    builder = Builder(file, errors)
    builder.bad = check.bad
    tree = Parser(tables, builder).run(check.process(tables.lex(file.text)))
    if tree is not None:
        tree.directives = check.directives
    return tree, errors


class Parser:
    def __init__(self, tables: Tables, builder: Builder) -> None:
        self.tables = tables
        self.builder = builder
        self.states = [tables.start_state]
        self.values: list[Any] = []
        self.depths: list[int] = []
        self.methods = [getattr(builder, r.method) if r.method else None for r in tables.reductions]

    def run(self, tokens: Iterator[Token]) -> ast.SourceFile | None:
        actions, methods = self.tables.actions, self.methods
        reductions = [(r.size, r.rule, m, r.depth) for r, m in zip(self.tables.reductions, methods)]
        states, values, depths = self.states, self.values, self.depths
        for token in tokens:
            kind = token.type
            while True:
                action = actions[states[-1]].get(kind)
                if action is None:
                    if states[-1] == self.tables.end_state:
                        return values[0]
                    expected = sorted(actions[states[-1]])
                    self.builder.error(self.builder.at(token), f"unexpected {kind} {token!r} {expected}")
                    return None
                if action >= 0:
                    states.append(action)
                    values.append(token)
                    depths.append(0)
                    break
                size, rule, method, depth = reductions[~action]
                if method is None:
                    del states[-1]
                elif size:
                    value = method(*values[-size:])
                    depth += max(depths[-size:])
                    del values[-size:], states[-size:], depths[-size:]
                    values.append(value)
                    depths.append(depth)
                else:
                    values.append(method())
                    depths.append(0)
                states.append(actions[states[-1]][rule])
        return None
