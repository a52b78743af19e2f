"""Lowers Go sources for tests."""

from __future__ import annotations

from minigo.check import check_package
from minigo.core.lower import lower_program
from minigo.core.nodes import Function, Program
from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter
from minigo.syntax.parser import parse
from tests.core.verify import verify


def lower(text: str, lang: str = "go1.27") -> Program:
    """The program of a source file, all its functions lowered and verified."""
    fset = FileSet()
    importer = LibraryImporter(fset)
    tree, errors = parse(fset.add("./t.go", "/t.go", text))
    assert not errors, errors
    assert tree is not None
    result = check_package([tree], "main", fset, importer, lang=lang)
    assert not result.diagnostics, [f"{fset.format(d.pos)}: {d.message}" for d in result.diagnostics]
    program = lower_program([*importer.packages.values(), result], "main", fset)
    complete(program)
    return program


def complete(program: Program) -> None:
    """Lower and verify all functions that are referred to."""
    done: set[str] = set()
    while len(done) < len(program.functions):
        for function in list(program.functions.values()):
            if function.symbol not in done:
                done.add(function.symbol)
                verify(function.complete())


def function(text: str, symbol: str = "main.main", lang: str = "go1.27") -> Function:
    """One function of a program."""
    return lower(text, lang).functions[symbol]
