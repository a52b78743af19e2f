"""Profiles: what becomes of samples, and that the samples of a run are of the goroutine that runs."""

from __future__ import annotations

import io
import json
import pstats
from pathlib import Path

import pytest

from minigo.analysis.profile import NO_GO_CODE, Call, Profile
from minigo.session import Options, Session
from tests.cli.test_run import minigo

MAIN = Call("main.main", "a.go", 10, 12)
EVEN = Call("main.even", "a.go", 20, 21)
ODD = Call("main.odd", "a.go", 30, 31)


def recursion() -> Profile:
    profile = Profile()
    profile.add((MAIN,), 1.0)
    profile.add((MAIN, EVEN), 2.0)
    profile.add((MAIN, EVEN, ODD, EVEN), 4.0)
    profile.add((MAIN, EVEN, ODD, EVEN), 8.0)
    profile.add((), 16.0)
    return profile


def test_a_function_counts_once_however_often_it_is_on_the_stack() -> None:
    table = recursion().functions()
    assert {name[2]: (t.samples, t.own, t.total) for name, t in table.items()} == {
        "main.main": (4, 1.0, 15.0),
        "main.even": (3, 14.0, 14.0),
        "main.odd": (2, 0.0, 12.0),
        "<minigo>": (1, 16.0, 16.0),
    }
    callers = table[EVEN.function].callers
    assert {name[2]: (t.samples, t.own, t.total) for name, t in callers.items()} == {
        "main.main": (3, 2.0, 14.0),
        "main.odd": (2, 12.0, 12.0),
    }


def test_pstats_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "run.prof"
    recursion().write(file)
    stats = pstats.Stats(str(file), stream=io.StringIO())
    assert stats.total_tt == 31.0  # type: ignore[attr-defined]
    entry = stats.get_stats_profile().func_profiles["main.even"]
    assert (entry.file_name, entry.line_number, entry.tottime, entry.cumtime) == ("a.go", 20, 14.0, 14.0)


def test_speedscope_has_lines(tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    recursion().write(file)
    document = json.loads(file.read_text())
    frames = document["shared"]["frames"]
    assert {"name": "main.odd", "file": "a.go", "line": 31} in frames
    (profile,) = document["profiles"]
    stacks = [[frames[i]["name"] for i in sample] for sample in profile["samples"]]
    assert dict(zip(map(tuple, stacks), profile["weights"], strict=True)) == {
        ("main.main",): 1.0,
        ("main.main", "main.even"): 2.0,
        ("main.main", "main.even", "main.odd", "main.even"): 12.0,
        (NO_GO_CODE.name,): 16.0,
    }
    assert profile["endValue"] == 31.0


PROGRAM = """package main

func spin(n int) (s int) {
	for i := 0; i < n; i++ {
		s += i % 7
	}
	return s
}

func worker(in <-chan int, out chan<- int) {
	for n := range in {
		out <- spin(n)
	}
}

func main() {
	in, out := make(chan int), make(chan int)
	for i := 0; i < 3; i++ {
		go worker(in, out)
	}
	for i := 0; i < ROUNDS; i++ {
		in <- 10000
		<-out
	}
}
"""


@pytest.mark.parametrize(("engine", "rounds"), [("compiled", 250), ("walk", 25)])
def test_stacks_are_those_of_one_goroutine(tmp_path: Path, engine: str, rounds: int) -> None:
    source = tmp_path / "main.go"
    source.write_text(PROGRAM.replace("ROUNDS", str(rounds)))
    session = Session(Options(engine=engine))
    profile = Profile()
    session.run(session.load(str(source)), io.BytesIO(), io.BytesIO(), io.BytesIO(), profile=profile)
    known = {("main.main",), ("main.worker",), ("main.worker", "main.spin"), (NO_GO_CODE.name,)}
    # What initialises the library may be seen as well.
    stacks = {tuple(call.name for call in stack): stack for stack in profile.weights if stack[0].file == str(source)}
    assert set(stacks) <= known
    spinning = [stack for stack in profile.weights if stack[-1].name == "main.spin"]
    assert sum(profile.weights[s] for s in spinning) > sum(profile.weights.values()) / 2
    assert {(call.first_line, call.line) for stack in spinning for call in stack[:-1]} == {(10, 12)}
    assert {call.first_line for stack in spinning for call in stack[-1:]} == {3}
    assert {call.line for stack in spinning for call in stack[-1:]} <= {3, 4, 5, 7}


def test_command_line(tmp_path: Path) -> None:
    source = tmp_path / "main.go"
    source.write_text('package main\n\nfunc main() { println("hi"); panic("so") }\n')
    file = tmp_path / "out.json"
    done = minigo("run", "--profile", str(file), str(source))
    assert done.returncode == 2
    assert json.loads(file.read_text())["name"] == "out"
    done = minigo("run", "--profile", str(tmp_path / "none" / "x"), str(source))
    assert "none/x: No such file or directory" in done.stderr
