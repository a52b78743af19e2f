"""What of the host a program reaches: the environment, files and signals that the run gives it, and nothing else."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from minigo.cli.options import parse_duration
from minigo.session import Options, Session

HOST = Path(__file__).parent / "host"


def run(name: str, options: Options) -> tuple[str, str, int]:
    stdout, stderr = io.BytesIO(), io.BytesIO()
    session = Session(options)
    result = session.run(session.load(str(HOST / name)), io.BytesIO(), stdout, stderr)
    return stdout.getvalue().decode(), stderr.getvalue().decode(), result.exit_code


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_files(tmp_path: Path, engine: str) -> None:
    options = Options(args=(str(tmp_path),), allow_write=(str(tmp_path),), engine=engine)
    out, err, code = run("files.go", options)
    assert (out, err, code) == ((HOST / "files.out").read_text(encoding="utf-8"), "", 0)
    assert (tmp_path / "c.txt").exists()


def test_files_are_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    secret = outside / "secret"
    secret.write_text("secret", encoding="utf-8")
    (inside / "known").write_text("known", encoding="utf-8")
    link = inside / "link"
    link.symlink_to(secret)
    options = Options(args=(str(inside), str(secret), str(link)), allow_read=(str(inside),))
    out, err, code = run("refused.go", options)
    refused = "open permission denied true\nstat true\nopen true\ntrue true\ntrue\n"
    assert out == refused * 5 + '"known" <nil>\ntrue\ntrue\n/dev/null <nil>\n'
    assert (err, code) == ("", 0)
    assert secret.read_text(encoding="utf-8") == "secret"
    assert sorted(path.name for path in inside.iterdir()) == ["known", "link"]


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_foreseen_signals(engine: str) -> None:
    signals = ((2, 500_000_000), (2, 700_000_000), (15, 2_000_000_000))
    out, err, code = run("interrupted.go", Options(signals=signals, engine=engine))
    assert out == "ready\ninterrupt 500ms\ninterrupt 700ms\nterminated 2s\nnot interrupted\n"
    assert (err, code) == ("", 0)


def test_a_signal_that_nobody_wants_ends_the_program() -> None:
    out, err, code = run("interrupted.go", Options(signals=((15, 1_000_000), (2, 600_000_000))))
    assert (out, err, code) == ("ready\nterminated 1ms\n", "", 130)


def test_without_signals_to_come_it_is_a_deadlock() -> None:
    out, err, code = run("interrupted.go", Options())
    assert (out, code) == ("ready\n", 2)
    assert err.startswith("fatal error: all goroutines are asleep - deadlock!")


def test_interrupt_from_the_host() -> None:
    """Ctrl-C is the program's while it listens to it."""
    command = [sys.executable, "-m", "minigo", "run", str(HOST / "interrupted.go")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        # Output is shown when the program waits for the host.
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline().startswith("interrupt ")
        process.send_signal(signal.SIGTERM)
        assert process.stdout.readline().startswith("terminated ")
        assert process.stdout.read() == "not interrupted\n"
        assert process.wait() == 0


@pytest.mark.parametrize(
    ("text", "ns"),
    [("500ms", 500_000_000), ("1m30s", 90 * 10**9), ("1.5s", 1_500_000_000), (".5us", 500), ("", None), ("5", None)],
)
def test_durations(text: str, ns: int | None) -> None:
    assert parse_duration(text) == ns
