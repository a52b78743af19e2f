"""Machine: the simulated Go scheduler as the engines and the library use it.

The parts are functions over the state (`Sched`); here they become the methods of one object. Attributes that
compiled code uses: `budget`, `pause_entry`, `pause_loop`, `pause_pure`, `pause_rmw`.
"""

from __future__ import annotations

from types import FrameType
from typing import TYPE_CHECKING, Any

from minigo.record import record
from minigo.runtime.sched import (
    bubble,
    chan,
    dispatch,
    mutex,
    pause,
    procs,
    rwmutex,
    sema,
    signals,
    sigtable,
    switch,
    timers,
    waitgroup,
)
from minigo.runtime.sched import select as selection
from minigo.runtime.sched.g import SYSTEM_ID, WAIT_SLEEP, WAITING, G
from minigo.runtime.sched.runq import put_next
from minigo.runtime.sched.state import Hooks, Sched, Settings
from minigo.runtime.sched.timers import Timer
from minigo.runtime.sched.wake import ready

if TYPE_CHECKING:
    from minigo.runtime.chooser import Chooser
    from minigo.runtime.events import Bus

FORCED_COLLECTION_NS = 120_000_000_000


@record(slots=True)
class GoroutineInfo:
    """A goroutine as a report shows it. `state` is its wait reason or status, `waited` virtual ns; `frame` its
    innermost Python frame (None when it never ran)."""

    id: int
    state: str
    waited: int
    locked: bool
    frame: FrameType | None
    start_name: str
    creator_name: str
    creator_id: int
    go_pos: Any
    g: G


class Machine(Sched):
    __slots__ = ()

    def __init__(self, settings: Settings, chooser: Chooser, bus: Bus, hooks: Hooks | None = None) -> None:
        super().__init__(settings, chooser, bus, hooks)
        self.signals.act = lambda number: signals.act(self, number)

    # what compiled code calls when its budget is used up
    pause_entry = pause.pause_entry
    pause_loop = pause.pause_loop
    pause_pure = pause.pause_pure
    pause_rmw = pause.pause_rmw

    # goroutines
    run_main = switch.run
    close = switch.close
    go = switch.go
    gosched = switch.gosched
    park = switch.park
    ready = ready
    stop_run = dispatch.stop
    syscall = switch.system_call
    goexit = staticmethod(switch.goexit)

    # channels
    make_chan = chan.make_chan
    chan_send = chan.send
    chan_recv = chan.recv
    chan_recv2 = chan.recv2
    chan_close = chan.close
    chan_len = staticmethod(chan.length)
    chan_cap = staticmethod(chan.capacity)
    chan_deliver = chan.try_deliver
    select = selection.select

    # timers
    timer_arm = timers.arm
    timer_stop = timers.stop
    timer_reset = timers.reset

    # package sync
    sema_acquire = sema.acquire
    sema_release = sema.release
    mutex_lock = mutex.lock
    mutex_try_lock = mutex.try_lock
    mutex_unlock = mutex.unlock
    rwmutex_lock = rwmutex.lock
    rwmutex_try_lock = rwmutex.try_lock
    rwmutex_unlock = rwmutex.unlock
    rwmutex_rlock = rwmutex.rlock
    rwmutex_try_rlock = rwmutex.try_rlock
    rwmutex_runlock = rwmutex.runlock
    waitgroup_add = waitgroup.add
    waitgroup_wait = waitgroup.wait
    cond_join = waitgroup.cond_join
    cond_wait = waitgroup.cond_wait
    cond_signal = waitgroup.cond_signal

    # signals
    signal_arm = sigtable.arm

    # testing/synctest
    bubble_run = bubble.run
    bubble_wait = bubble.wait

    # processors and threads
    set_gomaxprocs = procs.gomaxprocs
    lock_os_thread = procs.lock_os_thread
    unlock_os_thread = procs.unlock_os_thread

    def num_cpu(self) -> int:
        """The processors of the simulated computer."""
        return self.settings.num_cpu

    def num_goroutine(self) -> int:
        """Goroutines that have not ended."""
        return len(self.allgs)

    def sleep(self, ns: int) -> None:
        """time.Sleep: returns at once, without yielding, when ns is not positive."""
        if ns <= 0:
            return
        g = self.g
        timer = g.timer
        if timer is None:
            timer = g.timer = Timer(g)
        timer.bubble = bubble = g.bubble
        timer.when = when = (self.now() if bubble is None else bubble.now) + ns
        # Used again, it counts as a new one.
        timer.id = self.timer_seq = self.timer_seq + 1
        if self.bus.on:
            self.emit("sleep", when)
            self.emit("timer", timer.id, "start")
        timers.push(self, timer)
        switch.park(self, WAIT_SLEEP)

    def call_later(self, fn: Any, creator_name: str = "time.goFunc") -> Timer:
        """A timer, not yet armed, that starts `fn()` in a goroutine of its own."""
        label = self.g.label
        return Timer(lambda _timer, _when: self._start(fn, creator_name, label), bubble=self.g.bubble)

    def _start(self, fn: Any, creator_name: str, label: Any) -> None:
        g = switch.go(self, fn, (), (creator_name, None))
        g.creator_id = 0
        g.label = label

    def timer_channel(self, channel: chan.Channel, value: Any) -> Timer:
        """A timer, not yet armed, that sends `value(when)` to the channel (of capacity 1) unless that is full."""

        def fire(_timer: Timer, when: int) -> None:
            chan.try_deliver(self, channel, value(when))

        timer = Timer(fire, channel, self.g.bubble)
        channel.attach(timer)
        return timer

    def goroutines(self) -> list[GoroutineInfo]:
        """All goroutines that have not ended, the current one first, the others by id."""
        current = self.g
        now = max(self.clock(), self.vnow)
        rest = [g for g in self.allgs.values() if g is not current]
        ordered = ([current] if current.id in self.allgs else []) + rest
        return [self._info(g, now) for g in ordered]

    def collect(self) -> None:
        """A garbage collection that the program asks for; from then on there is one every two minutes.

        The others run meanwhile. For the first one the collector starts a goroutine of its own, which takes the place
        of the one that was to run next.
        """
        if not self.collections and self.gomaxprocs == 1:
            put_next(self, self.p, G(SYSTEM_ID))
            self.system += 1
            self.review()
        self.collections.append(self.now())
        if self.bus.on:
            self.emit("gc")
        switch.gosched(self)

    def _waited(self, g: G, now: int) -> int:
        if g.status != WAITING:
            return 0
        for i, asked in enumerate(self.collections):
            rounds = max(-(-(g.since - asked) // FORCED_COLLECTION_NS), 0)
            seen = asked + rounds * FORCED_COLLECTION_NS
            until = self.collections[i + 1] if i + 1 < len(self.collections) else now
            if seen <= until:
                return now - seen
        return 0

    def _info(self, g: G, now: int) -> GoroutineInfo:
        frame = g.greenlet.gr_frame if g.greenlet is not None else None
        return GoroutineInfo(
            id=g.id,
            state=g.describe(self.status_of(g)),
            waited=self._waited(g, now),
            locked=g.locked_m is not None,
            frame=frame,
            start_name=g.start_name,
            creator_name=g.creator_name,
            creator_id=g.creator_id,
            go_pos=g.go_pos,
            g=g,
        )
