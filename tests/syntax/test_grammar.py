"""The grammar itself: no conflicts, and a builder's method that fits every alternative."""

from __future__ import annotations

import inspect
import logging
import re
from collections.abc import Iterator

import lark
import pytest

from minigo.syntax.builder import Builder
from minigo.syntax.tables import LIST_RULES, Tables, build_lark, grammar_path, load_tables


@pytest.fixture
def lark_messages() -> Iterator[list[str]]:
    """What Lark says while it builds a parser; it resolves shift/reduce conflicts with no more than a message."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    handler = Collector()
    level = lark.logger.level
    lark.logger.addHandler(handler)
    lark.logger.setLevel(logging.DEBUG)
    yield messages
    lark.logger.removeHandler(handler)
    lark.logger.setLevel(level)


def conflicts(messages: list[str]) -> list[str]:
    return [m for m in messages if "conflict" in m.lower() or "collision" in m.lower()]


def test_no_conflicts(lark_messages: list[str]) -> None:
    build_lark(grammar_path().read_text(encoding="utf-8"))
    assert lark_messages
    assert conflicts(lark_messages) == []


def test_conflicts_would_be_seen(lark_messages: list[str]) -> None:
    lark.Lark('start: start "+" start | "x"', parser="lalr")
    assert len(conflicts(lark_messages)) == 1


def test_tokens_do_not_match_nothing() -> None:
    for terminal in load_tables().lexer.terminals:
        assert terminal.pattern.min_width > 0


def test_every_alternative_has_its_method() -> None:
    tables = load_tables()
    missing = {r.method for r in tables.reductions if r.method is not None and not hasattr(Builder, r.method)}
    assert missing == set()
    for reduction in tables.reductions:
        if reduction.method is None:
            assert reduction.size == 1
            continue
        parameters = list(inspect.signature(getattr(Builder, reduction.method)).parameters.values())[1:]
        required = [p for p in parameters if p.default is p.empty]
        assert len(required) <= reduction.size <= len(parameters), reduction


def test_every_method_is_used() -> None:
    used = {r.method for r in load_tables().reductions}
    # a method whose name is not in the grammar is a helper; a list rule must exist
    assert used >= LIST_RULES


def test_alternatives_that_gather_lists_are_flat() -> None:
    for reduction in load_tables().reductions:
        if reduction.method is not None and re.match("append|first", reduction.method):
            assert reduction.depth == 0


def test_keywords_and_operators(tables: Tables) -> None:
    keywords = {text for text in tables.texts.values() if text.isalpha()}
    assert " ".join(sorted(keywords)) == (
        "break case chan const continue default defer else fallthrough for func go goto if import interface map"
        " package range return select struct switch type var"
    )
    operators = {text for text in tables.texts.values() if not text.isalpha()}
    assert " ".join(sorted(operators)) == (
        "! != % %= & && &= &^ &^= ( ) * *= + ++ += , - -- -= . ... / /= : := ; < <- << <<= <= = == > >= >> >>="
        " [ ] ^ ^= { | |= || } ~"
    )


@pytest.fixture
def tables() -> Tables:
    return load_tables()
