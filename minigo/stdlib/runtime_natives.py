"""Natives of packages runtime and runtime/debug: steering the machine, and looking at stacks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from minigo.record import replace
from minigo.runtime.natives import linked
from minigo.runtime.panics import Goexit
from minigo.runtime.sched.dumps import goroutine_dump
from minigo.runtime.sched.stacks import STACK_MIN, grown
from minigo.runtime.traceback import Frame, dump_text, live_frames
from minigo.runtime.values import gostring
from minigo.stdlib.sync_natives import collect_pools, machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run
    from minigo.runtime.sched.machine import Machine

_BASE_HEAP = 192 << 10
_PLACES = "runtime.places"
_FIRST_PC = 0x480000
_PC_STEP = 16

_GOEXIT = Frame("runtime.goexit", "$GOROOT/src/runtime/asm_amd64.s", 1264)
_BELOW_MAIN = [Frame("runtime.main", "$GOROOT/src/runtime/proc.go", 302), _GOEXIT]
_BELOW_INIT = [
    Frame("runtime.doInit1", "$GOROOT/src/runtime/proc.go", 8154),
    Frame("runtime.doInit", "$GOROOT/src/runtime/proc.go", 8121),
    Frame("runtime.main", "$GOROOT/src/runtime/proc.go", 269),
    _GOEXIT,
]
_MAIN_GOROUTINE = 1


@linked("runtime.Gosched")
def gosched(run: Run) -> Callable[[], None]:
    return machine_of(run).gosched


@linked("runtime.Goexit")
def goexit(run: Run) -> Callable[[], NoReturn]:
    m = machine_of(run)

    def goexit() -> NoReturn:
        if m.bus.on:
            m.emit("goexit")
        raise Goexit

    return goexit


@linked("runtime.GOMAXPROCS")
def gomaxprocs(run: Run) -> Callable[[int], int]:
    return machine_of(run).set_gomaxprocs


@linked("runtime.NumCPU")
def num_cpu(run: Run) -> Callable[[], int]:
    return machine_of(run).num_cpu


@linked("runtime.NumGoroutine")
def num_goroutine(run: Run) -> Callable[[], int]:
    return machine_of(run).num_goroutine


@linked("runtime.LockOSThread")
def lock_os_thread(run: Run) -> Callable[[], None]:
    return machine_of(run).lock_os_thread


@linked("runtime.UnlockOSThread")
def unlock_os_thread(run: Run) -> Callable[[], None]:
    return machine_of(run).unlock_os_thread


@linked("runtime.GC")
def gc(run: Run) -> Callable[[], None]:
    m = machine_of(run)

    def gc() -> None:
        collect_pools(m)
        m.collect()

    return gc


@linked("runtime.memory")
def memory(run: Run) -> Callable[[], tuple[int, int, int]]:
    m = machine_of(run)

    def memory() -> tuple[int, int, int]:
        _, *others = m.goroutines()
        frames = [sys._getframe(), *(info.frame for info in others)]
        stacks = sum(grown(STACK_MIN, len(live_frames(frame, run.describe))) for frame in frames)
        return _BASE_HEAP + stacks // 4, stacks, len(m.collections)

    return memory


# ---------------------------------------------------------------- stacks


def _here(run: Run) -> list[Frame]:
    """The frames of the current goroutine, innermost first, with those of the runtime that tracebacks leave out; that
    of the function that called the native is 0."""
    frames = [replace(f, function="runtime.gopanic") if f.function == "panic" else f for f in _go_frames(run)]
    if machine_of(run).g.id != _MAIN_GOROUTINE:
        return [*frames, _GOEXIT]
    return frames + (_BELOW_MAIN if frames[-1].function == "main.main" else _BELOW_INIT)


def _go_frames(run: Run) -> list[Frame]:
    return live_frames(sys._getframe(2), run.describe)


@linked("runtime.caller")
@linked("testing.caller")
def caller(run: Run) -> Callable[[int], tuple[bytes, bytes, int, bool]]:
    def caller(skip: int) -> tuple[bytes, bytes, int, bool]:
        frames = _here(run)
        if not 0 <= skip < len(frames):
            return b"", b"", 0, False
        frame = frames[skip]
        return gostring(frame.function), gostring(frame.path), frame.line, True

    return caller


def _places(m: Machine) -> list[Frame]:
    places: list[Frame] = m.shelf.setdefault(_PLACES, [])
    return places


@linked("runtime.register")
def register(run: Run) -> Callable[[int], int]:
    places = _places(machine_of(run))

    def register(skip: int) -> int:
        frames = _here(run)
        if not 0 <= skip < len(frames):
            return 0
        frame = frames[skip]
        if frame not in places:
            places.append(frame)
        return _FIRST_PC + _PC_STEP * places.index(frame)

    return register


@linked("runtime.place")
def place(run: Run) -> Callable[[int], tuple[bytes, bytes, int, int]]:
    places = _places(machine_of(run))

    def place(pc: int) -> tuple[bytes, bytes, int, int]:
        # what lies between two places belongs to the upper one: Go programs look at pc-1, which is in the call
        index = -((_FIRST_PC - pc) // _PC_STEP)
        if not 0 <= index < len(places):
            return b"", b"", 0, 0
        frame = places[index]
        first = next(i for i, f in enumerate(places) if f.function == frame.function)
        entry = _FIRST_PC + _PC_STEP * first - _PC_STEP // 2
        return gostring(frame.function), gostring(frame.path), frame.line, entry

    return place


@linked("runtime.stack")
def stack(run: Run) -> Callable[[bool], bytes]:
    m = machine_of(run)

    def stack(everybody: bool) -> bytes:
        infos = m.goroutines()
        current = goroutine_dump(m, infos[0], sys._getframe(), run.describe)
        current.state = "running"
        current.minutes = 0
        # The function of package runtime that asks is not part of the answer.
        while current.frames and current.frames[0].function.startswith("runtime."):
            del current.frames[0]
        rest = [goroutine_dump(m, info, info.frame, run.describe) for info in infos[1:]] if everybody else []
        for dump in rest:
            # The world is stopped to look at the others.
            if dump.state == "running":
                dump.state = "runnable"
        return gostring(dump_text([current, *rest]))

    return stack


# ---------------------------------------------------------------- runtime/debug


@linked("runtime/debug.SetMaxStack")
def set_max_stack(run: Run) -> Callable[[int], int]:
    return lambda size: run.set_max_stack(size)


@linked("runtime/debug.SetMaxThreads")
def set_max_threads(run: Run) -> Callable[[int], int]:
    m = machine_of(run)

    def set_max_threads(n: int) -> int:
        old, m.max_threads = m.max_threads, n
        return old

    return set_max_threads


@linked("runtime/debug.setPercent")
def set_percent(run: Run) -> Callable[[int], int]:
    m = machine_of(run)

    def set_percent(percent: int) -> int:
        old: int = m.shelf.get("runtime.percent", 100)
        m.shelf["runtime.percent"] = percent
        return old

    return set_percent


@linked("runtime/debug.setTraceback")
def set_traceback(run: Run) -> Callable[[bool], None]:
    def set_traceback(everybody: bool) -> None:
        run.traceback_all = everybody

    return set_traceback
