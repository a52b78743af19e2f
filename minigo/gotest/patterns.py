"""Which packages the command line names: folders, import paths of the module, `...` wildcards, or files."""

from __future__ import annotations

import os
import re
from pathlib import Path

from minigo.gomod import Module, find_module
from minigo.gotest.program import TestTarget
from minigo.inputs import Inputs
from minigo.modules import AD_HOC
from minigo.stdlib.importer import not_in_library

_IGNORED = ("testdata", "vendor")


class PatternError(Exception):
    """A pattern that names no package: `pattern` as given, and why."""

    def __init__(self, pattern: str, reason: str) -> None:
        super().__init__(f"{pattern}: {reason}")
        self.pattern = pattern
        self.reason = reason


def targets_of(patterns: list[str], here: Path) -> list[TestTarget | PatternError]:
    """What the patterns stand for in the folder `here`, each package once, in their order; "." if there are none."""
    if patterns and all(name.endswith(".go") for name in patterns):
        return [_files([str(here / name) if here != Path.cwd() else name for name in patterns])]
    found: dict[str, TestTarget | PatternError] = {}
    for pattern in patterns or ["."]:
        try:
            for target in _expand(pattern, here):
                found.setdefault(target.shown, target)
        except PatternError as error:
            found.setdefault(pattern, error)
    return list(found.values())


def _files(names: list[str]) -> TestTarget | PatternError:
    folders = {os.path.dirname(os.path.abspath(name)) for name in names}
    if len(folders) > 1:
        first, second = sorted(folders)[:2]
        return PatternError(AD_HOC, f"named files must all be in one directory; have {first} and {second}")
    return TestTarget(Path(folders.pop()), tuple(names), AD_HOC)


def _expand(pattern: str, here: Path) -> list[TestTarget]:
    """The packages of one pattern. Raises PatternError."""
    module = find_module(here, Inputs())
    local = pattern in (".", "..") or pattern.startswith(("./", "../", "/"))
    if not local and module is not None and (pattern + "/").startswith((module.path + "/", module.path + "...")):
        path = str(module.folder) + pattern.removeprefix(module.path)
    elif local or module is None:
        path = os.path.normpath(here / pattern)
    else:
        raise PatternError(pattern, not_in_library(pattern))
    if "..." not in pattern:
        base = Path(path)
        if not base.is_dir():
            raise PatternError(pattern, f"stat {path}: directory not found")
        if not any(base.glob("*.go")):
            raise PatternError(pattern, f"no Go files in {path}")
        return [target_of(base)]
    base = Path(os.path.dirname(path.partition("...")[0] + "x"))
    if not base.is_dir():
        raise PatternError(pattern, f"stat {base}: directory not found")
    # x/... stands for x too.
    wanted = re.compile(
        re.escape(path).replace(r"\.\.\.", ".*").removesuffix("/.*") + ("(/.*)?" if path.endswith("/...") else "")
    )
    folders = [folder for folder in _walk(base) if wanted.fullmatch(str(folder)) and any(folder.glob("*.go"))]
    if not folders:
        raise PatternError(pattern, "matched no packages")
    return [target_of(folder) for folder in folders]


def _walk(base: Path) -> list[Path]:
    """The folder and those below it that may hold packages of its module, sorted."""
    out = [base]
    for child in sorted(path for path in base.iterdir() if path.is_dir()):
        if child.name[0] not in "._" and child.name not in _IGNORED and not (child / "go.mod").is_file():
            out += _walk(child)
    return out


def target_of(folder: Path) -> TestTarget:
    """The package in a folder."""
    folder = Path(os.path.abspath(folder))
    module: Module | None = find_module(folder, Inputs())
    return TestTarget(folder, (), module.path_of(folder) if module is not None else AD_HOC)
