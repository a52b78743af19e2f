"""The analyses of a run, put together: what they need to hear of it, and what they say in the end.

Invariants: nothing is changed in the run: output, schedule and choices are those of a run that nobody watches. Go's own
text always comes first, and is Go's to the letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.analysis.findings import Finding, stack_data
from minigo.runtime.panics import FatalError, LimitExceeded, ProgramExit
from minigo.runtime.sched.holders import Holders

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from minigo.analysis.delays import Delays
    from minigo.analysis.leaks import LeakFinder, LeakReport
    from minigo.analysis.lockorder import LockOrder
    from minigo.analysis.options import Analyses
    from minigo.analysis.race.detector import RaceDetector
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.traceback import GoroutineDump

EXIT_LEAKS = 2


class Observer:
    """Made before the program is linked (`attach`); `deadlocked` and `ended` are called when the run is over and the
    goroutines still stand where they stood. `findings` is what was found, if it is wanted."""

    def __init__(self, analyses: Analyses, machine: Machine) -> None:
        self.analyses = analyses
        self.machine = machine
        self.findings: list[Finding] = []
        machine.holders = Holders()
        self._leaks: LeakFinder | None = None
        self._say: Callable[[str], None] = lambda text: None
        self._leaked = False
        self._said = False
        self._order: LockOrder | None = None
        self.delays: Delays | None = None
        if analyses.starvation:
            from minigo.analysis.delays import Delays

            self.delays = Delays(machine)
        if analyses.lock_order:
            from minigo.analysis.lockorder import LockOrder

            self._order = machine.holders.listener = LockOrder(machine)

    def attach(self, linked: Linked, say: Callable[[str], None]) -> None:
        """The program is linked; `say` writes to stderr."""
        self.linked = linked
        self._say = say
        if self._order is not None:
            self._order.linked = linked
        if self.delays is not None:
            self.delays.linked = linked
        if self.analyses.check_leaks == "always":
            from minigo.analysis.leaks import LeakWatch

            LeakWatch(self._finder(), self._tell_leaks)

    def _finder(self) -> LeakFinder:
        from minigo.analysis.leaks import LeakFinder

        if self._leaks is None:
            self._leaks = LeakFinder(self.machine, self.linked)
        return self._leaks

    # ------------------------------------------------------------ ends

    def deadlocked(self) -> str:
        """The run ended in a deadlock: what is to be said after Go's report, beginning with an empty line; or
        nothing."""
        from minigo.analysis.explain import Explanation

        if self.analyses.explain is None and not self.analyses.collect:
            return ""
        if not self.machine.allgs:
            return ""
        explanation = Explanation(self.machine, self.linked)
        if self.analyses.collect:
            self.findings.append(explanation.finding())
        return "" if self.analyses.explain is None else "\n" + explanation.render(self.analyses.explain)

    def failed(self, kind: str, name: str, text: str, dumps: Sequence[GoroutineDump]) -> None:
        """The run ended with a failure that has a report of its own."""
        if self.analyses.collect:
            finding = Finding(kind, name, text.split("\n", 1)[0], text)
            finding.stacks = [stack_data(f"goroutine {dump.id} [{dump.state}]", dump.frames) for dump in dumps]
            self.findings.append(finding)

    def raced(self, detector: RaceDetector) -> None:
        """What the race detector of the run has found."""
        if self.analyses.collect:
            self.findings += detector.findings()

    def ended(self, code: int, outcome: BaseException | None) -> int:
        """The run ended with this exit code; returns the one that counts."""
        deadlocked = isinstance(outcome, FatalError) and outcome.text.endswith("deadlock!")
        if outcome is None or isinstance(outcome, ProgramExit):
            code = self._leaks_at_exit(code)
        if self._order is not None:
            from minigo.analysis.heap import Heap

            for finding in self._order.findings(Heap(self.machine, self.linked), deadlocked):
                self._tell(finding)
        if self.delays is not None and not isinstance(outcome, LimitExceeded):  # a limit's report says it itself
            from minigo.analysis.delays import delay_finding

            delays = self.delays.finish(deadlocked)
            late = delay_finding(self.machine, self.linked, delays, self.delays.turns)
            if late is not None:
                self._tell(late)
        return code

    def found(self, finding: Finding) -> None:
        """Keeps a finding, if they are wanted."""
        if self.analyses.collect:
            self.findings.append(finding)

    def _tell(self, finding: Finding) -> None:
        self._say("\n" + finding.text if self._said else finding.text)
        self._said = True
        self.found(finding)

    # ------------------------------------------------------------ leaks

    def _leaks_at_exit(self, code: int) -> int:
        analyses = self.analyses
        if analyses.check_leaks in ("exit", "always") or analyses.leaks_are_errors or analyses.collect:
            self._tell_leaks(self._finder().find(self.machine.g))
        return EXIT_LEAKS if self._leaked and analyses.leaks_are_errors and code == 0 else code

    def _tell_leaks(self, report: LeakReport) -> None:
        self._leaked = self._leaked or bool(report.leaks)
        if self.analyses.collect:
            self.findings += report.findings()
        if self.analyses.check_leaks in ("exit", "always") or self.analyses.leaks_are_errors:
            text = report.text()
            if text:
                self._said = True
                self._say(text)
