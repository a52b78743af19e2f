"""Natives of package math/rand: the run's own choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from minigo.runtime.natives import linked

if TYPE_CHECKING:
    from minigo.runtime.run import Run


@linked("math/rand.choice")
def choice(run: Run) -> Callable[[], int]:
    """64 random bits."""

    def choice() -> int:
        return (run.chooser.choose(1 << 32, "rand") << 32) | run.chooser.choose(1 << 32, "rand")

    return choice
