"""Pattern-defeating quicksort (Orson Peters, 2021) in the variant of Go's packages sort and slices.

Where a comparison calls elements equal, the order in which they end up depends on every decision of the algorithm. So
this one takes the same decisions as Go's since 1.19: a program sees the same order of equal elements here as there.

A sorter works on indexes only: `less(i, j)` compares the elements now at i and j, `swap(i, j)` exchanges them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

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


def pdqsort(n: int, less: Callable[[int, int], bool], swap: Callable[[int, int], object]) -> None:
    """Sorts elements 0..n-1."""
    _Sorter(less, swap).sort(0, n, n.bit_length())


@dataclass(slots=True)
class _Sorter:
    less: Callable[[int, int], bool]
    swap: Callable[[int, int], object]

    def sort(self, a: int, b: int, bad_allowed: int) -> None:
        """Sorts [a, b); after `bad_allowed` unbalanced partitions by heapsort."""
        less = self.less
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
            if a > 0 and not less(a - 1, pivot):
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
        for i in range(a + 1, b):
            j = i
            while j > a and self.less(j, j - 1):
                self.swap(j, j - 1)
                j -= 1

    def heap(self, a: int, b: int) -> None:
        n = b - a
        for root in range((n - 1) // 2, -1, -1):
            self.sink(a, root, n)
        for end in range(n - 1, -1, -1):
            self.swap(a, a + end)
            self.sink(a, 0, end)

    def sink(self, first: int, root: int, n: int) -> None:
        while (child := 2 * root + 1) < n:
            if child + 1 < n and self.less(first + child, first + child + 1):
                child += 1
            if not self.less(first + root, first + child):
                return
            self.swap(first + root, first + child)
            root = child

    def partition(self, a: int, b: int, pivot: int) -> tuple[int, bool]:
        """Elements less than the pivot go before it. Returns its place, and whether nothing had to move."""
        less, swap = self.less, self.swap
        swap(a, pivot)
        i, j = a + 1, b - 1
        moved = False
        while True:
            while i <= j and less(i, a):
                i += 1
            while i <= j and not less(j, a):
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
        less, swap = self.less, self.swap
        swap(a, pivot)
        i, j = a + 1, b - 1
        while True:
            while i <= j and not less(a, i):
                i += 1
            while i <= j and less(a, j):
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
            while i < b and not self.less(i, i - 1):
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
            if not self.less(j, j - 1):
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
        length = b - a
        swaps = 0

        def median(i: int, j: int, k: int) -> int:
            nonlocal swaps
            if self.less(j, i):
                swaps += 1
                i, j = j, i
            if self.less(k, j):
                swaps += 1
                j, k = k, j
            if self.less(j, i):
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
