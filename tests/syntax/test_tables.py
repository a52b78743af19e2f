"""The tables as a file: they are those of the grammar, and the grammar's own are made where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from minigo.source import FileSet
from minigo.syntax import tables
from minigo.syntax.parser import parse


def kinds(loaded: tables.Tables) -> list[str]:
    return [token.type for token in loaded.lex("package p\n")]


def test_the_file_belongs_to_the_grammar() -> None:
    grammar = tables.grammar_path().read_text(encoding="utf-8")
    stored = tables._stored(grammar)
    assert stored is not None, "run python -m minigo.syntax.tables"
    assert stored == tables.build(grammar)


@pytest.mark.parametrize("content", [None, b"", b"{}", b'{"grammar": "0"}', b"\xff\x00"])
def test_other_tables_are_not_used(content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "go.tables"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(tables, "TABLES", path)
    loaded = tables.load_tables.__wrapped__()
    assert kinds(loaded) == ["PACKAGE", "IDENT", "SEMICOLON"]
    assert len(loaded.actions) == len(tables.load_tables().actions)


def test_one_per_process() -> None:
    assert tables.load_tables() is tables.load_tables()
    assert kinds(tables.load_tables()) == ["PACKAGE", "IDENT", "SEMICOLON"]


def test_the_grammar_is_found() -> None:
    assert tables.grammar_path().name == "go.lark"
    assert parse(FileSet().add("x.go", "/x.go", "package p\n"))[1] == []
