"""The race detector of a run: puts clocks, shadow memory and reports together.

A pair of places in the program is reported once. The detector changes nothing in the run: no schedule, no choice.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from minigo.analysis.findings import Finding
from minigo.analysis.race.accesses import Accesses
from minigo.analysis.race.natives import NativeAccesses
from minigo.analysis.race.options import RaceOptions
from minigo.analysis.race.order import Clocks
from minigo.analysis.race.report import Race, Reporter
from minigo.analysis.race.shadow import Access, Cells, Noted, Shadow
from minigo.analysis.race.syncs import Syncs
from minigo.analysis.race.watch import Watch
from minigo.core.passes.races import go_wrappers, instrument
from minigo.record import field, record
from minigo.runtime.panics import ProgramExit
from minigo.runtime.values import ElemRef, FieldRef
from minigo.source import NO_POS, make_pos, pos_file

if TYPE_CHECKING:
    from types import FrameType

    from minigo.core.nodes import Function
    from minigo.engine.linker import Linked
    from minigo.runtime.run import Run
    from minigo.runtime.sched.machine import Machine
    from minigo.source import Pos

_INSTRUMENTED = ("bufio", "bytes", "container/heap", "container/list", "container/ring", "maps", "math/big",
                 "math/rand", "math/rand/v2", "slices", "sort", "strings")  # fmt: skip
"""Packages of the library whose data are the program's; the others take care of themselves."""


@record(slots=True)
class Instrument:
    """What lowering calls for each function; `library` are the import paths of the library's packages, `unwatched` the
    positions of sends and closes that cannot race."""

    library: frozenset[str]
    unwatched: frozenset[Pos]
    wrappers: dict[Pos, str] = field(default_factory=dict)

    def __call__(self, function: Function, ids: list[int]) -> None:
        self.wrappers.update(go_wrappers(function))
        package = _package(function.symbol)
        if not function.hidden and (package not in self.library or package in _INSTRUMENTED):
            instrument(function, ids, self.unwatched)


def _package(symbol: str) -> str:
    """The import path in a function's symbol: what stands before the first dot after the last slash."""
    head, slash, tail = symbol.partition("[")[0].rpartition("/")
    return head + slash + tail.partition(".")[0]


class RaceDetector:
    """Watches a run from before it is linked (`attach`) to its end (`finish`)."""

    def __init__(self, run: Run, machine: Machine, options: RaceOptions, instrument: Instrument) -> None:
        self.run = run
        self.machine = machine
        self.options = options
        self.instrument = instrument
        self.races: list[Race] = run.races
        self.clocks = Clocks(machine)
        self._linked: Linked | None = None
        self._reporter: Reporter | None = None
        self._seen: set[tuple[Pos, bool, Pos, bool]] = set()
        announce = self._announce if run.bus.wants("read") else None
        self._watch = Watch(self.clocks, Shadow(), self._report, announce)
        self.clocks.stack = self._watch.created
        accesses = Accesses(self._watch)
        run.accesses = accesses.helpers() | self.clocks.helpers()
        self._natives = NativeAccesses(accesses, self._here)
        syncs = Syncs(self.clocks)
        run.guard_native = lambda name, pos, native: self._natives.guard(name, pos, syncs.guard(name, native))
        run.reads = self._natives.reads

    def attach(self, linked: Linked) -> None:
        """The program is linked."""
        self._linked = self._watch.linked = linked

        def position(pos: Pos) -> tuple[str, int]:
            path, _, line = linked.position(pos).rpartition(":")
            return path, int(line)

        wrappers = self.instrument.wrappers
        natives = self._natives.declared
        self._reporter = Reporter(position, lambda pos: wrappers.get(pos, ""), natives, self.options.strip_path_prefix)

    # ------------------------------------------------------------ positions

    def _here(self) -> Pos:
        """The position at which the innermost Go call is."""
        assert self._linked is not None
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            call = self._linked.call_of(frame, frame.f_lineno)
            if call is not None:
                return make_pos(pos_file(call[0].pos), call[1], 1)
            frame = frame.f_back
        return NO_POS

    def _announce(self, kind: str, cells: Cells, i: int, pos: Pos) -> None:
        assert self._linked is not None
        self.machine.emit(kind, f"{cells.number}.{i}", self._linked.position(pos))

    # ------------------------------------------------------------ reports

    def _report(
        self, cells: Cells, i: int, noted: Noted, write: bool, noted_before: Noted, previous_write: bool
    ) -> None:
        access, previous = Access(*noted), Access(*noted_before)
        here, there = (access.pos, write), (previous.pos, previous_write)
        pair = (*here, *there) if here < there else (*there, *here)
        if pair in self._seen:
            return
        self._seen.add(pair)
        race = Race(access, write, previous, previous_write, self._address(cells, i))
        self.races.append(race)
        assert self._reporter is not None
        self._print(self._reporter.text(race))
        if self.options.halt_on_error:
            raise ProgramExit(self.options.exitcode)

    def _address(self, cells: Cells, i: int) -> int:
        owner = cells.owner
        if isinstance(owner, list | bytearray):
            return self.run.address(ElemRef(owner, i))
        if len(cells.write) > 1:
            return self.run.address(FieldRef(owner, type(owner).__slots__[i]))
        return self.run.address(owner)

    def _print(self, text: str) -> None:
        streams = self.run.streams
        path = self.options.log_path
        if path == "stdout":
            streams.stdout.write(text.encode())
        elif path == "stderr":
            streams.stdout.flush()
            streams.stderr.write(text.encode("utf-8", "surrogateescape"))
        else:
            with open(f"{path}.{os.getpid()}", "a", encoding="utf-8", errors="surrogateescape") as file:
                file.write(text)

    def findings(self) -> list[Finding]:
        """The races, for machines."""
        assert self._reporter is not None
        return [self._reporter.finding(race) for race in self.races]

    def finish(self, code: int) -> int:
        """The exit code of a program that would have ended with `code`; tells how many races there were."""
        if code or not self.races:
            return code
        self._print(f"Found {len(self.races)} data race(s)\n")
        return self.options.exitcode
