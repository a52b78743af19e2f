"""Natives of package sort: where equal elements end up is Go's order; what has no such elements is sorted by Python."""

from __future__ import annotations

from collections.abc import Callable
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked, native
from minigo.runtime.values import Slice
from minigo.stdlib.pdqsort import pdqsort, pdqsort_list

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run


def sorted_order(n: int, less: Callable[[int, int], bool]) -> list[int]:
    """The order into which Go's Sort brings n elements; `less` compares them by the places where they were first."""
    order = list(range(n))
    pdqsort_list(order, less)
    return order


def stable_order(n: int, less: Callable[[int, int], bool]) -> list[int]:
    """The same with equal elements in the order in which they were."""

    def compare(i: int, j: int) -> int:
        # Python's sort only asks whether one element is less than another.
        return -1 if less(i, j) else 0

    return sorted(range(n), key=cmp_to_key(compare))


def store_elements(elem: RType, s: Slice, items: list[Any]) -> None:
    """Makes `items`, which are elements of `s`, its elements in this order."""
    if elem.deep:
        # Elements keep their identity, which pointers to them rely on: only their contents move.
        places = s.items()
        for place, value in zip(places, [elem.copy(item) for item in items], strict=True):
            elem.assign(place, value)
    else:
        s.array[s.offset : s.offset + s.len] = items


def float_key(x: float) -> tuple[bool, float]:
    """The key that puts NaN before all other values."""
    return x == x, x if x == x else 0.0


Less = Callable[[int, int], bool]


def _slice_sorter(order: Callable[[int, Less], list[int]]) -> Callable[[Run], Callable[[Any, Less], None]]:
    def link(run: Run) -> Callable[[Any, Less], None]:
        def sort_slice(x: Any, less: Less) -> None:
            rtype, s = _slice(run, x)
            items = s.items()
            store_elements(rtype.elem_type(), s, [items[i] for i in order(s.len, less)])

        return sort_slice

    return link


def _slice(run: Run, x: Any) -> tuple[RType, Slice]:
    """The interface value `x`, which must hold a slice."""
    if x is None:
        raise run.string_panic("reflect: call of Swapper on zero Value")
    if x[0].kind != "slice":
        raise run.string_panic(f"reflect: call of Swapper on {x[0].kind} Value")
    return x[0], x[1]


native("sort.pdqsort")(lambda n, less, swap: pdqsort(range(n), less, swap))
linked("sort.Slice")(_slice_sorter(sorted_order))
linked("sort.SliceStable")(_slice_sorter(stable_order))


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
