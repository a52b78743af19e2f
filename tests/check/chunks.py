"""Files of small Go programs with the errors that real Go reports for them.

A file under testdata/ holds chunks. A chunk starts with a line `=== name`, then comes the program (`package main` and a
blank line are put before it unless it starts with a package clause), then a line `---`, then the expected errors as gc
prints them, without the file name: `line:column: message`, continuation lines starting with a tab. No lines: no errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from minigo.check import check_package, sort_diagnostics
from minigo.source import NO_POS, Diagnostic, FileSet
from minigo.stdlib.importer import LibraryImporter
from minigo.syntax.parser import parse

TESTDATA = Path(__file__).parent / "testdata"


@dataclass(slots=True)
class Chunk:
    file: Path
    name: str
    program: str
    expected: str

    @property
    def source(self) -> str:
        """The whole Go file."""
        return self.program if self.program.startswith("package ") else "package main\n\n" + self.program


def read_chunks(path: Path) -> list[Chunk]:
    chunks = []
    text = "\n" + path.read_text(encoding="utf-8")
    for part in text.split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        program, separator, expected = rest.partition("\n---")
        assert separator, f"{path.name}: chunk {name} has no line ---"
        chunks.append(Chunk(path, name.strip(), program + "\n", expected.strip("\n")))
    return chunks


def all_chunks() -> list[Chunk]:
    return [chunk for path in sorted(TESTDATA.glob("*.txt")) for chunk in read_chunks(path)]


def write_chunks(path: Path, chunks: list[Chunk]) -> None:
    parts = [f"=== {c.name}\n{c.program.rstrip()}\n---\n{c.expected}".rstrip() + "\n" for c in chunks]
    path.write_text("\n".join(parts), encoding="utf-8")


def check_source(source: str) -> list[str]:
    """The lines minigo's checker (or parser) prints for a program, positions as `line:column`."""
    fset = FileSet()
    file = fset.add("main.go", "/main.go", source)
    tree, diagnostics = parse(file)
    if tree is not None and not any(d.message.startswith("syntax error") for d in diagnostics):
        reported = check_package([tree], "main", fset, LibraryImporter(fset)).reported
        diagnostics = sort_diagnostics([*diagnostics, *reported])
    return [line for d in diagnostics for line in render(d, fset).split("\n")]


def render(d: Diagnostic, fset: FileSet) -> str:
    text = f"{fset.format(d.pos)}: {d.message}" if d.pos != NO_POS else d.message
    return text.replace("main.go:", "")
