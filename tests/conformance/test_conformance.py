"""The programs of Go's own tests that passed once must go on passing; needs the tests' folder (see programs.py)."""

from __future__ import annotations

import pytest

from tests.conformance.must_pass import read_must_pass
from tests.conformance.programs import VARIABLE, collect, tests_folder
from tests.conformance.suite import LIMIT, run_suite

FOLDER = tests_folder()
MUST_PASS = read_must_pass()


@pytest.mark.conformance
@pytest.mark.skipif(FOLDER is None, reason=f"{VARIABLE} is not set: it names the test folder of a Go source tree")
@pytest.mark.parametrize("part", sorted({name.rpartition("/")[0] or "." for name in MUST_PASS}))
def test_must_pass(part: str) -> None:
    assert FOLDER is not None
    programs = [p for p in collect(FOLDER) if p.folder == part and p.name in MUST_PASS]
    assert {p.name for p in programs} == {n for n in MUST_PASS if (n.rpartition("/")[0] or ".") == part}
    failures = {r.program.name: r.failures for r in run_suite(programs, 1, LIMIT) if r.failures}
    assert not failures
