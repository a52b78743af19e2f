"""`minigo sched`: lines where there is no terminal, a picture on one, step by step when asked."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_run import ROOT, minigo

HANDOFF = str(ROOT / "programs/scheduler/unbuffered_handoff.go")
SECONDS = 60


def terminal(*args: str, keys: str = "", awaited: str = "") -> tuple[int, str]:
    """Exit code and all that `minigo args` shows on a terminal of 100 columns; `keys` are typed as soon as `awaited` is
    on the screen."""
    controller, terminal = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}
    process = subprocess.Popen(
        [sys.executable, "-m", "minigo", *args], stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    screen = b""
    try:
        while select.select([controller], [], [], SECONDS)[0]:
            try:
                data = os.read(controller, 65536)
            except OSError:  # the process has ended
                break
            if not data:
                break
            screen += data
            if keys and awaited.encode() in screen:
                os.write(controller, keys.encode())
                keys = ""
        return process.wait(SECONDS), screen.decode()
    finally:
        process.kill()
        os.close(controller)


def test_lines() -> None:
    done = minigo("sched", "--gomaxprocs=1", HANDOFF)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [re.sub(r"^ *[\d.]+ms  ", "", line) for line in done.stdout.splitlines()]
    assert lines[0] == "P0 runs G1 (from start) | P0 G1"
    assert "G1 starts G2 main.main.func1 | P0 G1 next G2" in lines
    assert "G1 waits: chan send; P0 runs G2 (from runnext) | P0 G2 | chan send: G1" in lines
    assert "G2 wakes G1 | P0 G2 next G1" in lines
    assert [line.split("output  ")[1] for line in lines if "output  " in line] == (
        (Path(HANDOFF).with_suffix(".out")).read_text().splitlines()
    )


def test_queues(tmp_path: Path) -> None:
    path = tmp_path / "prog.go"
    path.write_text(
        'package main\n\nimport "runtime"\n\nfunc main() {\n\tfor range 14 {\n\t\tgo func() { select {} }()\n\t}\n'
        "\truntime.Gosched()\n}\n"
    )
    done = minigo("sched", "--gomaxprocs=1", str(path))
    assert "| P0 G1 next G15 ring G2 G3 G4 G5 G6 G7 G8 G9 G10 G11 +3" in done.stdout
    assert "G1 yields; P0 runs G15 (from runnext) | P0 G15 ring G2" in done.stdout
    assert "| global G1" in done.stdout
    assert "| select (no cases): G15" in done.stdout


def test_exit_code_and_report() -> None:
    done = minigo("sched", str(ROOT / "programs/failures/deadlock_send.go"))
    assert done.returncode == 2
    assert done.stderr.startswith("fatal error: all goroutines are asleep - deadlock!")


def test_step_needs_a_terminal() -> None:
    assert minigo("sched", "--step", HANDOFF).returncode == 64


def test_animation() -> None:
    code, screen = terminal("sched", "--delay=0", "--gomaxprocs=2", HANDOFF)
    assert code == 0
    assert "\x1b[1A" in screen or "\x1b[2K" in screen  # it draws over the last picture
    for word in ("running", "runnext", "ring", "global queue", "chan send", "G2 main.func1", "output  received 4"):
        assert word in screen


@pytest.mark.parametrize(("keys", "last"), [("   q", False), (" c", True)])
def test_step_by_step(keys: str, last: bool) -> None:
    code, screen = terminal("sched", "--step", "--delay=0", "--gomaxprocs=1", HANDOFF, keys=keys, awaited="q: quit")
    assert code == 0
    assert ("output  received 4" in screen) == last
    pictures = {int(n) for n in re.findall(r"picture (\d+)", screen)}
    assert max(pictures) > 4 if last else pictures == {1, 2, 3, 4}
