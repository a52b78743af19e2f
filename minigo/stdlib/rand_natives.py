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


# ---------------------------------------------------------------- ChaCha8

_WORD = (1 << 32) - 1
_CONSTANTS = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]
_QUARTERS = [
    *((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)),
    *((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)),
]


def _block(key: list[int], counter: int) -> list[int]:
    """One block of ChaCha with 8 rounds (Bernstein 2008): 16 words. Only the words of the key are added back."""
    x = [*_CONSTANTS, *key, counter, 0, 0, 0]
    for _ in range(4):
        for a, b, c, d in _QUARTERS:
            for left, right in ((16, 12), (8, 7)):
                x[a] = (x[a] + x[b]) & _WORD
                x[d] ^= x[a]
                x[d] = (x[d] << left | x[d] >> (32 - left)) & _WORD
                x[c] = (x[c] + x[d]) & _WORD
                x[b] ^= x[c]
                x[b] = (x[b] << right | x[b] >> (32 - right)) & _WORD
    x[4:12] = [(word + added) & _WORD for word, added in zip(x[4:12], key, strict=True)]
    return x


@native("math/rand/v2.fillChunk")
def fill_chunk(buf: Slice, seed: Slice, number: int) -> None:
    """32 numbers made of four blocks: the four words at one place of each make two numbers."""
    key = [word for x in seed.items() for word in (x & _WORD, x >> 32)]
    blocks = [_block(key, 4 * number + i) for i in range(4)]
    for i in range(16):
        w = [block[i] for block in blocks]
        at = buf.offset + 2 * i
        buf.array[at : at + 2] = [w[0] | w[1] << 32, w[2] | w[3] << 32]
