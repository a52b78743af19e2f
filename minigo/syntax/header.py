"""What the go command finds wrong with the head of a file, its package clause and imports.

It reads them before any compiler does, with go/parser, whose words are others than gc's; only the first mistake is
told. Where the head ends without a mistake the compiler goes on, so what follows an import on its line is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minigo.record import record
from minigo.source import Diagnostic, File, make_pos

_KEYWORDS = re.compile(
    "break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range"
    "|return|select|struct|switch|type|var"
)
_ENDING = frozenset(("break", "continue", "fallthrough", "return", "++", "--", ")", "]", "}"))
"""Keywords and operators that end a statement at the end of a line; identifiers and literals do too."""

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r]+|//[^\n]*|/\*(?s:.*?)\*/)|(?P<newline>\n)|(?P<name>[^\W\d]\w*)|(?P<number>\.?\d[\w.]*)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?P<char>'(?:[^'\\\n]|\\[^\n])*')
    |(?P<operator><<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|[-+*/%&|^]=|<<|>>|&\^|[-+*/%&|^<>=!()\[\]{},;.:~])
    """,
    re.VERBOSE,
)
_UNFINISHED = {
    '"': "string literal not terminated",
    "`": "raw string literal not terminated",
    "'": "rune literal not terminated",
}


@record(slots=True, frozen=True)
class _Token:
    """`kind`: a keyword or an operator itself, or IDENT, STRING, INT (any other literal), EOF; ILLEGAL: the text says
    why. A semicolon that the end of a line stands for has the text of a line break."""

    kind: str
    text: str
    offset: int


class _Wrong(Exception):
    """The first mistake: where it is, and the message."""

    def __init__(self, offset: int, message: str) -> None:
        self.offset = offset
        self.message = message


def header_error(file: File) -> Diagnostic | None:
    """The first mistake in the head of a file that does not compile; None if the head is right."""
    try:
        _Header(file.text).read()
    except _Wrong as wrong:
        text = file.text
        # The end of the file belongs to its last line, even after a line break.
        before = text[: wrong.offset - 1] if wrong.offset == len(text) and text.endswith("\n") else text[: wrong.offset]
        start = before.rfind("\n") + 1
        column = len(text[start : wrong.offset].encode("utf-8", "surrogateescape")) + 1
        return Diagnostic(make_pos(file.index, before.count("\n") + 1, column), wrong.message)
    return None


def _scan(text: str) -> Iterator[_Token]:
    at, ends = 0, False
    while at < len(text):
        match = _TOKEN.match(text, at)
        if text.startswith("/*", at) and (match is None or match.lastgroup != "space"):
            raise _Wrong(at, "comment not terminated")
        if match is None:
            illegal = f"illegal character U+{ord(text[at]):04X} {text[at]!r}"
            yield _Token("ILLEGAL", _UNFINISHED.get(text[at], illegal), at)
            return
        kind, found = match.lastgroup, match[0]
        if ends and (kind == "newline" or (kind == "space" and (found.startswith("//") or "\n" in found))):
            yield _Token(";", "\n", at)
            ends = False
        if kind == "name":
            keyword = _KEYWORDS.fullmatch(found)
            ends = not keyword or found in _ENDING
            yield _Token(found if keyword else "IDENT", found, at)
        elif kind == "operator":
            ends = found in _ENDING
            yield _Token(found, found, at)
        elif kind == "char" and not re.fullmatch(r"'(?:[^\\]|\\.|\\[xuU0-7]\w+)'", found):
            yield _Token("ILLEGAL", "illegal rune literal", at)
        elif kind in ("number", "char", "string"):
            ends = True
            yield _Token("STRING" if kind == "string" else "INT", found, at)
        at = match.end()
    if ends:
        yield _Token(";", "\n", at)
    yield _Token("EOF", "", at)


class _Header:
    def __init__(self, text: str) -> None:
        self.tokens = _scan(text)
        self.token = next(self.tokens)

    def read(self) -> None:
        """Raises _Wrong."""
        self._expect("package")
        self._expect("IDENT")
        going_on = self._semicolon(inside=False)
        while going_on and self.token.kind == "import":
            self._next()
            if self.token.kind != "(":
                going_on = self._import(inside=False)
                continue
            self._next()
            while self.token.kind not in (")", "EOF"):
                self._import(inside=True)
            self._expect(")")
            going_on = self._semicolon(inside=False)

    def _next(self) -> None:
        self.token = next(self.tokens, self.token)

    def _expect(self, kind: str) -> None:
        if self.token.kind != kind:
            raise self._unexpected(kind)
        self._next()

    def _unexpected(self, kind: str) -> _Wrong:
        token = self.token
        if token.kind == "ILLEGAL":
            return _Wrong(token.offset, token.text)
        if token.text == "\n":
            found = "newline"
        else:
            found = token.text if token.kind in ("IDENT", "STRING", "INT") else f"'{token.kind}'"
        return _Wrong(token.offset, f"expected '{kind}', found {found}")

    def _import(self, inside: bool) -> bool:
        if self.token.kind in ("IDENT", "."):
            self._next()
        if self.token.kind == "ILLEGAL":
            raise self._unexpected("STRING")
        if self.token.kind != "STRING":
            wrong = "import path must be a string" if self.token.kind == "INT" else "missing import path"
            raise _Wrong(self.token.offset, wrong)
        self._next()
        return self._semicolon(inside)

    def _semicolon(self, inside: bool) -> bool:
        """Whether the head goes on. Outside of parentheses it ends at anything but another import."""
        if self.token.kind == ";":
            self._next()
        elif self.token.kind != ")" and (inside or self.token.kind == "import"):
            raise self._unexpected(";")
        else:
            return inside
        return True
