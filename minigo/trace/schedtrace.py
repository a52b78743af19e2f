"""The scheduler's state as lines of text, in the form of real Go's GODEBUG=schedtrace=MS,scheddetail=1.

Every MS milliseconds of virtual time a line `SCHED 10ms: ...` tells the number of Ps, Ms and runnable goroutines; with
details, a line for every P, M and G follows. As in real Go it is sysmon that prints, so a line can come late, but never
early; the time in it is sysmon's.

What real Go has and minigo has not is shown as real Go shows it: sysmon is M1, and `locks`, `mallocing` and the like
are 0. Goroutines of Go's own runtime are not there. Dead goroutines are listed while they are kept for reuse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from minigo.runtime.sched import g as gstate
from minigo.runtime.sched import p as pstate

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.m import M
    from minigo.runtime.sched.p import P
    from minigo.runtime.sched.state import Sched

MS = 1_000_000

_M_LINE = (
    "  M{id}: p={p} curg={g} mallocing=0 throwing=0 preemptoff= locks=0 dying=0 spinning={spinning} blocked={blocked}"
    " lockedg={locked}"
)


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _thread_id(thread: M) -> int:
    """sysmon, which minigo runs without a thread, is M1 in real Go."""
    return thread.id + (thread.id > 0)


class SchedTrace:
    """Writes a trace every `period` virtual ms. To be made before the run starts; `look` is for `Sched.watchers`."""

    def __init__(self, machine: Sched, period: int, detail: bool, write: Callable[[str], object]) -> None:
        self.machine = machine
        self.period = period * MS
        self.detail = detail
        self.write = write
        self.next = 0
        self.dead: list[int] = []
        """Ended goroutines that wait for reuse, by id; the last one is reused first."""
        self.reused = 0
        if detail:
            machine.bus.subscribe(self._ended, "end")
            machine.bus.subscribe(self._started, "go")

    def _ended(self, kind: str, g: int, p: int, time: int) -> None:
        self.dead.append(g)

    def _started(self, kind: str, g: int, p: int, time: int, *details: object) -> None:
        reused = self.machine.stats.goroutines_reused
        if reused > self.reused:
            self.reused = reused
            self.dead.pop()

    def look(self, now: int, until: int) -> None:
        """It is `now`, and nothing will change before `until` (ns): writes what is due."""
        if now >= self.next:
            self._show(now)
            self.next = now - now % self.period + self.period
        while self.next < until:
            self._show(self.next)
            self.next += self.period

    def _show(self, now: int) -> None:
        self.write("".join(line + "\n" for line in self.lines(now)))

    def lines(self, now: int) -> list[str]:
        """The trace of this moment, virtual time `now` (ns)."""
        m = self.machine
        waiting = len(m.globalq) + sum(p.queued for p in m.allp)
        head = (
            f"SCHED {now // MS}ms: gomaxprocs={m.gomaxprocs} idleprocs={len(m.idle)} threads={len(m.ms) + 1}"
            f" spinningthreads={m.nmspinning} needspinning={int(not m.idle and not m.nmspinning and waiting > 0)}"
            f" idlethreads={len(m.idle_ms)} runqueue={len(m.globalq)}"
        )
        if not self.detail:
            rings = " ".join(str(len(p.runq)) for p in m.allp)
            ticks = " ".join(str(p.schedtick) for p in m.allp)
            return [f"{head} [ {rings} ] schedticks=[ {ticks} ]"]
        in_calls = {call.thread: call.g for call in m.syscalls}
        locked = sum(t.locked_g is not None and t.p is None and t not in in_calls for t in m.ms)
        lines = [f"{head} gcwaiting=false nmidlelocked={locked} stopwait=0 sysmonwait=false"]
        lines += [self._processor(p) for p in m.allp]
        lines += self._threads(in_calls)
        lines += self._goroutines()
        return lines

    def _processor(self, p: P) -> str:
        thread = "nil" if p.m is None else _thread_id(p.m)
        timers = sum(entry[2].heaped and entry[2].generation == entry[3] for entry in p.timers)
        status = p.status if p.status != pstate.SYSCALL else pstate.RUNNING
        return (
            f"  P{p.id}: status={status} schedtick={p.schedtick} syscalltick={p.syscalltick} m={thread}"
            f" runqsize={len(p.runq)} gfreecnt={p.gfree} timerslen={timers}"
        )

    def _threads(self, in_calls: dict[M, G]) -> list[str]:
        m = self.machine
        lines = {1: _M_LINE.format(id=1, p="nil", g="nil", spinning="false", blocked="false", locked="nil")}
        for thread in m.ms:
            g = in_calls.get(thread) or (thread.p.curg if thread.p is not None else None)
            lines[_thread_id(thread)] = _M_LINE.format(
                id=_thread_id(thread),
                p="nil" if thread.p is None or thread in in_calls else thread.p.id,
                g="nil" if g is None else g.id,
                spinning=_flag(thread.spinning),
                blocked=_flag(g is None and thread.p is None),
                locked="nil" if thread.locked_g is None else thread.locked_g.id,
            )
        return [lines[id] for id in sorted(lines, reverse=True)]

    def _goroutines(self) -> list[str]:
        m = self.machine
        threads = {call.g.id: call.thread for call in m.syscalls}
        threads |= {p.curg.id: p.m for p in m.allp if p.curg is not None and p.m is not None}
        lines = {id: f"  G{id}: status={gstate.DEAD}() m=nil lockedm=nil" for id in self.dead}
        for g in m.allgs.values():
            thread = threads.get(g.id)
            own = "nil" if thread is None else _thread_id(thread)
            locked = "nil" if g.locked_m is None else _thread_id(g.locked_m)
            lines[g.id] = f"  G{g.id}: status={m.status_of(g)}({g.wait_reason}) m={own} lockedm={locked}"
        return [lines[id] for id in sorted(lines)]
