"""The report on goroutines that spin for ever: who hogs a processor, who starves for it, and what would help.

Real Go says nothing in these cases: the program hangs. The proof itself is the scheduler's
(`minigo.runtime.sched.starvation`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.traceback import dump_text

if TYPE_CHECKING:
    from minigo.analysis.dumps import Dumper
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.starvation import Starvation

MS = 1_000_000


def milliseconds(ns: int) -> str:
    """Virtual time for people: 10ms, 0.3ms."""
    return f"{ns / MS:.3f}".rstrip("0").rstrip(".") + "ms"


def starvation_report(report: Starvation, dumper: Dumper) -> str:
    """All lines, then a dump of every goroutine."""
    infos = {info.id: info for info in dumper.machine.goroutines()}
    dumps = {dump.id: dump for dump in dumper.everybody()}
    lines: list[str] = []

    def place(g: G) -> str:
        frames = dumps[g.id].frames
        return f"{frames[0].path}:{frames[0].line}" if frames else "?"

    def created(g: G) -> str:
        creator = dumps[g.id].creator
        return f"created at {creator.path}:{creator.line}" if creator else "the main goroutine"

    what = "starvation" if report.starved else "endless loop"
    lines.append(f"minigo: {what}: proven at {milliseconds(report.now)} of virtual time; real Go would hang here")
    for g in report.hogs:
        lines.append(
            f"  goroutine {g.id} spins for ever in a loop that changes nothing while nobody else can run: {place(g)}"
            if not report.starved
            else f"  goroutine {g.id} hogs its P: it spins for ever in a loop that changes nothing, {place(g)}"
        )
    for g in report.starved:
        lines.append(
            f"  goroutine {g.id} is starved: {created(g)}, runnable since {milliseconds(g.since)} of virtual time"
        )
    for g in report.blocked:
        lines.append(f"  goroutine {g.id} is blocked [{infos[g.id].state}]: {place(g)}")
    lines.extend(_cures(report))
    return "\n".join(lines) + "\n\n" + dump_text(list(dumps.values()))


def _cures(report: Starvation) -> list[str]:
    if not report.starved:
        return ["  cure: block instead of spinning (a channel, sync.WaitGroup, select {}), or let the loop end"]
    cures = [
        "  cures: call runtime.Gosched() in the loop, so that others get the P now and then;",
        "         block instead of spinning (a channel, a lock, sync.WaitGroup);",
    ]
    if report.preempt == "none":
        cures.append("         or let the loop be preempted: without --no-preempt, as Go 1.14 and later do")
    else:
        cures.append("         or let the loop be preempted: --preempt=async, as Go 1.14 and later do")
    return cures
