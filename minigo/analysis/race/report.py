"""Race reports in the format of Go's race detector.

The name of the variable is added behind. Frames of the runtime (of map operations, append, copy...) are those of
Go 1.27; program counters are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from minigo.analysis.findings import RACE, Finding, stack_data
from minigo.analysis.race.clocks import Thread
from minigo.analysis.race.shadow import Access
from minigo.record import record
from minigo.runtime.traceback import Frame

LINE = "=================="

_MAPS = "internal/runtime/maps/"
_RUNTIME_LINES: dict[str, tuple[tuple[str, str], ...]] = {
    "mapaccess1": (("mapaccess2", f"{_MAPS}runtime.go:63"), ("mapaccess1", f"{_MAPS}runtime.go:58")),
    "mapaccess2": (("mapaccess2", f"{_MAPS}runtime.go:63"),),
    "mapassign": (("mapassign", f"{_MAPS}runtime.go:143"),),
    "mapdelete": (("mapdelete", "runtime/map.go:135"),),
    "mapaccess1_faststr": (
        ("mapaccess2_faststr", f"{_MAPS}runtime_faststr.go:120"),
        ("mapaccess1_faststr", f"{_MAPS}runtime_faststr.go:115"),
    ),
    "mapaccess2_faststr": (("mapaccess2_faststr", f"{_MAPS}runtime_faststr.go:120"),),
    "mapassign_faststr": (("mapassign_faststr", f"{_MAPS}runtime_faststr.go:261"),),
    "mapdelete_faststr": (("mapdelete_faststr", f"{_MAPS}runtime_faststr.go:409"),),
    "mapaccess1_fast64": (
        ("mapaccess2_fast64", f"{_MAPS}runtime_fast64.go:22"),
        ("mapaccess1_fast64", f"{_MAPS}runtime_fast64.go:17"),
    ),
    "mapaccess2_fast64": (("mapaccess2_fast64", f"{_MAPS}runtime_fast64.go:22"),),
    "mapassign_fast64": (("mapassign_fast64", f"{_MAPS}runtime_fast64.go:182"),),
    "mapassign_fast64ptr": (("mapassign_fast64ptr", f"{_MAPS}runtime_fast64.go:400"),),
    "mapdelete_fast64": (("mapdelete_fast64", f"{_MAPS}runtime_fast64.go:544"),),
    "mapaccess1_fast32": (
        ("mapaccess2_fast32", f"{_MAPS}runtime_fast32.go:22"),
        ("mapaccess1_fast32", f"{_MAPS}runtime_fast32.go:17"),
    ),
    "mapaccess2_fast32": (("mapaccess2_fast32", f"{_MAPS}runtime_fast32.go:22"),),
    "mapassign_fast32": (("mapassign_fast32", f"{_MAPS}runtime_fast32.go:187"),),
    "mapdelete_fast32": (("mapdelete_fast32", f"{_MAPS}runtime_fast32.go:479"),),
    "mapIterStart": (("mapIterStart", "runtime/map.go:156"),),
    "mapIterNext": (("mapIterNext", "runtime/map.go:166"),),
    "mapclear": (("mapclear", "runtime/map.go:178"),),
    "growslice": (("growslice", "runtime/slice.go:178"),),
    "slicecopy": (("slicecopy", "runtime/slice.go:392"),),
    "bytetostring": (("slicebytetostring", "runtime/string.go:140"),),
    "runetostring": (("slicerunetostring", "runtime/string.go:261"),),
    "chansend": (("chansend", "runtime/chan.go:176"),),
    "closechan": (("closechan", "runtime/chan.go:414"),),
}
"""The frames of the runtime's functions, innermost first."""

_UNSEEN = "sync."
"""Functions of package sync are not instrumented in Go and do not show up among the callers."""


@record(slots=True, frozen=True)
class Race:
    """Two accesses of one place that nothing orders. `write` and `previous_write` tell which of them write, `address`
    is the place's."""

    access: Access
    write: bool
    previous: Access
    previous_write: bool
    address: int


class Reporter:
    """`position(pos)` gives path and line, `wrapper(pos)` the name of the function that gc makes for the go statement
    there (empty: none), `natives` where natives are declared. `strip` is the path prefix to
    leave out."""

    def __init__(
        self,
        position: Callable[[Any], tuple[str, int]],
        wrapper: Callable[[Any], str],
        natives: Mapping[str, Any],
        strip: str = "",
    ) -> None:
        self.position = position
        self.wrapper = wrapper
        self.natives = natives
        self.strip = strip

    def text(self, race: Race) -> str:
        """The report of a race."""
        access, previous = race.access, race.previous
        address = f"0x{race.address:012x}"
        lines = [LINE, "WARNING: DATA RACE"]
        what = "Write" if race.write else "Read"
        lines.append(f"{what} at {address} by {_name(access.epoch.thread)}:")
        lines += self._stack(access)
        what = "write" if race.previous_write else "read"
        lines += ["", f"Previous {what} at {address} by {_name(previous.epoch.thread)}:"]
        lines += self._stack(previous)
        for thread in (access.epoch.thread, previous.epoch.thread):
            if thread.id != 1:
                state = "finished" if thread.finished else "running"
                lines += ["", f"Goroutine {thread.id} ({state}) created at:"]
                lines += self._frames(thread.created or [])
                if thread.parent is not None:
                    lines += self._bottom(thread.parent)
        name = access if access.text else previous
        if name.text:
            declared = f", declared at {self._where(*self.position(name.decl))}" if name.decl else ""
            lines += ["", f"Location is {name.text}{declared}"]
        lines.append(LINE)
        return "\n".join(lines) + "\n"

    def finding(self, race: Race) -> Finding:
        """The race for machines."""
        name = race.access if race.access.text else race.previous
        what = name.text or "memory without a name"
        finding = Finding(RACE, name.text, f"{what} is accessed by two goroutines, and nothing orders that")
        finding.text = self.text(race)
        declared = self._where(*self.position(name.decl)) if name.decl else ""
        finding.objects = [{"kind": "variable", "name": name.text, "declared": declared}]
        for access, write in ((race.access, race.write), (race.previous, race.previous_write)):
            title = f"{'write' if write else 'read'} by {_name(access.epoch.thread)}"
            frames = [Frame(access.frames[0].function, *self.position(access.pos)), *access.frames[1:]]
            finding.stacks.append(stack_data(title, frames))
        return finding

    def _stack(self, access: Access) -> list[str]:
        lines: list[str] = []
        if access.atomic:
            lines += _runtime_frame(f"sync/atomic.{access.inner}", "$GOROOT/src/runtime/race_amd64.s:289")
            lines += _runtime_frame(f"sync/atomic.{access.inner}", "<autogenerated>:1")
        else:
            for function, where in _RUNTIME_LINES.get(access.inner, ()):
                lines += _runtime_frame(f"runtime.{function}", f"$GOROOT/src/{where}")
        if access.inner in self.natives:
            lines += self._frames([Frame(access.inner, *self.position(self.natives[access.inner]))])
        path, line = self.position(access.pos)
        callers = [f for f in access.frames[1:] if not f.function.startswith(_UNSEEN)]
        lines += self._frames([Frame(access.frames[0].function, path, line), *callers])
        return lines + self._bottom(access.epoch.thread)

    def _bottom(self, thread: Thread) -> list[str]:
        """The frame that gc adds beneath the function of a go statement."""
        wrapper = self.wrapper(thread.go_pos) if thread.go_pos else ""
        return self._frames([Frame(wrapper, *self.position(thread.go_pos))]) if wrapper else []

    def _frames(self, frames: Sequence[Frame]) -> list[str]:
        return [line for f in frames for line in (f"  {f.function}()", f"      {self._where(f.path, f.line)}")]

    def _where(self, path: str, line: int) -> str:
        if self.strip and self.strip in path:
            path = path.split(self.strip, 1)[1]
        return f"{path}:{line}"


def _runtime_frame(function: str, where: str) -> list[str]:
    return [f"  {function}()", f"      {where}"]


def _name(thread: Thread) -> str:
    return "main goroutine" if thread.id == 1 else f"goroutine {thread.id}"
