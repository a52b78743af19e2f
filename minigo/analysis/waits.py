"""The wait-for graph of a run that stands still: what each blocked goroutine waits for, and who could end that.

Of a lock those who hold it could release it. Of all else (channels, WaitGroups, Conds) the partners are the goroutines
that can still reach the object. Invariants: goroutines come in the order of their numbers; nothing is changed in the
run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from minigo.analysis.heap import Heap, Reach
from minigo.analysis.liveness import CLOSE, RECEIVE, SEND
from minigo.analysis.names import Name, Names
from minigo.analysis.places import Places
from minigo.analysis.sites import Site, Sites
from minigo.core import nodes as c
from minigo.core.visit import expressions, statement_operands, statements
from minigo.engine.linker import LIBRARY_PREFIX
from minigo.record import field, record
from minigo.runtime.sched import g as gstate
from minigo.runtime.sched.chan import Channel
from minigo.runtime.sched.dumps import goroutine_dump
from minigo.runtime.sched.g import waited_for
from minigo.source import pos_line

if TYPE_CHECKING:
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.traceback import Frame, GoroutineDump

MAX_PARTNERS = 200
"""Blocked goroutines of which it is found out one by one what they can reach."""

LOCK_REASONS = frozenset((gstate.WAIT_MUTEX, gstate.WAIT_RWMUTEX_LOCK, gstate.WAIT_RWMUTEX_RLOCK))


@record(slots=True)
class Thing:
    """What a goroutine waits for. kind: Mutex, RWMutex, WaitGroup, Cond, channel, context, timer. name: as the program
    calls it, "" if no variable leads there. declared: "file:line" of the variable or field, "" if not known. state:
    what is to be said of it ("its counter is 2"). `object` is the Go value."""

    kind: str
    name: str
    declared: str
    state: str
    object: Any


@record(slots=True)
class Held:
    """Who holds a lock: the goroutine, whether it has ended, "write", "read" or "pending" (a writer that waits for the
    readers and keeps new ones out), and where it locked ("file:line")."""

    goroutine: int
    ended: bool
    how: str
    where: str


@record(slots=True)
class Wait:
    """A blocked goroutine. reason: as in a dump. doing: in words, without the object. where: "file:line" of the
    program's innermost own call, function its name. things: what it waits for. held: of locks, who holds them.
    partners: of other things, the goroutines that can still reach them, and do with a channel what is needed. could:
    by goroutine, partners or others that refer to the channels, what it can do with each: (channel, the powers that
    are needed, all of its powers). sites: where the text may work on the things, certain: those of which it is known.
    ranging: it receives in a range loop. inside: it waits for a channel of the library's."""

    g: G
    reason: str
    doing: str
    where: str
    function: str
    things: list[Thing] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    partners: list[int] = field(default_factory=list)
    could: dict[int, list[tuple[Thing, int, int]]] = field(default_factory=dict)
    sites: list[Site] = field(default_factory=list)
    certain: list[Site] = field(default_factory=list)
    ranging: bool = False
    inside: bool = False

    @property
    def id(self) -> int:
        return self.g.id

    @property
    def is_lock(self) -> bool:
        return self.reason in LOCK_REASONS


_DOING = {
    gstate.WAIT_MUTEX: "waits to lock",
    gstate.WAIT_RWMUTEX_LOCK: "waits to lock",
    gstate.WAIT_RWMUTEX_RLOCK: "waits to read-lock",
    gstate.WAIT_WAITGROUP: "waits for",
    gstate.WAIT_COND: "waits for a signal of",
    gstate.WAIT_RECEIVE: "waits to receive from",
    gstate.WAIT_SEND: "waits to send to",
    gstate.WAIT_RECEIVE_NIL: "receives from a nil channel, which blocks for ever",
    gstate.WAIT_SEND_NIL: "sends to a nil channel, which blocks for ever",
    gstate.WAIT_SELECT: "waits in a select for",
    gstate.WAIT_SELECT_NO_CASES: "is in a select without cases, which blocks for ever",
    gstate.WAIT_SLEEP: "sleeps",
    gstate.WAIT_IO: "waits for the network",
}


class Waits:
    """All that is known of the goroutines `blocked`, by id. `ending`: a goroutine that counts as ended."""

    def __init__(self, machine: Machine, linked: Linked, blocked: Iterable[G], ending: G | None = None) -> None:
        self.machine = machine
        self.alive = {g.id: g for g in machine.allgs.values() if g is not ending}
        self.linked = linked
        self.heap = Heap(machine, linked)
        blocked = list(blocked)
        self.infos = {info.id: info for info in machine.goroutines()}
        objects = [thing for g in blocked for thing in waited_for(g)]
        self.names = Names(self.heap, objects)
        self.sites = Sites(self.heap)
        self.places = Places(linked, self.sites)
        self._dumps: dict[int, GoroutineDump] = {}
        self.by_id: dict[int, Wait] = {g.id: self._wait(g) for g in sorted(blocked, key=lambda g: g.id)}
        self._find_partners()

    # ------------------------------------------------------------ places

    def dump(self, g: G) -> GoroutineDump:
        """The goroutine as dumps show it."""
        known = self._dumps.get(g.id)
        if known is None:
            info = self.infos[g.id]
            known = self._dumps[g.id] = goroutine_dump(self.machine, info, info.frame, self.linked.describe)
        return known

    def own_frame(self, g: G) -> Frame | None:
        """The innermost call of the program itself, if there is one."""
        frames = self.dump(g).frames
        own = (f for f in frames if not f.path.startswith(LIBRARY_PREFIX))
        return next(own, frames[0] if frames else None)

    # ------------------------------------------------------------ waits

    def _wait(self, g: G) -> Wait:
        frame = self.own_frame(g)
        reason = g.wait_reason
        wait = Wait(
            g,
            reason,
            _DOING.get(reason, f"waits ({reason})"),
            self.places.at(frame.path, frame.line) if frame is not None else "",
            frame.function if frame is not None else g.start_name,
        )
        for thing, _ in needs(g):
            wait.things.append(self._thing(thing))
        if wait.is_lock:
            wait.held = self._held(wait, wait.things[0].object)
        elif reason == gstate.WAIT_RECEIVE:
            wait.ranging = self._is_ranging(g)
        wait.inside = self._is_inside(g)
        for thing in () if wait.inside else wait.things:
            name = self.names.name(thing.object)
            sites = self.sites.on(thing.object, name)
            wait.sites = [*wait.sites, *(s for s in sites if s not in wait.sites)] if wait.sites else sites
            wait.certain += [s for s in sites if s.is_about(name)]
        return wait

    def _is_inside(self, g: G) -> bool:
        """Whether a goroutine waits for a channel in the library's code: the program's text says nothing of it."""
        frames = self.dump(g).frames
        channels = (gstate.WAIT_SEND, gstate.WAIT_RECEIVE, gstate.WAIT_SELECT)
        return g.wait_reason in channels and bool(frames) and frames[0].path.startswith(LIBRARY_PREFIX)

    def _thing(self, thing: Any) -> Thing:
        owner = self.names.owner(thing)
        name = self.names.name(owner) or self.names.name(thing) or Name("")
        kind, state = self._kind(owner)
        return Thing(kind, name.text, self.places.position(name.pos), state, owner)

    def _kind(self, thing: Any) -> tuple[str, str]:
        if isinstance(thing, Channel):
            if thing.timer is not None:
                return "timer", "" if thing.timer.when else "its timer is stopped"
            kind = "context" if id(thing) in self.names.contexts else "channel"
            if thing.closed:
                return kind, "it is closed"
            if kind == "context":
                return kind, ""
            if not thing.capacity:
                return kind, "it is unbuffered"
            full = "full" if len(thing.buffer) == thing.capacity else "empty"
            return kind, f"its buffer of {thing.capacity} is {full}"
        names = [f.name for f in getattr(type(thing), "_fields", ())]
        if "readerCount" in names:
            return "RWMutex", ""
        if "checker" in names:
            return "Cond", ""
        if "state" in names and "sema" in names:
            counter = thing.f_state.f_v >> 32
            return "WaitGroup", f"its counter is {counter}"
        return "Mutex", ""

    def _held(self, wait: Wait, lock: Any) -> list[Held]:
        holders = self.machine.holders
        if holders is None:
            return []
        holds = holders.of(lock)
        if wait.reason == gstate.WAIT_RWMUTEX_RLOCK or lock is not wait.g.wait_object:
            # A writer holds the inner Mutex while it waits for the readers, too.
            holding = {hold[0] for how, hold in holds if how == "write"}
            holds = [h for h in holds if h[0] == "write"]
            holds += [("pending", hold) for _, hold in holders.of(lock.f_w) if hold[0] not in holding]
        elif wait.reason == gstate.WAIT_RWMUTEX_LOCK:
            holds = [h for h in holds if h[0] == "read"]
        held = []
        for how, (goroutine, mark) in holds:
            frame = self.linked.marked(mark)
            where = self.places.at(frame.path, frame.line) if frame is not None else ""
            held.append(Held(goroutine, goroutine not in self.alive, how, where))
        return held

    def _is_ranging(self, g: G) -> bool:
        """Whether the goroutine stands at the head of a range over a channel."""
        for frame in self.heap.frames(g):
            call = self.linked.call_of(frame, frame.f_lineno)
            if call is None or self.heap.is_library(call[0].pos):
                continue
            for s in statements(self.linked.lowered(call[0]).body):
                if isinstance(s, c.Loop) and s.cond is None and pos_line(s.pos) == call[1] and _receives(s):
                    return True
            return False
        return False

    # ------------------------------------------------------------ partners

    def _find_partners(self) -> None:
        waits = [wait for wait in self.by_id.values() if wait.things and not wait.is_lock]
        others = list(self.alive.values())
        self.partners_known = len(others) <= MAX_PARTNERS
        if not waits or not self.partners_known:
            return
        reaches: dict[int, Reach] = {g.id: self.heap.reach_of(g) for g in others}
        for wait in waits:
            needed = needs(wait.g)
            for g in others:
                if g is not wait.g:
                    self._find_partner(wait, g.id, reaches[g.id], needed)

    def _find_partner(self, wait: Wait, other: int, reach: Reach, needed: list[tuple[Any, int]]) -> None:
        if any(can_serve(reach, thing, powers) for thing, powers in needed):
            wait.partners.append(other)
        could = []
        for thing, (channel, powers) in zip(wait.things, needed, strict=True):
            if powers and channel in reach:
                all_powers = reach.powers(channel)
                could.append((thing, powers & all_powers, all_powers))
        if could:
            wait.could[other] = could

    def edges(self, wait: Wait) -> list[int]:
        """The goroutines that could end a wait and have not ended themselves."""
        if wait.is_lock:
            return list(dict.fromkeys(held.goroutine for held in wait.held if not held.ended))
        return wait.partners


def needs(g: G) -> list[tuple[Any, int]]:
    """What a goroutine waits for, each thing once, with the powers over a channel that can end the wait: who sends is
    woken by a receiver, or by a close, as a panic. 0: no channel."""
    if g.wait_reason == gstate.WAIT_SELECT:
        found: dict[int, tuple[Any, int]] = {}
        for w, kind in zip(g.cases, gstate.case_kinds(g), strict=True):
            if w.channel is not None:
                known = found.get(id(w.channel), (w.channel, 0))[1]
                found[id(w.channel)] = (w.channel, known | (RECEIVE if kind == "s" else SEND) | CLOSE)
        return list(found.values())
    power = RECEIVE if g.wait_reason == gstate.WAIT_SEND else SEND
    return [(thing, power | CLOSE if isinstance(thing, Channel) else 0) for thing in waited_for(g)]


def can_serve(reach: Reach, thing: Any, powers: int) -> bool:
    """Whether what is reached suffices to end a wait for `thing`."""
    return thing in reach and (not powers or bool(reach.powers(thing) & powers))


def _receives(loop: c.Loop) -> bool:
    return any(
        isinstance(x, c.Op) and x.name in ("chan.recv2", "race.recv2") and x.pos == loop.pos
        for s in loop.body
        for e in statement_operands(s)
        for x in expressions(e)
    )
