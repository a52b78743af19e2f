"""The race detector of a run: puts clocks, shadow memory and reports together.

A pair of places in the program is reported once. After a race nothing is known of the memory it was about, as in Go:
what comes next would mostly repeat the report. The detector changes nothing in the run: no schedule, no choice.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from minigo.analysis.findings import Finding
from minigo.analysis.race.accesses import Accesses
from minigo.analysis.race.clocks import Epoch
from minigo.analysis.race.natives import NativeAccesses
from minigo.analysis.race.options import RaceOptions
from minigo.analysis.race.order import Clocks
from minigo.analysis.race.report import Race, Reporter
from minigo.analysis.race.shadow import Access, Cells, Place, Readers, Shadow
from minigo.analysis.race.syncs import Syncs
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

_INSTRUMENTED = ("bufio", "bytes", "container/heap", "container/list", "container/ring", "maps", "math/rand",
                 "math/rand/v2", "slices", "sort", "strings")  # fmt: skip
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
        self.shadow = Shadow()
        self.clocks = Clocks(machine, self._created)
        self._linked: Linked | None = None
        self._reporter: Reporter | None = None
        self._seen: set[tuple[Pos, bool, Pos, bool]] = set()
        accesses = Accesses(self.read, self.write, self.atomic, self.shadow.of, lambda: self.clocks.alone)
        run.accesses = accesses.helpers()
        self._natives = NativeAccesses(accesses, self._here)
        syncs = Syncs(self.clocks)
        run.guard_native = lambda name, pos, native: self._natives.guard(name, pos, syncs.guard(name, native))
        run.reads = self._natives.reads
        self._traced = run.bus.wants("read")

    def attach(self, linked: Linked) -> None:
        """The program is linked."""
        self._linked = linked

        def position(pos: Pos) -> tuple[str, int]:
            path, _, line = linked.position(pos).rpartition(":")
            return path, int(line)

        wrappers = self.instrument.wrappers
        natives = self._natives.declared
        self._reporter = Reporter(position, lambda pos: wrappers.get(pos, ""), natives, self.options.strip_path_prefix)

    # ------------------------------------------------------------ the current goroutine

    def _now(self) -> Epoch:
        """The epoch of the current goroutine."""
        epoch: Epoch = self.machine.g.thread.epoch
        return epoch

    def _created(self) -> Any:
        """The stack of the current goroutine, which executes a go statement."""
        assert self._linked is not None
        return self._linked.stack(sys._getframe(1))

    # ------------------------------------------------------------ accesses

    def read(self, cells: Cells, i: int, pos: Pos, text: str, decl: Pos, inner: str = "") -> None:
        if self.clocks.alone:
            return
        if self._traced:
            self._emit("read", cells, i, pos)
        epoch = self._now()
        last = cells.read[i]
        if last is not None and last.epoch is epoch:
            return
        write = cells.write[i]
        access = self._access(epoch, pos, text, decl, inner, False)
        if write is not None and self._races(write):
            self._report(cells, i, access, False, write, True)
            cells.forget(i)
        else:
            self._add_read(cells, i, access)

    def write(self, cells: Cells, i: int, pos: Pos, text: str, decl: Pos, inner: str = "") -> None:
        if self.clocks.alone:
            return
        if self._traced:
            self._emit("write", cells, i, pos)
        epoch = self._now()
        last = cells.write[i]
        if last is not None and last.epoch is epoch:
            return
        self._written(cells, i, self._access(epoch, pos, text, decl, inner, False))

    def atomic(self, cells: Cells, i: int, pos: Pos, text: str, decl: Pos, function: str) -> None:
        """An access by sync/atomic: races with those that are not."""
        if self.clocks.alone:
            return
        access = self._access(self._now(), pos, text, decl, function, True)
        if not function.startswith("Load"):
            self._written(cells, i, access)
            return
        write = cells.write[i]
        if write is not None and not write.atomic and self._races(write):
            self._report(cells, i, access, False, write, True)
            cells.forget(i)
        else:
            self._add_read(cells, i, access)

    def _add_read(self, cells: Cells, i: int, access: Access) -> None:
        last = cells.read[i]
        if isinstance(last, Readers):
            last.add(access)
        else:
            cells.read[i] = access if last is None or not self._races(last) else Readers(last, access)

    def _written(self, cells: Cells, i: int, access: Access) -> None:
        raced = False
        last = cells.write[i]
        if last is not None and not (last.atomic and access.atomic) and self._races(last):
            self._report(cells, i, access, True, last, True)
            raced = True
        read = cells.read[i]
        if read is not None:
            for reader in read.accesses.values() if isinstance(read, Readers) else (read,):
                if not (reader.atomic and access.atomic) and self._races(reader):
                    self._report(cells, i, access, True, reader, False)
                    raced = True
        cells.forget(i)
        if not raced:
            cells.write[i] = access

    def _races(self, earlier: Access) -> bool:
        """Whether nothing orders an earlier access before now."""
        return not self.machine.g.thread.knows(earlier.epoch)

    def _access(self, epoch: Epoch, pos: Pos, text: str, decl: Pos, inner: str, atomic: bool) -> Access:
        thread = epoch.thread
        thread.settled = None
        linked = self._linked
        assert linked is not None
        frame = sys._getframe(2)
        # The frames beneath a call stay as they are while it lasts.
        while frame is not thread.frame:
            if linked.call_of(frame, 0) is not None:
                thread.frame = frame
                thread.frames = linked.stack(frame)
                break
            assert frame.f_back is not None
            frame = frame.f_back
        top, *callers = thread.frames
        return Access(epoch, Place(pos, text, decl), top.function, callers, inner, atomic)

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

    def _emit(self, kind: str, cells: Cells, i: int, pos: Pos) -> None:
        assert self._linked is not None
        self.machine.emit(kind, f"{cells.number}.{i}", self._linked.position(pos))

    # ------------------------------------------------------------ reports

    def _report(
        self, cells: Cells, i: int, access: Access, write: bool, previous: Access, previous_write: bool
    ) -> None:
        here, there = (access.place.pos, write), (previous.place.pos, previous_write)
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
