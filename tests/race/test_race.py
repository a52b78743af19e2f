"""The race detector: reports as Go prints them, pairs of programs alike in look, and the options.

In tests/race/programs, each x_racy.go has a twin x_safe.go; the lines of its races end with `// race`.
"""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from minigo.analysis.race.natives import NativeAccesses
from minigo.analysis.race.options import RaceOptions, parse_gorace
from minigo.analysis.race.syncs import Syncs
from minigo.record import replace
from minigo.runtime.natives import lookup
from minigo.session import Options, Session
from minigo.stdlib.registry import load_natives
from tests.race.reports import PROGRAMS, REPORTS, build, normalised

RACY = sorted(PROGRAMS.glob("*_racy.go"))
SAFE = sorted(PROGRAMS.glob("*_safe.go"))
MARK = "// race"

_ACCESS = re.compile(
    r"^(?:Previous )?(?:read|write) at .*?:\n(.*?)(?:\n\n|\Z)", re.IGNORECASE | re.DOTALL | re.MULTILINE
)


@dataclass(slots=True)
class Outcome:
    stdout: str
    stderr: str
    code: int
    digest: str


def run(program: Path, options: Options, *, record: bool = False) -> Outcome:
    stdout, stderr = io.BytesIO(), io.BytesIO()
    session = Session(options)
    result = session.run(session.load(str(program)), io.BytesIO(), stdout, stderr, record=record)
    digest = result.recorder.digest() if result.recorder is not None else ""
    return Outcome(stdout.getvalue().decode(), stderr.getvalue().decode(), result.exit_code, digest)


def racing_lines(program: Path, report: str) -> set[int]:
    """The lines of `program` in which the accesses of the reports stand."""
    lines = set()
    for stack in _ACCESS.findall(report):
        line = re.search(rf"{re.escape(program.name)}:(\d+)", stack)
        assert line is not None, stack
        lines.add(int(line[1]))
    return lines


def marked_lines(program: Path) -> set[int]:
    return {i for i, line in enumerate(program.read_text().splitlines(), 1) if line.endswith(MARK)}


@pytest.mark.parametrize("program", sorted(REPORTS.glob("*.go")), ids=lambda p: p.stem)
def test_report(program: Path) -> None:
    """Reports and exit code are real Go's, on both engines, which tell of the same accesses."""
    walk = run(program, Options(race=RaceOptions(), engine="walk"), record=True)
    assert normalised(walk.stderr, program.parent) == program.with_suffix(".err").read_text()
    assert walk.code == int(program.with_suffix(".code").read_text())
    assert run(program, Options(race=RaceOptions(), engine="compiled"), record=True) == walk


@pytest.mark.parametrize("program", RACY, ids=lambda p: p.stem)
def test_racy(program: Path) -> None:
    """The race is reported whatever the schedule, at the right lines."""
    seen: set[int] = set()
    for options in (Options(engine="walk"), Options(seed=1), Options(seed=2, gomaxprocs=1)):
        outcome = run(program, replace(options, race=RaceOptions()))
        assert outcome.code == 66, outcome.stderr
        seen |= racing_lines(program, outcome.stderr)
    assert seen == marked_lines(program)


@pytest.mark.parametrize("program", SAFE, ids=lambda p: p.stem)
def test_safe(program: Path) -> None:
    """The twin has no race, and runs as it does without the detector."""
    assert not marked_lines(program)
    for options in (Options(engine="walk"), Options(seed=1)):
        outcome = run(program, replace(options, race=RaceOptions()))
        assert (outcome.stderr, outcome.code) == ("", 0)
    assert outcome.stdout == run(program, options).stdout


@pytest.mark.exhaustive
@pytest.mark.parametrize("program", RACY + SAFE, ids=lambda p: p.stem)
def test_many_seeds(program: Path) -> None:
    for seed in range(20 if program in RACY else 200):
        outcome = run(program, Options(seed=seed, race=RaceOptions()))
        assert outcome.code == (66 if program in RACY else 0), f"seed {seed}\n{outcome.stderr}"


@pytest.mark.oracle
@pytest.mark.parametrize("program", RACY + SAFE, ids=lambda p: p.stem)
def test_real_detector_agrees(program: Path, tmp_path: Path) -> None:
    binary = tmp_path / "program"
    build(program, binary)
    codes = {subprocess.run([binary], capture_output=True, check=False).returncode for _ in range(20)}
    assert 66 in codes if program in RACY else codes == {0}


def test_pairs() -> None:
    assert [p.stem.removesuffix("_racy") for p in RACY] == [p.stem.removesuffix("_safe") for p in SAFE]


def test_same_schedule() -> None:
    """The detector changes nothing in the run."""
    program = PROGRAMS / "counter_racy.go"
    for seed in range(3):
        with_races = run(program, Options(seed=seed, race=RaceOptions()))
        assert with_races.stdout == run(program, Options(seed=seed)).stdout


def test_halt_on_error() -> None:
    outcome = run(REPORTS / "panic.go", Options(race=RaceOptions(halt_on_error=True)))
    assert outcome.code == 66
    assert "after the race" not in outcome.stderr


def test_exit_code_and_prefix() -> None:
    options = parse_gorace(f"exitcode=0 strip_path_prefix={REPORTS}/ atexit_sleep_ms=5")
    outcome = run(REPORTS / "counter.go", Options(race=options))
    assert outcome.code == 0
    assert "\n      counter.go:9\n" in outcome.stderr
    assert outcome.stderr.endswith("Found 1 data race(s)\n")


def test_log_path(tmp_path: Path) -> None:
    outcome = run(REPORTS / "counter.go", Options(race=RaceOptions(log_path=f"{tmp_path}/log")))
    assert outcome.stderr == ""
    (log,) = tmp_path.iterdir()
    assert re.fullmatch(r"log\.\d+", log.name)
    assert "WARNING: DATA RACE" in log.read_text()


def test_bad_gorace() -> None:
    with pytest.raises(ValueError, match="many"):
        parse_gorace("exitcode=many")


def test_guarded_natives_exist() -> None:
    """What the detector wraps goes by names that the library knows."""
    detector: Any = None
    names = {*Syncs(detector).guards, *NativeAccesses(detector, detector).guards}
    load_natives(sorted({name.partition(".")[0] for name in names}))
    assert [name for name in names if lookup(name) is None] == []
