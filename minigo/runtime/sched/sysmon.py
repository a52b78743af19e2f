"""sysmon: the watchman without a P. It asks goroutines that hog a P to give way, and takes Ps away from system calls.

Sleeps 20 us between its rounds; after 50 rounds in which it took no P from a system call the pause doubles up to 10 ms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.sched import p as pstate
from minigo.runtime.sched import sigtable, syscalls
from minigo.runtime.sched.state import SYSMON_MAX_NS, SYSMON_MIN_NS, TIME_SLICE_NS

if TYPE_CHECKING:
    from minigo.runtime.sched.state import Sched

QUIET_ROUNDS = 50


def tick(m: Sched, now: int) -> None:
    """One round, at virtual time `now` or a little before."""
    sigtable.look(m, now)
    for watcher in m.watchers:
        watcher(now, now)
    retaken = 0
    for p in m.allp:
        if p.status == pstate.RUNNING:
            if p.sysmon_tick != p.schedtick:
                p.sysmon_tick = p.schedtick
                p.sysmon_when = now
            elif now - p.sysmon_when >= TIME_SLICE_NS and not p.preempt:
                p.preempt = True
                m.review()
        elif p.status == pstate.SYSCALL:
            retaken += _retake(m, p, now)
    if retaken:
        m.sysmon_idle = 0
        m.sysmon_delay = SYSMON_MIN_NS
    else:
        m.sysmon_idle += 1
        if m.sysmon_idle > QUIET_ROUNDS:
            m.sysmon_delay = min(m.sysmon_delay * 2, SYSMON_MAX_NS)
    m.sysmon_next = now + m.sysmon_delay


def _retake(m: Sched, p: pstate.P, now: int) -> bool:
    """Takes a P from a system call that lasts for a round already, if somebody could use it."""
    if p.sysmon_syscalltick != p.syscalltick:
        p.sysmon_syscalltick = p.syscalltick
        p.sysmon_when = now
        return False
    nothing_to_do = not p.runq and p.runnext is None and (m.nmspinning or m.idle)
    if nothing_to_do and now - p.sysmon_when < TIME_SLICE_NS:
        return False
    syscalls.hand_off(m, p, now)
    m.stats.retakes += 1
    return True
