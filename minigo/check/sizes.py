"""Types that gc's back end refuses for their size."""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.source import Pos, pos_line
from minigo.types.objects import Func, TypeName, Var
from minigo.types.predicates import contains_type_param
from minigo.types.sizes import MAX_SIZE, Known, size_align
from minigo.types.typekey import type_key
from minigo.types.types import INVALID, Array, Chan, Map, Named, Pointer, Signature, Slice, Struct, Type, unalias

_MAX_CHAN_ELEM = 1 << 16
"""Bytes: an element of a channel must be smaller."""


class Sizes(CheckerBase):
    def oversized_types(self) -> None:
        """Report arrays and elements of channels that are too large, once all else is right.

        A named type is reported where it is declared, another one where it first occurs.
        """
        if self.errors or self.natives_allowed:
            return
        found = [(o.pos, o.type) for o in self.info.defs.values() if isinstance(o, Var | Func | TypeName)]
        found += [(x.pos, tv.type) for x, tv in self.info.types.items()]
        known: Known = {}
        seen: set[Type] = set()
        reported: set[object] = set()
        for pos, t in found:
            if t is not None:
                self._check_size(t, pos, known, seen, reported)

    def _check_size(self, t: Type, pos: Pos, known: Known, seen: set[Type], reported: set[object]) -> None:
        t = unalias(t)
        if t in seen or contains_type_param(t):
            return
        seen.add(t)
        name, t = t, t.underlying()
        if isinstance(name, Named) and name.origin.obj.pkg is self.pkg:
            pos = name.origin.obj.pos
        for part in _parts(t):
            self._check_size(part, pos, known, seen, reported)
        if isinstance(t, Array) and size_align(t, known)[0] >= MAX_SIZE:
            text = f"type {self.type_string(t)} larger than address space"
        elif isinstance(t, Chan) and size_align(t.elem, known)[0] >= _MAX_CHAN_ELEM:
            text = "channel element type too large (>64kB)"
        else:
            return
        places = {type_key(name), (pos_line(pos), text)}
        if not places & reported:
            self.error(pos, text)
        reported |= places


def _parts(t: Type) -> list[Type]:
    """The types that `t` is made of."""
    match t:
        case Pointer() | Slice() | Array() | Chan():
            return [t.elem]
        case Map():
            return [t.key, t.elem]
        case Struct():
            return [f.type or INVALID for f in t.fields]
        case Signature():
            return [v.type or INVALID for v in (*t.params.vars, *t.results.vars)]
        case _:
            return []
