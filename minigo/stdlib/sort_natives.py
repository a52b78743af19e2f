"""Natives of package sort: Python's sort (stable, few comparisons) over Go slices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minigo.runtime.natives import native
from minigo.runtime.values import Slice


def sort_by_index(n: int, less: Callable[[int, int], bool]) -> list[int]:
    """The permutation that sorts n elements by `less`, which compares indexes of elements that stay where they are."""

    class Key:
        __slots__ = ("index",)

        def __init__(self, index: int) -> None:
            self.index = index

        def __lt__(self, other: Key) -> bool:
            return less(self.index, other.index)

    return [key.index for key in sorted(map(Key, range(n)))]


def _sort_slice(x: Any, less: Callable[[int, int], bool]) -> None:
    s: Slice = x[1]
    order = sort_by_index(s.len, less)
    items = s.items()
    moved = [items[i] for i in order]
    rtype = x[0].elem
    if rtype.kind in ("struct", "array"):
        # Elements keep their identity, which pointers to them rely on: only their contents move.
        moved = [rtype.copy(item) for item in moved]
        for item, value in zip(items, moved, strict=True):
            rtype.assign(item, value)
        return
    s.array[s.offset : s.offset + s.len] = type(s.array)(moved)


native("sort.Slice")(_sort_slice)
native("sort.SliceStable")(_sort_slice)
native("sort.length")(lambda x: x[1].len)


def _sort_ordered(s: Slice) -> None:
    s.array[s.offset : s.offset + s.len] = sorted(s.items())


native("sort.Ints")(_sort_ordered)
native("sort.Strings")(_sort_ordered)


@native("sort.Float64s")
def sort_floats(s: Slice) -> None:
    """NaN stands before all other values."""
    s.array[s.offset : s.offset + s.len] = sorted(s.items(), key=lambda x: (x == x, x if x == x else 0.0))
