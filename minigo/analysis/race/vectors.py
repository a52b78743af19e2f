"""Vector clocks as values: a number for each of many goroutines, most of which two clocks have in common.

A clock of up to LANES goroutines is an int: LANES numbers of LANE bits, whose maximum with another takes a few
operations on the whole. A larger one is a trie over indices, `(height, node)`: a node of height 0 is such an int, one
above is a tuple of up to LANES nodes of one less, what is left out at the end is 0. Clocks are never changed, so they
share their parts: `joined` looks only into those that differ. It returns one of its two clocks itself where the other
adds nothing, and of equal ones always the same object (as long as it remembers it): goroutines that have told each
other everything come to hold one and the same object.
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
_FEW = 16
_FEW_LIMIT = 1 << LANE * _FEW
_FEW_CARRIES = _CARRIES & _FEW_LIMIT - 1
"""The same for _FEW lanes: arithmetic on them takes half of the time."""

Vector = int | tuple[int, Any]

ZERO: Vector = 0
"""The clock that knows nothing."""

UNITS = [1 << LANE * i for i in range(LANES)]
"""What adds one to the number at an index, of clocks that are ints."""

_SAME: dict[int, int] = {}
"""Clocks that two goroutines came to by themselves: the object that stands for all that are equal."""
_SAME_LIMIT = 1024


def component(v: Vector, index: int) -> int:
    """The number at `index`."""
    if type(v) is int:
        return v >> LANE * index & _NUMBER if index < LANES else 0
    assert not isinstance(v, int)
    height, node = v
    if index >> BITS * (height + 1):
        return 0
    for level in range(height, 0, -1):
        i = index >> BITS * level & _INDEX
        if i >= len(node):
            return 0
        node = node[i]
    return int(node >> LANE * (index & _INDEX) & _NUMBER)


def with_component(v: Vector, index: int, number: int) -> Vector:
    """`v` with the number at `index` raised to `number`."""
    height, node = _trie(v)
    while index >> BITS * (height + 1):
        node = (node,)
        height += 1
    raised = _raised(node, height, index, number)
    if not height:
        return int(raised)
    return v if not isinstance(v, int) and raised is v[1] else (height, raised)


def _trie(v: Vector) -> tuple[int, Any]:
    return (0, v) if isinstance(v, int) else v


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
    if v is w or not w:
        return v
    if not v:
        return w
    if type(v) is int and type(w) is int:
        carries = _FEW_CARRIES if v < _FEW_LIMIT > w else _CARRIES
        # A carry is left where v's number is not less than w's; it becomes ones in all other bits of the lane.
        left = (v | carries) - w & carries
        if left == carries:
            return v if v != w else _same(v)
        result = w ^ (v ^ w) & left - (left >> LANE - 1)
        return w if result == w else result
    height, node = _trie(v)
    other_height, other = _trie(w)
    while height < other_height:
        node = (node,)
        height += 1
    while other_height < height:
        other = (other,)
        other_height += 1
    result = _join(node, other, height)
    return v if not isinstance(v, int) and result is v[1] else (height, result)


def _same(v: int) -> int:
    if len(_SAME) > _SAME_LIMIT:
        _SAME.clear()
    return _SAME.setdefault(v, v)


def _join(a: Any, b: Any, height: int) -> Any:
    """`a` itself where `b` adds nothing."""
    if a is b:
        return a
    if not height:
        return joined(a, b)
    n = min(len(a), len(b))
    result = (*map(_join, a, b, repeat(height - 1)), *a[n:], *b[n:])
    return a if result == a else result
