"""The one oracle that all free choices of a run are asked of: quantum, steal order, select order, map order, random
numbers.

Invariants: every chooser answers `choose(n, what)` with an int in range(n); `n == 1` is answered 0 without drawing, so
that a forced move neither costs nor is recorded. The same seed gives the same answers with every Python version.
"""

from __future__ import annotations

from random import Random
from typing import Protocol


class Chooser(Protocol):
    """`what` names the kind of choice ("quantum", "steal", "select", "map", "rand", ...), for recording and
    exploring."""

    def choose(self, n: int, what: str) -> int: ...


class SeededChooser:
    """Random, repeatable by its seed (any int): the Mersenne Twister of Python's library, whose `random` promises the
    same sequence in every version. (A generator written in Python takes three times as long for an answer.)"""

    __slots__ = ("_random", "seed")

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        # Python seeds with the absolute value.
        self._random = Random(2 * seed if seed >= 0 else -2 * seed - 1).random

    def choose(self, n: int, what: str = "") -> int:
        """A number in range(n), all equally likely to within one part in 2**21; n is at most 2**64."""
        if n <= 1:
            return 0
        if n <= 0x100000000:
            return int(self._random() * n)
        limit = (1 << 64) - (1 << 64) % n
        while True:
            draw = int(self._random() * 0x100000000) << 32 | int(self._random() * 0x100000000)
            if draw < limit:
                return draw % n


class RecordingChooser:
    """Passes the questions on to another chooser and keeps the answers: `choices` holds (n, what, answer)."""

    __slots__ = ("_inner", "choices")

    def __init__(self, inner: Chooser) -> None:
        self._inner = inner
        self.choices: list[tuple[int, str, int]] = []

    def choose(self, n: int, what: str) -> int:
        if n <= 1:
            return 0
        answer = self._inner.choose(n, what)
        self.choices.append((n, what, answer))
        return answer

    def answers(self) -> list[int]:
        """The answers alone: what a ReplayChooser needs."""
        return [answer for _, _, answer in self.choices]


class ReplayError(BaseException):
    """A recorded schedule does not fit the program that is run (an answer is out of range). No Exception: it may arise
    beneath Go code, which must not take it for a panic."""


class ReplayChooser:
    """Answers from a list; once it is used up, from `then`, or always 0 when that is None.

    Raises ReplayError when an answer does not fit the question.
    """

    __slots__ = ("_answers", "_next", "_then")

    def __init__(self, answers: list[int], then: Chooser | None = None) -> None:
        self._answers = answers
        self._next = 0
        self._then = then

    @property
    def position(self) -> int:
        """How many of the answers have been given."""
        return self._next

    def choose(self, n: int, what: str) -> int:
        if n <= 1:
            return 0
        if self._next >= len(self._answers):
            return self._then.choose(n, what) if self._then is not None else 0
        answer = self._answers[self._next]
        if not 0 <= answer < n:
            raise ReplayError(f"choice {self._next} ({what}) has {n} possibilities, the recorded answer is {answer}")
        self._next += 1
        return answer
