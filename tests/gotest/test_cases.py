"""`minigo test` prints what `go test` prints, with both engines."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from minigo.gotest.flags import FlagError, parse_flags
from minigo.gotest.program import TestTarget
from minigo.gotest.runner import Package, Tester
from minigo.vet.beforetest import vetter_for
from tests.gotest.cases import Case, Command, all_cases, transcript

CASES = all_cases()


def run(command: Command, engine: str, cache: dict[TestTarget, Package], folder: Path) -> str:
    out, err = io.BytesIO(), io.BytesIO()
    try:
        flags = parse_flags(["-gomaxprocs=1", f"-engine={engine}", "-vet=off", *command.args])
        vet = vetter_for(flags.given["vet"])
    except FlagError as error:
        return transcript("", f"minigo test: {error}\n", 64, folder)
    tester = Tester(flags, int(flags.seed), out, err, vet=vet)
    tester.programs = cache
    code = tester.run()
    return transcript(out.getvalue().decode(), err.getvalue().decode(), code, folder)


@pytest.mark.parametrize("engine", ["compiled", "walk"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_case(case: Case, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case.write_files(tmp_path)
    # Messages name files as seen from the working folder.
    caches: dict[tuple[str, ...], dict[TestTarget, Package]] = {}
    # The reference engine is slow, and only the runs differ: a third of them must do.
    commands = case.commands if engine == "compiled" else case.commands[::3]
    for command in commands:
        monkeypatch.chdir(tmp_path / command.folder)
        cache = caches.setdefault((command.folder, *(a for a in command.args if a.startswith(("-race", "-vet")))), {})
        assert run(command, engine, cache, tmp_path) == command.expected, command.title


def test_the_cases_say_what_they_are_for() -> None:
    assert len(CASES) >= 14
    for case in CASES:
        assert case.comment.strip(), case.path
        assert case.commands, case.path
