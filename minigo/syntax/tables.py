"""The LALR tables of `go.lark`, held once per process.

Lark makes them of the grammar; `go.tables`, which lies beside this file and is written by `python -m
minigo.syntax.tables`, holds them as JSON, because that takes Lark half a second. A file that does not belong to the
grammar as it stands is not used. Lark's lexer is used as it is.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lark import Token
from lark.lexer import BasicLexer, LexerThread, PatternRE, PatternStr, TerminalDef

from minigo.digests import blake2b
from minigo.record import record
from minigo.syntax.semicolons import SemicolonInserter

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule

LIST_RULES = frozenset(
    {
        "append", "append_clause", "append_decl", "append_ident", "append_item", "append_stmt", "union_more",
        "first", "first_ident", "first_item", "first_stmt",
    }
)  # fmt: skip
"""The alternatives that gather lists: they add nothing to how deep a tree is."""


@record(slots=True, frozen=True)
class Reduction:
    """One alternative of a rule: how many values it takes, what it makes of them, and which rule it is one of.

    `method` is the builder's, None to hand the only value on. `depth` is what it adds to the depth of the tree.
    """

    size: int
    rule: str
    method: str | None
    depth: int


@record(slots=True, frozen=True)
class Tables:
    """`actions[state]` maps terminals and rules to the state to shift to or, below 0, to `~i` for `reductions[i]`."""

    actions: list[dict[str, int]]
    reductions: list[Reduction]
    start_state: int
    end_state: int
    texts: dict[str, str]
    """What the terminals that are keywords, operators or punctuation look like."""
    lexer: BasicLexer

    def lex(self, text: str) -> Iterator[Token]:
        """The tokens of `text` with semicolons inserted. Raises nothing: every character is part of some token."""
        thread = LexerThread.from_text(self.lexer, text)
        tokens: Iterator[Token] = thread.lex(None)  # type: ignore[no-untyped-call]
        return SemicolonInserter().process(tokens)


@functools.cache
def load_tables() -> Tables:
    """The tables of the Go grammar."""
    grammar = grammar_path().read_text(encoding="utf-8")
    data = _stored(grammar)
    return _tables(data if data is not None else build(grammar))


def _tables(data: dict[str, Any]) -> Tables:
    symbols = data["symbols"]
    actions = [{symbols[row[i]]: row[i + 1] for i in range(0, len(row), 2)} for row in data["actions"]]
    reductions = [Reduction(*reduction) for reduction in data["reductions"]]
    terminals = [
        TerminalDef(name, (PatternStr if kind == "str" else PatternRE)(value, flags), priority)
        for name, kind, value, flags, priority in data["terminals"]
    ]
    texts = {t.name: t.pattern.value for t in terminals if t.pattern.type == "str"}
    return Tables(actions, reductions, data["start"], data["end"], texts, _lexer(terminals, data["ignore"]))


def _lexer(terminals: list[TerminalDef], ignore: list[str]) -> BasicLexer:
    from lark.common import LexerConf

    return BasicLexer(LexerConf(terminals, re, ignore, SemicolonInserter(), skip_validation=True))


# ---------------------------------------------------------------- the tables as data


def build(grammar: str) -> dict[str, Any]:
    """The tables that Lark makes of `grammar`, as plain data: an action table whose rows alternate numbers of symbols
    and actions, and what `Reduction` and Lark's terminals are made of.

    States have the numbers in which they are reached from the start; Lark's change from run to run.
    """
    lark = build_lark(grammar)
    conf = lark.parse_interactive("").parser_state.parse_conf
    reductions: list[list[Any]] = []
    numbers: dict[Rule, int] = {}
    symbols: dict[str, int] = {}
    actions: list[list[int]] = []
    states = {conf.start_state: 0}
    for state in (reached := [conf.start_state]):
        target: list[int] = []
        actions.append(target)
        for symbol, (_, argument) in sorted(conf.states[state].items()):
            if isinstance(argument, int):
                if argument not in states:
                    states[argument] = len(states)
                    reached.append(argument)
                action = states[argument]
            else:
                if argument not in numbers:
                    numbers[argument] = len(reductions)
                    reductions.append(_reduction(argument))
                action = ~numbers[argument]
            target += (symbols.setdefault(symbol, len(symbols)), action)
    return {
        "grammar": _digest(grammar),
        "start": 0,
        "end": states[conf.end_state],
        "terminals": [
            [t.name, t.pattern.type, t.pattern.value, sorted(t.pattern.flags), t.priority] for t in lark.terminals
        ],
        "ignore": lark.lexer_conf.ignore,
        "symbols": list(symbols),
        "reductions": reductions,
        "actions": actions,
    }


def _reduction(rule: Rule) -> list[Any]:
    """[size, rule, method, depth], see Reduction."""
    size = len(rule.expansion)
    name = rule.alias or rule.options.template_source or rule.origin.name
    if rule.options.expand1 and size == 1 and not rule.alias:
        return [1, str(rule.origin.name), None, 0]
    return [size, str(rule.origin.name), str(name), 0 if name in LIST_RULES else 1]


def build_lark(grammar: str) -> Lark:
    """The parser that Lark makes of `grammar`."""
    from lark import Lark

    return Lark(
        grammar,
        parser="lalr",
        lexer="basic",
        keep_all_tokens=True,
        maybe_placeholders=False,
        postlex=SemicolonInserter(),
    )


def _stored(grammar: str) -> dict[str, Any] | None:
    """The tables in the file beside this one; None unless they are those of `grammar`."""
    try:
        data: dict[str, Any] = json.loads(TABLES.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if data.get("grammar") == _digest(grammar) else None


def _digest(grammar: str) -> str:
    """What tells a grammar, and the lists that its tables are made with, from others."""
    return blake2b(repr((grammar, sorted(LIST_RULES))).encode(), digest_size=16).hexdigest()


TABLES = Path(__file__).with_name("go.tables")


def grammar_path() -> Path:
    """Where the grammar is: in the package once installed, else in the checkout beside it."""
    packaged = Path(__file__).with_name("go.lark")
    return packaged if packaged.exists() else Path(__file__).parents[2] / "grammar" / "go.lark"


def _write() -> None:
    """Write `go.tables`, a line for each part and each state."""
    data = build(grammar_path().read_text(encoding="utf-8"))
    lines = [f"{json.dumps(key)}:{json.dumps(data[key], separators=(',', ':'))}" for key in data if key != "actions"]
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in data["actions"])
    TABLES.write_text("{" + ",\n".join(lines) + ',\n"actions":[\n' + rows + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
