"""`minigo vet` and `minigo check --vet` as commands: packages with tests, flags, formats, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minigo.cli.commands import cli
from minigo.vet.checks import CHECKS

SELF = "package {}\n\nfunc F() {{\n\tx := 1\n\tx = x\n}}\n"
TEST = 'package {}\n\nimport "testing"\n\nfunc Test{}(t *testing.T) {{\n\tgo t.Fatal("x")\n}}\n'


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, "go.mod", "module example.com/m\n\ngo 1.27\n")
    write(tmp_path, "main.go", "package main\n\nfunc main() {\n\tx := 1\n\tx = x\n\treturn\n\tprintln()\n}\n")
    write(tmp_path, "sub/sub.go", SELF.format("sub"))
    write(tmp_path, "sub/sub_test.go", TEST.format("sub", "A"))
    write(tmp_path, "sub/x_test.go", TEST.format("sub_test", "B"))
    write(
        tmp_path, "lib/lib.go", 'package lib\n\nimport "log"\n\nfunc Logf(f string, a ...any) { log.Printf(f, a...) }\n'
    )
    write(tmp_path, "use/use.go", 'package use\n\nimport "example.com/m/lib"\n\nfunc F() { lib.Logf("%d", "x") }\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = cli.main(args=list(args), prog_name="minigo", standalone_mode=False)
    out, err = capfd.readouterr()
    return code or 0, out, err


FATAL = "call to (*testing.T).Fatal from a non-test goroutine"


def test_packages_and_their_tests(module: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "vet", "./...")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "main.go:5:2: self-assignment of x",
        "main.go:7:2: unreachable code",
        "sub/sub.go:5:2: self-assignment of x",
        f"sub/sub_test.go:6:2: {FATAL}",
        f"sub/x_test.go:6:2: {FATAL}",
        'use/use.go:5:22: example.com/m/lib.Logf format %d has arg "x" of wrong type string',
    ]
    assert run(capfd, "vet", "lib/lib.go") == (0, "", "")
    assert run(capfd, "vet", "./lib") == (0, "", "")


def test_checks_can_be_chosen(module: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "vet", "-assign") == (1, "", "main.go:5:2: self-assignment of x\n")
    assert run(capfd, "vet", "--assign=false", ".") == (1, "", "main.go:7:2: unreachable code\n")
    assert run(capfd, "vet", "-assign=false", "-unreachable=0", "main.go") == (0, "", "")
    for words, message in [
        (["-bogus"], "flag provided but not defined: -bogus"),
        (["-assign=x"], 'invalid boolean value "x" for -assign'),
        (["-lang=go2.1"], 'invalid value "go2.1" for flag -lang'),
        (["-lang"], "flag needs an argument: -lang"),
    ]:
        assert run(capfd, "vet", *words) == (64, "", f"minigo vet: {message}\n")


def test_json(module: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "vet", "-json", ".")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "example.com/m": {
            "assign": [{"posn": f"{module}/main.go:5:2", "message": "self-assignment of x"}],
            "unreachable": [{"posn": f"{module}/main.go:7:2", "message": "unreachable code"}],
        }
    }
    assert run(capfd, "vet", "-json", "./lib") == (0, "{}\n", "")


def test_source_lines(module: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capfd, "vet", "-format=text", "-assign", ".")
    assert err == "main.go:5:2: self-assignment of x [assign]\n 5 |     x = x\n   |     ^\n"


def test_what_does_not_compile(module: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(module, "bad/bad.go", 'package bad\n\nfunc F() {\n\tx := 1\n\tvar y int = "s"\n}\n')
    header = "# example.com/m/bad\n# [example.com/m/bad]\n"
    assert run(capfd, "vet", "./bad") == (1, "", f"{header}vet: bad/bad.go:4:2: declared and not used: x\n")
    write(module, "bad/bad.go", "//go:build go1.21\n\npackage bad\n\nfunc F() {\n\tfor range 3 {\n\t}\n}\n")
    code, _, err = run(capfd, "vet", "-lang=go1.20", "./bad")
    message = "cannot range over 3 (untyped int constant): requires go1.22 or later"
    assert err == f"{header}vet: bad/bad.go:6:12: {message}\n"
    write(module, "bad/bad.go", 'package bad\n\nimport "nothing"\n')
    code, _, err = run(capfd, "vet", "-assign", "./bad", "./sub")
    assert code == 1
    assert err.splitlines()[0].startswith("bad/bad.go:3:8: package nothing is not in ")
    assert err.splitlines()[1:] == ["sub/sub.go:5:2: self-assignment of x"]
    code, _, err = run(capfd, "vet", "./missing")
    assert (code, err.count("\n")) == (1, 1)


def test_the_language_version(module: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "package p\n\nfunc F() {\n\tfor i := 0; i < 3; i++ {\n\t\tgo func() { println(i) }()\n\t}\n}\n"
    write(module, "p/p.go", text)
    captured = "p/p.go:5:23: loop variable i captured by func literal\n"
    assert run(capfd, "vet", "./p") == (0, "", "")
    assert run(capfd, "vet", "-lang", "go1.21", "./p") == (1, "", captured)
    write(module, "go.mod", "module example.com/m\n\ngo 1.21\n")
    assert run(capfd, "vet", "./p") == (1, "", captured)


def test_help(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "vet", "help")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [check.name for check in CHECKS]
    assert "copylocks        check for locks erroneously passed by value\n" in out
    assert "(not in go vet)" in out
    code, out, _ = run(capfd, "vet", "help", "copylocks")
    assert code == 0
    assert out.startswith("copylocks: check for locks erroneously passed by value\n\n")
    assert run(capfd, "vet", "help", "nothing")[0] == 64
    assert "-NAME=false" in run(capfd, "vet", "--help")[1]


def test_check_can_vet_too(module: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "check", "main.go") == (0, "", "")
    both = "main.go:5:2: self-assignment of x\nmain.go:7:2: unreachable code\n"
    assert run(capfd, "check", "--vet", "main.go") == (1, "", both)
    assert run(capfd, "check", "--vet", ".") == (1, "", both)
    assert run(capfd, "check", "--vet", "lib") == (0, "", "")
