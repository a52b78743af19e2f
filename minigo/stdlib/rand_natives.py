"""Natives of packages math/rand and math/rand/v2: the run's own choices, seeding, and the tables of the ziggurats.

The ziggurat method is that of Marsaglia and Tsang (2000), with 128 layers for the normal distribution and 256 for the
exponential one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked, native
from minigo.runtime.values import Slice, slice_of
from minigo.stdlib.floats import round32

if TYPE_CHECKING:
    from minigo.runtime.run import Run

_MERSENNE = (1 << 31) - 1


def _choice(run: Run) -> Callable[[], int]:
    """64 random bits."""

    def choice() -> int:
        return (run.chooser.choose(1 << 32, "rand") << 32) | run.chooser.choose(1 << 32, "rand")

    return choice


linked("math/rand.choice")(_choice)
linked("math/rand/v2.choice")(_choice)


@native("math/rand.fill")
def fill(vec: Any, seed: int) -> None:
    """The state of the additive generator: a Lehmer generator's numbers mixed with its words."""
    from minigo.stdlib.rand_words import words

    x = seed % _MERSENNE or 89482311

    def lehmer() -> int:
        nonlocal x
        x = 48271 * x % _MERSENNE
        return x

    for _ in range(20):
        lehmer()
    for i, word in enumerate(words()):
        mixed = (lehmer() << 40 ^ lehmer() << 20 ^ lehmer() ^ word) % (1 << 64)
        vec[i] = mixed - (1 << 64) if mixed >> 63 else mixed


Tables = tuple[list[int], list[float], list[float]]
Curve = Callable[[float], float]


def ziggurat(layers: int, edge: float, area: float, scale: float, density: Curve, inverse: Curve) -> Tables:
    """Acceptance limits, widths and densities of the layers, from the right edge and the area of each."""
    limits = [0] * layers
    widths = [0.0] * layers
    densities = [0.0] * layers
    x = previous = edge
    base = area / density(x)
    limits[0] = int(x / base * scale)
    widths[0] = round32(base / scale)
    widths[-1] = round32(x / scale)
    densities[0] = 1.0
    densities[-1] = round32(density(x))
    for i in range(layers - 2, 0, -1):
        x = inverse(area / x + density(x))
        limits[i + 1] = int(x / previous * scale)
        previous = x
        densities[i] = round32(density(x))
        widths[i] = round32(x / scale)
    return limits, widths, densities


@cache
def normal() -> Tables:
    return ziggurat(
        128,
        3.442619855899,
        9.91256303526217e-3,
        2.0**31,
        lambda x: math.exp(-0.5 * x * x),
        lambda y: math.sqrt(-2.0 * math.log(y)),
    )


@cache
def exponential() -> Tables:
    return ziggurat(
        256, 7.69711747013104972, 3.9496598225815571993e-3, 2.0**32, lambda x: math.exp(-x), lambda y: -math.log(y)
    )


def _as_slices(tables: Callable[[], Tables]) -> Callable[[], tuple[Slice, Slice, Slice]]:
    def slices() -> tuple[Slice, Slice, Slice]:
        limits, widths, densities = tables()
        return slice_of(list(limits)), slice_of(list(widths)), slice_of(list(densities))

    return slices


for _package in ("math/rand", "math/rand/v2"):
    native(_package + ".normalTables")(_as_slices(normal))
    native(_package + ".exponentialTables")(_as_slices(exponential))
