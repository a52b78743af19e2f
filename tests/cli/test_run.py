"""`minigo run` as a user meets it: a process with arguments, streams and an exit code."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from minigo.cli.commands import cli

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / "programs"

HELLO = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n'
ARGS = 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() { fmt.Println(os.Args[1:]) }\n'
PROCS = 'package main\n\nimport (\n\t"fmt"\n\t"runtime"\n)\n\nfunc main() { fmt.Println(runtime.GOMAXPROCS(0)) }\n'
SPIN = "package main\n\nfunc main() {\n\tn := 0\n\tfor {\n\t\tn++\n\t}\n}\n"


Done = subprocess.CompletedProcess[str]


def minigo(*args: str, stdin: str = "", cwd: Path = ROOT, env: dict[str, str] | None = None) -> Done:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    if env is None or "GOMAXPROCS" not in env:
        environment.pop("GOMAXPROCS", None)
    return subprocess.run(
        [sys.executable, "-m", "minigo", *args],
        input=stdin,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        cwd=cwd,
        env=environment,
        timeout=120,
        check=False,
    )


@pytest.fixture
def hello(tmp_path: Path) -> str:
    path = tmp_path / "hello.go"
    path.write_text(HELLO)
    return str(path)


def source(tmp_path: Path, text: str) -> str:
    path = tmp_path / "prog.go"
    path.write_text(text)
    return str(path)


def assert_one_clear_line(done: Done, code: int) -> None:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


# ---------------------------------------------------------------- how a program is named


def test_run_is_the_default_command(hello: str) -> None:
    assert minigo("run", hello).stdout == "hello\n"
    assert minigo(hello).stdout == "hello\n"


def test_standard_input_is_a_program() -> None:
    assert minigo("run", "-", stdin=HELLO).stdout == "hello\n"


def test_a_folder_is_its_files_without_tests(tmp_path: Path) -> None:
    (tmp_path / "a.go").write_text("package main\n\nfunc main() { println(two()) }\n")
    (tmp_path / "b.go").write_text("package main\n\nfunc two() int { return 2 }\n")
    (tmp_path / "b_test.go").write_text("package main\n\nfunc two() int { return 3 }\n")
    done = minigo("run", str(tmp_path))
    assert (done.stderr, done.returncode) == ("2\n", 0)


def test_flags_may_stand_before_or_after_the_file(tmp_path: Path) -> None:
    path = source(tmp_path, PROCS)
    assert minigo("run", "--gomaxprocs", "3", path).stdout == "3\n"
    assert minigo("run", path, "--gomaxprocs=2").stdout == "2\n"
    assert minigo("--gomaxprocs=5", path).stdout == "5\n"


def test_gomaxprocs_comes_from_the_environment_too(tmp_path: Path) -> None:
    path = source(tmp_path, PROCS)
    assert minigo("run", path).stdout == "4\n"
    assert minigo("run", path, env={"GOMAXPROCS": "7"}).stdout == "7\n"
    assert minigo("run", path, "--gomaxprocs=1", env={"GOMAXPROCS": "7"}).stdout == "1\n"


def test_arguments_of_the_program(tmp_path: Path) -> None:
    path = source(tmp_path, ARGS)
    assert minigo("run", path, "a", "b").stdout == "[a b]\n"
    assert minigo("run", path, "--", "--seed", "x").stdout == "[--seed x]\n"


def test_loop_variables_follow_the_language_version(tmp_path: Path) -> None:
    path = source(
        tmp_path,
        "package main\n\nfunc main() {\n\tvar fs []func()\n\tfor i := 0; i < 2; i++ {\n"
        "\t\tfs = append(fs, func() { println(i) })\n\t}\n\tfor _, f := range fs {\n\t\tf()\n\t}\n}\n",
    )
    assert minigo("run", path).stderr == "0\n1\n"
    assert minigo("run", "--lang", "go1.21", path).stderr == "2\n2\n"
    (tmp_path / "go.mod").write_text("module m\n\ngo 1.20\n")
    assert minigo("run", path).stderr == "2\n2\n"


# ---------------------------------------------------------------- minigo's own words


def test_version_and_help() -> None:
    assert re.fullmatch(r"minigo \d+\.\d+\.\d+\n", minigo("--version").stdout)
    for flag in ("-h", "--help"):
        assert "run" in minigo(flag).stdout
        assert "--gomaxprocs" in minigo("run", flag).stdout


@pytest.mark.parametrize(
    "args",
    [
        ["run"],
        ["run", "--nosuch", "x.go"],
        ["run", "--gomaxprocs=0", "x.go"],
        ["run", "--seed=abc", "x.go"],
        ["run", "--lang=go2", "x.go"],
        ["run", "--engine=jit", "x.go"],
        ["run", "--timeout=0", "x.go"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_64(args: list[str]) -> None:
    done = minigo(*args)
    assert done.returncode == 64
    assert "Usage" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_random_seed_is_told(hello: str) -> None:
    done = minigo("run", "--seed", "random", hello)
    assert done.stdout == "hello\n"
    assert re.fullmatch(r"minigo: seed \d+\n", done.stderr)


def test_stats_go_to_stderr(hello: str) -> None:
    done = minigo("run", "--stats", hello)
    assert done.stdout == "hello\n"
    assert "goroutines" in done.stderr


def test_color_is_for_terminals_or_on_demand(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.go")
    assert "\x1b[" not in minigo("run", missing).stderr
    assert "\x1b[" in minigo("run", "--color=always", missing).stderr
    assert "\x1b[" not in minigo("run", "--color=never", missing).stderr


# ---------------------------------------------------------------- bad input


def test_missing_file(tmp_path: Path) -> None:
    done = minigo("run", str(tmp_path / "missing.go"))
    assert_one_clear_line(done, 1)
    assert "no such file or directory" in done.stderr


def test_folder_without_go_files(tmp_path: Path) -> None:
    assert_one_clear_line(minigo("run", str(tmp_path)), 1)


def test_empty_file(tmp_path: Path) -> None:
    done = minigo("run", source(tmp_path, ""))
    assert_one_clear_line(done, 1)
    assert "prog.go:1:1: " in done.stderr


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin1.go"
    path.write_bytes(b'package main\n\nfunc main() { println("caf\xe9") }\n')
    done = minigo("run", str(path))
    assert_one_clear_line(done, 1)
    assert "latin1.go:3:27: invalid UTF-8 encoding" in done.stderr


@pytest.mark.parametrize("kind", ["bytes", "ascii", "parentheses"])
def test_five_megabytes_of_noise(tmp_path: Path, kind: str) -> None:
    size = 5_000_000
    noise = random.Random(1)
    path = tmp_path / "noise.go"
    if kind == "bytes":
        path.write_bytes(noise.randbytes(size))
    elif kind == "ascii":
        path.write_bytes(b"package main\n" + bytes(noise.choices(range(32, 127), k=size)))
    else:
        path.write_bytes(b"package main\n\nvar x = " + b"(" * size)
    done = minigo("run", str(path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    assert 1 <= len(done.stderr.splitlines()) <= 11


def test_unknown_package(tmp_path: Path) -> None:
    done = minigo("run", source(tmp_path, 'package main\n\nimport "net/http"\n\nfunc main() { http.Get("") }\n'))
    assert done.returncode == 1
    assert "package net/http is not in minigo's standard library" in done.stderr


def test_not_a_main_package(tmp_path: Path) -> None:
    done = minigo("run", source(tmp_path, "package lib\n"))
    assert_one_clear_line(done, 1)
    assert "is not a main package" in done.stderr


def test_no_main_function(tmp_path: Path) -> None:
    done = minigo("run", source(tmp_path, "package main\n"))
    assert_one_clear_line(done, 1)
    assert "function main is undeclared in the main package" in done.stderr


# ---------------------------------------------------------------- how a run ends


def test_the_exit_code_is_the_programs(tmp_path: Path) -> None:
    done = minigo("run", source(tmp_path, 'package main\n\nimport "os"\n\nfunc main() { os.Exit(7) }\n'))
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "")


def test_output_before_a_panic_is_not_lost(tmp_path: Path) -> None:
    text = HELLO.replace('fmt.Println("hello")', 'fmt.Println("hello"); panic("boom")')
    done = minigo("run", source(tmp_path, text))
    assert done.returncode == 2
    assert done.stdout == "hello\n"
    assert done.stderr.startswith("panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t")


def test_timeout_tells_where_everybody_stood(tmp_path: Path) -> None:
    done = minigo("run", "--timeout", "0.5", source(tmp_path, SPIN))
    assert done.returncode == 124
    assert "goroutine 1 [" in done.stderr
    assert "prog.go:5" in done.stderr or "prog.go:6" in done.stderr


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_max_steps_tells_where_everybody_stood(tmp_path: Path, engine: str) -> None:
    done = minigo("run", "--max-steps", "20000", f"--engine={engine}", source(tmp_path, SPIN))
    assert done.returncode == 124
    assert "goroutine 1 [" in done.stderr


def test_interrupt_exits_130(tmp_path: Path) -> None:
    path = source(tmp_path, HELLO.replace("}\n", "\n\tn := 0\n\tfor {\n\t\tn++\n\t}\n}\n", 1))
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "minigo", "run", path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"hello\n"
    process.send_signal(signal.SIGINT)
    try:
        _, stderr = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130
    assert b"Traceback" not in stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    text = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfor i := range 200000 {\n\t\tfmt.Println(i)\n\t}\n}\n'
    path = source(tmp_path, text)
    done = subprocess.run(
        f"{sys.executable} -m minigo run {path} | head -n 1",
        shell=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert done.stdout == b"0\n"
    assert b"Traceback" not in done.stderr
    assert b"error" not in done.stderr


READ = (
    'package main\n\nimport (\n\t"bufio"\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\ts := bufio.NewScanner(os.Stdin)\n'
    '\tfor s.Scan() {\n\t\tfmt.Println("got", s.Text())\n\t}\n\tfmt.Println("end")\n}\n'
)


def test_standard_input_is_the_programs(tmp_path: Path) -> None:
    assert minigo("run", source(tmp_path, READ), stdin="a\nb").stdout == "got a\ngot b\nend\n"


@pytest.mark.parametrize(
    ("redirect", "stdout"), [("<&-", b"end\n"), (">&- </dev/null", b""), ("2>&- </dev/null", b"end\n")]
)
def test_closed_streams_are_no_error(tmp_path: Path, redirect: str, stdout: bytes) -> None:
    done = subprocess.run(
        f"{sys.executable} -m minigo run {source(tmp_path, READ)} {redirect}",
        shell=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, stdout, b"")


def test_the_two_streams_keep_their_order(tmp_path: Path) -> None:
    text = HELLO.replace('fmt.Println("hello")', 'fmt.Println("a"); println("b"); fmt.Println("c"); println("d")')
    done = subprocess.run(
        [sys.executable, "-m", "minigo", "run", source(tmp_path, text)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert done.stdout == b"a\nb\nc\nd\n"


ENVIRON = 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() { fmt.Println(os.Environ(), os.Getenv("A")) }\n'


def test_environment(tmp_path: Path) -> None:
    done = minigo("run", "--env", "A=1", "--env=B=x=y", "--env", "A=2", source(tmp_path, ENVIRON), env={"C": "host's"})
    assert (done.stdout, done.stderr, done.returncode) == ("[A=2 B=x=y] 2\n", "", 0)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--env=A", "'A' is not of the form KEY=VALUE"),
        ("--env==x", "'=x' is not of the form KEY=VALUE"),
        ("--signal=FOO@1s", "'FOO' is not one of HUP, INT"),
        ("--signal=INT", "'INT' is not of the form NAME@TIME"),
        ("--signal=INT@soon", "'INT@soon' is not of the form NAME@TIME"),
        ("--allow-read=/no/such/folder", "does not exist"),
    ],
)
def test_options_that_make_no_sense(hello: str, option: str, said: str) -> None:
    done = CliRunner().invoke(cli, ["run", option, hello])
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())
