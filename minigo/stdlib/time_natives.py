"""Natives of package time that make use of the machine: sleeping, timers and tickers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked
from minigo.runtime.panics import nil_dereference
from minigo.stdlib.clock_natives import BUBBLE_OFFSET
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run
    from minigo.runtime.sched.chan import Channel
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.sched.timers import Timer

_MAX = (1 << 63) - 1
# How time.Time lays out an instant with a reading of the monotonic clock (see src/time/time.go).
_HAS_MONOTONIC = 1 << 63
_START_SECONDS = 1257894000 + 62135596800 - 59453308800
_SECOND = 1_000_000_000


@linked("time.Sleep")
def sleep(run: Run) -> Callable[[int], None]:
    return machine_of(run).sleep


@linked("time.newTimer")
def new_timer(run: Run) -> Callable[[Channel, Any], Timer]:
    m = machine_of(run)

    def new_timer(channel: Channel, loc: Any) -> Timer:
        offset = 0 if m.g.bubble is None else BUBBLE_OFFSET

        def instant(when: int) -> Any:
            when += offset
            time = channel.elem.zero()
            time.f_wall = _HAS_MONOTONIC | (_START_SECONDS + when // _SECOND) << 30 | when % _SECOND
            time.f_ext = when + 1
            time.f_loc = loc
            return time

        return m.timer_channel(channel, instant)

    return new_timer


@linked("time.newFuncTimer")
def new_func_timer(run: Run) -> Callable[[Any], Timer]:
    m = machine_of(run)

    def new_func_timer(f: Any) -> Timer:
        if f is None:
            raise nil_dereference()
        return m.call_later(f)

    return new_func_timer


def _deadline(m: Machine, d: int) -> int:
    return min(m.program_now() + max(d, 0), _MAX)


@linked("time.(*runtimeTimer).start")
def start(run: Run) -> Callable[[Timer, int, int], None]:
    m = machine_of(run)
    return lambda timer, d, period: m.timer_arm(timer, _deadline(m, d), period)


@linked("time.(*runtimeTimer).stop")
def stop(run: Run) -> Callable[[Timer], bool]:
    return machine_of(run).timer_stop


@linked("time.(*runtimeTimer).reset")
def reset(run: Run) -> Callable[[Timer, int, int], bool]:
    m = machine_of(run)
    return lambda timer, d, period: m.timer_reset(timer, _deadline(m, d), period)
