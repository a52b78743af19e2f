"""Whether a program can race at all: one that never starts a goroutine need not be watched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from minigo.core.astwalk import nodes
from minigo.syntax import ast

if TYPE_CHECKING:
    from minigo.check.result import CheckResult

_STARTING = ("context", "iter", "net", "os/signal", "testing", "golang.org/x/sync/")
"""What the paths of library packages begin with that start goroutines of their own accord."""
_STARTERS = ("AfterFunc", "Go")
"""Functions and methods of other packages that start one when they are asked to."""


def starts_goroutines(packages: Iterable[CheckResult], library: frozenset[str]) -> bool:
    """Whether anything in the program's own packages may start a goroutine; `library` are the import paths of the
    others."""
    own = [result for result in packages if result.package.path not in library]
    return any(_starts(result) for result in own)


def _starts(result: CheckResult) -> bool:
    for file in result.package.files:
        for node in nodes(file):
            match node:
                case ast.GoStmt():
                    return True
                case ast.SelectorExpr() if node.sel.name in _STARTERS:
                    return True
                case ast.ImportSpec() if node.path.value.strip('"`').startswith(_STARTING):
                    return True
    return False
