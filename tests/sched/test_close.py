"""A closed machine keeps nothing of the thread that it ran in."""

from __future__ import annotations

import weakref

import pytest
from greenlet import greenlet

from tests.sched.world import World


def blocked(w: World) -> None:
    """A program whose main goroutine ends while others are blocked, have not run yet, or have ended."""
    for _ in range(3):
        w.go(lambda: w.m.park("select (no cases)"))
    w.m.gosched()
    w.go(lambda: None)
    w.m.gosched()
    w.go(lambda: None)


def test_the_greenlets_end_with_the_machine() -> None:
    w = World()
    kept: list[weakref.ref[greenlet]] = []

    def main() -> None:
        blocked(w)
        kept.extend(weakref.ref(g.greenlet) for g in w.m.allgs.values() if g.greenlet is not None)

    w.run(main)
    assert len(kept) >= 4
    assert all(ref() is None or ref().dead for ref in kept)  # type: ignore[union-attr]
    assert w.m.hub is None
    assert not w.m.pool
    assert all(g.greenlet is None for g in w.m.allgs.values())


def test_a_machine_runs_one_program() -> None:
    w = World()
    w.run(lambda: None)
    with pytest.raises(AssertionError, match="a machine runs one program"):
        w.run(lambda: None)
