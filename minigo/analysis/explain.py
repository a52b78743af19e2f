"""The explanation of a deadlock: the wait-for graph in words, as a graph for Graphviz (dot) or for Mermaid.

It follows Go's own report, which stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.analysis.causes import HINTS, diagnose
from minigo.analysis.findings import DEADLOCK, Finding, frame_data
from minigo.analysis.liveness import CLOSE, RECEIVE, SEND
from minigo.analysis.waits import Waits, needs
from minigo.runtime.sched import g as gstate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minigo.analysis.causes import Diagnosis
    from minigo.analysis.waits import Held, Thing, Wait
    from minigo.engine.linker import Linked
    from minigo.runtime.sched.machine import Machine
    from minigo.runtime.traceback import GoroutineDump

FORMATS = ("text", "dot", "mermaid")

MAX_SHOWN = 30
"""Goroutines that are explained one by one."""

_NEEDED = {
    gstate.WAIT_WAITGROUP: ("Done", "Add", "Go"),
    gstate.WAIT_COND: ("Signal", "Broadcast"),
}
"""What has to be done to a thing that is no channel so that a wait ends."""
_VERBS = {
    "receive": "it {} received from",
    "send": "it {} sent to",
    "close": "it {} closed",
    "Done": "Done {} called",
    "Add": "Add {} called",
    "Go": "Go {} called",
    "Signal": "Signal {} called",
    "Broadcast": "Broadcast {} called",
}


class Explanation:
    """Why the goroutines of a deadlocked program wait for ever."""

    def __init__(self, machine: Machine, linked: Linked) -> None:
        self.waits = Waits(machine, linked, [g for g in machine.allgs.values() if g.status == gstate.WAITING])
        self.diagnosis = diagnose(self.waits)

    def render(self, form: str) -> str:
        """The explanation as text, dot or mermaid, with a newline at the end."""
        if form == "dot":
            return dot(self.waits, self.diagnosis)
        if form == "mermaid":
            return mermaid(self.waits, self.diagnosis)
        lines = [f"minigo: deadlock: {self.diagnosis.cause}", *describe(self.waits, self.diagnosis)]
        lines.append(f"  hint: {HINTS[self.diagnosis.cause]}")
        return "\n".join(lines) + "\n"

    def finding(self) -> Finding:
        """The same for machines."""
        waits, diagnosis = self.waits, self.diagnosis
        finding = Finding(DEADLOCK, diagnosis.cause, "all goroutines are asleep - deadlock!", self.render("text"))
        finding.hint = HINTS[diagnosis.cause]
        finding.goroutines = [goroutine_data(waits, diagnosis, wait) for wait in waits.by_id.values()]
        finding.cycle = diagnosis.cycle
        return finding


def goroutine_data(waits: Waits, diagnosis: Diagnosis, wait: Wait) -> dict[str, Any]:
    """A blocked goroutine for machines."""
    dump = waits.dump(wait.g)
    return {
        "id": wait.id,
        "state": wait.reason,
        "cause": diagnosis.causes[wait.id],
        "where": wait.where,
        "function": wait.function,
        "stack": frame_data(dump.frames),
        "created": _creator(dump),
        "waits_for": [{"kind": t.kind, "name": t.name, "declared": t.declared, "state": t.state} for t in wait.things],
        "held_by": [{"goroutine": h.goroutine, "ended": h.ended, "how": h.how, "where": h.where} for h in wait.held],
        "partners": list(wait.partners),
    }


def _creator(dump: GoroutineDump) -> dict[str, Any] | None:
    creator = dump.creator
    if creator is None:
        return None
    return {
        "function": creator.function,
        "goroutine": creator.goroutine,
        "file": creator.path,
        "line": creator.line,
    }


# ---------------------------------------------------------------- words


def describe(waits: Waits, diagnosis: Diagnosis, only: Sequence[int] | None = None) -> list[str]:
    """The wait-for graph in words: goroutines of the cycle first, marked, then the others. `only` these are described,
    together with the cycle if one of them is on it."""
    on_cycle = set(diagnosis.cycle)
    ordered = [waits.by_id[i] for i in diagnosis.cycle] + [w for w in waits.by_id.values() if w.id not in on_cycle]
    with_cycle = bool(diagnosis.cycle) and (only is None or not on_cycle.isdisjoint(only))
    if only is not None:
        ordered = [w for w in ordered if w.id in only or (with_cycle and w.id in on_cycle)]
    lines: list[str] = []
    for wait in ordered[:MAX_SHOWN]:
        lines += describe_wait(waits, wait, mark="* " if wait.id in on_cycle else "  ")
    if len(ordered) > MAX_SHOWN:
        lines.append(f"  ... and {len(ordered) - MAX_SHOWN} goroutines more")
    if with_cycle:
        ring = [f"goroutine {i}" for i in (*diagnosis.cycle, diagnosis.cycle[0])]
        lines.append(f"  the cycle (*): {' -> '.join(ring)}")
    return lines


def describe_wait(waits: Waits, wait: Wait, mark: str = "  ") -> list[str]:
    """A goroutine: what it waits for and where; then who could end that, and why nobody does."""
    head = f"{mark}goroutine {wait.id} {wait.doing}"
    things = [_thing(thing) for thing in wait.things]
    if things:
        head += " " + (", ".join(things[:-1]) + " or " + things[-1] if len(things) > 1 else things[0])
    lines = [f"{head}, at {wait.where} in {wait.function}" if wait.where else head]
    if wait.is_lock:
        lines += [f"    {_held(waits, wait, held)}" for held in wait.held]
        if not wait.held:
            lines.append("    nobody holds it that is known: it was copied while it was locked")
    else:
        lines += [f"    {text}" for text in _nobody(waits, wait)]
    return lines


def _thing(thing: Thing) -> str:
    name = f"`{thing.name}`" if thing.name else f"a {thing.kind} without a name"
    kind = f" ({thing.kind})" if thing.kind in ("context", "timer") and thing.name else ""
    notes = [note for note in (f"declared {thing.declared}" if thing.declared else "", thing.state) if note]
    return name + kind + (f" ({'; '.join(notes)})" if notes else "")


def _held(waits: Waits, wait: Wait, held: Held) -> str:
    who = "itself" if held.goroutine == wait.id else f"goroutine {held.goroutine}"
    since = f" since {held.where}" if held.where else ""
    if held.how == "pending":
        return f"{who} wants to write and waits at {held.where}: until then no new reader gets in"
    how = "held for reading" if held.how == "read" else "held"
    if held.ended:
        return f"{how}{since} by {who}, which has ended without unlocking it"
    return f"{how}{since} by {who}{_why_stuck(waits, held.goroutine, wait.id)}"


def _why_stuck(waits: Waits, goroutine: int, asking: int) -> str:
    other = waits.by_id.get(goroutine)
    if goroutine == asking:
        return ""
    if other is None:
        return ", which goes on without unlocking it"
    return f", which {_stuck(other)}"


def _brief(wait: Wait) -> str:
    names = [f"`{thing.name}`" if thing.name else f"a {thing.kind}" for thing in wait.things]
    return f" {' or '.join(names)}" if names else ""


def _nobody(waits: Waits, wait: Wait) -> list[str]:
    """Who could have ended a wait for something else than a lock, and why nobody can any more."""
    if not wait.things:
        return []
    lines = []
    for goroutine in wait.partners[:5]:
        lines.append(f"goroutine {goroutine} {_possible(wait, goroutine)}{_but(waits, goroutine)}")
    if len(wait.partners) > 5:
        blocked = all(i in waits.by_id for i in wait.partners)
        lines.append(f"and so can {len(wait.partners) - 5} more{' that are blocked' if blocked else ''}")
    if not wait.partners and waits.partners_known:
        useless = [text for i in wait.could if (text := _useless(wait, i))]
        lines += useless[:5]
        if len(useless) > 5:
            lines.append(f"and so do {len(useless) - 5} more")
        others = "no other goroutine" if not useless else "nobody else"
        lines.append(f"{others} can reach it any more: all others have ended or do not refer to it")
    lines += _in_the_text(waits, wait)
    return lines


_POWERS = ((RECEIVE, "receive from"), (SEND, "send to"), (CLOSE, "close"))


def _possible(wait: Wait, goroutine: int) -> str:
    """What a partner could do to end a wait."""
    could = [(thing, powers) for thing, powers, _ in wait.could.get(goroutine, ()) if powers]
    if not could:
        return "can reach it"
    texts = []
    for thing, powers in could:
        it = "it" if len(wait.things) == 1 else f"`{thing.name}`" if thing.name else f"a {thing.kind}"
        texts.append(" or ".join(f"{verb} {it}" for power, verb in _POWERS if powers & power))
    return f"could {' or '.join(texts)}"


def _useless(wait: Wait, goroutine: int) -> str:
    """Of a goroutine that refers to a channel and cannot end the wait for it: why not."""
    if len(wait.things) > 1:
        return ""
    ((_, _, powers),) = wait.could[goroutine]
    verb = next((verb for power, verb in _POWERS if powers == power), "")
    return f"goroutine {goroutine} refers to it, but can only {verb} it, too" if verb else ""


def _but(waits: Waits, goroutine: int) -> str:
    other = waits.by_id.get(goroutine)
    return f", but {_stuck(other)} itself" if other is not None else ""


def _stuck(wait: Wait) -> str:
    return wait.doing.removesuffix(", which blocks for ever") + _brief(wait)


def _in_the_text(waits: Waits, wait: Wait) -> list[str]:
    """What the program's text says about the operations that are missing."""
    if wait.inside:
        return []
    lines = []
    kinds = _needed(wait) if any(thing.kind not in ("context", "timer") for thing in wait.things) else ()
    for what in kinds:
        sites = [s for s in wait.sites if s.what == what]
        if not sites:
            if what == "close" and wait.reason == gstate.WAIT_RECEIVE and not _anywhere(waits, wait, what):
                lines.append("nothing in the program closes it")
            continue
        for known, auxiliary in ((True, "is"), (False, "may be")):
            meant = [s for s in sites if (s in wait.certain) is known]
            places = [f"{waits.places.position(s.pos)} ({s.function.name})" for s in meant[:4]]
            more = f" and {len(meant) - 4} more places" if len(meant) > 4 else ""
            if meant:
                lines.append(f"{_VERBS[what].format(auxiliary)} at {', '.join(places)}{more}")
    if kinds and not any(_anywhere(waits, wait, what) for what in kinds):
        words = {"receive": "receives from", "send": "sends to", "Done": "calls Done of", "Signal": "signals"}
        lines.append(f"nothing in the program {words[kinds[0]]} it")
    return lines


def _needed(wait: Wait) -> tuple[str, ...]:
    """What has to be done so that a wait ends."""
    if wait.reason in _NEEDED:
        return _NEEDED[wait.reason]
    powers = {powers for _, powers in needs(wait.g)}
    send = ("send", "close") if any(p & SEND for p in powers) else ()
    receive = ("receive",) if any(p & RECEIVE for p in powers) else ()
    return (*send, *receive)


def _anywhere(waits: Waits, wait: Wait, what: str) -> bool:
    return any(waits.sites.anywhere(what, thing.object) for thing in wait.things)


# ---------------------------------------------------------------- graphs


def _nodes(waits: Waits) -> list[tuple[str, str, str, bool]]:
    """(from, to, label, whether the edge is that of a lock) of every edge, by goroutine."""
    edges = []
    for wait in waits.by_id.values():
        for thing in wait.things:
            name = thing.name or thing.kind
            edges.append((f"goroutine {wait.id}", name, wait.doing, False))
        name = (wait.things[0].name or wait.things[0].kind) if wait.things else ""
        if wait.is_lock:
            for held in wait.held:
                ended = " (ended)" if held.ended else ""
                edges.append((name, f"goroutine {held.goroutine}{ended}", f"held since {held.where}", True))
        elif wait.things:
            edges += [(name, f"goroutine {i}", "can be reached by", False) for i in wait.partners]
    return list(dict.fromkeys(edges))


def dot(waits: Waits, diagnosis: Diagnosis) -> str:
    """The graph for Graphviz; goroutines are boxes, what they wait for ellipses, the cycle is red."""
    lines = ["digraph deadlock {", f'  label="{_quoted(diagnosis.cause)}";', "  rankdir=LR;"]
    cycle = {f"goroutine {i}" for i in diagnosis.cycle}
    for wait in waits.by_id.values():
        name = f"goroutine {wait.id}"
        color = ", color=red" if name in cycle else ""
        label = _quoted(f"{name}\n{wait.where}")
        lines.append(f'  "{name}" [shape=box, label="{label}"{color}];')
    for source, target, label, _ in _nodes(waits):
        color = ", color=red" if _on_cycle(waits, diagnosis, source, target) else ""
        lines.append(f'  "{_quoted(source)}" -> "{_quoted(target)}" [label="{_quoted(label)}"{color}];')
    lines.append("}")
    return "\n".join(lines) + "\n"


def mermaid(waits: Waits, diagnosis: Diagnosis) -> str:
    """The same graph for Mermaid."""
    numbers: dict[str, str] = {}
    lines = ["flowchart LR"]

    def node(name: str) -> str:
        if name not in numbers:
            numbers[name] = f"n{len(numbers)}"
            shape = '["{}"]' if name.startswith("goroutine ") else '(["{}"])'
            lines.append(f"  {numbers[name]}{shape.format(name.replace(chr(34), '#quot;'))}")
        return numbers[name]

    for wait in waits.by_id.values():
        node(f"goroutine {wait.id}")
    for source, target, label, _ in _nodes(waits):
        a, b = node(source), node(target)
        lines.append(f"  {a} -->|{label}| {b}")
    for i in diagnosis.cycle:
        lines.append(f"  style {numbers[f'goroutine {i}']} stroke:red")
    return "\n".join(lines) + "\n"


def _on_cycle(waits: Waits, diagnosis: Diagnosis, source: str, target: str) -> bool:
    for i, following in zip(diagnosis.cycle, diagnosis.cycle[1:] + diagnosis.cycle[:1], strict=True):
        names = {thing.name or thing.kind for thing in waits.by_id[i].things}
        if source == f"goroutine {i}" and target in names:
            return True
        if source in names and target == f"goroutine {following}":
            return True
    return False


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
