"""The token check: what lies between the lexer and the parser.

It reports malformed tokens with gc's messages and hands on tokens that the parser can work with, makes columns count
bytes, collects `//go:` directives, and closes the stream with an `$END` token at the end of the text.

Text decoded with `errors="surrogateescape"` keeps invalid UTF-8 apart from a genuine U+FFFD; both are understood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lark import Token

from minigo.source import Diagnostic, File, Pos, make_pos
from minigo.syntax.literals import LiteralError, check_number, check_quoted

_KINDS = {"MALFORMED_CHAR": "CHAR", "MALFORMED_STRING": "STRING"}
_NEVER_ALLOWED = re.compile("[\0\ufeff\udc80-\udcff]")
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_MAX_COLUMN = 0xFFFF
_ENOUGH_ERRORS = 1000
"""After so many errors a file is no program; reading it on would only cost time."""

_RUNTIME_DIRECTIVES = {
    "//go:nowritebarrier",
    "//go:nowritebarrierrec",
    "//go:yeswritebarrierrec",
    "//go:systemstack",
}


class TokenCheck:
    """Checks the tokens of one file. `bad` holds the offsets of the literals whose value is meaningless."""

    def __init__(self, file: File, errors: list[Diagnostic]) -> None:
        self.file = file
        self.text = file.text
        self.errors = errors
        self.bad: set[int] = set()
        self.directives: list[tuple[Pos, str]] = []
        self.directive_errors: list[Diagnostic] = []

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The tokens that the parser gets: all of them terminals of a grammar rule, or `$END` at the very end."""
        self._check_characters()
        text = self.text
        if not text.isascii() or len(max(text.split("\n"), key=len)) >= _MAX_COLUMN:
            stream = self._byte_columns(stream)
        for token in stream:
            kind = token.type
            if len(self.errors) > _ENOUGH_ERRORS:
                break
            if kind == "COMMENT":
                if token.startswith("/*"):
                    self._error(self._at(token), "comment not terminated")
                elif token.column == 1:
                    self._directive(token)
            elif kind == "INVALID_CHARACTER":
                self._error(self._at(token), f"invalid character {code_point(token.value)}")
            elif kind == "MALFORMED_NUMBER":
                number, errors = check_number(token.value)
                yield self._checked(token, number, errors)
            elif kind == "MALFORMED_CHAR" or kind == "MALFORMED_STRING":
                yield self._checked(token, _KINDS[kind], check_quoted(token.value, token.end_pos == len(text)))
            else:
                if kind == "IDENT" and not token.isascii():
                    self._check_identifier(token)
                elif kind == "SEMICOLON" and token.value == "EOF":
                    token.line, token.column = self._end()
                yield token
        line, column = self._end()
        yield Token("$END", "", len(text), line, column)

    # ------------------------------------------------------------ checks

    def _checked(self, token: Token, kind: str, errors: list[LiteralError]) -> Token:
        for offset, message in errors:
            self._error(self._at(token, offset), message)
        if errors and token.start_pos is not None:
            self.bad.add(token.start_pos)
        return Token.new_borrow_pos(kind, token.value, token)

    def _check_identifier(self, token: Token) -> None:
        for i, c in enumerate(token.value):
            if c.isascii() or c.isalpha() or _ESCAPED_BYTE.match(c):
                continue
            category = unicodedata.category(c)
            if category == "Nd":
                if i == 0:
                    message = f"identifier cannot begin with digit {code_point(c)}"
                    self._error(self._at(token, i), message)
            elif not category.startswith("L"):
                self._error(self._at(token, i), f"invalid character {code_point(c)} in identifier")

    def _check_characters(self) -> None:
        """Characters that no place of a source file may hold, comments and strings included."""
        text = self.text
        for match in _NEVER_ALLOWED.finditer(text):
            c, offset = match.group(), match.start()
            if c == "\ufeff" and offset == 0:
                continue
            start = text.rfind("\n", 0, offset) + 1
            pos = make_pos(self.file.index, text.count("\n", 0, offset) + 1, byte_length(text[start:offset]) + 1)
            if c == "\0":
                message = "invalid NUL character"
            elif c == "\ufeff":
                message = "invalid BOM in the middle of the file"
            else:
                message = "invalid UTF-8 encoding"
            self._error(pos, message)
            if len(self.errors) > _ENOUGH_ERRORS:
                return

    # ------------------------------------------------------------ positions

    def _directive(self, token: Token) -> None:
        text = token.value.rstrip("\r")
        word = text.split(None, 1)[0]
        self.directives.append((self._at(token), text))
        message = ""
        if word in _RUNTIME_DIRECTIVES:
            message = f"{word} only allowed in runtime"
        elif text.strip() == "//go:embed":
            message = "usage: //go:embed pattern..."
        elif word.startswith("//go:cgo_"):
            message = f"{text} only allowed in cgo-generated code"
        if message:
            self.directive_errors.append(Diagnostic(self._at(token, len("//")), message))

    def _error(self, pos: Pos, message: str) -> None:
        self.errors.append(Diagnostic(pos, message))

    def _at(self, token: Token, offset: int = 0) -> Pos:
        assert token.line is not None
        assert token.column is not None
        before = token.value[:offset]
        return make_pos(self.file.index, token.line, token.column + byte_length(before))

    def _end(self) -> tuple[int, int]:
        text = self.text
        last_line = text[text.rfind("\n") + 1 :]
        return text.count("\n") + 1, min(byte_length(last_line) + 1, _MAX_COLUMN)

    def _byte_columns(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The same tokens with columns that count bytes, clamped to what a position can hold."""
        text = self.text
        line, column, offset = 0, 1, 0
        for token in stream:
            start = token.start_pos
            if start is not None and token.line is not None and token.column is not None:
                if token.line != line:
                    line, column, offset = token.line, 1, start - token.column + 1
                column += byte_length(text[offset:start])
                offset = start
                token.column = min(column, _MAX_COLUMN)
            yield token


def byte_length(text: str) -> int:
    """The length of `text` in UTF-8; an escaped invalid byte counts one."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-8", "surrogatepass")) - 2 * len(_ESCAPED_BYTE.findall(text))


def code_point(c: str) -> str:
    """`U+0040 '@'`; the character itself only when it is printable."""
    return f"U+{ord(c):04X} '{c}'" if c.isprintable() else f"U+{ord(c):04X}"


def is_identifier(name: str) -> bool:
    """Whether a token that the lexer takes for an identifier is one: letters, and digits but at its start."""
    return name.isascii() or all(
        c == "_" or c.isalpha() or (i > 0 and unicodedata.category(c) == "Nd") for i, c in enumerate(name)
    )
