"""Automatic semicolons: a Lark postlex filter that turns line ends into `;` tokens by the rule of the Go specification.

After the filter there are no NEWLINE tokens, and of the comments only `//go:` directives and one without an end. The
value of a SEMICOLON says where it comes from: ";" was written, "\\n" is a line end (or a general comment that spans
lines), "EOF" the end of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token
from lark.lark import PostLex

ENDS_STATEMENT = frozenset(
    {
        "IDENT", "INT", "FLOAT", "IMAG", "CHAR", "STRING", "MALFORMED_NUMBER", "MALFORMED_CHAR", "MALFORMED_STRING",
        "BREAK", "CONTINUE", "FALLTHROUGH", "RETURN", "INC", "DEC", "RPAREN", "RBRACK", "RBRACE",
    }
)  # fmt: skip
"""The tokens after which a line end is a semicolon."""


class SemicolonInserter(PostLex):
    """Stateless between files, so that one Lark instance can serve them all."""

    always_accept = (
        "NEWLINE",
        "COMMENT",
        "MALFORMED_NUMBER",
        "MALFORMED_CHAR",
        "MALFORMED_STRING",
        "INVALID_CHARACTER",
    )

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        ends = ENDS_STATEMENT
        due = False
        last: Token | None = None
        for token in stream:
            kind = token.type
            last = token
            if kind == "NEWLINE":
                if due:
                    yield Token.new_borrow_pos("SEMICOLON", "\n", token)
                    due = False
            elif kind == "COMMENT":
                general = token.startswith("/*")
                if token.startswith("//go:") or (general and (len(token) < 4 or not token.endswith("*/"))):
                    yield token
                elif due and general and "\n" in token:
                    yield Token.new_borrow_pos("SEMICOLON", "\n", token)
                    due = False
            else:
                # a character that is no token leaves the rule as if it were not there
                if kind != "INVALID_CHARACTER":
                    due = kind in ends
                yield token
        if due and last is not None:
            yield Token.new_borrow_pos("SEMICOLON", "EOF", last)
