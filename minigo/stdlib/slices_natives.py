"""Natives of package slices: sorting, with equal elements in Go's order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cmp_to_key
from typing import Any

from minigo.runtime.natives import native
from minigo.runtime.rtypes import RType
from minigo.runtime.values import Slice
from minigo.stdlib.sort_natives import float_key, rearrange, sorted_order

Compare = Callable[[Any, Any], int]


@native("slices.Sort", generic=True)
def sort(slice_type: RType, elem: RType, s: Slice) -> None:
    key = float_key if elem.kind in ("float32", "float64") else None
    s.array[s.offset : s.offset + s.len] = sorted(s.items(), key=key)


def _by_index(elem: RType, s: Slice, compare: Compare) -> Callable[[int, int], int]:
    """`compare` for the elements at two places."""
    items = s.items()
    if elem.deep:
        # The callee may change its arguments, so it gets copies.
        return lambda i, j: compare(elem.copy(items[i]), elem.copy(items[j]))
    return lambda i, j: compare(items[i], items[j])


@native("slices.SortFunc", generic=True)
def sort_func(slice_type: RType, elem: RType, s: Slice, compare: Compare) -> None:
    by_index = _by_index(elem, s, compare)
    rearrange(elem, s, sorted_order(s.len, lambda i, j: by_index(i, j) < 0))


@native("slices.SortStableFunc", generic=True)
def sort_stable_func(slice_type: RType, elem: RType, s: Slice, compare: Compare) -> None:
    by_index = _by_index(elem, s, compare)
    rearrange(elem, s, sorted(range(s.len), key=cmp_to_key(by_index)))
