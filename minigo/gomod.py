"""The go.mod file: where a module begins, what it is called, and which version of the language it is written in.

Only `module` and `go` matter here: minigo runs the packages of one module and its own library, so what a module
requires is looked at only if a package is imported from it.
"""

from __future__ import annotations

import re
from pathlib import Path

from minigo.inputs import Inputs
from minigo.record import record
from minigo.source import SourceError
from minigo.types.info import NEWEST

DEFAULT_LANG = "go1.16"
"""The version of a go.mod that names none."""

_DIRECTIVES = frozenset(
    ("module", "go", "toolchain", "godebug", "require", "exclude", "replace", "retract", "tool", "ignore")
)
_VERSION = re.compile(r"1\.(\d+)(?:\.\d+|(?:beta|rc)\d+)?")


@record(slots=True, frozen=True)
class Module:
    """`folder` holds the go.mod, `path` is the prefix of its packages' import paths, `lang` is "go1.N"."""

    folder: Path
    path: str
    lang: str
    inputs: Inputs

    def folder_of(self, path: str) -> Path | None:
        """The folder of the package `path`; None if it is not one of this module's."""
        if path == self.path:
            return self.folder
        if not path.startswith(self.path + "/"):
            return None
        folder = self.folder / path[len(self.path) + 1 :]
        # A folder with a go.mod of its own begins another module.
        inside = folder
        while inside != self.folder:
            if self.inputs.is_file(str(inside / "go.mod")):
                return None
            inside = inside.parent
        return folder

    def path_of(self, folder: Path) -> str:
        """The import path of the package in `folder`, which lies in the module."""
        relative = folder.relative_to(self.folder).as_posix()
        return self.path if relative == "." else f"{self.path}/{relative}"


def find_module(folder: Path, inputs: Inputs) -> Module | None:
    """The module that `folder` (absolute) lies in; None when no go.mod stands in it or above. Raises SourceError."""
    for parent in (folder, *folder.parents):
        file = parent / "go.mod"
        if inputs.is_file(str(file)):
            return _read(file, inputs)
    return None


def _read(file: Path, inputs: Inputs) -> Module:
    try:
        text = inputs.read(str(file)).decode("utf-8", "replace")
    except OSError as error:
        raise SourceError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    path, lang = "", DEFAULT_LANG
    block = ""
    for number, line in enumerate(text.split("\n"), 1):
        words = line.partition("//")[0].split()
        if not words:
            continue
        if words == [")"] and block:
            block = ""
            continue
        if block:
            words = [block, *words]
        elif words[-1] == "(" or words[0].endswith("("):
            block = words[0].removesuffix("(")
            words = [block]
        if words[0] not in _DIRECTIVES:
            raise SourceError(f"{file}:{number}: unknown directive: {words[0]}")
        if words[0] == "module" and len(words) > 1:
            path = words[1].strip('"`')
        elif words[0] == "go" and len(words) > 1:
            lang = _lang(file, number, words[1])
    if not path:
        raise SourceError(f"{file}: missing module declaration")
    return Module(file.parent, path, lang, inputs)


def _lang(file: Path, number: int, version: str) -> str:
    found = _VERSION.fullmatch(version)
    if found is None:
        raise SourceError(f"{file}:{number}: invalid go version '{version}': must match format 1.23.0")
    if int(found[1]) > NEWEST[1]:
        raise SourceError(f"go.mod requires go >= {version} (minigo speaks go{NEWEST[0]}.{NEWEST[1]})")
    return f"go1.{found[1]}"
