"""Modules, folders with several files, and build constraints behave as with the real toolchain."""

from __future__ import annotations

from pathlib import Path

import pytest

from minigo.inputs import Inputs
from minigo.modules import LoadError, check_program
from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter
from tests.cli.test_run import minigo
from tests.modules.cases import Case, all_cases, comparable


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    case.write_files(tmp_path)
    done = minigo("run", *case.command, cwd=tmp_path)
    stderr = comparable(done.stderr, tmp_path)
    if case.expected["minigo"]:
        assert stderr == case.expected["minigo"]
        assert done.returncode == 1
    else:
        assert stderr == case.expected["stderr"]
        assert done.returncode == int(case.expected["code"] or 0)
    assert done.stdout == case.expected["stdout"]


def test_the_cases_say_what_they_are_for() -> None:
    assert len(all_cases()) >= 30
    for case in all_cases():
        assert len(case.comment.splitlines()) >= 2, case.name


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("example.com/m/../m/lib", 'malformed import path "example.com/m/../m/lib": invalid path element ".."'),
        (
            "example.com/m/../../../../etc",
            'malformed import path "example.com/m/../../../../etc": invalid path element ".."',
        ),
        ("example.com/m//lib", 'malformed import path "example.com/m//lib": double slash'),
        ("fmt/", 'malformed import path "fmt/": trailing slash'),
        ("fmt/../os", 'malformed import path "fmt/../os": invalid path element ".."'),
        ("example.com/m/é", "malformed import path \"example.com/m/é\": invalid char 'é'"),
        ("-x", 'malformed import path "-x": leading dash'),
        ("example.com/m/lib.", 'malformed import path "example.com/m/lib.": trailing dot in path element'),
        ("/etc", "\"/etc\" is not a package path; see 'go help packages'"),
        ("..", '".." is relative, but relative import paths are not supported in module mode'),
        ("a b", "invalid import path: a b"),
        ("", "invalid import path: "),
        ("Fmt", "package Fmt is not in minigo's standard library"),
        ("x" * 5000, f"package {'x' * 5000} is not in minigo's standard library"),
        ("example.com/m/" + "x" * 5000, "no required module provides package example.com/m/" + "x" * 5000),
    ],
    ids=lambda text: text[:40],
)
def test_import_paths_lead_nowhere_else(path: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.22\n")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "lib.go").write_text("package lib\n")
    main = tmp_path / "main.go"
    main.write_text(f'package main\n\nimport "{path}"\n\nfunc main() {{}}\n')
    with pytest.raises(LoadError) as caught:
        check_program(str(main), FileSet(), Inputs())
    (error,) = caught.value.diagnostics
    assert error.message.split("; to add")[0] == message
    importer = LibraryImporter(FileSet())
    assert not importer.has(path)
    assert isinstance(importer.import_package(path), str)


def test_a_test_is_no_program(tmp_path: Path) -> None:
    path = tmp_path / "x_test.go"
    path.write_text("package main\n\nfunc main() {}\n")
    done = minigo("run", "x_test.go", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "minigo: cannot run *_test.go files (x_test.go)\n")
    assert minigo("check", "x_test.go", cwd=tmp_path).returncode == 0
