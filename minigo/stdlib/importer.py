"""Finds, parses and checks the packages that a program imports: the library's Go sources, each once.

Invariant: `packages` holds finished packages in dependency order: what a package imports stands before it.
"""

from __future__ import annotations

import re
from pathlib import Path
from zlib import crc32

from minigo.check import CheckResult, check_package
from minigo.record import field, record
from minigo.source import OWN_INDEX, DiagnosticError, File, FileSet, InternalError
from minigo.stdlib.trees import Trees
from minigo.syntax import ast
from minigo.syntax.parser import parse
from minigo.types.objects import Package
from minigo.types.universe import UNSAFE

LIBRARY = Path(__file__).parent / "src"

# What a stack trace prints for a file of the library: real Go's root is unknown here, so its name stands for it.
GOROOT = "$GOROOT/src"

_PATH = re.compile(r"[a-z0-9][a-z0-9.]{0,39}(?:/[a-z0-9]{1,40}){0,5}")

REFUSED = {
    "C": "cgo is not supported: minigo runs Go code only",
    "plugin": "package plugin is not supported: minigo runs one program",
}

_INSTEAD = {
    "encoding/csv": "strings.Split and bufio.Scanner read simple tables",
    "encoding/gob": "encoding/binary writes values of fixed size",
    "encoding/json": "fmt shows values with %+v and %#v, strconv and strings read them",
    "encoding/xml": "fmt shows values with %+v and %#v, strconv and strings read them",
    "expvar": "fmt prints what sync/atomic counts",
    "html/template": "fmt and strings.NewReplacer fill texts in",
    "log/slog": "log writes lines with a prefix and the time",
    "net/http": "net connects goroutines",
    "net/http/pprof": "minigo run --profile tells what takes time",
    "os/exec": "a program cannot start others",
    "regexp": "strings searches and splits, and path.Match knows simple patterns",
    "runtime/metrics": "minigo run --stats tells what the scheduler did",
    "runtime/pprof": "minigo run --profile tells what takes time, debug.Stack where a goroutine is",
    "runtime/trace": "minigo sched and minigo run --schedtrace show what the scheduler does",
    "text/template": "fmt and strings.NewReplacer fill texts in",
    "weak": "runtime.AddCleanup tells when a value is unreachable",
}
"""Packages of real Go that the library has not, and what serves."""


def not_in_library(path: str) -> str:
    """What to say about the import of a path that might be the library's, and is not."""
    text = f"package {path} is not in minigo's standard library"
    return f"{text}; {_INSTEAD[path]}" if path in _INSTEAD else text


def library_packages() -> list[str]:
    """The import paths of the library, sorted."""
    return sorted({p.parent.relative_to(LIBRARY).as_posix() for p in LIBRARY.rglob("*.go")})


def _files(path: str) -> list[Path]:
    """The files of a library package. Whatever the path is, they lie in the library."""
    return sorted((LIBRARY / path).glob("*.go")) if _PATH.fullmatch(path) else []


def _file_index(path: str, number: int) -> int:
    """The number of a library file in file sets: the same in every program."""
    return OWN_INDEX + (crc32(path.encode()) << 8) + number


_parsed: dict[str, list[ast.SourceFile]] = {}
"""The syntax trees of the packages that this process has imported before, perhaps for another program: checking leaves
them as they are, and positions in them are the same in every program."""


_HIDDEN = {
    "bytes": "indexFunc lastIndexFunc splitSeq",
    "fmt": "errorf",
    "io": "copyBuffer",
    "math": "acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp2 expm1 frexp ldexp log10 log1p log2 mod "
    "pow remainder sin sinh sqrt tan tanh",
    "math/rand": "newSource",
    "os": "findProcess hostname readlink removeAll rename sameFile tempDir",
    "path/filepath": "join splitList",
    "runtime": "breakpoint callers",
    "runtime/debug": "freeOSMemory setGCPercent setMaxStack setMaxThreads setMemoryLimit setPanicOnFault",
    "strconv": "unquote",
    "strings": "indexFunc lastIndexFunc splitSeq",
}
"""What the real packages call like an exported function but for the first letter, in a place where gc sees it."""
HIDDEN = {path: frozenset(names.split()) for path, names in _HIDDEN.items()}


@record(slots=True)
class LibraryImporter:
    """The checker's importer for library packages; `fset` gets their files. `trees` keeps their syntax trees."""

    fset: FileSet
    trees: Trees | None = None
    packages: dict[str, CheckResult] = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Whether the library has a package `path`."""
        return path == UNSAFE.path or path in self.packages or bool(_files(path))

    def import_package(self, path: str) -> Package | str:
        """The checked package `path`, or what to say about the import."""
        done = self.packages.get(path)
        if done is not None:
            return done.package
        if path == UNSAFE.path:
            return UNSAFE
        if path in REFUSED:
            return REFUSED[path]
        names = _files(path)
        if not names:
            return not_in_library(path)
        result = self._check(path, names)
        self.packages[path] = result
        return result.package

    def _check(self, path: str, names: list[Path]) -> CheckResult:
        sources = []
        for number, name in enumerate(names):
            shown = f"{GOROOT}/{path}/{name.name}"
            sources.append(self.fset.add(shown, shown, "", _file_index(path, number)))
        files = _parsed.get(path)
        if files is None and self.trees is not None:
            files = self.trees.get(path, sources)
        if files is None:
            files = self._parse(path, names, sources)
            if self.trees is not None:
                self.trees.put(path, sources, files)
        _parsed[path] = files
        result = check_package(files, path, self.fset, self, natives_allowed=True)
        result.package.hidden = HIDDEN.get(path, frozenset())
        if result.diagnostics:
            self._broken(path, DiagnosticError(result.diagnostics, self.fset))
        return result

    def _parse(self, path: str, names: list[Path], sources: list[File]) -> list[ast.SourceFile]:
        files = []
        for name, source in zip(names, sources, strict=True):
            source.text = name.read_text(encoding="utf-8")
            tree, diagnostics = parse(source)
            if tree is None or diagnostics:
                self._broken(path, DiagnosticError(diagnostics, self.fset))
            assert tree is not None
            files.append(tree)
        return files

    def _broken(self, path: str, error: DiagnosticError) -> None:
        first = error.diagnostics[0]
        where = self.fset.format(first.pos)
        raise InternalError(f"library package {path} does not compile: {where}: {first.message}") from error
