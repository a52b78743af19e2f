"""programs/bugs: every mistake is found under its name within 100 seeds, and nothing is reported on its repaired twin.

The second paragraph of a bug's comment is `Report: KIND` or `Report: KIND: NAME`. Everything that minigo can look for
is looked for in all runs, with races, on bugs and twins alike."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from minigo.analysis.options import Analyses
from minigo.analysis.race.options import RaceOptions
from minigo.modules import CheckedProgram
from minigo.record import replace
from minigo.session import Options, Session
from tests.analysis.world import Seen, checker
from tests.corpus import PROGRAMS

BUGS = sorted((PROGRAMS / "bugs").glob("*_bug.go"))
SEEDS = 100
OPTIONS = Options(
    analyses=Analyses(check_leaks="exit", lock_order=True, starvation=True, collect=True),
    race=RaceOptions(),
    max_steps=1_000_000,
)

Runner = Callable[..., Seen]


def twin(bug: Path) -> Path:
    return bug.with_name(bug.name.replace("_bug.go", "_fixed.go"))


def write_together(folder: Path, kind: str) -> None:
    """All programs of a kind (bug, fixed) as packages of a module; its main runs the one that the argument names."""
    programs = sorted((PROGRAMS / "bugs").glob(f"*_{kind}.go"))
    (folder / "go.mod").write_text("module m\n\ngo 1.27\n")
    for program in programs:
        (folder / program.stem).mkdir()
        text = re.sub(r"^package main$", f"package {program.stem}", program.read_text(), flags=re.MULTILINE)
        text = re.sub(r"^func main\(\)", "func Main()", text, flags=re.MULTILINE)
        (folder / program.stem / "program.go").write_text(text)
    imports = "".join(f'\t"m/{program.stem}"\n' for program in programs)
    cases = "".join(f'\tcase "{program.stem}":\n\t\t{program.stem}.Main()\n' for program in programs)
    body = f"func main() {{\n\tswitch os.Args[1] {{\n{cases}\t}}\n}}\n"
    main = f'package main\n\nimport (\n\t"os"\n{imports})\n\n{body}'
    (folder / "main.go").write_text(main)


@cache
def together(kind: str) -> CheckedProgram:
    """All programs of a kind: so what they import is checked once."""
    with tempfile.TemporaryDirectory() as folder:
        write_together(Path(folder), kind)
        return checker().check(folder)


def runner(program: Path) -> Runner:
    """Runs a program."""
    checked = together(program.stem.rpartition("_")[2])

    def run(seed: int, engine: str = "compiled") -> Seen:
        session = Session(replace(OPTIONS, seed=seed, engine=engine))
        loaded = session.prepare(checked, program.stem)
        loaded.program.main.complete()
        loaded.program.main = loaded.program.functions[f"m/{program.stem}.Main"]
        err = io.BytesIO()
        result = session.run(loaded, io.BytesIO(), io.BytesIO(), err)
        return Seen(err.getvalue().decode(), result.exit_code, result.findings)

    return run


def is_reported(bug: Path, seen: Seen) -> bool:
    report = re.search(r"^// Report: (.+)$", bug.read_text(), re.MULTILINE)
    assert report is not None
    kind, _, name = report[1].partition(": ")
    return any(found == kind and (not name or called == name) for found, called in seen.names)


def test_pairs() -> None:
    assert len(BUGS) >= 60
    assert {*BUGS, *map(twin, BUGS)} == set((PROGRAMS / "bugs").iterdir())


@pytest.mark.parametrize("bug", BUGS, ids=lambda p: p.stem)
def test_bug(bug: Path) -> None:
    run = runner(bug)
    seed = next((seed for seed in range(SEEDS) if is_reported(bug, run(seed))), None)
    assert seed is not None
    if BUGS.index(bug) % 6 == 0:
        assert run(seed, "walk") == run(seed)


@pytest.mark.parametrize("bug", BUGS, ids=lambda p: p.stem)
def test_twin(bug: Path) -> None:
    seen = runner(twin(bug))(seed=BUGS.index(bug))
    assert (seen.names, seen.code) == ([], 0), seen.stderr


@pytest.mark.exhaustive
@pytest.mark.parametrize("bug", BUGS, ids=lambda p: p.stem)
def test_every_twin_under_all_seeds(bug: Path) -> None:
    run = runner(twin(bug))
    for seed in range(SEEDS):
        seen = run(seed)
        assert (seen.names, seen.code) == ([], 0), f"seed {seed}\n{seen.stderr}"
    assert run(SEEDS, "walk") == run(SEEDS)


@pytest.mark.oracle
def test_twins_end_well_in_real_go(tmp_path: Path) -> None:
    write_together(tmp_path, "fixed")
    subprocess.run(["go", "build", "-race", "-o", "program", "."], check=True, cwd=tmp_path, capture_output=True)
    bad = []
    for bug in BUGS:
        for _ in range(3):
            command = [tmp_path / "program", twin(bug).stem]
            done = subprocess.run(command, capture_output=True, timeout=60, check=False)
            if (done.returncode, done.stderr) != (0, b""):
                bad.append((bug.stem, done.stderr.decode()))
    assert not bad
