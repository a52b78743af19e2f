"""The program that runs the tests of a package: its files and test files, the external test package, a main package.

As in `go test`, the package under test is compiled together with its own test files, and whatever imports it gets that
variant; the package `x_test` is a second one, which imports it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from minigo.buildtags import is_test
from minigo.gomod import find_module
from minigo.gotest.discover import TestFunctions, test_functions
from minigo.inputs import Inputs
from minigo.load import FolderFiles, read_folder, read_target
from minigo.modules import AD_HOC, CheckedProgram, Loader, LocalPackage, check_loaded
from minigo.record import record
from minigo.source import MAX_ERRORS, NO_POS, Diagnostic, DiagnosticError, File, FileSet, pos_column, pos_file, pos_line
from minigo.syntax.parser import parse

_PACKAGE = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*package\s+(\w+)", re.DOTALL)


class SetupError(DiagnosticError):
    """The package cannot be loaded: `go test` says "setup failed"."""


class BuildError(DiagnosticError):
    """A package does not compile; `title` is what the heading of the errors calls it."""

    def __init__(self, error: DiagnosticError, title: str) -> None:
        super().__init__(error.diagnostics, error.files)
        self.title = title


class NoTestFiles(Exception):
    """The package has no test files."""


@record(slots=True, frozen=True)
class TestTarget:
    """A package to test: a folder, or files named on the command line. `shown` is what reports call it."""

    __test__ = False

    folder: Path
    files: tuple[str, ...]
    shown: str


def check_tests(target: TestTarget, *, lang: str | None, allow_unused: bool) -> CheckedProgram:
    """The program that tests `target`. Raises NoTestFiles, SourceError, SetupError, BuildError."""
    fset = FileSet()
    inputs = Inputs()
    module = find_module(target.folder, inputs)
    loader = _TestLoader(fset, inputs, module, MAX_ERRORS)
    main = loader.load_tests(target)
    try:
        return check_loaded(loader, main, lang=lang, runnable=True, allow_unused=allow_unused)
    except DiagnosticError as error:
        raise BuildError(error, loader.title(error.diagnostics[0], target.shown)) from error


class _TestLoader(Loader):
    """Finds and parses the packages of the program that tests a package."""

    def load_tests(self, target: TestTarget) -> LocalPackage:
        found = self._read(target)
        package = LocalPackage(target.shown, target.shown)
        external = LocalPackage(target.shown + "_test", target.shown + "_test")
        self.known[package.path] = package
        self.known[external.path] = external
        inner, outer = split_tests(found)
        problem = None
        for part, files in ((package, [*found.files, *inner]), (external, outer)):
            problem = problem or self._parse(part, files, NO_POS, target.folder)
        if problem is not None:
            raise SetupError([problem], self.fset)
        tests = {file.index for file in found.test_files}
        functions = test_functions([tree for tree in package.trees if tree.source.index in tests])
        outer_functions = test_functions(external.trees)
        errors = [*functions.errors, *outer_functions.errors]
        if functions.main and outer_functions.main:
            errors.append((external.trees[0].pos, "multiple definitions of TestMain"))
        if errors:
            # These are told with whole paths.
            places = [f"{self.fset.file(pos).path}:{pos_line(pos)}:{pos_column(pos)}" for pos, _ in errors]
            lines = [f"{place}: {message}" for place, (_, message) in zip(places, errors, strict=True)]
            raise SetupError([Diagnostic(NO_POS, line) for line in lines], self.fset)
        if package.trees or package.errors:
            self._visit(package)
        if external.trees or external.errors:
            self._visit(external)
        if self.errors:
            raise SetupError(self.errors, self.fset)
        text = main_source(target.shown, functions, outer_functions, bool(package.trees), bool(external.trees))
        tree, problems = parse(self.fset.add("_testmain.go", "_testmain.go", text))
        assert tree is not None
        assert not problems
        main = LocalPackage("main", AD_HOC, [tree])
        main.imported = [p for p in (package, external) if p.trees or p.errors]
        self.order.append(main)
        return main

    def title(self, diagnostic: Diagnostic, tested: str) -> str:
        """What `go test` calls the package that a diagnostic belongs to."""
        file = pos_file(diagnostic.pos)
        for package in self.order:
            if any(tree.source.index == file for tree in package.trees):
                with_tests = any(is_test(tree.source.path) for tree in package.trees)
                return f"{package.shown} [{tested}.test]" if with_tests else package.shown
        return tested

    def _read(self, target: TestTarget) -> FolderFiles:
        if target.files:
            found = FolderFiles()
            for name in target.files:
                files = found.test_files if name.endswith("_test.go") else found.files
                files.extend(read_target(name, self.fset, self.inputs))
        else:
            found = read_folder(target.folder, self.fset, self.inputs, with_tests=True)
        if not found.test_files:
            raise NoTestFiles
        return found


def split_tests(found: FolderFiles) -> tuple[list[File], list[File]]:
    """The test files that belong to the package, and those of the external test package."""
    inner: list[File] = []
    outer: list[File] = []
    for file in found.test_files:
        match = _PACKAGE.match(file.text)
        (outer if match and match[1].endswith("_test") else inner).append(file)
    return inner, outer


def main_source(
    path: str, functions: TestFunctions, outer: TestFunctions, has_package: bool, has_external: bool
) -> str:
    """The main package of the test of package `path`, whose functions are in it and in its external test package."""
    both = [("_test", functions), ("_xtest", outer)]
    imports = ['\t"os"', '\t"testing"']
    if functions.main or outer.main:
        imports.append('\t"internal/testmain"')
    for name, own, there in (("_test", path, has_package), ("_xtest", path + "_test", has_external)):
        if there:
            used = functions.any if name == "_test" else outer.any
            imports.append(f'\t{name if used else "_"} "{own}"')
    lines = ["package main", "", "import (", *imports, ")", ""]
    lines += _table("tests", "InternalTest", [_entry(n, p, n) for p, f in both for n in f.tests])
    lines += _table("benchmarks", "InternalBenchmark", [_entry(n, p, n) for p, f in both for n in f.benchmarks])
    lines += _table("fuzzTests", "InternalFuzzTarget", [_entry(n, p, n) for p, f in both for n in f.fuzz_tests])
    examples = [
        _entry(e.name, p, e.name, _quoted(e.output), "true" if e.unordered else "false")
        for p, f in both
        for e in f.examples
    ]
    lines += _table("examples", "InternalExample", examples)
    lines += ["func main() {"]
    lines += [f"\tm := testing.MainStart({_quoted(path)}, tests, benchmarks, fuzzTests, examples)"]
    if functions.main or outer.main:
        lines += [f"\t{'_test' if functions.main else '_xtest'}.TestMain(m)", "\tos.Exit(testmain.ExitCode)"]
    else:
        lines += ["\tos.Exit(m.Run())"]
    return "\n".join([*lines, "}", ""])


def _table(name: str, kind: str, entries: list[str]) -> list[str]:
    return [f"var {name} = []testing.{kind}{{", *entries, "}", ""]


def _entry(name: str, package: str, function: str, *rest: str) -> str:
    return "\t{" + ", ".join([_quoted(name), f"{package}.{function}", *rest]) + "},"


def _quoted(text: str) -> str:
    """A Go string literal: JSON's escapes are Go's, but for surrogates, which stand for bytes that are no UTF-8."""
    parts = re.split("([\\udc80-\\udcff])", text)
    for i, part in enumerate(parts):
        parts[i] = f"\\x{ord(part) - 0xDC00:02x}" if i % 2 else json.dumps(part, ensure_ascii=False)[1:-1]
    return f'"{"".join(parts)}"'
