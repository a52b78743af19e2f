"""The programs that mutations start from: the corpus, the checker's test programs, those of the library's tests and of
the language's."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from tests.check.chunks import all_chunks
from tests.corpus import programs

TESTS = Path(__file__).parents[1]
FEATURE_PROGRAMS = (TESTS / "stdlib" / "programs", TESTS / "language" / "programs")
LONGEST = 6000

_KEYWORDS = (
    "break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|"
    "range|return|select|struct|switch|type|var"
)
_TOKEN = re.compile(
    rf"(?P<space>\s+|//[^\n]*|/\*.*?\*/)|(?P<keyword>(?:{_KEYWORDS})\b)|(?P<ident>[^\W\d]\w*)|(?P<number>\d[\w.]*)"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|`[^`]*`|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<op><<=|>>=|&\^=|\.\.\.|<<|>>|&\^|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|[-+*/%&|^]=|.)",
    re.DOTALL,
)


@functools.cache
def correct_programs() -> tuple[str, ...]:
    """Programs that compile, in an order that depends on nothing but their names."""
    paths = [*programs(), *(path for folder in FEATURE_PROGRAMS for path in sorted(folder.glob("*.go")))]
    texts = [path.read_text(encoding="utf-8") for path in paths if not path.name.startswith("compile_")]
    return _distinct(texts + [chunk.source for chunk in all_chunks() if not chunk.expected])


@functools.cache
def wrong_programs() -> tuple[str, ...]:
    """Programs that do not compile."""
    return _distinct([chunk.source for chunk in all_chunks() if chunk.expected])


def _distinct(texts: list[str]) -> tuple[str, ...]:
    return tuple(text for text in dict.fromkeys(texts) if len(text) <= LONGEST)


def tokens(text: str) -> list[str]:
    """The tokens of a program, blanks and comments among them: joined they are the program."""
    return [match.group() for match in _TOKEN.finditer(text)]


def kind(token: str) -> str:
    """space, keyword, ident, number, string or op."""
    match = _TOKEN.match(token)
    return match.lastgroup or "op" if match is not None else "op"
