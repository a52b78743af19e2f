"""The parser: an LALR(1) driver over the tables of `go.lark` that builds the AST as it reduces.

The algorithm is the usual one; its own are two things. It keeps the depth of the tree that each value stands for, so
that whoever recurses over an AST can rely on a bound. And it leaves a token that does not fit to `Recovery`, which
reports it, repairs the stack and lets the parser go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from minigo.source import MAX_ERRORS, Diagnostic, File, pos_column, pos_line
from minigo.syntax import ast
from minigo.syntax.builder import Builder
from minigo.syntax.recovery import Recovery
from minigo.syntax.repair import describe
from minigo.syntax.tables import Tables, load_tables
from minigo.syntax.tokens import TokenCheck

if TYPE_CHECKING:
    from lark import Token

MAX_DEPTH = 500
"""How deep a tree may be: operators, parentheses, blocks and calls nested in each other."""

MAX_STACK = 20 * MAX_DEPTH
"""How many symbols may wait to be reduced: more than any tree of MAX_DEPTH needs."""


def parse(file: File, limit: int = MAX_ERRORS) -> tuple[ast.SourceFile | None, list[Diagnostic]]:
    """The AST of `file` and its errors as gc's parser reports them, in source order, and one more than `limit` at most.

    There is an AST unless one of the messages begins with "syntax error": after lexical errors gc still checks types.
    Raises nothing, whatever the text is. The AST is at most MAX_DEPTH operators, statements and types deep.
    """
    errors: list[Diagnostic] = []
    tables = load_tables()
    check = TokenCheck(file, errors)
    builder = Builder(file, errors)
    builder.bad = check.bad
    tree = Parser(tables, builder, check.process(tables.lex(file.text))).run()
    errors += check.directive_errors
    if tree is None or any(e.message.startswith("syntax error") for e in errors):
        return None, printed(errors, limit)
    tree.directives = check.directives
    return tree, printed(errors, limit)


def printed(errors: list[Diagnostic], limit: int) -> list[Diagnostic]:
    """The errors that gc prints: of consecutive syntax errors on a line the first, of equal ones on a line one.

    They are in source order. If there are more than `limit`, one more follows, to tell.
    """
    kept: dict[tuple[int, str], Diagnostic] = {}
    line = 0
    for error in errors:
        if error.message.startswith("syntax error"):
            if pos_line(error.pos) == line:
                continue
            line = pos_line(error.pos)
        kept.setdefault((pos_line(error.pos), error.message), error)
    first = list(kept.values())
    ordered = sorted(first[:limit], key=lambda e: (pos_line(e.pos), pos_column(e.pos)))
    return ordered + first[limit : limit + 1]


class Parser:
    """One run over the tokens of a file. `states` is one longer than `values` and `depths`, which belong together."""

    def __init__(self, tables: Tables, builder: Builder, tokens: Iterator[Token]) -> None:
        self.tables = tables
        self.builder = builder
        self.tokens = tokens
        self.states = [tables.start_state]
        self.values: list[Any] = []
        self.depths: list[int] = []
        self.previous: Token
        """The token shifted last."""
        self.reductions = [
            (r.size, r.rule, getattr(builder, r.method) if r.method is not None else None, r.depth)
            for r in tables.reductions
        ]

    def run(self) -> ast.SourceFile | None:
        """The tree, if the parser gets to the end of the file. Errors are in the builder's list."""
        token = self._package_clause()
        recovery = Recovery(self)
        shift, tokens = self.shift, self.tokens
        while token is not None:
            if shift(token):
                if len(self.states) > MAX_STACK:
                    self._too_deep(token)
                    return None
                token = next(tokens)
            elif self.states[-1] == self.tables.end_state and token.type == "$END":
                return cast(ast.SourceFile, self.values[0])
            elif self.depths and self.depths[-1] > MAX_DEPTH:
                self._too_deep(token)
                return None
            else:
                token = recovery.recover(token)
        return None

    def _package_clause(self) -> Token | None:
        """Parse the package clause. Returns the token after it; None after an error, which gc makes the only one."""
        errors = self.builder.errors
        token = next(self.tokens)
        if token.type != "PACKAGE":
            self.builder.error(self.builder.at(token), "package statement must be first")
            return None
        for expected, name in (("PACKAGE", ""), ("IDENT", "name"), ("SEMICOLON", "semicolon or newline")):
            if token.type == expected:
                self.shift(token)
            elif token.type == "$END" and errors:
                return None
            else:
                self.builder.error(self.builder.at(token), f"unexpected {describe(token)}, expected {name}")
            if expected != "SEMICOLON":
                token = next(self.tokens, token)
        if errors and token.type != "SEMICOLON":
            return None
        token = next(self.tokens)
        here = self.builder.at(token)
        if any(e.pos <= here for e in errors):
            errors[:] = [e for e in errors if e.pos <= here]
            return None
        return token

    def shift(self, token: Token) -> bool:
        """Reduce as `token` demands and shift it; False if it does not fit, or if a tree became too deep."""
        actions, reductions = self.tables.actions, self.reductions
        states, values, depths = self.states, self.values, self.depths
        kind = token.type
        self.builder.lookahead = token
        while True:
            action = actions[states[-1]].get(kind)
            if action is None:
                return False
            if action >= 0:
                states.append(action)
                values.append(token)
                depths.append(0)
                self.previous = token
                return True
            size, rule, method, depth = reductions[~action]
            if method is None:
                states.pop()
            elif size:
                value = method(*values[-size:])
                depth += max(depths[-size:])
                del values[-size:], states[-size:], depths[-size:]
                values.append(value)
                depths.append(depth)
                if depth > MAX_DEPTH:
                    states.append(actions[states[-1]][rule])
                    return False
            else:
                values.append(method())
                depths.append(0)
            states.append(actions[states[-1]][rule])

    def reduce_complete(self) -> None:
        """Reduce what is complete and can only be reduced, whatever the next token is."""
        actions = self.tables.actions
        while True:
            choices = set(actions[self.states[-1]].values())
            if len(choices) != 1 or next(iter(choices)) >= 0:
                return
            size, rule, method, depth = self.reductions[~choices.pop()]
            values = self.values[-size:]
            self.depths[-size:] = [max(self.depths[-size:]) + depth]
            del self.states[-size:]
            self.values[-size:] = [values[0] if method is None else method(*values)]
            self.states.append(actions[self.states[-1]][rule])

    def _too_deep(self, token: Token) -> None:
        self.builder.error(self.builder.at(token), f"nested too deeply, more than {MAX_DEPTH} levels")
