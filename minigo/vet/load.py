"""What `minigo vet` looks at: packages with their tests, and external test packages, checked.

As in `go vet`, a package that has tests is looked at together with them; its external test package is a unit of its
own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from minigo.gomod import find_module
from minigo.gotest.patterns import target_of
from minigo.gotest.program import TestTarget, split_tests
from minigo.inputs import Inputs
from minigo.load import STDIN, FolderFiles, no_files, read_folder, read_target
from minigo.modules import AD_HOC, CheckedProgram, Loader, LocalPackage, check_loaded
from minigo.record import field, record
from minigo.source import NO_POS, Diagnostic, DiagnosticError, File, FileSet, Pos, SourceError
from minigo.stdlib.trees import Trees
from minigo.vet.checks import vet_package
from minigo.vet.inspect import Finding

_LANG = re.compile(r" \((-lang was set to go1\.\d+; check go\.mod|file declares //go:build go1\.\d+)\)$")


class VetError(DiagnosticError):
    """A package cannot be loaded or does not compile; `checked` tells the latter."""

    def __init__(self, error: DiagnosticError, checked: bool) -> None:
        diagnostics = error.diagnostics
        if checked:  # real vet's type checker does not know where the version comes from
            diagnostics = [Diagnostic(d.pos, _LANG.sub("", d.message), d.soft) for d in diagnostics]
        super().__init__(diagnostics, error.files)
        self.checked = checked
        self._error = error

    def position(self, pos: Pos) -> str:
        return ("vet: " if self.checked else "") + self._error.position(pos)


class Findings(DiagnosticError):
    """Findings as diagnostics, ready to print; as `go vet` does, they name files without `./`. `named`: each says
    which check it is of."""

    def __init__(self, findings: list[Finding], files: FileSet, *, named: bool) -> None:
        shown = [Diagnostic(f.pos, f"{f.message} [{f.check}]" if named else f.message) for f in findings]
        super().__init__(shown, files)

    def position(self, pos: Pos) -> str:
        return super().position(pos).removeprefix("./")


@record(slots=True)
class Unit:
    """A package that was looked at: `shown` is its import path, `error` why it could not be, if so."""

    shown: str
    findings: list[Finding] = field(default_factory=list)
    files: FileSet = field(default_factory=FileSet)
    error: VetError | None = None


def vet_target(
    target: TestTarget,
    enabled: Collection[str],
    *,
    lang: str | None = None,
    allow_unused: bool = False,
    trees: Trees | None = None,
) -> list[Unit]:
    """Look at the package of `target` and at its external test package; `trees` keeps the library's syntax trees.
    Raises SourceError."""
    loader = _load(target, trees)
    package = loader.load_unit(target, external=False)
    units = []
    if isinstance(package, VetError):
        return [Unit(target.shown, error=package)]
    if package is not None:
        units.append(_vet(loader, package, enabled, lang, allow_unused))
        if units[0].error is not None:
            return units
    if loader.has_external:
        loader = _load(target, trees)
        external = loader.load_unit(target, external=True)
        shown = target.shown + "_test"
        if isinstance(external, VetError):
            units.append(Unit(shown, error=external))
        elif external is not None:
            units.append(_vet(loader, external, enabled, lang, allow_unused))
    return units


def import_path(target: str) -> str:
    """What messages call the package of a file, a folder or standard input."""
    folder = Path(target)
    return target_of(folder).shown if target != STDIN and folder.is_dir() else AD_HOC


def vet_checked(checked: CheckedProgram, shown: str, enabled: Collection[str]) -> list[Finding]:
    """Look at the target of what has been checked."""
    main = checked.main
    library = checked.library.packages.values()
    local = [(r.package, r.info) for r in checked.packages if r is not main and r not in library]
    return vet_package(main.package, main.info, shown, local, enabled)


def _load(target: TestTarget, trees: Trees | None) -> _VetLoader:
    inputs = Inputs()
    return _VetLoader(FileSet(), inputs, find_module(target.folder, inputs), None, trees)


def _vet(
    loader: _VetLoader, package: LocalPackage, enabled: Collection[str], lang: str | None, allow_unused: bool
) -> Unit:
    try:
        checked = check_loaded(loader, package, lang=lang, runnable=False, allow_unused=allow_unused)
    except DiagnosticError as error:
        return Unit(package.shown, error=VetError(error, True))
    return Unit(package.shown, vet_checked(checked, package.shown, enabled), loader.fset)


class _VetLoader(Loader):
    """Finds and parses what one unit needs."""

    has_external = False

    def load_unit(self, target: TestTarget, *, external: bool) -> LocalPackage | VetError | None:
        """The package with its tests, or its external test package; None if there is no such thing."""
        found = self._read(target)
        inner, outer = split_tests(found)
        self.has_external = bool(outer)
        package = LocalPackage(target.shown, target.shown)
        tests = LocalPackage(target.shown + "_test", target.shown + "_test")
        self.known[package.path], self.known[tests.path] = package, tests
        for unit, files in ((package, [*found.files, *inner]), (tests, outer)):
            problem = self._parse(unit, files, NO_POS, target.folder)
            if problem is not None:
                return VetError(self._error(problem), False)
        wanted = tests if external else package
        if not wanted.trees and not wanted.errors:
            return None
        self._visit(package)
        if external:
            self._visit(tests)
        if self.errors:
            return VetError(self._error(*self.errors), False)
        return wanted

    def _read(self, target: TestTarget) -> FolderFiles:
        if target.files:
            found = FolderFiles()
            for name in target.files:
                files: list[File] = found.test_files if name.endswith("_test.go") else found.files
                files.extend(read_target(name, self.fset, self.inputs))
            return found
        found = read_folder(target.folder, self.fset, self.inputs, with_tests=True)
        if found.refused or not (found.files or found.test_files):
            raise SourceError(f"{target.shown}: {found.refused or no_files(found)} in {target.folder}")
        return found
