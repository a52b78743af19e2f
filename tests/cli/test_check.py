"""`minigo check`, and how diagnostics are shown."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from minigo.cli.diagnostics import excerpt, printable
from minigo.cli.hints import hint_for
from minigo.source import File
from tests.cli.test_run import ROOT, minigo

UNUSED = 'package main\n\nimport "os"\n\nfunc main() {\n\tif true {\n\t\tx := 1\n\t}\n\tprintln("ran")\n}\n'
MANY = "package main\n\nfunc main() {\n" + "".join(f"\ta{i} = 1\n" for i in range(14)) + "}\n"


def write(tmp_path: Path, text: str, name: str = "prog.go") -> str:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


# ---------------------------------------------------------------- the command


def test_a_program_that_compiles(tmp_path: Path) -> None:
    write(tmp_path, 'package main\n\nfunc main() { println("not run") }\n')
    for target in ("prog.go", "."):
        done = minigo("check", target, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_gcs_lines(tmp_path: Path) -> None:
    write(tmp_path, UNUSED)
    expected = './prog.go:3:8: "os" imported and not used\n./prog.go:7:3: declared and not used: x\n'
    for args in (["prog.go"], ["--format", "go", "prog.go"], ["."]):
        done = minigo("check", *args, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (1, "", expected)


def test_standard_input() -> None:
    done = minigo("check", "-", stdin=UNUSED)
    assert done.returncode == 1
    assert done.stderr.startswith('./prog.go:3:8: "os" imported and not used\n')


def test_source_lines_and_hints(tmp_path: Path) -> None:
    write(tmp_path, UNUSED)
    done = minigo("check", "--format=text", "prog.go", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        './prog.go:3:8: "os" imported and not used\n'
        ' 3 | import "os"\n'
        "   |        ^~~~\n"
        '   hint: remove the import; `import _ "..."` keeps it for its effects\n'
        "./prog.go:7:3: declared and not used: x\n"
        " 7 |         x := 1\n"
        "   |         ^\n"
    )


def test_ten_errors_or_all(tmp_path: Path) -> None:
    path = write(tmp_path, MANY)
    lines = minigo("check", path).stderr.splitlines()
    assert len(lines) == 11
    assert lines[-1].endswith(": too many errors")
    lines = minigo("check", "-e", path).stderr.splitlines()
    assert len(lines) == 14
    syntax = write(tmp_path, "package main\n" + "var x = )\n" * 20, "syntax.go")
    assert len(minigo("check", syntax).stderr.splitlines()) == 11
    assert len(minigo("check", "-e", syntax).stderr.splitlines()) == 20


def test_unused_can_be_allowed(tmp_path: Path) -> None:
    write(tmp_path, UNUSED)
    warnings = './prog.go:3:8: warning: "os" imported and not used\n./prog.go:7:3: warning: declared and not used: x\n'
    done = minigo("check", "--allow-unused", "prog.go", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, warnings)
    done = minigo("run", "--allow-unused", "prog.go", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, warnings + "ran\n")
    assert minigo("run", "prog.go", cwd=tmp_path).returncode == 1


def test_unused_allowed_hides_no_errors(tmp_path: Path) -> None:
    path = write(tmp_path, "package main\n\nfunc f() { x := 1 }\n")
    done = minigo("run", "--allow-unused", path)
    assert done.returncode == 1
    assert done.stderr.endswith("function main is undeclared in the main package\n")


def test_a_package_that_is_no_program(tmp_path: Path) -> None:
    write(tmp_path, "module example.com/m\n\ngo 1.21\n", "go.mod")
    write(tmp_path, 'package lib\n\nimport "example.com/m/low"\n\nvar X int = low.Y\n', "lib/lib.go")
    low = write(tmp_path, 'package low\n\nvar Y = "y"\n', "low/low.go")
    done = minigo("check", "lib", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        "lib/lib.go:5:13: cannot use low.Y (variable of type string) as int value in variable declaration\n"
    )
    assert minigo("check", low).returncode == 0


def test_the_language_version(tmp_path: Path) -> None:
    path = write(tmp_path, "package p\n\nfunc f() {\n\tfor range 3 {\n\t}\n}\n")
    assert minigo("check", path).returncode == 0
    done = minigo("check", "--lang=go1.21", "--format=text", path)
    assert done.returncode == 1
    assert "   hint: --lang go1.22, or `go 1.22` in go.mod\n" in done.stderr
    assert minigo("check", "--lang=1.21", path).returncode == 64


def test_what_cannot_be_read(tmp_path: Path) -> None:
    done = minigo("check", "missing.go", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "minigo: missing.go: no such file or directory\n")


def on_terminal(*args: str, cwd: Path) -> str:
    """What `minigo` writes to stderr when that is a terminal."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "minigo", *args]
    subprocess.run(command, stderr=theirs, stdout=subprocess.DEVNULL, cwd=cwd, env=env, timeout=120, check=False)
    os.close(theirs)
    shown = b""
    while True:
        try:
            data = os.read(ours, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_terminal_gets_source_lines(command: str, tmp_path: Path) -> None:
    write(tmp_path, UNUSED)
    assert "   |         ^\n" in on_terminal(command, "prog.go", cwd=tmp_path)


# ---------------------------------------------------------------- source lines


@pytest.mark.parametrize(
    ("source", "column", "shown", "caret"),
    [
        ("x := 1", 1, "x := 1", "^"),
        ("\tcount := 1", 2, "    count := 1", "    ^~~~~"),
        ("a\tb", 3, "a   b", "    ^"),
        ('s := "日本" + x', 17, 's := "日本" + x', "              ^"),
        ("é := ab", 7, "é := ab", "     ^~"),
        ("e\u0301 := ab", 8, "e\u0301 := ab", "     ^~"),
        ("x)", 3, "x)", "  ^"),
        ("a\x1b[31mb", 1, "a\ufffd[31mb", "^"),
    ],
)
def test_the_caret_stands_below_the_column(source: str, column: int, shown: str, caret: str) -> None:
    assert excerpt(source, column, 80) == (shown, caret)


def test_of_a_long_line_the_part_around_the_column_is_shown() -> None:
    shown, caret = excerpt("a" * 1000 + " " + "b" * 1000, 1002, 60)
    assert len(shown) == 60
    assert shown[0] == "…"
    assert len(caret) <= 60
    assert shown[caret.index("^")] == "b"


def test_messages_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2J\tb\nc\u202e") == "a\ufffd[2J\tb\nc\ufffd"


# ---------------------------------------------------------------- hints


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("\tstrings.ToUpper(s)", 2, "undefined: strings", 'import "strings"'),
        ("\trand.Int()", 2, "undefined: rand", 'import "crypto/rand" or import "math/rand" or import "math/rand/v2"'),
        ("\tstrings = 1", 2, "undefined: strings", "use := to declare strings"),
        ("\ta, x = 1, 2", 5, "undefined: x", "use := to declare x"),
        ("\tx == 1", 2, "undefined: x", ""),
        ("\ty = x", 6, "undefined: x", ""),
        ("\tfoo.Bar()", 2, "undefined: foo", ""),
        ("\tx := 1", 4, "no new variables on left side of :=", "use = to assign to variables that exist"),
        (
            "\tvar i I = c",
            12,
            "cannot use c (variable of struct type C) as I value in variable declaration: "
            "C does not implement I (method M has pointer receiver)",
            "M has a pointer receiver: use &c",
        ),
        (
            "\tf(g())",
            4,
            "cannot use g() (value of struct type C) as I value in argument to f: "
            "C does not implement I (method M has pointer receiver)",
            "M has a pointer receiver: use a pointer",
        ),
        (
            "\tf(c)",
            3,
            "in call to f, T (type C) does not satisfy I (method M has pointer receiver)",
            "M has a pointer receiver: use *C",
        ),
        (
            "\tx + f",
            2,
            "invalid operation: x + f (mismatched types int and float64)",
            "Go converts numbers only when told to: int(...) or float64(...)",
        ),
        ("\tx + s", 2, "invalid operation: x + s (mismatched types int and string)", ""),
        (
            "\tx := f()",
            7,
            "assignment mismatch: 1 variable but f returns 2 values",
            "_ stands for a value that is not wanted",
        ),
        ("\ta, b := f()", 10, "assignment mismatch: 2 variables but f returns 1 value", ""),
        ("\tx == 1", 2, "x == 1 (untyped bool value) is not used", "== compares; use = to assign"),
        (
            "\tm[1].x = 1",
            2,
            "cannot assign to struct field m[1].x in map",
            "change a copy and store that, or let the map hold pointers",
        ),
        ("\tgo func() {}", 5, "expression in go must be function call", "call the function: add () at its end"),
        (
            "{",
            1,
            "syntax error: unexpected semicolon or newline before {",
            "{ must stand at the end of the line, not at the beginning of the next",
        ),
        ('import "string"', 8, "package string is not in minigo's standard library", 'did you mean "strings"?'),
        (
            'import "net/http"',
            8,
            "package net/http is not in minigo's standard library; net connects goroutines",
            "",
        ),
    ],
)
def test_hints(line: str, column: int, message: str, hint: str) -> None:
    file = File("./prog.go", "/prog.go", f"package main\n{line}\n", 1)
    assert hint_for(message, file, 2, column) == hint


def test_a_variable_that_shadows_another() -> None:
    text = """package main

func main() {
	var err error
	for err := range 3 {
	}
	if x := 1; true {
		if true {
			v, err := f()
			x := 2
		}
	}
	if true {
		y := 1
	}
	{
		y := 2
	}
}
"""
    file = File("./prog.go", "/prog.go", text, 1)
    shadows = ":= declares a new {} here; use = for the one of line {}"
    assert hint_for("declared and not used: err", file, 9, 7) == shadows.format("err", 4)
    assert hint_for("declared and not used: x", file, 10, 4) == shadows.format("x", 7)
    assert hint_for("declared and not used: y", file, 17, 3) == ""
