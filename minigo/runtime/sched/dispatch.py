"""Which P goes on: the simulation always continues the P whose clock is furthest behind, for a small random quantum.

`dispatch` also lets happen what is due by then: sysmon, the end of system calls, timers that an idle P has to
serve. When no P runs, time jumps to the next of these; when there is none, the program is deadlocked. `stop` is how a
run ends, for whatever reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greenlet import GreenletExit

from minigo.runtime.panics import FatalError, LimitExceeded
from minigo.runtime.sched import sigtable, syscalls, sysmon, timers
from minigo.runtime.sched.find import release, run_next
from minigo.runtime.sched.p import STEP_NS
from minigo.runtime.sched.state import SYSMON_MIN_NS
from minigo.runtime.sched.wake import start_p

if TYPE_CHECKING:
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.state import Sched

QUANTA = (1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 112, 128, 192, 256)
"""Steps by which a P may get ahead of the one that is furthest behind: mostly few, so that Ps interleave finely,
sometimes many, so that long stretches without interruption happen as well."""
_QUANTA_NS = tuple([steps * STEP_NS for steps in QUANTA])
_QUANTA = len(QUANTA)
_NEVER = 1 << 63


def stop(m: Sched, outcome: BaseException | None) -> None:
    """Ends the run: the hub gets control and `outcome`. Does not return; the goroutine's frames stay as they are."""
    m.outcome = outcome
    hub = m.hub
    assert hub is not None
    hub.switch()
    raise GreenletExit


def dispatch(m: Sched) -> G:
    """Chooses the P that goes on, finds it a goroutine if it has none, and grants it a budget: what it may use before
    the machine must look again. Sets `p` and `g`. Does not return when the run is at its end.
    """
    p = m.p
    now = m.end - m.budget * STEP_NS
    if now != p.clock:
        # The used steps, as `settle` books them.
        m.steps += (now - p.clock) // STEP_NS
        p.clock = now
    running = m.running
    while True:
        # p is to be the P that is furthest behind, at `now`; the next one is at `least`.
        n = len(running)
        if n == 2:
            p, q = running
            now = p.clock
            least = q.clock
            if least < now or (least == now and m.choose(2, "tie")):
                p = q
                now, least = least, now
        elif n == 1:
            p = running[0]
            now = p.clock
            least = _NEVER
        elif n:
            p = running[0]
            now = least = _NEVER
            tied = 1
            for q in running:
                clock = q.clock
                if clock < now:
                    p = q
                    least = now
                    now = clock
                    tied = 1
                elif clock == now:
                    tied += 1
                    least = now
                elif clock < least:
                    least = clock
            if tied > 1:
                p = [q for q in running if q.clock == now][m.choose(tied, "tie")]
        else:
            _jump(m)
            continue
        m.p = p
        m.budget = 0
        m.end = now
        if now >= m.sysmon_next:
            sysmon.tick(m, now)
        if m.syscalls and m.syscalls[0].when <= now:
            syscalls.finish_first(m)
            continue
        if m.timed and m.idle and not m.nmspinning and _serve_timers(m, now):
            continue
        g = p.curg
        if g is None:
            g = run_next(m, p)
            if g is None:
                if not m.look_again:
                    release(m, p)
                continue
            if m.budget:
                # Timers have started goroutines.
                now = m.settle()
        m.g = g
        if m.spun and g.spin is None:
            m.epoch += 1
        horizon = m.sysmon_next
        if len(running) > n:
            # Somebody was woken meanwhile.
            for q in running[n:]:
                if q.clock < least:
                    least = q.clock
        if least < _NEVER:
            least += _QUANTA_NS[m.choose(_QUANTA, "quantum")]
            if least < horizon:
                horizon = least
        if m.timed and m.idle:
            when = timers.earliest(m)
            if when is not None and when < horizon:
                horizon = when
        if m.syscalls and m.syscalls[0].when < horizon:
            horizon = m.syscalls[0].when
        steps = (horizon - now) // STEP_NS
        if m.limited and m.settings.max_steps is not None:
            steps = min(steps, m.settings.max_steps - m.steps - 1)
        if steps < 0:
            steps = 0
        m.budget = steps
        m.end = p.clock + steps * STEP_NS
        return g


def _serve_timers(m: Sched, now: int) -> bool:
    """An idle P serves timers that are due, whoever's they are. Reports whether one was woken."""
    when = timers.earliest(m)
    if when is None or when > now:
        return False
    start_p(m, m.idle.pop(), max(when, now), True)
    return True


def _jump(m: Sched) -> None:
    """No P runs: time jumps to whatever comes next."""
    check_limits(m)
    now = max(p.clock for p in m.allp)
    sigtable.look(m, now)
    when = timers.earliest(m) if m.idle else None
    if when is not None and m.alarm is not None and timers.nothing_to_come(m):
        when = None
    syscall = m.syscalls[0].when if m.syscalls else None
    if when is not None and m.gomaxprocs == 1:
        when = timers.bunch_end(m.allp[0], now)
    if m.syscalls and not m.idle:
        # All Ps are in system calls, perhaps with others waiting to run: only sysmon can free one.
        syscall = min(syscall or m.sysmon_next, max(m.sysmon_next, now))
    if when is None and syscall is None:
        if m.last_resort is not None:
            timer, m.last_resort = m.last_resort, None
            timers.arm(m, timer, now)
            return
        if sigtable.await_host(m):
            return
        stop(m, deadlock(m))
    for watcher in m.watchers:
        watcher(now, min(t for t in (when, syscall) if t is not None))
    if when is not None and (syscall is None or when <= syscall):
        if _sleep_on_host(m, now, when):
            return
        _restart_sysmon(m, max(when, now))
        start_p(m, m.idle.pop(), when, False)
        return
    assert syscall is not None
    if _sleep_on_host(m, now, syscall):
        return
    if m.syscalls[0].when <= syscall:
        _restart_sysmon(m, max(syscall, now))
        syscalls.finish_first(m)
    else:
        sysmon.tick(m, syscall)


def _restart_sysmon(m: Sched, now: int) -> None:
    """sysmon slept while all Ps were idle, and begins anew."""
    m.sysmon_idle = 0
    m.sysmon_delay = SYSMON_MIN_NS
    m.sysmon_next = now + m.sysmon_delay


def _sleep_on_host(m: Sched, now: int, when: int) -> bool:
    """With realtime: lets the host's clock come up to virtual time `when`, but not beyond the time-out. Reports whether
    a signal of the host's came first: it happens when virtual time has come up to the host's."""
    sleep, clock = m.hooks.host_sleep, m.hooks.host_clock
    if when <= now or not m.settings.realtime or sleep is None:
        return False
    seconds = (when - now) / 1e9
    if clock is not None:
        # What the simulation took is not slept once more.
        seconds = m.host_start + when / 1e9 - clock()
        if m.host_deadline is not None:
            seconds = min(seconds, m.host_deadline - clock())
    host = m.signals.host
    interrupted = False
    if seconds > 0 and host is not None:
        interrupted = host.wait(seconds)
    elif seconds > 0:
        sleep(seconds)
    check_limits(m)
    if interrupted and clock is not None:
        passed = round((clock() - m.host_start) * 1e9)
        sigtable.look(m, min(max(passed, now), when))
    return interrupted


def deadlock(m: Sched) -> FatalError:
    """Nobody can ever run again."""
    if m.allgs:
        return FatalError("all goroutines are asleep - deadlock!", all_goroutines=True)
    return FatalError("no goroutines (main called runtime.Goexit) - deadlock!")


def check_limits(m: Sched) -> None:
    """Ends the run when it has used up what it was given."""
    limit = m.settings.max_steps
    if limit is not None and m.steps >= limit:
        stop(m, LimitExceeded("max-steps", limit))
    deadline = m.host_deadline
    if deadline is not None and m.hooks.host_clock is not None and m.hooks.host_clock() >= deadline:
        stop(m, LimitExceeded("timeout", m.settings.timeout or 0.0))
    limit = m.settings.max_memory
    if limit is not None and m.hooks.host_memory is not None and m.hooks.host_memory() > limit:
        stop(m, LimitExceeded("max-memory", limit))
