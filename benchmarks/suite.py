"""The set of benchmarks and what is aimed at.

A benchmark is a Go program in `programs/` and the same program written by hand in Python, its twin, in `twins/`; both
print the same. Each has a line `const size = N` or `SIZE = N`, which is replaced to run it longer or shorter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
_SIZE = re.compile(r"^(const size|SIZE) = (\d+)$", re.MULTILINE)

CPU, CHANNELS = "cpu", "channels"


@dataclass(slots=True, frozen=True)
class Benchmark:
    """`short` is the size for a quick look, and for the walker. The full size is what the files say."""

    name: str
    group: str
    short: int

    @property
    def go(self) -> Path:
        return HERE / "programs" / f"{self.name}.go"

    @property
    def twin(self) -> Path:
        return HERE / "twins" / f"{self.name}.py"

    @property
    def size(self) -> int:
        found = _SIZE.search(self.go.read_text())
        assert found is not None, self.go
        return int(found[2])


def resized(source: Path, size: int) -> str:
    """The text of a program or twin with another size. Raises ValueError when it has no line for it."""
    text, n = _SIZE.subn(rf"\1 = {size}", source.read_text())
    if n != 1:
        raise ValueError(f"{source} has {n} lines that set its size")
    return text


LEAST = 1
"""The size at which a program does next to nothing: what it takes then is the start-up."""

BENCHMARKS = (
    Benchmark("fib", CPU, 30),
    Benchmark("loops", CPU, 1500),
    Benchmark("matmul", CPU, 130),
    Benchmark("sieve", CPU, 2_000_000),
    Benchmark("nbody", CPU, 25_000),
    Benchmark("spectral_norm", CPU, 150),
    Benchmark("word_count", CPU, 40_000),
    Benchmark("binary_trees", CPU, 15),
    Benchmark("quicksort", CPU, 90_000),
    Benchmark("strings_build", CPU, 150_000),
    Benchmark("dispatch", CPU, 300_000),
    Benchmark("closures", CPU, 700_000),
    Benchmark("ping_pong", CHANNELS, 100_000),
    Benchmark("prime_sieve", CHANNELS, 600),
    Benchmark("producer_consumer", CHANNELS, 300_000),
    Benchmark("worker_pool", CHANNELS, 300_000),
    Benchmark("mutex", CHANNELS, 25_000),
    Benchmark("select_loop", CHANNELS, 70_000),
    Benchmark("spawn", CHANNELS, 20_000),
    Benchmark("timers", CHANNELS, 200),
)

AIM_MEAN = {CPU: 1.8, CHANNELS: 2.0}
"""Geometric mean of the times of compiled code, divided by the twins'."""
AIM_SINGLE = 4.0
"""The same ratio for any one program."""
AIM_WALK = 15.0
"""Geometric mean of the walker's times, divided by those of compiled code."""
TOLERANCE = 2.0
"""A short run, on whatever machine, fails only when an aim is missed by this factor."""
