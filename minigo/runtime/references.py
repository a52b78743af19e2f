"""What a Go value refers to: the edges of the program's object graph, named as Go's selectors.

The label of an edge says how one gets there: ".name" for a field, "[i]" for an element, `["key"]` for that of a map
("[...]" when the key is not told), "" where a pointer, a variable or an interface is followed (Go needs no selector, or
a star, for that). Invariants: nothing is evaluated and nothing changed; a channel leads to the values in it and not to
the goroutines that wait on it; what is no Go value (the machine, engines, goroutines) leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import BuiltinFunctionType, CellType, FunctionType, MethodType
from typing import Any

from minigo.runtime.maps import Map
from minigo.runtime.values import ArrayView, Box, ElemRef, FieldRef, Slice

LEAVES = frozenset((int, bool, float, complex, bytes, str, bytearray, type(None)))
"""Python types whose values refer to nothing."""

Edge = tuple[str, Any]


def references(x: Any) -> Iterator[Edge]:
    """The label and the target of each edge of `x`."""
    cls = type(x)
    fields = getattr(cls, "_fields", None)
    if fields is not None and hasattr(cls, "_zero"):  # the class of a struct type
        for f in fields:
            yield f".{f.name}", getattr(x, f.attr)
        return
    match x:
        case list():
            for i, item in enumerate(x):
                if type(item) not in LEAVES:
                    yield f"[{i}]", item
        case tuple() | set() | frozenset():
            for item in x:
                yield "", item
        case dict():
            for key, value in x.items():
                yield "[...]", value
                yield "", key
        case Slice() | ArrayView() | ElemRef():
            yield "", x.array
        case Box():
            yield "", x.v
        case FieldRef():
            yield "", x.obj
        case Map():
            for key, value in x.entries.items():
                yield _map_label(key), value
                yield "", key
            yield "", getattr(x, "keys", None)
        case CellType():
            try:
                yield "", x.cell_contents
            except ValueError:  # empty
                return
        case FunctionType():
            for part in (*(x.__closure__ or ()), *(x.__defaults__ or ())):
                yield "", part
        case MethodType():
            yield "", x.__self__
            yield "", x.__func__
        case BuiltinFunctionType():
            yield "", x.__self__
        case partial():
            yield "", x.func
            yield "", x.args
        case _:
            more = getattr(cls, "references", None)
            if more is not None:
                for part in more(x):
                    yield "", part


def _map_label(key: Any) -> str:
    """The index of a map's element as Go writes it, if it is short and plain."""
    if type(key) is int:
        return f"[{key}]"
    if type(key) is bytes and len(key) <= 32 and key.isascii():
        text = key.decode()
        if text.isprintable() and not {'"', "\\"} & set(text):
            return f'["{text}"]'
    return "[...]"
