"""Why goroutines wait for ever: the cycles of a wait-for graph, and the name of each cause.

A cause is named after the shape of the mistake; `HINTS` says what helps. Invariant: every blocked goroutine has one
cause.

The cause of a whole: what is certain by itself, as a lock cycle, comes first; then the causes of goroutines for whom no
other blocked goroutine could do anything, as all others may wait because of them; among equals, `ORDER` decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import field, record
from minigo.runtime.sched import g as gstate

if TYPE_CHECKING:
    from minigo.analysis.waits import Wait, Waits

DOUBLE_LOCK = "double lock"
RECURSIVE_READ = "recursive read lock"
LOCK_UPGRADE = "lock upgrade"
LOCK_CYCLE = "lock cycle"
MIXED_CYCLE = "circular wait"
HELD_BLOCKED = "blocked with a lock held"
NOT_RELEASED = "lock never released"
COPIED_LOCK = "copied lock"
NIL_CHANNEL = "nil channel"
EMPTY_SELECT = "select without cases"
SELF_WAIT = "WaitGroup waits for its own goroutine"
MISSING_CLOSE = "missing close"
NOT_CANCELLED = "context never cancelled"
STOPPED_TIMER = "stopped timer"
NOT_STOPPED = "iterator not stopped"
MISSING_SENDER = "missing sender"
MISSING_RECEIVER = "missing receiver"
SELECT_ALONE = "select without partner"
MISSING_SIGNAL = "missing signal"
MISSING_DONE = "missing Done"
LOCK_WAIT = "waits for a lock"
WAITS_FOR_BLOCKED = "waits for a blocked goroutine"
OTHER = "blocked for ever"

HINTS = {
    DOUBLE_LOCK: "a Mutex is not reentrant: unlock before calling what locks again, or split off a function that "
    "expects the lock to be held",
    RECURSIVE_READ: "a waiting writer keeps new readers out, also those that read already: take the read lock once, "
    "and call functions that expect it to be held",
    LOCK_UPGRADE: "a read lock cannot become a write lock: RUnlock first, then Lock and look again at what was read",
    LOCK_CYCLE: "take these locks in the same order everywhere, or use one lock for both",
    MIXED_CYCLE: "let one of them go on without the other: do not wait for a goroutine while holding what it needs, "
    "or give the channel a buffer",
    HELD_BLOCKED: "do not wait (for channels, WaitGroups, other goroutines) with a lock held: unlock first",
    NOT_RELEASED: "unlock on every way out of the function: defer mu.Unlock() right after Lock",
    COPIED_LOCK: "a lock must not be copied while it is held: pass the struct that it is in by pointer",
    NIL_CHANNEL: "make the channel before it is used: ch = make(chan T)",
    EMPTY_SELECT: "select {} never ends: wait for something that happens",
    SELF_WAIT: "Wait outside of the goroutines that are counted, or call Done before",
    MISSING_CLOSE: "a range over a channel ends when the channel is closed: let the sender close it when it is done",
    NOT_CANCELLED: "call the cancel function on every way: defer cancel() right after the context is made",
    STOPPED_TIMER: "a stopped timer sends nothing: Reset it, or do not wait for it",
    NOT_STOPPED: "call the stop function of iter.Pull on every way: defer stop() right after it",
    MISSING_SENDER: "send a value, or close the channel, on every way that the other side can take",
    MISSING_RECEIVER: "receive from it on every way that the other side can take, give it a buffer, or select with a "
    "way out (context, time-out)",
    SELECT_ALONE: "give the select a case that will happen: ctx.Done(), a time-out, or a channel that somebody closes",
    MISSING_SIGNAL: "change the condition under the lock, and Signal or Broadcast after that; test it in a loop "
    "before Wait",
    MISSING_DONE: "Add once for each Done before the goroutine starts, and defer wg.Done() in it (or wg.Go); pass the "
    "WaitGroup by pointer",
    LOCK_WAIT: "the goroutine that holds the lock has to go on first",
    WAITS_FOR_BLOCKED: "the goroutines that could do what it waits for have to go on first: look at why they do not",
    OTHER: "see what it waits for",
}
"""What helps, by cause; in the order in which causes explain each other."""

ORDER = {name: i for i, name in enumerate(HINTS)}


@record(slots=True)
class Diagnosis:
    """causes: by goroutine. cycle: goroutines, each waiting for the next and the last one for the first; empty if there
    is none. cause: of the whole."""

    causes: dict[int, str] = field(default_factory=dict)
    cycle: list[int] = field(default_factory=list)
    cause: str = OTHER


def diagnose(waits: Waits) -> Diagnosis:
    """Names the cause of each wait and of all of them."""
    found = Diagnosis()
    cycle = _cycle(waits, locks_only=True) or _cycle(waits, locks_only=False)
    holding = {held.goroutine for wait in waits.by_id.values() for held in wait.held}
    for wait in waits.by_id.values():
        found.causes[wait.id] = _cause(waits, wait, cycle, holding)
    if found.causes:
        found.cause = _of_all(waits, found.causes)
    found.cycle = cycle
    return found


def _of_all(waits: Waits, causes: dict[int, str]) -> str:
    first = min(causes.values(), key=lambda name: ORDER[name])
    if ORDER[first] <= ORDER[SELF_WAIT]:
        return first
    alone = [cause for i, cause in causes.items() if not any(j in waits.by_id for j in waits.edges(waits.by_id[i]))]
    return min(alone, key=lambda name: ORDER[name]) if alone else first


def _cycle(waits: Waits, *, locks_only: bool) -> list[int]:
    """The first cycle of the wait-for graph in the order of goroutines; only along locks if so asked."""
    done: set[int] = set()
    for start in waits.by_id:
        path: list[int] = []
        if start not in done:
            found = _search(waits, start, path, done, locks_only)
            if found:
                least = found.index(min(found))
                return found[least:] + found[:least]
    return []


def _search(waits: Waits, start: int, path: list[int], done: set[int], locks_only: bool) -> list[int]:
    """A cycle that can be reached from `start`; depth first, without recursion."""
    stack = [(start, iter(_next(waits, start, locks_only)))]
    path.append(start)
    while stack:
        node, edges = stack[-1]
        for following in edges:
            if following in path:
                return path[path.index(following) :]
            if following not in done:
                path.append(following)
                stack.append((following, iter(_next(waits, following, locks_only))))
                break
        else:
            done.add(node)
            path.pop()
            stack.pop()
    return []


def _next(waits: Waits, goroutine: int, locks_only: bool) -> list[int]:
    wait = waits.by_id.get(goroutine)
    if wait is None or (locks_only and not wait.is_lock):
        return []
    return [i for i in waits.edges(wait) if i in waits.by_id]


def _cause(waits: Waits, wait: Wait, cycle: list[int], holding: set[int]) -> str:
    """`holding`: the goroutines that hold locks for which others wait."""
    if wait.is_lock:
        return _cause_of_lock(waits, wait, cycle)
    if not wait.things:
        nil = wait.reason in (gstate.WAIT_RECEIVE_NIL, gstate.WAIT_SEND_NIL, gstate.WAIT_SELECT)
        return NIL_CHANNEL if nil else EMPTY_SELECT if wait.reason == gstate.WAIT_SELECT_NO_CASES else OTHER
    if wait.id in cycle and any(waits.by_id[i].is_lock for i in cycle):
        return MIXED_CYCLE
    if wait.id in holding:
        return HELD_BLOCKED
    if _waits_for_others(waits, wait):
        return WAITS_FOR_BLOCKED
    if wait.inside and any(f.function.startswith("iter.(*puller)") for f in waits.dump(wait.g).frames):
        return NOT_STOPPED
    kinds = {thing.kind for thing in wait.things}
    if wait.reason == gstate.WAIT_WAITGROUP:
        calls_done = any(s.what == "Done" and s.function.name == wait.function for s in wait.sites)
        return SELF_WAIT if calls_done and wait.id != 1 else MISSING_DONE
    if wait.reason == gstate.WAIT_COND:
        return MISSING_SIGNAL
    if kinds == {"timer"}:
        return STOPPED_TIMER
    if wait.reason == gstate.WAIT_SELECT and len(wait.things) > 1:
        return SELECT_ALONE
    if "context" in kinds:
        return NOT_CANCELLED
    if wait.reason == gstate.WAIT_SEND:
        return MISSING_RECEIVER
    if wait.reason == gstate.WAIT_SELECT:
        return SELECT_ALONE
    return MISSING_CLOSE if wait.ranging else MISSING_SENDER


def _waits_for_others(waits: Waits, wait: Wait) -> bool:
    """Whether other goroutines could end a wait, are all blocked, and do not wait for this one in turn."""
    todo = list(waits.edges(wait))
    if not todo or any(i not in waits.by_id for i in todo):
        return False
    seen: set[int] = set()
    while todo:
        i = todo.pop()
        if i == wait.id:
            return False
        if i not in seen and i in waits.by_id:
            seen.add(i)
            todo += waits.edges(waits.by_id[i])
    return True


def _cause_of_lock(waits: Waits, wait: Wait, cycle: list[int]) -> str:
    holders = [held.goroutine for held in wait.held]
    if not holders:
        return COPIED_LOCK
    if wait.id in holders:
        if wait.reason == gstate.WAIT_RWMUTEX_LOCK:
            return LOCK_UPGRADE
        return DOUBLE_LOCK
    if wait.id in cycle and all(waits.by_id[i].is_lock for i in cycle):
        locks = {id(waits.by_id[i].things[0].object) for i in cycle}
        if len(locks) == 1:
            return RECURSIVE_READ
        return LOCK_CYCLE
    if wait.id in cycle:
        return MIXED_CYCLE
    if any(held.goroutine not in waits.by_id for held in wait.held):
        return NOT_RELEASED
    return LOCK_WAIT
