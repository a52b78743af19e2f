"""Go's own test programs: which there are, what each wants, and which are beyond minigo's scope by rule.

The folder (the `test` folder of a Go source tree) is named by the environment variable MINIGO_GO_TESTS. A program's
first comment says what to do with it: `// run` programs must end well, `// errorcheck` programs must be refused with
the errors that comments in them describe. The other kinds (folders of packages, assembly, generated programs...) are
not collected.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "MINIGO_GO_TESTS"

RUN = "run"
ERRORCHECK = "errorcheck"

_EXCLUDED_IMPORTS = {
    "C": "cgo: not only Go",
    "unsafe": "unsafe",
    "reflect": "reflect",
    "encoding/json": "reflect (encoding/json)",
    "encoding/xml": "reflect (encoding/xml)",
    "syscall": "syscall",
    "os/exec": "os/exec",
    "runtime/pprof": "runtime internals",
}

_RUNTIME_INTERNALS = re.compile(
    r"\b(runtime\.(SetFinalizer|ReadMemStats|MemStats|MemProfile\w*|GOROOT)|testing\.AllocsPerRun)\b"
)
"""What a program can only ask of the real runtime: finalizers, what is allocated, Go's own files. A program that only
calls for a collection counts."""

_FLAGS = re.compile(r"-(lang=go1\.\d+|e=0|e|t \d+|d=panic|complete)")
"""Flags of the compiler under which its front end still reports what it always does."""

_IMPORT_BLOCK = re.compile(r"^import\s*\((.*?)\)", re.MULTILINE | re.DOTALL)
_IMPORT_LINE = re.compile(r'^import\s+(?:[\w.]+\s+)?["`]([^"`]+)["`]', re.MULTILINE)
_QUOTED = re.compile(r'^\s*(?:[\w.]+\s+)?["`]([^"`]+)["`]', re.MULTILINE)
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


@dataclass(slots=True, frozen=True)
class Program:
    """One test program.

    name: its path below the folder, with slashes. kind: RUN or ERRORCHECK. args: for RUN, the program's arguments.
    lang: the language version that it asks for ("go1.17") or None. excluded: why it does not count, or "".
    """

    name: str
    path: Path
    kind: str
    args: tuple[str, ...] = ()
    lang: str | None = None
    excluded: str = ""

    @property
    def folder(self) -> str:
        """The folder that the table counts it under: "." for the top one."""
        return self.name.rpartition("/")[0] or "."

    def expected_output(self) -> bytes | None:
        """What a RUN program must print, if a file beside it says so."""
        path = self.path.with_suffix(".out")
        return path.read_bytes() if path.exists() else None


def tests_folder() -> Path | None:
    """The folder of Go's tests, if the environment names one. Raises FileNotFoundError when it names something else."""
    value = os.environ.get(VARIABLE)
    if not value:
        return None
    folder = Path(value)
    if not (folder / "helloworld.go").is_file():
        raise FileNotFoundError(f"{VARIABLE}={value} is no folder of Go's tests: it has no helloworld.go")
    return folder


def collect(folder: Path) -> Iterator[Program]:
    """Every single-file program of the two kinds, in order of name."""
    for path in sorted(folder.rglob("*.go")):
        name = path.relative_to(folder).as_posix()
        if any(part.endswith(".dir") for part in path.parts):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        program = _classify(name, path, text)
        if program is not None:
            yield program


def directive(text: str) -> str:
    """The words that say what to do with a program: the first comment that is no build constraint."""
    for line in text.split("\n"):
        line = line.strip()
        if not line or line.startswith(("//go:build", "// +build")):
            continue
        return line.removeprefix("//").strip() if line.startswith("//") else ""
    return ""


def imports(text: str) -> set[str]:
    """The import paths of a file, found without parsing: some of the files are no valid Go."""
    code = _COMMENT.sub("", text)
    found = set(_IMPORT_LINE.findall(code))
    for block in _IMPORT_BLOCK.findall(code):
        found.update(_QUOTED.findall(block.replace(";", "\n")))
    return found


def _classify(name: str, path: Path, text: str) -> Program | None:
    words = directive(text)
    verb, _, rest = words.partition(" ")
    if verb == RUN:
        flags = [w for w in shlex.split(rest) if w.startswith("-")]
        args = tuple(w for w in shlex.split(rest) if not w.startswith("-"))
        reason = _constraint(text) or _needs(text)
        for flag in flags:
            if flag.startswith("-goexperiment"):
                reason = reason or f"flag {flag}"
        if any(flag.startswith("-") for flag in flags):
            args = ()
        return Program(name, path, RUN, args, excluded=reason)
    if verb == ERRORCHECK:
        lang = None
        reason = _constraint(text)
        unknown = _FLAGS.sub("", rest).strip()
        found = re.search(r"-lang=(go1\.\d+)", rest)
        if found:
            lang = found[1]
        if unknown:
            reason = f"compiler flags {unknown}"
        return Program(name, path, ERRORCHECK, (), lang, reason)
    return None


def _constraint(text: str) -> str:
    """Why a program is not for the simulated machine, or not the only file of its package; "" when it is."""
    for line in text.split("\n"):
        if line.startswith("//go:build"):
            if not _builds_here(line.removeprefix("//go:build")):
                return "build constraint"
        elif line.startswith("package "):
            break
    for package in sorted(imports(text)):
        if package.startswith(("./", "../")) or "cmd/" in package or "internal/" in package:
            return "several files"
    return ""


def _needs(text: str) -> str:
    """What a program needs that is beyond minigo's scope; "" for nothing."""
    for package in sorted(imports(text)):
        if package in _EXCLUDED_IMPORTS:
            return _EXCLUDED_IMPORTS[package]
    if _RUNTIME_INTERNALS.search(_COMMENT.sub("", text)) or "//go:linkname" in text:
        return "runtime internals"
    return ""


_TAGS = {"linux", "amd64", "gc", "unix", "cgo", "goexperiment.unified", *(f"go1.{n}" for n in range(1, 28))}


def _builds_here(constraint: str) -> bool:
    """Whether the real toolchain on linux/amd64 would build a file with this constraint."""
    expression = re.sub(r"[\w.]+", lambda m: str(m[0] in _TAGS), constraint.split("//")[0])
    expression = expression.replace("&&", " and ").replace("||", " or ").replace("!", " not ")
    words = expression.replace("(", " ").replace(")", " ").split()
    if not words or any(w not in {"True", "False", "and", "or", "not"} for w in words):
        raise ValueError(f"build constraint {constraint}")
    return bool(eval(expression.strip(), {"__builtins__": {}}))
