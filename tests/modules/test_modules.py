"""Modules, folders with several files, and build constraints behave as with the real toolchain."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_run import minigo
from tests.modules.cases import Case, all_cases, comparable


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    case.write_files(tmp_path)
    done = minigo("run", *case.command, cwd=tmp_path)
    stderr = comparable(done.stderr, tmp_path)
    if case.expected["minigo"]:
        assert stderr == case.expected["minigo"]
        assert done.returncode == 1
    else:
        assert stderr == case.expected["stderr"]
        assert done.returncode == int(case.expected["code"] or 0)
    assert done.stdout == case.expected["stdout"]


def test_the_cases_say_what_they_are_for() -> None:
    assert len(all_cases()) >= 30
    for case in all_cases():
        assert len(case.comment.splitlines()) >= 2, case.name
