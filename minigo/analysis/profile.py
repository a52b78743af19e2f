"""Where the processor time of the host goes in a run: samples of the Go stack, written for pstats or for speedscope.

A second thread looks every few milliseconds at the Python frame that the run is in. A goroutine is a greenlet, so the
frames beneath are that goroutine's alone, whoever ran before; those that are calls of Go functions tell function and
line. Natives and the scheduler count for the Go line that called them. Sampling changes nothing of what the program
does.

A sample weighs the processor time since the one before. Its innermost call has that time to itself; every function on
the stack has it in its total, once, however often it is there.
"""

from __future__ import annotations

import marshal
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple

from minigo.record import field, record
from minigo.source import pos_line

if TYPE_CHECKING:
    from minigo.engine.linker import Linked

INTERVAL = 0.001
"""Seconds between samples at the least; Python lets the other thread have a look every 5 ms."""
MAX_DEPTH = 500
"""Of a deeper stack only the innermost calls are looked at."""


class Call(NamedTuple):
    """A Go function on the stack: where it begins, and the line that it is at."""

    name: str
    file: str
    first_line: int
    line: int

    @property
    def function(self) -> tuple[str, int, str]:
        """What pstats calls a function."""
        return self.file, self.first_line, self.name


NO_GO_CODE = Call("<minigo>", "~", 0, 0)
"""Stands for moments without a Go function: no goroutine runs, or one begins."""

Stack = tuple[Call, ...]


@record(slots=True)
class Times:
    """Of one function. `samples`: how many it was in; `own` and `total` seconds; `callers` by function."""

    samples: int = 0
    own: float = 0.0
    total: float = 0.0
    callers: dict[tuple[str, int, str], Times] = field(default_factory=dict)

    def row(self) -> tuple[Any, ...]:
        return self.samples, self.samples, self.own, self.total


@record(slots=True)
class Profile:
    """`weights` are the seconds spent with each stack (outermost call first), `counts` the samples that found it."""

    weights: dict[Stack, float] = field(default_factory=dict)
    counts: dict[Stack, int] = field(default_factory=dict)

    def add(self, stack: Stack, seconds: float) -> None:
        """One sample."""
        stack = stack or (NO_GO_CODE,)
        self.weights[stack] = self.weights.get(stack, 0.0) + seconds
        self.counts[stack] = self.counts.get(stack, 0) + 1

    def functions(self) -> dict[tuple[str, int, str], Times]:
        """What each function took, by (file, first line, name)."""
        table: dict[tuple[str, int, str], Times] = {}
        for stack, seconds in self.weights.items():
            names = [call.function for call in stack]
            count = self.counts[stack]
            table.setdefault(names[-1], Times()).own += seconds
            for name in dict.fromkeys(names):
                times = table.setdefault(name, Times())
                times.total += seconds
                times.samples += count
            for caller, name in dict.fromkeys(pairwise(names)):
                edge = table[name].callers.setdefault(caller, Times())
                edge.total += seconds
                edge.samples += count
            if len(names) > 1:
                table[names[-1]].callers[names[-2]].own += seconds
        return table

    def write(self, path: Path) -> None:
        """For speedscope if the file's name ends in .json, else for pstats. Raises OSError."""
        if path.suffix == ".json":
            import json

            path.write_text(json.dumps(self.speedscope(path.stem)))
        else:
            path.write_bytes(self.pstats())

    def pstats(self) -> bytes:
        """What pstats.Stats loads; the numbers of calls are numbers of samples."""
        return marshal.dumps(
            {
                name: (*times.row(), {caller: edge.row() for caller, edge in times.callers.items()})
                for name, times in self.functions().items()
            }
        )

    def speedscope(self, name: str) -> dict[str, Any]:
        """The document of www.speedscope.app/file-format-schema.json: frames are Go lines."""
        frames: dict[Call, int] = {}
        samples = [[frames.setdefault(call, len(frames)) for call in stack] for stack in self.weights]
        return {
            "$schema": "https://www.speedscope.app/file-format-schema.json",
            "exporter": "minigo",
            "name": name,
            "shared": {"frames": [{"name": c.name, "file": c.file, "line": c.line} for c in frames]},
            "profiles": [
                {
                    "type": "sampled",
                    "name": name,
                    "unit": "seconds",
                    "startValue": 0,
                    "endValue": sum(self.weights.values()),
                    "samples": samples,
                    "weights": list(self.weights.values()),
                }
            ],
        }


def go_stack(linked: Linked, frame: FrameType | None) -> Stack:
    """The calls of Go functions beneath a Python frame, outermost first."""
    calls: list[Call] = []
    while frame is not None and len(calls) < MAX_DEPTH:
        found = linked.call_of(frame, frame.f_lineno)
        if found is not None and not found[0].hidden:
            function, line = found
            calls.append(Call(function.name, linked.path(function.pos), pos_line(function.pos), line))
        frame = frame.f_back
    calls.reverse()
    return tuple(calls)


class Sampler:
    """Adds samples of the thread that makes it to `profile`, between `with` and its end."""

    def __init__(self, profile: Profile, linked: Linked) -> None:
        self._profile = profile
        self._linked = linked
        self._ident = threading.get_ident()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="minigo profile", daemon=True)

    def __enter__(self) -> Sampler:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        last = time.process_time()
        while not self._done.wait(INTERVAL):
            now = time.process_time()
            frame = sys._current_frames().get(self._ident)
            self._profile.add(go_stack(self._linked, frame), now - last)
            del frame
            last = now
