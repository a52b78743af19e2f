"""Vector clocks as values: a number for each of many goroutines, most of which two clocks have in common.

A clock is a trie over indices: `(height, node)`. A node of height 0 is an int: LANES numbers of LANE bits, whose
maximum with another takes a few operations on the whole. One above is a tuple of up to LANES nodes of one less. What is
left out at the end is 0. Clocks are never changed, so they share their parts: `joined` looks only into those that
differ, and returns the first clock itself where the second adds nothing.
"""

from __future__ import annotations

from itertools import repeat
from typing import Any

BITS = 6
LANES = 1 << BITS
LANE = 48
"""Bits of a number, with the highest one for carries: a goroutine may do 2**47 releases."""
_INDEX = LANES - 1
_NUMBER = (1 << LANE - 1) - 1
_CARRIES = sum(1 << LANE * i + LANE - 1 for i in range(LANES))

Vector = tuple[int, Any]

ZERO: Vector = (0, 0)
"""The clock that knows nothing."""


def component(v: Vector, index: int) -> int:
    """The number at `index`."""
    height, node = v
    if height:
        if index >> BITS * (height + 1):
            return 0
        for level in range(height, 0, -1):
            i = index >> BITS * level & _INDEX
            if i >= len(node):
                return 0
            node = node[i]
        index &= _INDEX
    elif index >= LANES:
        return 0
    return int(node >> LANE * index & _NUMBER)


def with_component(v: Vector, index: int, number: int) -> Vector:
    """`v` with the number at `index` raised to `number`."""
    height, node = v
    while index >> BITS * (height + 1):
        node = (node,)
        height += 1
    raised = _raised(node, height, index, number)
    return v if raised is v[1] else (height, raised)


def _raised(node: Any, height: int, index: int, number: int) -> Any:
    if not height:
        shift = LANE * (index & _INDEX)
        more = number - (node >> shift & _NUMBER)
        return node + (more << shift) if more > 0 else node
    i = index >> BITS * height & _INDEX
    nothing: Any = () if height > 1 else 0
    if i >= len(node):
        return node + (nothing,) * (i - len(node)) + (_raised(nothing, height - 1, index, number),)
    new = _raised(node[i], height - 1, index, number)
    return node if new is node[i] else (*node[:i], new, *node[i + 1 :])


def joined(v: Vector, w: Vector) -> Vector:
    """The greater number at each index."""
    if v is w or not w[1]:
        return v
    if not v[1]:
        return w
    height, node = v
    other_height, other = w
    while height < other_height:
        node = (node,)
        height += 1
    while other_height < height:
        other = (other,)
        other_height += 1
    result = _join(node, other, height)
    return v if result is v[1] else (height, result)


def _join(a: Any, b: Any, height: int) -> Any:
    """`a` itself where `b` adds nothing."""
    if a is b:
        return a
    if not height:
        # A carry is left where a's number is not less than b's; it becomes ones in all other bits of the lane.
        carries = (a | _CARRIES) - b & _CARRIES
        not_less = carries - (carries >> LANE - 1)
        result = b ^ (a ^ b) & not_less
        return a if result == a else result
    n = min(len(a), len(b))
    result = (*map(_join, a, b, repeat(height - 1)), *a[n:], *b[n:])
    return a if result == a else result
