"""Every chunk of testdata gives exactly the errors that real Go gives."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.check.chunks import Chunk, all_chunks, check_source

CHUNKS = all_chunks()


def _id(chunk: Chunk) -> str:
    return f"{chunk.file.stem}/{chunk.name}"


@pytest.mark.parametrize("chunk", CHUNKS, ids=_id)
def test_errors(chunk: Chunk) -> None:
    assert "\n".join(check_source(chunk.source)) == chunk.expected


def go_errors(source: str, folder: Path) -> str:
    """What the real compiler prints for a program, in the chunks' form."""
    (folder / "main.go").write_text(source, encoding="utf-8")
    (folder / "go.mod").write_text("module example.com/check\n\ngo 1.27\n", encoding="utf-8")
    result = subprocess.run(
        ["go", "build", "-gcflags=-e", "-o", "program", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = result.stderr.split("\n")
    return "\n".join(line.replace("./main.go:", "") for line in lines if not line.startswith("#")).strip("\n")


@pytest.mark.oracle
@pytest.mark.parametrize("chunk", CHUNKS, ids=_id)
def test_expectations_are_real(chunk: Chunk, tmp_path: Path) -> None:
    assert go_errors(chunk.source, tmp_path) == chunk.expected
