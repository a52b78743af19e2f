"""From a target to the checked packages of a program: its own ones, found by the go.mod above it, and the library's.

Two phases, as in `go build`. First the import graph: every package is found and parsed, and what does not fit together
(missing packages, cycles, internal packages, ...) is told, all of it. Then the packages are checked, those imported
first; a package that imports an erroneous one is not checked.

Invariants: `Loader.order` has what a package imports before the package itself. Library packages are always of the
newest version of the language, others of go.mod's or the one asked for.
"""

from __future__ import annotations

import heapq
import os
import re
from pathlib import Path

from minigo.buildtags import is_test
from minigo.check import CheckResult, check_package, limit_diagnostics, sort_diagnostics
from minigo.gomod import Module, find_module
from minigo.inputs import Inputs
from minigo.load import STDIN, no_files, read_folder, read_target
from minigo.record import field, record
from minigo.source import MAX_ERRORS, NO_POS, Diagnostic, DiagnosticError, File, FileSet, Pos, SourceError
from minigo.stdlib.importer import REFUSED, LibraryImporter, not_in_library
from minigo.stdlib.trees import Trees
from minigo.syntax import ast
from minigo.syntax.constraint import ConstraintError, constraint_of, go_version
from minigo.syntax.header import header_error
from minigo.syntax.parser import parse
from minigo.types.constants import unquote
from minigo.types.info import NEWEST, parse_lang
from minigo.types.objects import Package

AD_HOC = "command-line-arguments"
"""What messages call the package made of files named on the command line."""

_LEAST_FILE_VERSION = (1, 21)
"""A file may ask for this version and later ones; asking for an earlier one is asking for this."""

_BAD_PATH = re.compile(r"^$|[\x00-\x20!\"#$%&'()*,:;<=>?\[\\\]^`{|}\x7f\ufffd]")


class LoadError(DiagnosticError):
    """Packages cannot be found or do not fit together. As `go build` does, messages name files without `./`."""

    def position(self, pos: Pos) -> str:
        return super().position(pos).removeprefix("./")


@record(slots=True, eq=False)
class LocalPackage:
    """A package of the program's own.

    `path` is its import path, `shown` what messages call it. `errors` were found without checking; if `broken` they
    keep it from being checked. `imports` are the import paths with the first place of each, sorted; `imported` those
    of them that are local packages.
    """

    path: str
    shown: str
    trees: list[ast.SourceFile] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)
    broken: bool = False
    imports: list[tuple[str, ast.ImportSpec]] = field(default_factory=list)
    imported: list[LocalPackage] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.trees[0].package.name if self.trees else ""


@record(slots=True)
class CheckedProgram:
    """`packages` are in the order in which they are initialised, `main` is the target's. `warnings` is what was let
    pass."""

    files: FileSet
    packages: list[CheckResult]
    main: CheckResult
    warnings: list[Diagnostic]
    library: LibraryImporter


def check_program(
    target: str,
    fset: FileSet,
    inputs: Inputs,
    *,
    lang: str | None = None,
    runnable: bool = True,
    allow_unused: bool = False,
    limit: int | None = MAX_ERRORS,
    text: bytes | None = None,
    trees: Trees | None = None,
) -> CheckedProgram:
    """The packages of the program that `target` (a .go file, a folder, or -) holds, checked.

    `lang` is the language version of its packages, None for go.mod's or else the newest. `runnable`: it must be a
    program. `limit` is how many errors of a package are told, None for all. `text` is read instead of standard input;
    `trees` keeps the library's syntax trees. Raises SourceError when the target cannot be read and DiagnosticError when
    the program does not compile.
    """
    module = None if target == STDIN else find_module(_folder_of(target, inputs), inputs)
    loader = Loader(fset, inputs, module, limit, trees)
    loader.text = text
    main = loader.load(target, runnable)
    return check_loaded(loader, main, lang=lang, runnable=runnable, allow_unused=allow_unused)


def check_loaded(
    loader: Loader, main: LocalPackage, *, lang: str | None, runnable: bool, allow_unused: bool
) -> CheckedProgram:
    """The packages that a loader has found, checked. Raises DiagnosticError when they do not compile."""
    fset, limit = loader.fset, loader.limit
    lang = lang or (loader.module.lang if loader.module is not None else _newest())
    checking = _Checking(loader.library, fset, lang, allow_unused, limit)
    if runnable:
        # The runtime's errors are Go values, so its package is part of every program.
        checking.library.import_package("runtime")
    for package in loader.order:
        checking.check(package, package is main)
    if checking.errors:
        raise DiagnosticError(checking.errors, fset)
    results = [*checking.library.packages.values(), *checking.results.values()]
    return CheckedProgram(fset, _init_order(results), checking.results[main], checking.warnings, checking.library)


def _newest() -> str:
    return f"go{NEWEST[0]}.{NEWEST[1]}"


def _folder_of(target: str, inputs: Inputs) -> Path:
    path = Path(os.path.abspath(target))
    return path if inputs.is_folder(target) else path.parent


# ---------------------------------------------------------------- the import graph


class Loader:
    """Finds and parses the packages of one program."""

    def __init__(
        self, fset: FileSet, inputs: Inputs, module: Module | None, limit: int | None, trees: Trees | None = None
    ) -> None:
        self.fset = fset
        self.inputs = inputs
        self.module = module
        self.limit = limit
        self.library = LibraryImporter(fset, trees)
        self.text: bytes | None = None
        """What is read instead of standard input."""
        self.order: list[LocalPackage] = []
        self.errors: list[Diagnostic] = []
        self.known: dict[str, LocalPackage | None] = {}
        """What is known of import paths: None stands for a package that has been told to be missing."""
        self.path: list[tuple[LocalPackage, str]] = []
        """The packages being visited, each with the file that imports the next one."""

    def load(self, target: str, runnable: bool) -> LocalPackage:
        """The package of the target; all that it needs is in `order`. Raises SourceError and DiagnosticError."""
        if runnable and is_test(target):
            raise SourceError(f"cannot run *_test.go files ({target})")
        files = read_target(target, self.fset, self.inputs, self.text)
        folder = target != STDIN and self.inputs.is_folder(target)
        own = self.module.path_of(_folder_of(target, self.inputs)) if self.module is not None else ""
        if folder and own:
            main = self.known[own] = LocalPackage(own, own)
        else:
            main = LocalPackage(own, AD_HOC)
        problem = self._parse(main, files, NO_POS, _folder_of(target, self.inputs))
        if problem is not None:
            raise self._error(problem)
        if folder and not main.trees and not main.errors:
            raise SourceError(f"{target}: build constraints exclude all Go files")
        if runnable and main.trees and main.name != "main":
            raise SourceError(f"package {main.name} in {target} is not a main package")
        self._visit(main)
        if self.errors:
            raise self._error(*self.errors)
        return main

    def _error(self, *diagnostics: Diagnostic) -> LoadError:
        return LoadError(list(diagnostics), self.fset)

    def _parse(self, package: LocalPackage, files: list[File], pos: Pos, folder: Path | str) -> Diagnostic | None:
        """Parse the files of a package; returns what to say about a file whose head cannot be read, and, at `pos`,
        about files that belong to different packages."""
        first: ast.SourceFile | None = None
        for file in files:
            tree, errors = parse(file, MAX_ERRORS if self.limit is not None else len(file.text) + 1)
            head = header_error(file) if errors else None
            if head is not None:
                return head
            package.errors += errors
            if any(error.message.startswith("syntax error") for error in errors):
                package.broken = True
            if tree is None:
                continue
            if tree.package.name == "documentation" and len(files) > 1:
                continue
            if first is None:
                first = tree
            elif tree.package.name != first.package.name:
                one, other = (f"{t.package.name} ({os.path.basename(t.source.path)})" for t in (first, tree))
                return Diagnostic(pos, f"found packages {one} and {other} in {folder}")
            tree.go_version = _file_version(file)
            package.trees.append(tree)
        for tree in package.trees:
            for pos, text in tree.directives:
                if text.startswith("//go:linkname") and not package.broken:
                    package.errors = [Diagnostic(pos, "//go:linkname is not supported: minigo runs Go code only")]
                    package.broken = True
        imports: dict[str, ast.ImportSpec] = {}
        for tree in package.trees:
            for spec in tree.imports():
                imports.setdefault(unquote(spec.path.value).decode("utf-8", "replace"), spec)
        package.imports = sorted(imports.items())
        return None

    def _visit(self, package: LocalPackage) -> None:
        """Load what a package imports. Of what does not fit, the first is told."""
        first: Diagnostic | None = None
        for path, spec in package.imports:
            self.path.append((package, os.path.basename(self.fset.file(spec.pos).path)))
            problem = self._import(package, path, spec.pos)
            self.path.pop()
            if first is None:
                first = problem
        if first is not None:
            self.errors.append(first)
        self.order.append(package)

    def _import(self, importer: LocalPackage, path: str, pos: Pos) -> Diagnostic | None:
        """Load the package `path` unless it is the library's. Returns what is wrong with importing it here; that it
        cannot be had at all is told at once, and only once."""
        if self.library.has(path):
            return None
        if path not in self.known:
            package = self.known[path] = self._find(path, pos)
            if package is not None:
                self._visit(package)
        package = self.known[path]
        if package is None:
            return None
        if any(other is package for other, _ in self.path):
            return Diagnostic(NO_POS, self._stack(path, files=True) + ": import cycle not allowed")
        if not _may_use(importer.path, path):
            return self._internal(path, pos)
        if package.name == "main" and path != importer.path:
            return Diagnostic(pos, f'import "{path}" is a program, not an importable package')
        importer.imported.append(package)
        return None

    def _find(self, path: str, pos: Pos) -> LocalPackage | None:
        """The package `path` of the module, parsed; None after telling why it cannot be had."""
        problem = _unusual(path)
        folder = self.module.folder_of(path) if self.module is not None and not problem else None
        if folder is None or not self.inputs.is_folder(str(folder)):
            self.errors.append(self._missing(path, pos, problem))
            return None
        found = read_folder(folder, self.fset, self.inputs)
        package = LocalPackage(path, path)
        if found.refused:
            self.errors.append(Diagnostic(NO_POS, f"{self._stack(path)}: {found.refused}"))
            return None
        if not found.files and not found.excluded and not found.tests:
            self.errors.append(self._missing(path, pos, ""))
            return None
        wrong = self._parse(package, found.files, pos, folder)
        if wrong is not None:
            self.errors.append(wrong)
            return None
        if package.trees or package.errors:
            return package
        # As `go build` tells it: with the chain of imports, unless there are tests.
        where = path if found.tests else self._stack(path)
        found.excluded += len(found.files)
        self.errors.append(Diagnostic(NO_POS, f"{where}: {no_files(found)} in {folder}"))
        return None

    def _missing(self, path: str, pos: Pos, problem: str) -> Diagnostic:
        """What to say about a package that is neither in the library nor in the module."""
        if problem:
            return Diagnostic(pos, problem)
        module = self.module
        if module is not None and (path == module.path or path.startswith(module.path + "/")):
            return Diagnostic(pos, f"no required module provides package {path}; to add it:\n\tgo get {path}")
        first = path.partition("/")[0]
        if "." not in first:
            if not _may_use("", path):
                return self._internal(path, pos)
            return Diagnostic(pos, not_in_library(path))
        if module is not None:
            reason = "minigo runs the packages of one module and of its library"
        else:
            reason = "go.mod file not found in current directory or any parent directory; see 'go help modules'"
        return Diagnostic(pos, f"no required module provides package {path}: {reason}")

    def _internal(self, path: str, pos: Pos) -> Diagnostic:
        where = LoadError([], self.fset).position(pos)
        return Diagnostic(NO_POS, f"{self._stack()}\n\t{where}: use of internal package {path} not allowed")

    def _stack(self, path: str = "", files: bool = False) -> str:
        """How the package being visited (and then `path`) came to be imported; with the files that import if asked."""
        importers = [f" from {file}" if files else "" for _, file in self.path]
        names = [package.shown for package, _ in self.path] + ([path] if path else [])
        lines = [f"\timports {name}{by}" for name, by in zip(names[1:], importers, strict=False)]
        return "\n".join([f"package {names[0]}", *lines])


def _file_version(file: File) -> str:
    """The language version that a file's build constraint asks for; "" for the package's."""
    try:
        constraint = constraint_of(file.text)
    except ConstraintError:  # of a file named on the command line, whose constraint does not count
        return ""
    version = go_version(constraint) if constraint is not None else ""
    if not version:
        return ""
    major, minor = max(parse_lang(version), _LEAST_FILE_VERSION)
    return f"go{major}.{minor}"


def _may_use(importer: str, path: str) -> bool:
    """The rule of internal packages: only what lies beside an element `internal`, or deeper, may import them."""
    elements = path.split("/")
    if "internal" not in elements:
        return True
    at = len(elements) - 1 - elements[::-1].index("internal")
    parent = elements[:at]
    return bool(parent) and importer.split("/")[:at] == parent


def _unusual(path: str) -> str:
    """What is wrong with an import path that names no package of any module, "" if nothing is."""
    if path in REFUSED:
        return REFUSED[path]
    if path in (".", "..") or path.startswith(("./", "../")):
        return f'"{path}" is relative, but relative import paths are not supported in module mode'
    if path.startswith("/"):
        return f"\"{path}\" is not a package path; see 'go help packages'"
    if _BAD_PATH.search(path):
        return f"invalid import path: {path}"
    malformed = _malformed(path)
    return f'malformed import path "{path}": {malformed}' if malformed else ""


def _malformed(path: str) -> str:
    """Why `path` is no path of a package in a module, "" if it may be one."""
    if path.startswith("-"):
        return "leading dash"
    if "//" in path:
        return "double slash"
    if path.endswith("/"):
        return "trailing slash"
    for element in path.split("/"):
        if element in (".", ".."):
            return f'invalid path element "{element}"'
        if element.endswith("."):
            return "trailing dot in path element"
    odd = next((c for c in path if not (c.isascii() and (c.isalnum() or c in "-._~+/"))), "")
    return f"invalid char '{odd}'" if odd else ""


# ---------------------------------------------------------------- checking


class _Checking:
    """Checks packages one after the other; the checker's importer for all of them."""

    def __init__(
        self, library: LibraryImporter, fset: FileSet, lang: str, allow_unused: bool, limit: int | None
    ) -> None:
        self.library = library
        self.fset = fset
        self.lang = lang
        self.allow_unused = allow_unused
        self.limit = limit
        self.results: dict[LocalPackage, CheckResult] = {}
        self.paths: dict[str, Package] = {}
        self.errors: list[Diagnostic] = []
        self.warnings: list[Diagnostic] = []

    def import_package(self, path: str) -> Package | str:
        own = self.paths.get(path)
        return own if own is not None else self.library.import_package(path)

    def check(self, package: LocalPackage, is_main: bool) -> None:
        """Check a package unless something that it imports is erroneous."""
        if any(imported not in self.results for imported in package.imported):
            return
        found = list(package.errors)
        if not package.broken:
            path = package.name if is_main and package.name == "main" else package.path or package.name
            result = check_package(package.trees, path, self.fset, self, lang=self.lang, allow_unused=self.allow_unused)
            found += result.reported
            self.warnings += sort_diagnostics(result.warnings)
            if not found:
                self.results[package] = result
                self.paths[package.path] = result.package
        self.errors += limit_diagnostics(found, self.limit)


def _init_order(results: list[CheckResult]) -> list[CheckResult]:
    """The order of initialisation: again and again the package with the least import path among those whose imports
    are initialised; the runtime before all others. Package unsafe has nothing to initialise."""
    by_package = {result.package: result for result in results}
    imports = {package: [i for i in package.imports if i in by_package] for package in by_package}
    waiting = {package: len(imported) for package, imported in imports.items()}
    users: dict[Package, list[Package]] = {package: [] for package in by_package}
    for package in by_package:
        for imported in imports[package]:
            users[imported].append(package)
    heap = [(package.path != "runtime", package.path, package) for package, count in waiting.items() if count == 0]
    heapq.heapify(heap)
    order = []
    while heap:
        _, _, package = heapq.heappop(heap)
        order.append(by_package[package])
        for user in users[package]:
            waiting[user] -= 1
            if waiting[user] == 0:
                heapq.heappush(heap, (user.path != "runtime", user.path, user))
    return order
