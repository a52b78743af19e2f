"""Choosers: the same seed gives the same answers everywhere; recording and replay."""

from __future__ import annotations

from collections import Counter

import pytest

from minigo.runtime.chooser import RecordingChooser, ReplayChooser, ReplayError, SeededChooser


def test_seeds() -> None:
    def draws(seed: int) -> list[int]:
        chooser = SeededChooser(seed)
        return [chooser.choose(1000, "x") for _ in range(8)]

    assert draws(0) == [844, 757, 420, 258, 511, 404, 783, 303]
    assert len({tuple(draws(seed)) for seed in (0, 1, -1, 1 << 64, 1 << 65)}) == 5


def test_choices_are_uniform_and_in_range() -> None:
    chooser = SeededChooser(7)
    counts = Counter(chooser.choose(5, "x") for _ in range(5000))
    assert set(counts) == set(range(5))
    assert all(900 < n < 1100 for n in counts.values())
    assert all(0 <= chooser.choose(1 << 63, "x") < 1 << 63 for _ in range(10))


def test_forced_moves_draw_nothing() -> None:
    a, b = SeededChooser(1), SeededChooser(1)
    assert a.choose(1, "x") == 0
    assert a.choose(100, "x") == b.choose(100, "x")


def test_a_recording_can_be_replayed() -> None:
    recording = RecordingChooser(SeededChooser(3))
    asked = [2, 9, 1, 4]
    answers = [recording.choose(n, "steal") for n in asked]
    replay = ReplayChooser(recording.answers())
    assert [replay.choose(n, "steal") for n in asked] == answers
    assert replay.position == 3  # the forced move was not recorded
    assert recording.choices[0] == (2, "steal", answers[0])


def test_after_the_recording() -> None:
    assert ReplayChooser([1]).choose(2, "x") == 1
    assert ReplayChooser([]).choose(5, "x") == 0
    replay = ReplayChooser([1], SeededChooser(2))
    replay.choose(2, "x")
    assert replay.choose(100, "x") == SeededChooser(2).choose(100, "x")


def test_a_recording_that_does_not_fit() -> None:
    with pytest.raises(ReplayError, match=r"choice 0 \(select\) has 2 possibilities, the recorded answer is 5"):
        ReplayChooser([5]).choose(2, "select")
