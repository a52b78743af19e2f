"""Goroutine dumps: what real Go prints of goroutines when a program crashes.

A dump of everybody is in the order of the ids, as Go's is when no goroutine is current.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.traceback import Creator, Frame, GoroutineDump
from minigo.source import FileSet, Pos, pos_line

if TYPE_CHECKING:
    from minigo.engine import Linked
    from minigo.runtime.sched.machine import GoroutineInfo, Machine

MINUTE_NS = 60_000_000_000


class Dumper:
    """Makes dumps of a machine's goroutines."""

    def __init__(self, machine: Machine, linked: Linked, files: FileSet) -> None:
        self.machine = machine
        self.linked = linked
        self.files = files

    def everybody(self) -> list[GoroutineDump]:
        """All goroutines that have not ended, by id."""
        infos = sorted(self.machine.goroutines(), key=lambda info: info.id)
        return [self._dump(info, self._live(info)) for info in infos]

    def failed(self, error: BaseException) -> list[GoroutineDump]:
        """The current goroutine, as it stood when it raised `error`, which nothing caught; nobody when all have ended."""
        infos = self.machine.goroutines()
        if not infos:
            return []
        info = infos[0]
        dump = self._dump(info, self.linked.stack_at(error))
        dump.state = "running"
        dump.minutes = 0
        return [dump]

    def _live(self, info: GoroutineInfo) -> list[Frame]:
        return self.linked.stack(info.frame)

    def _dump(self, info: GoroutineInfo, frames: list[Frame]) -> GoroutineDump:
        return GoroutineDump(
            id=info.id,
            state=info.state,
            frames=frames,
            creator=self.creator(info),
            minutes=info.waited // MINUTE_NS,
            locked=info.locked,
        )

    def creator(self, info: GoroutineInfo) -> Creator | None:
        """The go statement that started it; None for main."""
        if not info.creator_name:
            return None
        path, line = self.place(info.go_pos)
        return Creator(info.creator_name, info.creator_id, path, line)

    def place(self, pos: Pos | None) -> tuple[str, int]:
        """The file and line of a position, as stack traces print them."""
        if not pos:
            return "?", 0
        return self.files.file(pos).path, pos_line(pos)
