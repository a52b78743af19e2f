"""Natives of package sort: Python's sort (stable, few comparisons) over Go slices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked, native
from minigo.runtime.values import Slice

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run


def sort_by_index(n: int, less: Callable[[int, int], bool]) -> list[int]:
    """The permutation that sorts n elements by `less`, which compares indexes of elements that stay where they are."""

    class Key:
        __slots__ = ("index",)

        def __init__(self, index: int) -> None:
            self.index = index

        def __lt__(self, other: Key) -> bool:
            return less(self.index, other.index)

    return [key.index for key in sorted(map(Key, range(n)))]


def rearrange(elem: RType, s: Slice, order: list[int]) -> None:
    """Puts the elements with the indexes `order` in the places 0, 1, 2..."""
    items = s.items()
    moved = [items[i] for i in order]
    if elem.deep:
        # Elements keep their identity, which pointers to them rely on: only their contents move.
        moved = [elem.copy(item) for item in moved]
        for item, value in zip(items, moved, strict=True):
            elem.assign(item, value)
    else:
        s.array[s.offset : s.offset + s.len] = moved


def float_key(x: float) -> tuple[bool, float]:
    """The key that puts NaN before all other values."""
    return x == x, x if x == x else 0.0


def _sort_slice(run: Run) -> Callable[[Any, Callable[[int, int], bool]], None]:
    def sort_slice(x: Any, less: Callable[[int, int], bool]) -> None:
        rtype, s = _slice(run, x)
        rearrange(rtype.elem_type(), s, sort_by_index(s.len, less))

    return sort_slice


def _slice(run: Run, x: Any) -> tuple[RType, Slice]:
    """The interface value `x`, which must hold a slice."""
    if x is None:
        raise run.string_panic("reflect: call of Swapper on zero Value")
    if x[0].kind != "slice":
        raise run.string_panic(f"reflect: call of Swapper on {x[0].kind} Value")
    return x[0], x[1]


linked("sort.Slice")(_sort_slice)
linked("sort.SliceStable")(_sort_slice)


@linked("sort.length")
def length(run: Run) -> Callable[[Any], int]:
    return lambda x: _slice(run, x)[1].len


def _sort_ordered(s: Slice) -> None:
    s.array[s.offset : s.offset + s.len] = sorted(s.items())


native("sort.Ints")(_sort_ordered)
native("sort.Strings")(_sort_ordered)


@native("sort.Float64s")
def sort_floats(s: Slice) -> None:
    s.array[s.offset : s.offset + s.len] = sorted(s.items(), key=float_key)
