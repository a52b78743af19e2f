"""--schedtrace and --scheddetail print real Go's lines, field for field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.trace.world import SPINNERS, run

# From real Go 1.27 (GODEBUG=schedtrace=10,scheddetail=1): what is not a number is the form.
REAL = """\
SCHED 0ms: gomaxprocs=4 idleprocs=2 threads=3 spinningthreads=1 needspinning=0 idlethreads=0 runqueue=0 [ 2 0 0 0 ] schedticks=[ 0 0 0 0 ]
SCHED 0ms: gomaxprocs=4 idleprocs=2 threads=3 spinningthreads=1 needspinning=0 idlethreads=0 runqueue=0 gcwaiting=false nmidlelocked=0 stopwait=0 sysmonwait=false
  P0: status=1 schedtick=0 syscalltick=0 m=0 runqsize=0 gfreecnt=0 timerslen=0
  P1: status=0 schedtick=0 syscalltick=0 m=nil runqsize=0 gfreecnt=0 timerslen=0
  M2: p=3 curg=nil mallocing=0 throwing=0 preemptoff= locks=17 dying=0 spinning=false blocked=false lockedg=nil
  M4: p=nil curg=nil mallocing=0 throwing=0 preemptoff= locks=0 dying=0 spinning=false blocked=true lockedg=nil
  M0: p=0 curg=1 mallocing=1 throwing=0 preemptoff= locks=1 dying=0 spinning=false blocked=false lockedg=1
  G1: status=2() m=0 lockedm=0
  G1: status=4(sync.WaitGroup.Wait) m=nil lockedm=nil
  G18: status=6() m=nil lockedm=nil
"""  # noqa: E501

PARKED = (
    "  M{}: p=nil curg=nil mallocing=0 throwing=0 preemptoff= locks=0 dying=0 spinning=false blocked={} lockedg=nil"
)


def form(line: str) -> str:
    """A line without its values."""
    line = re.sub(r"\[ [\d ]* \]", "[]", line)
    line = re.sub(r"\(.*?\)", "()", line)
    line = re.sub(r"=(?:-?\d+|nil|true|false)", "=", line)
    return re.sub(r"^(SCHED |  [PMG])\d+", r"\1", line)


FORMS = {form(line) for line in REAL.splitlines()}


@pytest.mark.parametrize("engine", ["compiled", "walk"])
def test_short_lines(tmp_path: Path, engine: str) -> None:
    _, _, text = run(tmp_path, SPINNERS, engine=engine, schedtrace=1)
    lines = text.splitlines()
    assert {form(line) for line in lines} <= FORMS
    assert lines[0] == (
        "SCHED 0ms: gomaxprocs=4 idleprocs=3 threads=2 spinningthreads=0 needspinning=0 idlethreads=0 runqueue=0"
        " [ 0 0 0 0 ] schedticks=[ 3 0 0 0 ]"
    )
    assert [int(line.split("ms:")[0].removeprefix("SCHED ")) for line in lines] == list(range(len(lines)))
    assert "idleprocs=0" in lines[1]
    assert "idleprocs=4" in lines[-1]


def test_details(tmp_path: Path) -> None:
    _, _, text = run(tmp_path, SPINNERS, gomaxprocs=2, schedtrace=2, scheddetail=True)
    assert {form(line) for line in text.splitlines()} == FORMS - {form(REAL.splitlines()[0])}
    last = text[text.rindex("SCHED") :].splitlines()
    assert last[1:] == [
        "  P0: status=0 schedtick=5 syscalltick=0 m=nil runqsize=0 gfreecnt=3 timerslen=1",
        "  P1: status=0 schedtick=3 syscalltick=0 m=nil runqsize=0 gfreecnt=3 timerslen=0",
        PARKED.format(2, "true"),
        PARKED.format(1, "false"),
        PARKED.format(0, "true"),
        "  G1: status=4(sleep) m=nil lockedm=nil",
        *[f"  G{id}: status=6() m=nil lockedm=nil" for id in range(2, 8)],
    ]


def test_a_trace_changes_nothing(tmp_path: Path) -> None:
    traced, _, _ = run(tmp_path, SPINNERS, schedtrace=1, scheddetail=True)
    plain, _, _ = run(tmp_path, SPINNERS)
    assert (traced.virtual_ns, traced.steps, traced.stats) == (plain.virtual_ns, plain.steps, plain.stats)


def test_idle_time_is_traced(tmp_path: Path) -> None:
    sleeper = 'package main\n\nimport "time"\n\nfunc main() { time.Sleep(time.Second) }\n'
    _, _, text = run(tmp_path, sleeper, schedtrace=100)
    assert [line.split()[1] for line in text.splitlines()] == ["0ms:", *(f"{ms}ms:" for ms in range(100, 1001, 100))]
