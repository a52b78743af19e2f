"""What repairs after a syntax error are made of, and what the parser's stack says about where the error is.

gc's parser, on an error, reports what it expected, skips some tokens, and acts as if the missing part had been there.
The same is done here to the stack of the LALR parser: the part is *fed* as made-up tokens. So later errors are found
where gc finds them, and none is found that gc would not find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lark import Token

from minigo.record import record
from minigo.syntax import ast
from minigo.syntax.builder_stmt import Header

if TYPE_CHECKING:
    from minigo.syntax.parser import Parser
    from minigo.syntax.tables import Reduction

STATEMENT_KEYWORDS = frozenset(
    {
        "BREAK", "CONST", "CONTINUE", "DEFER", "FALLTHROUGH", "FOR", "GO", "GOTO", "IF", "RETURN", "SELECT", "SWITCH",
        "TYPE", "VAR",
    }
)  # fmt: skip
"""Inside a function, where skipping always stops."""

HEADERS = frozenset({"IF", "FOR", "SWITCH"})
LITERALS = frozenset({"INT", "FLOAT", "IMAG", "CHAR", "STRING"})
_NAMED = {"COMMA": "comma", "SEMICOLON": "semicolon or newline", "IDENT": "name"}


def describe(token: Token) -> str:
    """A token as gc prints the unexpected."""
    kind, text = token.type, str(token.value)
    if kind == "IDENT":
        return f"name {text}"
    if kind in LITERALS:
        return f"literal {text}"
    if kind == "SEMICOLON":
        return {"\n": "newline", ";": "semicolon"}.get(text, text)
    if kind == "$END":
        return "EOF"
    if text.isalpha():
        return f"keyword {text}"
    return _NAMED.get(kind, text)


@record(slots=True)
class Completed:
    """A copy of the stack after reductions. The values of rules became None.

    `methods` are those of the reductions; `assignable` tells whether the `=` of a declaration may follow.
    """

    states: list[int]
    values: list[object]
    methods: set[str]
    assignable: bool


def _preference(reduction: Reduction) -> tuple[bool, bool, str, int]:
    """An expression that may be a statement or begin a list is taken for the statement; a type for a whole one."""
    return (
        reduction.method != "expr_stmt",
        reduction.rule == "composite_type",
        reduction.rule,
        reduction.size,
    )


class Repair:
    """The tools of `Recovery`, on the stack of `parser`. Each takes a token from the input or adds to the stack."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.builder = parser.builder
        self.actions = parser.tables.actions

    # ------------------------------------------------------------ what a repair is made of

    def report(self, token: Token, expected: str) -> None:
        """`expected` is what follows "unexpected TOKEN"."""
        self.builder.error(self.builder.at(token), f"unexpected {describe(token)}{expected}")

    def report_plain(self, token: Token, message: str) -> None:
        self.builder.error(self.builder.at(token), message)

    def skip(self, token: Token, *kinds: str, stop: frozenset[str] = frozenset()) -> Token:
        """The first token from `token` on that is of one of the kinds; in a function also any statement keyword."""
        stop = stop.union(kinds, ("$END",))
        if self._in_function():
            stop |= STATEMENT_KEYWORDS
        while token.type not in stop:
            token = next(self.parser.tokens)
        return token

    def next(self, token: Token) -> Token:
        """The token after `token`."""
        return token if token.type == "$END" else next(self.parser.tokens)

    def feed(self, token: Token, *kinds: str) -> Token:
        """Act as if tokens of these kinds stood before `token`, which it returns. An empty literal is no value."""
        for kind in kinds:
            text = "_" if kind == "IDENT" else "" if kind == "INT" else kind.lower()
            self.parser.shift(Token.new_borrow_pos(kind, text, token))
        return token

    def want(self, token: Token, kind: str, expected: str = "") -> Token:
        """Report that `kind` was expected, and take it for `token`."""
        self.report(token, ", expected " + (expected or self._text(kind)))
        return self.feed(self.next(token), kind)

    # ------------------------------------------------------------ what the stack says

    def _starts(self, state: int, *rules: str) -> bool:
        """Whether one of the rules may start at `state`."""
        row = self.actions[state]
        return any(rule in row for rule in rules)

    def _terminals(self, state: int) -> set[str]:
        """The terminals that `state` can shift."""
        return {kind for kind, action in self.actions[state].items() if action >= 0 and kind.isupper()}

    def _can_reduce(self, state: int) -> bool:
        return any(action < 0 for action in self.actions[state].values())

    def _top(self, depth: int = 1) -> str:
        """The kind of the token `depth` from the top of the stack; "" if no token is there."""
        values = self.parser.values
        value = values[-depth] if depth <= len(values) else None
        return value.type if isinstance(value, Token) else ""

    def _in_function(self) -> bool:
        parser = self.parser
        return any(
            isinstance(value, Token) and value.type == "LBRACE" and self._starts(parser.states[i + 1], "statement_list")
            for i, value in enumerate(parser.values)
        )

    def _text(self, kind: str) -> str:
        """A terminal as gc prints the expected."""
        if kind in _NAMED:
            return _NAMED[kind]
        text = self.parser.tables.texts.get(kind, kind.lower())
        return f"keyword {text}" if text.isalpha() else text

    def _header(self) -> tuple[str, int]:
        """The keyword of the innermost statement header and how many semicolons follow it, 2 when it is complete."""
        semicolons = 0
        for value in reversed(self.parser.values):
            if isinstance(value, Token):
                if value.type in HEADERS:
                    return value.type, semicolons
                if value.type in ("LPAREN", "LBRACK", "LBRACE"):
                    break
                semicolons = 2 if value.type == "RANGE" else semicolons + (value.type == "SEMICOLON")
            elif isinstance(value, (Header, ast.ForStmt, ast.RangeStmt)):
                semicolons = 2
        return "", 0

    def _completed(self) -> Completed:
        """The stack as it is once all complete parts are reduced.

        A statement and a declaration at top level are not reduced further.
        """
        states = list(self.parser.states)
        values: list[object] = list(self.parser.values)
        done = Completed(states, values, set(), False)
        while not self._is(states, "statement_list", "top_level_decl"):
            row = self.actions[states[-1]]
            done.assignable |= row.get("ASSIGN", -1) >= 0 and "DEFINE" not in row
            choices = {action for action in row.values() if action < 0}
            reductions = [self.parser.tables.reductions[~choice] for choice in choices]
            reductions = [r for r in reductions if r.size > 0 and r.rule != "source_file"]
            if not reductions:
                break
            reduction = min(reductions, key=_preference)
            del states[-reduction.size :], values[-reduction.size :]
            values.append(None)
            states.append(self.actions[states[-1]][reduction.rule])
            done.methods.add(reduction.method or "")
        return done

    def _is(self, states: list[int], *rules: str) -> bool:
        """Whether one of the rules was reduced last."""
        return len(states) > 1 and any(self.actions[states[-2]].get(rule) == states[-1] for rule in rules)
