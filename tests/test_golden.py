"""`minigo golden`: what counts as a difference, what --update writes, and the reports."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from minigo.golden import GoldenError, check, find_programs, update
from tests.cli.test_run import minigo

HELLO = """package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	s := bufio.NewScanner(os.Stdin)
	for s.Scan() {
		fmt.Println("read", s.Text(), os.Args[1:])
	}
	println("to stderr")
	os.Exit(3)
}
"""

RACY = """package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	n := 0
	for range 4 {
		wg.Go(func() {
			for range 100 {
				n++
			}
		})
	}
	wg.Wait()
	fmt.Println(n)
}
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "x.go"
    path.write_text(HELLO)
    path.with_suffix(".in").write_text("one\ntwo\n")
    path.with_suffix(".args").write_text("--gomaxprocs=2 -- a 'b c'\n")
    return path


def test_update_writes_what_check_accepts(program: Path) -> None:
    assert update(program, range(2)).passed
    assert program.with_suffix(".out").read_text() == "read one [a b c]\nread two [a b c]\n"
    assert program.with_suffix(".code").read_text() == "3\n"
    assert program.with_suffix(".err").read_text() == "to stderr\n"
    verdict = check(program, range(2))
    assert verdict.passed
    assert verdict.runs == 4


@pytest.mark.parametrize(
    ("suffix", "text", "part"), [(".out", "read\n", "stdout"), (".err", "", "stderr"), (".code", "0", "exit code")]
)
def test_each_part_counts(program: Path, suffix: str, text: str, part: str) -> None:
    update(program, range(1))
    program.with_suffix(suffix).write_text(text)
    verdict = check(program, range(1))
    assert [name for name, _, _ in verdict.differences] == [part]


def test_schedules_that_differ_are_found(tmp_path: Path) -> None:
    path = tmp_path / "racy.go"
    path.write_text(RACY)
    assert update(path, range(1)).passed
    verdict = check(path, range(8))
    assert verdict.runs == 16
    assert not verdict.passed
    path.with_suffix(".args").write_text("--seed=0")
    assert check(path, range(8)).passed


def test_a_program_that_does_not_compile_can_be_golden(tmp_path: Path) -> None:
    path = tmp_path / "bad.go"
    path.write_text("package main\n\nfunc main() { undefined() }\n")
    assert update(path, range(1)).passed
    assert path.with_suffix(".err").read_text() == "./bad.go:3:15: undefined: undefined\n"
    assert check(path, range(1)).passed


WRONG = ["--bogus", "--seed", "--seed=x", "--seed=-1", "--no-preempt=1", "word", "--preempt=often", "--lang=go1.99"]


@pytest.mark.parametrize("args", [*WRONG, "--lang=new", "--max-steps=0", "--gomaxprocs=1025"])
def test_wrong_args_are_told(program: Path, args: str) -> None:
    program.with_suffix(".args").write_text(args)
    assert "is not understood" in check(program, range(1)).error
    program.with_suffix(".args").write_text(f'{args} "')
    assert check(program, range(1)).error.endswith("x.args: no closing quotation")


def test_programs_are_found(program: Path, tmp_path: Path) -> None:
    with pytest.raises(GoldenError, match="no program"):
        find_programs([tmp_path])
    with pytest.raises(GoldenError, match=r"there is no x\.out"):
        find_programs([program])
    program.with_suffix(".out").write_text("")
    (tmp_path / "no_golden.go").write_text(HELLO)
    assert find_programs([tmp_path, program]) == [program]


def test_command(program: Path, tmp_path: Path) -> None:
    done = minigo("golden", "--update", "x.go", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "ok    x.go  (2 runs)\n")
    program.with_suffix(".out").write_text("read one [a b c]\nread 2 [a b c]\n")
    done = minigo("golden", "--seeds", "2", "--junit", "report.xml", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == "FAIL  x.go  (4 runs)\n"
    assert done.stderr.splitlines() == [
        "--- stdout expected",
        "+++ stdout: seed 0, engine compiled",
        "@@ -1,2 +1,2 @@",
        " read one [a b c]",
        "-read 2 [a b c]",
        "+read two [a b c]",
        "minigo golden: 1 of 1 programs differ",
    ]
    suite = ElementTree.parse(tmp_path / "report.xml").getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert failure.text is not None
    assert "+read two" in failure.text
    assert minigo("golden", "missing.go", cwd=tmp_path).returncode == 64
