"""Goroutine dumps of a run that has ended: what real Go prints of goroutines when a program crashes.

A dump of everybody is in the order of the ids, as Go's is when no goroutine is current.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.sched.dumps import goroutine_dump

if TYPE_CHECKING:
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.traceback import GoroutineDump


class Dumper:
    """Makes dumps of a machine's goroutines."""

    def __init__(self, machine: Machine, linked: Linked) -> None:
        self.machine = machine
        self.linked = linked

    def everybody(self, error: BaseException | None = None) -> list[GoroutineDump]:
        """All goroutines that have not ended, by id; the current one as it stood when it raised `error`, if given."""
        infos = self.machine.goroutines()
        dumps = [goroutine_dump(self.machine, info, info.frame, self.linked.describe) for info in infos]
        if error is not None:
            dumps[:1] = self.failed(error)
        return sorted(dumps, key=lambda dump: dump.id)

    def others(self) -> list[GoroutineDump]:
        """All goroutines but the current one, by id."""
        current = self.machine.g.id
        return [dump for dump in self.everybody() if dump.id != current]

    def failed(self, error: BaseException) -> list[GoroutineDump]:
        """The current goroutine, as it stood when it raised `error`; nobody when all have ended."""
        infos = self.machine.goroutines()
        if not infos:
            return []
        dump = goroutine_dump(self.machine, infos[0], infos[0].frame, self.linked.describe)
        dump.frames = self.linked.stack_at(error)
        dump.state = "running"
        dump.minutes = 0
        return [dump]
