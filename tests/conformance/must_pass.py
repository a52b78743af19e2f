"""The list of the programs that must pass: names only, kept beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conformance.suite import Result

LIST = Path(__file__).with_name("must_pass.txt")


def read_must_pass() -> set[str]:
    """The names in the list; none if there is no list yet."""
    return set(LIST.read_text(encoding="utf-8").split()) if LIST.exists() else set()


def write_must_pass(results: list[Result]) -> None:
    """Puts the names of the given results that pass into the list, and takes those that do not out of it."""
    names = read_must_pass() - {r.program.name for r in results}
    names |= {r.program.name for r in results if r.passed}
    LIST.write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
