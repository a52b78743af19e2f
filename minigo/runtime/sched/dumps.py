"""A goroutine as a dump shows it: its state, its Go frames, and the go statement that started it."""

from __future__ import annotations

import re
from types import FrameType
from typing import TYPE_CHECKING

from minigo.runtime.traceback import Creator, Describe, Frame, GoroutineDump, live_frames

if TYPE_CHECKING:
    from minigo.runtime.sched.machine import GoroutineInfo, Machine

MINUTE_NS = 60_000_000_000

_LITERAL = re.compile(r"\.func\d+(\.\d+)*$")
"""The name of a function literal; most take no parameters when they are started as goroutines."""


def goroutine_dump(machine: Machine, info: GoroutineInfo, frame: FrameType | None, describe: Describe) -> GoroutineDump:
    """The dump of a goroutine whose innermost Python frame is `frame`; None: it has not run yet."""
    creator = creator_of(machine, info)
    if frame is not None or creator is None:
        frames = live_frames(frame, describe)
    else:
        # It stands where it was started, at the go statement.
        has_params = not _LITERAL.search(info.start_name)
        frames = [Frame(info.start_name, creator.path, creator.line, has_params)]
    return GoroutineDump(
        id=info.id,
        state=info.state,
        frames=frames,
        creator=creator,
        minutes=info.waited // MINUTE_NS,
        locked=info.locked,
        bubble=info.g.bubble.id if info.g.bubble is not None else 0,
    )


def creator_of(machine: Machine, info: GoroutineInfo) -> Creator | None:
    """The go statement that started a goroutine; None for main."""
    if not info.creator_name:
        return None
    path, _, line = machine.hooks.position(info.go_pos).rpartition(":")
    return Creator(info.creator_name, info.creator_id, path or "?", int(line) if line.isdigit() else 0)
