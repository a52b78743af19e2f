"""A finding: one thing that went wrong, in a form that reports for people and for machines are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.record import field, record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minigo.runtime.traceback import Frame

DEADLOCK, LEAK, LOCK_ORDER, STARVATION = "deadlock", "goroutine leak", "lock order", "starvation"
RACE, PANIC, FATAL, LIMIT = "data race", "panic", "fatal error", "limit"
COMPILE = "compile error"


@record(slots=True)
class Finding:
    """kind: one of the words above. name: which mistake it is ("lock cycle", "missing close"), or the message of a
    panic. message: one line. text: all that is said of it. hint: what helps, "" if nothing is known. goroutines: those
    that it is about, cycle: of these, each waiting for the next. objects: names of variables. stacks: what stands for
    whom, as (title, frames)."""

    kind: str
    name: str
    message: str
    text: str = ""
    hint: str = ""
    goroutines: list[dict[str, Any]] = field(default_factory=list)
    cycle: list[int] = field(default_factory=list)
    objects: list[dict[str, Any]] = field(default_factory=list)
    stacks: list[dict[str, Any]] = field(default_factory=list)


def stack_data(title: str, frames: Sequence[Frame]) -> dict[str, Any]:
    """A stack, innermost call first, for machines."""
    return {"title": title, "frames": frame_data(frames)}


def frame_data(frames: Sequence[Frame]) -> list[dict[str, Any]]:
    return [{"function": f.function, "file": f.path, "line": f.line} for f in frames]
