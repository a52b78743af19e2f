"""Natives of package slices: sorting, with equal elements in Go's order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cmp_to_key
from typing import Any

from minigo.runtime.natives import native
from minigo.runtime.rtypes import RType
from minigo.runtime.values import Slice
from minigo.stdlib.pdqsort import pdqsort_list
from minigo.stdlib.sort_natives import float_key, store_elements

Compare = Callable[[Any, Any], int]


@native("slices.Sort", generic=True)
def sort(slice_type: RType, elem: RType, s: Slice) -> None:
    key = float_key if elem.kind in ("float32", "float64") else None
    s.array[s.offset : s.offset + s.len] = sorted(s.items(), key=key)


def _on_copies(elem: RType, compare: Compare) -> Compare:
    """`compare`, given elements of its own: it may change its arguments."""
    copy = elem.copy
    return (lambda x, y: compare(copy(x), copy(y))) if elem.deep else compare


@native("slices.SortFunc", generic=True)
def sort_func(slice_type: RType, elem: RType, s: Slice, compare: Compare) -> None:
    compare = _on_copies(elem, compare)
    items = list(s.items())
    pdqsort_list(items, lambda x, y: compare(x, y) < 0)
    store_elements(elem, s, items)


@native("slices.SortStableFunc", generic=True)
def sort_stable_func(slice_type: RType, elem: RType, s: Slice, compare: Compare) -> None:
    store_elements(elem, s, sorted(s.items(), key=cmp_to_key(_on_copies(elem, compare))))
