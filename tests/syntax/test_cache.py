"""The cache of the tables: private, verified, and never needed."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from minigo.source import FileSet
from minigo.syntax import tables
from minigo.syntax.parser import parse


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder for the time of a test; it does not exist yet."""
    path = tmp_path / "cache" / "minigo"
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *args, **kwargs: path)
    return path


def works(loaded: tables.Tables) -> bool:
    kinds = [token.type for token in loaded.lex("package p\n")]
    return kinds == ["PACKAGE", "IDENT", "SEMICOLON"] and len(loaded.actions) > 100


def fresh() -> tables.Tables:
    return tables.load_tables.__wrapped__()


def cached_files(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


def test_written_privately_and_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fresh()
    assert works(first)
    assert cached_files(folder) == [".lark", ".sha256"]
    assert folder.stat().st_mode & 0o777 == 0o700
    monkeypatch.setattr("lark.lark.load_grammar", None)  # needed only to read the grammar itself
    second = fresh()
    assert works(second)
    assert [sorted(row) for row in second.actions] == [sorted(row) for row in first.actions]


@pytest.mark.parametrize("damage", [b"", b"no pickle", None], ids=["empty", "noise", "one byte"])
def test_a_damaged_file_is_built_again(folder: Path, damage: bytes | None) -> None:
    fresh()
    path = next(folder.glob("*.lark"))
    good = path.read_bytes()
    if damage is None:
        middle = len(good) // 2
        damage = good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :]
    path.write_bytes(damage)
    assert works(fresh())
    assert path.read_bytes() != damage
    assert next(folder.glob("*.sha256")).read_text() == tables._digest(path)


def test_no_digest_no_trust(folder: Path) -> None:
    fresh()
    next(folder.glob("*.sha256")).unlink()
    next(folder.glob("*.lark")).write_bytes(b"damaged")
    assert works(fresh())


def test_a_folder_of_others_is_not_used(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    folder.chmod(0o777)
    assert works(fresh())
    assert cached_files(folder) == []


def test_a_folder_that_cannot_be_made(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    assert works(fresh())


def test_one_per_process() -> None:
    assert tables.load_tables() is tables.load_tables()


def test_the_grammar_is_found() -> None:
    assert tables.grammar_path().name == "go.lark"
    assert parse(FileSet().add("x.go", "/x.go", "package p\n"))[1] == []
