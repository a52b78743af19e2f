"""The LALR tables of `go.lark`, built by Lark, cached on disk and held once per process.

The cache is Lark's own file under the user's cache folder, with a digest beside it: a file that does not have its
digest is rebuilt. Where no private folder can be had, nothing is cached.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lark import Lark, Token

from minigo.syntax.semicolons import SemicolonInserter

if TYPE_CHECKING:
    from lark.grammar import Rule

LIST_RULES = frozenset(
    {
        "append", "append_clause", "append_decl", "append_ident", "append_item", "append_stmt", "union_more",
        "first", "first_ident", "first_item", "first_stmt",
    }
)  # fmt: skip
"""The alternatives that gather lists: they add nothing to how deep a tree is."""


@dataclass(slots=True, frozen=True)
class Reduction:
    """One alternative of a rule: how many values it takes, what it makes of them, and which rule it is one of.

    `method` is the builder's, None to hand the only value on. `depth` is what it adds to the depth of the tree.
    """

    size: int
    rule: str
    method: str | None
    depth: int


@dataclass(slots=True, frozen=True)
class Tables:
    """`actions[state]` maps terminals and rules to the state to shift to or, below 0, to `~i` for `reductions[i]`."""

    actions: list[dict[str, int]]
    reductions: list[Reduction]
    start_state: int
    end_state: int
    texts: dict[str, str]
    """What the terminals that are keywords, operators or punctuation look like."""
    lark: Lark

    def lex(self, text: str) -> Iterator[Token]:
        """The tokens of `text` with semicolons inserted. Raises nothing: every character is part of some token."""
        interactive = self.lark.parse_interactive(text)
        tokens: Iterator[Token] = interactive.lexer_thread.lex(interactive.parser_state)  # type: ignore[no-untyped-call]
        return tokens


@functools.cache
def load_tables() -> Tables:
    """The tables of the Go grammar."""
    lark = _load_lark()
    conf = lark.parse_interactive("").parser_state.parse_conf
    reductions: list[Reduction] = []
    numbers: dict[Rule, int] = {}
    actions: list[dict[str, int]] = [{} for _ in conf.states]
    for state, row in conf.states.items():
        target = actions[state]
        for symbol, (_, argument) in row.items():
            if isinstance(argument, int):
                target[symbol] = argument
            else:
                number = numbers.get(argument)
                if number is None:
                    number = numbers[argument] = len(reductions)
                    reductions.append(_reduction(argument))
                target[symbol] = ~number
    texts = {t.name: t.pattern.value for t in lark.terminals if t.pattern.type == "str"}
    return Tables(actions, reductions, conf.start_state, conf.end_state, texts, lark)


def _reduction(rule: Rule) -> Reduction:
    size = len(rule.expansion)
    name = rule.alias or rule.options.template_source or rule.origin.name
    if rule.options.expand1 and size == 1 and not rule.alias:
        return Reduction(1, rule.origin.name, None, 0)
    return Reduction(size, rule.origin.name, name, 0 if name in LIST_RULES else 1)


# ---------------------------------------------------------------- Lark and its cache


def grammar_path() -> Path:
    """Where the grammar is: in the package once installed, else in the checkout beside it."""
    packaged = Path(__file__).with_name("go.lark")
    return packaged if packaged.exists() else Path(__file__).parents[2] / "grammar" / "go.lark"


def build_lark(grammar: str, cache: str | None = None) -> Lark:
    """The parser that Lark makes of `grammar`; `cache` is the file to keep it in."""
    return Lark(
        grammar,
        parser="lalr",
        lexer="basic",
        keep_all_tokens=True,
        maybe_placeholders=False,
        postlex=SemicolonInserter(),
        cache=cache or False,
    )


def _load_lark() -> Lark:
    grammar = grammar_path().read_text(encoding="utf-8")
    folder = _cache_folder()
    if folder is None:
        return build_lark(grammar)
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    path = folder / f"grammar-{python}-{hashlib.sha256(grammar.encode()).hexdigest()[:16]}.lark"
    digest_path = path.with_suffix(".sha256")
    if not _is_intact(path, digest_path):
        path.unlink(missing_ok=True)
    lark = build_lark(grammar, str(path))
    with contextlib.suppress(OSError):
        digest_path.write_text(_digest(path))
    return lark


def _cache_folder() -> Path | None:
    """The user's cache folder for minigo, private to the user; None when there can be none."""
    from platformdirs import user_cache_path

    folder = user_cache_path("minigo", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return None
    if os.name == "posix" and (status.st_uid != os.getuid() or status.st_mode & 0o022):
        return None
    return folder if os.access(folder, os.R_OK | os.W_OK | os.X_OK) else None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_intact(path: Path, digest_path: Path) -> bool:
    try:
        return digest_path.read_text() == _digest(path)
    except (OSError, UnicodeDecodeError):
        return False
