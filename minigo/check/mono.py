"""Instantiation cycles: generic functions and types that would need infinitely many instances.

As in go/types, the program's instantiations form a graph with a vertex for each type parameter. An edge from P to Q
says that a type argument for Q mentions P; its weight is 0 if the argument is P itself, 1 if P occurs deeper. A cycle
of positive weight instantiates without end.
"""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.record import record
from minigo.source import Pos
from minigo.syntax.exprstring import start_pos
from minigo.types.types import (
    Alias,
    Array,
    Chan,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
    TypeParam,
)


@record(slots=True)
class _Edge:
    source: TypeParam
    target: TypeParam
    weight: int
    pos: Pos
    type: Type


class InstantiationCycles(CheckerBase):
    """The check of all recorded instantiations against each other."""

    def instantiation_cycles(self) -> None:
        """Report a cycle of positive weight, if there is one."""
        edges: list[_Edge] = []
        for pos, tparams, targs, xlist in self.instantiations:
            for i, (target, targ) in enumerate(zip(tparams, targs, strict=False)):
                if i < len(xlist):
                    pos = start_pos(xlist[i])
                for source, weight in _mentioned(targ, 0, set()):
                    edges.append(_Edge(self._canonical(source), self._canonical(target), weight, pos, targ))
        cycle = _positive_cycle(edges)
        if cycle is None:
            return
        lines = []
        for edge in cycle:
            text = f"{edge.target.obj.name} instantiated as {self.type_string(edge.type)}"
            lines.append((edge.pos, text))
        first = min(range(len(cycle)), key=lambda i: cycle[i].target.obj.pos)
        self.error_parts(cycle[first].target.obj.pos, "instantiation cycle:", *lines)

    def _canonical(self, p: TypeParam) -> TypeParam:
        """The type's own parameter for one that a method's receiver declares."""
        return self.receiver_params.get(p, p)


def _mentioned(t: Type | None, depth: int, seen: set[Type]) -> list[tuple[TypeParam, int]]:
    """The type parameters in `t`; weight 1 for those that are not `t` itself."""
    weight = 1 if depth else 0
    match t:
        case TypeParam():
            return [(t, weight)]
        case Alias() if not t.type_args:
            return _mentioned(t.actual, depth, seen)
        case Named() | Alias():
            return [m for a in t.type_args for m in _mentioned(a, depth + 1, seen)]
        case Pointer() | Slice() | Array() | Chan():
            return _mentioned(t.elem, depth + 1, seen)
        case Map():
            return _mentioned(t.key, depth + 1, seen) + _mentioned(t.elem, depth + 1, seen)
        case Tuple():
            return [m for v in t.vars for m in _mentioned(v.type, depth + 1, seen)]
        case Signature():
            return _mentioned(t.params, depth + 1, seen) + _mentioned(t.results, depth + 1, seen)
        case Struct():
            return [m for f in t.fields for m in _mentioned(f.type, depth + 1, seen)]
        case Interface() if t not in seen:
            seen.add(t)
            return [m for f in t.methods for m in _mentioned(f.type, depth + 1, seen)]
        case _:
            return []


def _positive_cycle(edges: list[_Edge]) -> list[_Edge] | None:
    """A cycle with an edge of weight 1, by search from the head of each such edge."""
    outgoing: dict[TypeParam, list[_Edge]] = {}
    for edge in edges:
        outgoing.setdefault(edge.source, []).append(edge)
    for edge in edges:
        if edge.weight == 0:
            continue
        path = _path(outgoing, edge.target, edge.source, set())
        if path is not None:
            return [edge, *path]
    return None


def _path(
    outgoing: dict[TypeParam, list[_Edge]], start: TypeParam, goal: TypeParam, seen: set[TypeParam]
) -> list[_Edge] | None:
    if start is goal:
        return []
    if start in seen:
        return None
    seen.add(start)
    for edge in outgoing.get(start, ()):
        rest = _path(outgoing, edge.target, goal, seen)
        if rest is not None:
            return [edge, *rest]
    return None
