"""Natives of package slices: sorting, by Python's sort, which is stable."""

from __future__ import annotations

from collections.abc import Callable
from functools import cmp_to_key
from typing import Any

from minigo.runtime.natives import native
from minigo.runtime.rtypes import RType
from minigo.runtime.values import Slice
from minigo.stdlib.sort_natives import float_key, rearrange


@native("slices.Sort", generic=True)
def sort(slice_type: RType, elem: RType, s: Slice) -> None:
    key = float_key if elem.kind in ("float32", "float64") else None
    s.array[s.offset : s.offset + s.len] = sorted(s.items(), key=key)


@native("slices.SortFunc", generic=True)
def sort_func(slice_type: RType, elem: RType, s: Slice, compare: Callable[[Any, Any], int]) -> None:
    items = s.items()
    if elem.deep:
        # The callee may change its arguments, so it gets copies.
        by = cmp_to_key(lambda i, j: compare(elem.copy(items[i]), elem.copy(items[j])))
    else:
        by = cmp_to_key(lambda i, j: compare(items[i], items[j]))
    rearrange(elem, s, sorted(range(s.len), key=by))


native("slices.SortStableFunc", generic=True)(sort_func)
