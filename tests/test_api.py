"""The Python interface: minigo.run and its Result; importing minigo is cheap."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import minigo
from minigo import Result

HELLO = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("<hi>") }\n'
DEADLOCK = "package main\n\nfunc main() { <-make(chan int) }\n"
ECHO = """package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	b, _ := io.ReadAll(os.Stdin)
	fmt.Print(string(b), os.Args[1:])
	os.Exit(4)
}
"""


def test_source_text() -> None:
    result = minigo.run(HELLO, seed=3)
    assert isinstance(result, Result)
    assert (result.stdout, result.stderr, result.exit_code, result.ok) == ("<hi>\n", "", 0, True)
    assert (result.deadlock, result.errors, result.seed) == (False, (), 3)
    assert result.stats is not None
    assert result.stats.goroutines >= 1
    assert result.steps > 0
    assert result.events == ()


def test_path_stdin_args(tmp_path: Path) -> None:
    path = tmp_path / "echo.go"
    path.write_text(ECHO)
    for source in (path, str(path)):
        result = minigo.run(source, stdin="in\n", args=["a", "b"])
        assert (result.stdout, result.exit_code, result.ok) == ("in\n[a b]", 4, False)
    with pytest.raises(minigo.SourceError, match="no such file"):
        minigo.run(tmp_path / "missing.go")


def test_deadlock_and_errors() -> None:
    result = minigo.run(DEADLOCK)
    assert result.deadlock
    assert result.exit_code == 2
    assert result.stderr.startswith("fatal error: all goroutines are asleep - deadlock!\n")
    result = minigo.run("package main\n\nfunc main() { x }\n")
    assert result.errors == ("./prog.go:3:15: undefined: x",)
    assert (result.exit_code, result.summary) == (1, "does not compile")


def test_races_files_and_environment(tmp_path: Path) -> None:
    text = """package main

import "os"

func main() {
	x, done := 0, make(chan bool)
	go func() {
		x++
		done <- true
	}()
	x++
	<-done
	data, err := os.ReadFile(os.Args[1])
	print(os.Getenv("NAME"), " ", string(data), err == nil)
}
"""
    (tmp_path / "f").write_text("hello ")
    name = str(tmp_path / "f")
    result = minigo.run(text, race=True, args=[name], env={"NAME": "value"}, allow_read=[tmp_path])
    assert result.exit_code == 66
    assert len(result.races) == 1
    assert result.races[0] in result.findings
    assert "value hello true" in result.stderr
    plain = minigo.run(text, args=[name])
    assert (plain.exit_code, plain.races, plain.stderr) == (0, (), " false")


def test_events_are_the_same_for_both_engines() -> None:
    streams = [minigo.run(HELLO, engine=engine, record=True, gomaxprocs=2).events for engine in ("compiled", "walk")]
    assert streams[0]
    assert streams[0] == streams[1]


WRONG: list[dict[str, object]] = [
    {"engine": "fast"},
    {"preempt": "often"},
    {"gomaxprocs": 0},
    {"gomaxprocs": 1025},
    {"seed": -1},
    {"lang": "go1.99"},
    {"lang": "new"},
    {"max_steps": 0},
    {"timeout": -1.0},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_options(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        minigo.run(HELLO, **wrong)  # type: ignore[arg-type]


def test_shown_in_a_notebook_and_by_rich() -> None:
    from rich.console import Console

    result = minigo.run(HELLO)
    assert "&lt;hi&gt;" in result._repr_html_()
    assert "ok, seed 0" in result._repr_html_()
    console = Console(width=100, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(result)
    assert "<hi>" in console.export_text()


def test_importing_minigo_imports_nothing_else() -> None:
    code = "import sys, minigo; print([m for m in sys.modules if m.startswith('minigo.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['minigo.version']\n"


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="walk"):
        _ = minigo.walk  # type: ignore[attr-defined]


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_panic_of_nil_before_go_1_21(engine: str) -> None:
    source = "package main\n\nfunc main() {\n\tdefer func() { println(recover() == nil) }()\n\tpanic(nil)\n}\n"
    assert minigo.run(source, engine=engine, lang="go1.20").stderr == "true\n"
    assert minigo.run(source, engine=engine, lang="go1.21").stderr == "false\n"
