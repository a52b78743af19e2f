"""Goroutines that can never go on although the program does, or did to its end.

After Go's goroutineleak profile (Saioc et al., "Dynamic Partial Deadlock Detection and Recovery via Garbage
Collection", ASPLOS 2025): what can run counts as reachable, with all that it can still reach, and so do timers. A
blocked goroutine counts as soon as what it waits for is reachable; who is left in the end leaks. Two things are known
here that are not known to Go's collector: of a lock, who holds it (so those who wait in a circle for each other's locks
leak, whoever can reach the locks), and of a package variable, whether code that can still run names it.

Invariants: goroutines that sleep, wait for the network or for a timer are not blocked; nothing is changed in the run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.analysis.causes import HINTS, diagnose
from minigo.analysis.explain import describe, goroutine_data
from minigo.analysis.findings import LEAK, Finding
from minigo.analysis.heap import Heap, Reach
from minigo.analysis.waits import LOCK_REASONS, Waits, can_serve, needs
from minigo.record import field, record
from minigo.runtime.sched import g as gstate
from minigo.runtime.sched.g import TIMED, waited_for
from minigo.runtime.traceback import dump_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from minigo.analysis.causes import Diagnosis
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.traceback import Frame, GoroutineDump

FREE_VISITS = 20_000
VISITS_PER_STEP = 2
"""What looking for leaks while the program runs may cost: objects visited, at first and for each step of the run."""


@record(slots=True)
class Leak:
    """Goroutines that leak at the same place for the same cause, the first of them shown. `text` is the explanation."""

    goroutines: list[int]
    cause: str
    dump: GoroutineDump
    text: str
    hint: str


@record(slots=True)
class LeakReport:
    """leaks: groups of goroutines that can never go on. busy: the others that were still there."""

    leaks: list[Leak] = field(default_factory=list)
    busy: list[GoroutineDump] = field(default_factory=list)
    waits: Waits | None = None
    diagnosis: Diagnosis | None = None

    @property
    def total(self) -> int:
        return sum(len(leak.goroutines) for leak in self.leaks)

    def text(self, whose: str = "") -> str:
        """The report, with a newline at the end; empty when there is nothing to say. `whose`: of what the goroutines
        are said to be."""
        parts = []
        if self.leaks:
            total = self.total
            what = "1 goroutine" if total == 1 else f"{total} goroutines"
            of = f" of {whose}" if whose else ""
            lines = [f"minigo: goroutine leak: {what}{of} can never go on", f"goroutineleak profile: total {total}"]
            for leak in self.leaks:
                lines.append(f"{len(leak.goroutines)} @")
                lines += [f"#\t{f.function}\t{f.path}:{f.line}" for f in leak.dump.frames]
                lines.append("")
            parts.append("\n".join(lines) + "\n" + dump_text([leak.dump for leak in self.leaks]))
            # Those on one cycle have one explanation.
            for leak in {leak.text: leak for leak in self.leaks}.values():
                parts.append(f"leak: {leak.cause}\n{leak.text}\n  hint: {leak.hint}\n")
        if self.busy:
            lines = ["minigo: still busy at the end:"]
            for dump in self.busy:
                place = f" {dump.frames[0].function} {dump.frames[0].path}:{dump.frames[0].line}" if dump.frames else ""
                lines.append(f"  goroutine {dump.id} [{dump.state}]{place}")
            parts.append("\n".join(lines) + "\n")
        return "\n".join(parts)

    def findings(self) -> list[Finding]:
        """The leaks, each as a finding."""
        if self.waits is None or self.diagnosis is None:
            return []
        found = []
        for leak in self.leaks:
            first = self.waits.by_id[leak.goroutines[0]]
            finding = Finding(
                LEAK, leak.cause, f"goroutine {first.id} can never go on: {first.doing}", leak.text, leak.hint
            )
            finding.goroutines = [
                goroutine_data(self.waits, self.diagnosis, self.waits.by_id[i]) for i in leak.goroutines
            ]
            finding.cycle = self.diagnosis.cycle if first.id in self.diagnosis.cycle else []
            found.append(finding)
        return found


class LeakFinder:
    """Looks for leaks in a run; each leaked goroutine is told once. `certain`: a goroutine that goes on whatever it
    waits for."""

    def __init__(self, machine: Machine, linked: Linked, certain: G | None = None) -> None:
        self.machine = machine
        self.linked = linked
        self.certain = certain
        self.heap = Heap(machine, linked)
        self.told: set[int] = set()

    def find(self, ending: G | None = None, among: Collection[G] | None = None) -> LeakReport:
        """What leaks now that was not told yet; `among`: only these goroutines are told of. `ending`: the goroutine
        that ends the program, which does nothing any more; then the report also lists those that are merely busy."""
        leaked = self.blocked_forever(ending)
        report = LeakReport()
        new = [g for g in leaked if g.id not in self.told and (among is None or g in among)]
        self.told.update(g.id for g in new)
        if new:
            report.waits = Waits(self.machine, self.linked, leaked, ending)
            report.diagnosis = diagnose(report.waits)
            report.leaks = _groups(report.waits, report.diagnosis, new)
        if ending is not None:
            waits = report.waits or Waits(self.machine, self.linked, [])
            gone = {g.id for g in leaked} | {ending.id, 1}
            report.busy = [waits.dump(g) for g in self.machine.allgs.values() if g.id not in gone]
        return report

    def blocked_forever(self, ending: G | None = None) -> list[G]:
        """The goroutines that can never run again, by id."""
        m = self.machine
        alive = [g for g in m.allgs.values() if g is not ending]
        blocked = {g.id: g for g in alive if g.status == gstate.WAITING and g.wait_reason not in TIMED}
        if self.certain is not None:
            blocked.pop(self.certain.id, None)
        if not blocked:
            return []
        heap = self.heap
        heap.values = self.linked.package_values()
        reach = Reach(heap)
        reach.add(heap.library_values())
        reach.add(m.shelf.values())
        reach.add(listener.channel for listener in m.signals.listeners)
        for p in m.allp:
            reach.add(entry[2] for entry in p.timers if entry[2].heaped)
        for g in alive:
            if g.id not in blocked:
                reach.add_goroutine(g)
                if g.bubble is not None:
                    reach.add(entry[2] for entry in g.bubble.timers)
        if m.last_resort is not None:
            reach.add((m.last_resort,))
        while True:
            reach.close()
            woken = [g for g in blocked.values() if self._can_be_woken(g, blocked, ending, reach)]
            if not woken:
                break
            for g in woken:
                del blocked[g.id]
                reach.add_goroutine(g)
        return [g for g in sorted(blocked.values(), key=lambda g: g.id) if not _means_to_wait(g, m.main)]

    def _can_be_woken(self, g: G, blocked: dict[int, G], ending: G | None, reach: Reach) -> bool:
        things = waited_for(g)
        holders = self.machine.holders
        if g.wait_reason in LOCK_REASONS and holders is not None:
            lock = things[0]
            holds = holders.of(lock)
            if g.wait_reason == gstate.WAIT_RWMUTEX_LOCK:
                holds = [hold for hold in holds if hold[0] == "read"]
            elif g.wait_reason == gstate.WAIT_RWMUTEX_RLOCK:
                holds = [hold for hold in holds if hold[0] == "write"] or holders.of(lock.f_w)
            who = [hold[0] for _, hold in holds]
            if any(i in blocked for i in who):
                return False
            if who and all(i in self.machine.allgs and (ending is None or i != ending.id) for i in who):
                return True
        return any(can_serve(reach, thing, power) for thing, power in needs(g))


def _means_to_wait(g: G, main: G | None) -> bool:
    """`select {}` in main is how programs say that only their other goroutines count."""
    return g is main and g.wait_reason == gstate.WAIT_SELECT_NO_CASES


def _groups(waits: Waits, diagnosis: Diagnosis, leaked: list[G]) -> list[Leak]:
    groups: dict[tuple[str, tuple[Frame, ...]], list[G]] = {}
    for g in leaked:
        groups.setdefault((diagnosis.causes[g.id], tuple(waits.dump(g).frames)), []).append(g)
    leaks = []
    for (cause, _), gs in groups.items():
        dump = waits.dump(gs[0])
        dump.state += " (leaked)"
        ids = [g.id for g in gs]
        lines = describe(waits, diagnosis, [ids[0]])
        if len(ids) > 1:
            lines.append(
                f"    {len(ids) - 1} more wait like it: {', '.join(map(str, ids[1:10]))}"
                + ("..." if len(ids) > 10 else "")
            )
        leaks.append(Leak(ids, cause, dump, "\n".join(lines), HINTS[cause]))
    return leaks


class LeakWatch:
    """Looks for leaks while the program runs, whenever a goroutine blocks or ends, and tells of each at once. How often
    depends on how much there is to look at, in objects and steps: never on the host's clock."""

    def __init__(self, finder: LeakFinder, tell: Callable[[LeakReport], None]) -> None:
        self.finder = finder
        self.tell = tell
        finder.machine.bus.subscribe(self._observe, "park", "end")

    def _observe(self, kind: str, g: int, p: int, time_ns: int, *details: object) -> None:
        m = self.finder.machine
        if m.closing or self.finder.heap.visited > FREE_VISITS + VISITS_PER_STEP * m.steps:
            return
        ending = m.g if kind == "end" else None
        report = self.finder.find(ending)
        report.busy = []
        if report.leaks:
            self.tell(report)
