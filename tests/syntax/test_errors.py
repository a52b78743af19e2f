"""Every chunk of testdata gives exactly the errors that real Go's parser gives.

A file under testdata/ holds chunks: a line `=== name`, a whole Go file, a line `---`, the errors as gc prints them
without the file name. Where there is no syntax error gc goes on to check types: those errors are left out.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from minigo.syntax.parser import MAX_ERRORS
from tests.syntax.dump import parse_errors

TESTDATA = Path(__file__).parent / "testdata"


@dataclass(slots=True)
class Chunk:
    name: str
    source: str
    expected: list[str]


def read_chunks(path: Path) -> list[Chunk]:
    chunks = []
    for part in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        source, separator, expected = rest.partition("\n---")
        assert separator, f"{path.name}: {name} has no line ---"
        chunks.append(Chunk(f"{path.stem}/{name}", source + "\n", expected.split("\n")[1:]))
    for chunk in chunks:
        chunk.expected = [line for line in chunk.expected if line]
    return chunks


CHUNKS = [chunk for path in sorted(TESTDATA.glob("*.txt")) for chunk in read_chunks(path)]


@pytest.mark.parametrize("chunk", CHUNKS, ids=lambda chunk: chunk.name)
def test_errors(chunk: Chunk) -> None:
    assert parse_errors(chunk.source)[:MAX_ERRORS] == chunk.expected


def test_more_than_the_limit() -> None:
    lines = parse_errors("package p\n\nfunc f() {\n" + "\ta b\n" * 20 + "}\n")
    assert lines == [
        f"{n}:4: syntax error: unexpected name b at end of statement" for n in range(4, 4 + MAX_ERRORS + 1)
    ]


@pytest.mark.oracle
@pytest.mark.parametrize("chunk", CHUNKS, ids=lambda chunk: chunk.name)
def test_real_go(chunk: Chunk, tmp_path: Path) -> None:
    path = tmp_path / "x.go"
    path.write_text(chunk.source, encoding="utf-8")
    command = ["go", "tool", "compile", "-o", str(tmp_path / "x.o"), "-p", "p", "-lang=go1.27", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.removeprefix(f"{path}:") for line in (done.stdout + done.stderr).splitlines()]
    if any("syntax error" in line for line in lines):
        assert [line for line in lines if "too many errors" not in line] == chunk.expected
    else:
        assert set(chunk.expected) <= set(lines)
