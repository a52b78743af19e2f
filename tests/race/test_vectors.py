"""Vector clocks as tries do what dictionaries would."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from minigo.analysis.race.vectors import LANES, ZERO, Vector, component, joined, with_component

Numbers = dict[int, int]

INDICES = st.one_of(st.integers(0, LANES + 1), st.integers(0, LANES**3))
NUMBERS = st.dictionaries(INDICES, st.integers(1, 5), max_size=12)


def vector(numbers: Numbers) -> Vector:
    v = ZERO
    for index, number in numbers.items():
        v = with_component(v, index, number)
    return v


def numbers_of(v: Vector, indices: set[int]) -> Numbers:
    return {i: n for i in indices if (n := component(v, i))}


@settings(deadline=None)
@given(NUMBERS, NUMBERS, INDICES)
def test_joined_is_the_maximum(a: Numbers, b: Numbers, other: int) -> None:
    v, w = vector(a), vector(b)
    indices = {*a, *b, other}
    assert numbers_of(v, indices) == a
    both = joined(v, w)
    assert numbers_of(both, indices) == {i: max(a.get(i, 0), b.get(i, 0)) for i in {*a, *b}}
    assert joined(both, v) is both
    assert joined(both, w) is both
    assert joined(v, ZERO) is v


@settings(deadline=None)
@given(NUMBERS, INDICES, st.integers(1, 5))
def test_a_component_is_only_raised(a: Numbers, index: int, number: int) -> None:
    v = vector(a)
    raised = with_component(v, index, number)
    assert component(raised, index) == max(a.get(index, 0), number)
    assert numbers_of(v, {*a, index}) == a
    if a.get(index, 0) >= number:
        assert raised is v
