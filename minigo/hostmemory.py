"""The memory of this process: how much it uses, and a bound that makes Python raise MemoryError.

For `--max-memory`. Only Linux tells a process cheaply what it uses; elsewhere `supported` says no.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

PROBE_SECONDS = 0.02
"""A reading counts for so long."""
_STATM = "/proc/self/statm"
_RESIDENT, _DATA = 1, 5
"""Fields of statm, in pages."""
SLACK = 64 << 20
"""Bytes by which the hard bound lies above the limit (a quarter of that comes on top): it is for single objects that
are too large, while readings end a run that grows step by step."""


def supported() -> bool:
    return os.path.exists(_STATM)


def _statm(field: int) -> int:
    with open(_STATM, encoding="ascii") as file:
        return int(file.read().split()[field]) * os.sysconf("SC_PAGE_SIZE")


class Gauge:
    """Bytes that the process uses more than when the gauge was made."""

    def __init__(self) -> None:
        self._base = _statm(_RESIDENT)
        self._last = 0
        self._read_at = time.monotonic()

    def __call__(self) -> int:
        now = time.monotonic()
        if now - self._read_at >= PROBE_SECONDS:
            self._read_at = now
            self._last = _statm(_RESIDENT) - self._base
        return self._last


@contextmanager
def bounded(limit: int | None) -> Iterator[None]:
    """Lets the process allocate not much more than `limit` bytes beyond what it has now."""
    if limit is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bound = _statm(_DATA) + limit + limit // 4 + SLACK
    if soft != resource.RLIM_INFINITY:
        bound = min(bound, soft)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
