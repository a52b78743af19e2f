"""The one oracle that all free choices of a run are asked of: quantum, steal order, select order, map order, random
numbers.

Invariants: every chooser answers `choose(n, what)` with an int in range(n); `n == 1` is answered 0 without drawing, so
that a forced move neither costs nor is recorded. The same seed gives the same answers with every Python version.
"""

from __future__ import annotations

from typing import Protocol

_MASK64 = (1 << 64) - 1
_MULTIPLIER = 6364136223846793005


class Chooser(Protocol):
    """`what` names the kind of choice ("quantum", "steal", "select", "map", "rand", ...), for recording and
    exploring."""

    def choose(self, n: int, what: str) -> int: ...


class PCG32:
    """PCG-XSH-RR, 64 bits of state, 32 bits of output (O'Neill, "PCG: A Family of Simple Fast Space-Efficient
    Statistically Good Algorithms for Random Number Generation", 2014)."""

    __slots__ = ("_increment", "_state")

    def __init__(self, seed: int, stream: int = 0) -> None:
        self._increment = ((stream << 1) | 1) & _MASK64
        self._state = 0
        self.next32()
        self._state = (self._state + seed) & _MASK64
        self.next32()

    def next32(self) -> int:
        """The next 32 random bits."""
        return self.choose(0x100000000)

    def next64(self) -> int:
        """The next 64 random bits."""
        return (self.next32() << 32) | self.next32()

    def choose(self, n: int, what: str = "") -> int:
        """A number in range(n), all equally likely; n is at most 2**64. Takes 32 bits at a time, for n beyond 2**32
        64; none for n up to 1, which gives 0. `what` is what a Chooser is told."""
        if n <= 1:
            return 0
        if n > 0x100000000:
            return self._below64(n)
        while True:
            state = self._state
            self._state = (state * _MULTIPLIER + self._increment) & _MASK64
            word = (((state >> 18) ^ state) >> 27) & 0xFFFFFFFF
            rotation = state >> 59
            draw = ((word >> rotation) | (word << (-rotation & 31))) & 0xFFFFFFFF
            # The first test is the second one for most draws, and quicker.
            if draw <= 0x100000000 - n or draw < 0x100000000 - 0x100000000 % n:
                return draw % n

    def _below64(self, n: int) -> int:
        limit = (1 << 64) - (1 << 64) % n
        while True:
            draw = self.next64()
            if draw < limit:
                return draw % n


class SeededChooser(PCG32):
    """Random, repeatable by its seed (any int; negative ones and those beyond 64 bits are folded)."""

    __slots__ = ("seed",)

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        super().__init__(seed & _MASK64, (seed >> 64) & (_MASK64 >> 1))


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
