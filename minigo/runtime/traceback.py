"""Stack traces and goroutine dumps, in Go's format.

Frames come from Python's: of a live goroutine, or of the traceback of the exception that ended it. An engine describes
the frames that are Go code (`Describe`); all others are minigo's own and not shown. A goroutine that panics runs its
deferred calls while Python has already unwound the frames beneath them. So where the frame of `Defers.unwind` is met,
the frames of the panic that is being handled are put back from that panic's own traceback.

Lists of frames are innermost first, as they are printed; "outer first" is said where it is not so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import CodeType, FrameType, TracebackType
from typing import Any

from minigo.record import field, record
from minigo.runtime.defers import Defers, call_deferred
from minigo.runtime.panics import SIGNAL_LINE, FatalError, GoPanic

_UNWIND = Defers.unwind.__code__
_CALL = call_deferred.__code__
_FINISH = Defers.finish.__code__
_SHOWN_AT_EACH_END = 50


@record(slots=True, frozen=True)
class Frame:
    """A call of a Go function. `path` is the file's absolute path; `has_params`: printed as `f(...)`, not `f()`."""

    function: str
    path: str
    line: int
    has_params: bool = False


Describe = Callable[[FrameType, int], Frame | None]
"""The Go frame that a Python frame at a line is, None when it is none (or hidden)."""


@record(slots=True, frozen=True)
class Creator:
    """The go statement that started a goroutine; `goroutine` is the id of the one that executed it, 0 for a timer."""

    function: str
    goroutine: int
    path: str
    line: int


@record(slots=True)
class GoroutineDump:
    """A goroutine in a dump. `state` is the wait reason, or running, runnable...; `minutes` it has been waiting;
    `bubble`: the number of its bubble, 0 if it is in none."""

    id: int
    state: str
    frames: list[Frame] = field(default_factory=list)
    creator: Creator | None = None
    minutes: int = 0
    locked: bool = False
    bubble: int = 0


# ---------------------------------------------------------------- collecting

_Call = tuple[FrameType, int]
"""A Python frame at a line."""
_Entry = _Call | Frame
"""A Python frame, or a frame of the runtime's that stands between Go's."""

_PANIC = Frame("panic", "$GOROOT/src/runtime/panic.go", 859, True)
_GOEXIT = Frame("runtime.Goexit", "$GOROOT/src/runtime/panic.go", 694)


def frames_of(error: BaseException, describe: Describe) -> list[Frame]:
    """The Go frames at the moment `error` was raised."""
    return _described(_stack(error), describe)


def live_frames(frame: FrameType | None, describe: Describe) -> list[Frame]:
    """The Go frames of a goroutine whose innermost Python frame is `frame`."""
    entries: list[_Call] = []
    while frame is not None:
        entries.append((frame, frame.f_lineno))
        frame = frame.f_back
    entries.reverse()
    return _described(_restore(entries, None), describe)


def _described(entries: list[_Entry], describe: Describe) -> list[Frame]:
    frames = (entry if isinstance(entry, Frame) else describe(*entry) for entry in reversed(entries))
    return [frame for frame in frames if frame is not None]


def _stack(error: BaseException) -> list[_Entry]:
    """Outer first."""
    if isinstance(error, FatalError) and error.printed is not None and error.__cause__ is not None:
        return _stack(error.printed) + _stack(error.__cause__)
    return _restore(_distinct(error.__traceback__), error)


def _distinct(tb: TracebackType | None) -> list[_Call]:
    """The entries of a traceback, outer first, each frame once: an exception that is raised again passes the frame of
    the handler twice, and the first time it did is what counts (that entry comes last)."""
    lines: dict[FrameType, int] = {}
    while tb is not None:
        lines.pop(tb.tb_frame, None)
        lines[tb.tb_frame] = tb.tb_lineno
        tb = tb.tb_next
    return list(lines.items())


def _restore(entries: list[_Call], error: BaseException | None) -> list[_Entry]:
    """Puts the frames of panics that were being handled where deferred calls ran on top of them (outer first)."""
    out: list[_Entry] = []
    for i, (frame, line) in enumerate(entries):
        if frame.f_code is not _UNWIND:
            out.append((frame, line))
        elif i + 1 < len(entries) and entries[i + 1][0].f_code is _CALL:  # not where it only raised again
            handled = _handled(frame, error)
            if handled is not None:
                below = _stack(handled)
                _cut(out, below)
                out.extend(below)
                out.append(_GOEXIT if handled.goexit else _PANIC)
        elif i > 0 and entries[i - 1][0].f_code is not _UNWIND:
            _set_back(out, frame, [f.f_code for f, _ in entries[i + 1 : i + 3]])
    return out


def _set_back(out: list[_Entry], unwind: FrameType, following: list[CodeType]) -> None:
    """If a function, the last of `out`, runs its other deferred calls after a recover: it stands where it panicked."""
    recovered = unwind.f_locals.get("current")
    if next((code for code in following if code is not _UNWIND), None) is _FINISH and isinstance(recovered, GoPanic):
        function = _python_frame(out[-1])
        for frame, line in _distinct(recovered.__traceback__):
            if frame is function:
                out[-1] = (frame, line)


def _handled(unwind: FrameType, error: BaseException | None) -> GoPanic | None:
    """The panic whose deferred calls this frame of Defers.unwind ran when `error` was raised (or runs now)."""
    if isinstance(error, GoPanic):
        for frame, older in error.handlers:
            if frame is unwind:
                return older
    current = unwind.f_locals.get("current")
    return current if isinstance(current, GoPanic) and current is not error else None


def _cut(out: list[_Entry], below: list[_Entry]) -> None:
    """Drops from the end of `out` the frames that `below` begins with. There they are near the end, however deep the
    stack is."""
    if not below:
        return
    first = _python_frame(below[0])
    for i in range(len(out) - 1, -1, -1):
        if _python_frame(out[i]) is first:
            del out[i:]
            return


def _python_frame(entry: _Entry) -> FrameType | Frame:
    return entry if isinstance(entry, Frame) else entry[0]


# ---------------------------------------------------------------- formatting


def frame_lines(frames: Sequence[Frame]) -> list[str]:
    """Two lines a frame; of a deep stack only both ends."""
    shown = list(frames)
    elided = len(shown) - 2 * _SHOWN_AT_EACH_END
    if elided <= 0:
        return [line for frame in shown for line in _frame(frame)]
    top, bottom = shown[:_SHOWN_AT_EACH_END], shown[-_SHOWN_AT_EACH_END:]
    lines = [line for frame in top for line in _frame(frame)]
    lines.append(f"...{elided} frames elided...")
    lines += [line for frame in bottom for line in _frame(frame)]
    return lines


def _frame(frame: Frame) -> tuple[str, str]:
    return f"{frame.function}({'...' if frame.has_params else ''})", f"\t{frame.path}:{frame.line}"


def goroutine_text(dump: GoroutineDump) -> str:
    """A goroutine as a dump shows it, with a newline at the end."""
    state = dump.state
    if dump.minutes >= 1:
        state += f", {dump.minutes} minutes"
    if dump.locked:
        state += ", locked to thread"
    if dump.bubble:
        state += f", synctest bubble {dump.bubble}"
    lines = [f"goroutine {dump.id} [{state}]:", *frame_lines(dump.frames)]
    if dump.creator is not None:
        creator = dump.creator
        parent = f" in goroutine {creator.goroutine}" if creator.goroutine else ""
        lines.append(f"created by {creator.function}{parent}")
        lines.append(f"\t{creator.path}:{creator.line}")
    return "\n".join(lines) + "\n"


def dump_text(dumps: Sequence[GoroutineDump]) -> str:
    """Several goroutines, an empty line between."""
    return "\n".join(goroutine_text(dump) for dump in dumps)


def panic_lines(panic: GoPanic, show: Callable[[Any], str]) -> str:
    """`panic: ...` for `panic` and all that were under way when it was raised; `show` renders a panic's value."""
    out: list[str] = []
    chain = panic.chain()
    printed = False
    for i, p in enumerate(chain):
        if p.goexit or (i > 0 and chain[i - 1].repanicked):
            continue
        mark = ""
        if p.recovered:
            mark = " [recovered, repanicked]" if p.repanicked else " [recovered]"
        out.append(f"{chr(9) if printed and not chain[i - 1].goexit else ''}panic: {show(p)}{mark}\n")
        printed = True
    if any(p.by_signal for p in chain):
        out.append(SIGNAL_LINE + "\n")
    return "".join(out)


def panic_report(panic: GoPanic, show: Callable[[Any], str], dumps: Sequence[GoroutineDump]) -> str:
    """What an unrecovered panic prints; `dumps` holds the goroutine that panicked."""
    return _with_dump(panic_lines(panic, show), dumps)


def fatal_report(error: FatalError, dumps: Sequence[GoroutineDump]) -> str:
    """What a fatal error prints."""
    signal = SIGNAL_LINE + "\n" if error.signal else ""
    return _with_dump(f"{error.preface}fatal error: {error.text}\n{signal}", dumps)


def _with_dump(head: str, dumps: Sequence[GoroutineDump]) -> str:
    return f"{head}\n{dump_text(dumps)}" if dumps else head
