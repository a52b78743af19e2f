"""The library behaves as the real one: programs that print what many calls return, beside the output of real Go.

The outputs of `time_clock` and `log_clock` are minigo's own: they show the virtual clock.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minigo.record import replace
from minigo.stdlib.importer import LIBRARY, library_packages
from tests.corpus import expected, options_of, run

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.go"))


@pytest.mark.parametrize("engine", ["compiled", "walk"])
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.stem)
def test_program(program: Path, engine: str) -> None:
    outcome = run(program, replace(options_of(program), engine=engine))
    assert outcome.stderr == (expected(program, ".err") or "")
    wanted = expected(program, ".out")
    assert wanted is not None
    # Line by line: a difference in 40 kB of text is to be readable.
    for number, (got, want) in enumerate(zip(outcome.stdout.split("\n"), wanted.split("\n"), strict=False), 1):
        assert got == want, f"{program.name}: line {number} of the output"
    assert outcome.stdout == wanted
    assert outcome.code == int(expected(program, ".code") or 0)


def test_every_package_is_imported_by_a_program() -> None:
    text = "".join(p.read_text(encoding="utf-8") for p in PROGRAMS)
    # These are at home in the tests of the scheduler and of `minigo test`.
    elsewhere = {"sync", "sync/atomic", "runtime", "runtime/debug", "testing", "testing/synctest"}
    public = [path for path in library_packages() if not path.startswith("internal/")]
    missing = [path for path in public if path not in elsewhere and f'"{path}"' not in text]
    assert not missing, f"no program imports {missing}"


def test_a_package_opens_with_its_comment() -> None:
    for path in library_packages():
        texts = [f.read_text(encoding="utf-8") for f in sorted((LIBRARY / path).glob("*.go"))]
        assert any(re.match(r"// Package \w+ ", text) for text in texts), path
