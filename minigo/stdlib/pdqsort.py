"""Pattern-defeating quicksort (Orson Peters, 2021) in the variant of Go's packages sort and slices.

Where a comparison calls elements equal, the order in which they end up depends on every decision of the algorithm. So
this one takes the same decisions as Go's since 1.19: a program sees the same order of equal elements here as there.

A sorter knows elements only by `items[i]`, which `less` compares, and exchanges those at two places by `swap`. A list
and its elements will do; so will a range and functions that take places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from minigo.record import record

INSERTION_MAX = 12
"""Ranges up to this length are sorted by insertion."""

NINTHER_MIN = 50
"""From this length on a pivot is the median of three medians."""

REPAIR_STEPS = 5
REPAIR_MIN = 50
BREAK_MIN = 8
ALL_SWAPPED = 12
"""The exchanges among the candidates for a pivot in a descending range."""


class Hint(Enum):
    """What the choice of the pivot saw of a range."""

    UNKNOWN = 0
    ASCENDING = 1
    DESCENDING = 2


def pdqsort(items: Sequence[Any], less: Callable[[Any, Any], bool], swap: Callable[[int, int], object]) -> None:
    """Sorts all of `items` by `less`."""
    n = len(items)
    _Sorter(items, less, swap).sort(0, n, n.bit_length())


def pdqsort_list(items: list[Any], less: Callable[[Any, Any], bool]) -> None:
    """Sorts a list by `less`."""

    def swap(i: int, j: int) -> None:
        items[i], items[j] = items[j], items[i]

    pdqsort(items, less, swap)


@record(slots=True)
class _Sorter:
    items: Sequence[Any]
    less: Callable[[Any, Any], bool]
    swap: Callable[[int, int], object]

    def sort(self, a: int, b: int, bad_allowed: int) -> None:
        """Sorts [a, b); after `bad_allowed` unbalanced partitions by heapsort."""
        balanced = partitioned = True
        while True:
            length = b - a
            if length <= INSERTION_MAX:
                self.insertion(a, b)
                return
            if bad_allowed == 0:
                self.heap(a, b)
                return
            if not balanced:
                self.break_pattern(a, b)
                bad_allowed -= 1
            pivot, hint = self.choose_pivot(a, b)
            if hint is Hint.DESCENDING:
                self.reverse(a, b)
                pivot = b - 1 - (pivot - a)
                hint = Hint.ASCENDING
            if balanced and partitioned and hint is Hint.ASCENDING and self.repair(a, b):
                return
            if a > 0 and not self.less(self.items[a - 1], self.items[pivot]):
                # The element before the range is not less than the pivot: nothing in the range is less either.
                a = self.partition_equal(a, b, pivot)
                continue
            middle, partitioned = self.partition(a, b, pivot)
            left, right = middle - a, b - middle
            balanced = min(left, right) >= length // 8
            if left < right:
                self.sort(a, middle, bad_allowed)
                a = middle + 1
            else:
                self.sort(middle + 1, b, bad_allowed)
                b = middle

    def insertion(self, a: int, b: int) -> None:
        items, less, swap = self.items, self.less, self.swap
        for i in range(a + 1, b):
            j = i
            while j > a and less(items[j], items[j - 1]):
                swap(j, j - 1)
                j -= 1

    def heap(self, a: int, b: int) -> None:
        n = b - a
        for root in range((n - 1) // 2, -1, -1):
            self.sink(a, root, n)
        for end in range(n - 1, -1, -1):
            self.swap(a, a + end)
            self.sink(a, 0, end)

    def sink(self, first: int, root: int, n: int) -> None:
        items = self.items
        while (child := 2 * root + 1) < n:
            if child + 1 < n and self.less(items[first + child], items[first + child + 1]):
                child += 1
            if not self.less(items[first + root], items[first + child]):
                return
            self.swap(first + root, first + child)
            root = child

    def partition(self, a: int, b: int, pivot: int) -> tuple[int, bool]:
        """Elements less than the pivot go before it. Returns its place, and whether nothing had to move."""
        items, less, swap = self.items, self.less, self.swap
        swap(a, pivot)
        key = items[a]
        i, j = a + 1, b - 1
        moved = False
        while True:
            while i <= j and less(items[i], key):
                i += 1
            while i <= j and not less(items[j], key):
                j -= 1
            if i > j:
                swap(j, a)
                return j, not moved
            swap(i, j)
            moved = True
            i += 1
            j -= 1

    def partition_equal(self, a: int, b: int, pivot: int) -> int:
        """Elements equal to the pivot go first. Returns where the greater ones begin."""
        items, less, swap = self.items, self.less, self.swap
        swap(a, pivot)
        key = items[a]
        i, j = a + 1, b - 1
        while True:
            while i <= j and not less(key, items[i]):
                i += 1
            while i <= j and less(key, items[j]):
                j -= 1
            if i > j:
                return i
            swap(i, j)
            i += 1
            j -= 1

    def repair(self, a: int, b: int) -> bool:
        """Tries to sort a range that looks sorted by moving few elements; reports whether it is sorted now."""
        i = a + 1
        for _ in range(REPAIR_STEPS):
            while i < b and not self.less(self.items[i], self.items[i - 1]):
                i += 1
            if i == b:
                return True
            if b - a < REPAIR_MIN:
                return False
            self.swap(i, i - 1)
            if i - a >= 2:
                self.sift(range(i - 1, 0, -1))
            if b - i >= 2:
                self.sift(range(i + 1, b))
        return False

    def sift(self, places: range) -> None:
        """Exchanges neighbours that are out of order, up to the first that are not."""
        for j in places:
            if not self.less(self.items[j], self.items[j - 1]):
                return
            self.swap(j, j - 1)

    def break_pattern(self, a: int, b: int) -> None:
        """Moves three elements from around the middle to places that look random."""
        length = b - a
        if length < BREAK_MIN:
            return
        x = length
        mask = (1 << length.bit_length()) - 1
        middle = a + length // 4 * 2
        for i in range(3):
            x ^= x << 13 & 0xFFFFFFFFFFFFFFFF
            x ^= x >> 7
            x ^= x << 17 & 0xFFFFFFFFFFFFFFFF
            other = x & mask
            if other >= length:
                other -= length
            self.swap(middle - 1 + i, a + other)

    def choose_pivot(self, a: int, b: int) -> tuple[int, Hint]:
        items, less = self.items, self.less
        length = b - a
        swaps = 0

        def median(i: int, j: int, k: int) -> int:
            nonlocal swaps
            if less(items[j], items[i]):
                swaps += 1
                i, j = j, i
            if less(items[k], items[j]):
                swaps += 1
                j, k = k, j
            if less(items[j], items[i]):
                swaps += 1
                i, j = j, i
            return j

        quarter = length // 4
        i, j, k = a + quarter, a + 2 * quarter, a + 3 * quarter
        if length >= NINTHER_MIN:
            i, j, k = (median(m - 1, m, m + 1) for m in (i, j, k))
        pivot = median(i, j, k)
        if swaps == 0:
            return pivot, Hint.ASCENDING
        return pivot, Hint.DESCENDING if swaps == ALL_SWAPPED else Hint.UNKNOWN

    def reverse(self, a: int, b: int) -> None:
        for i in range((b - a) // 2):
            self.swap(a + i, b - 1 - i)
