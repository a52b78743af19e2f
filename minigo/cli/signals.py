"""Signals that come to the process while a program runs: those the program asked for are the program's."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from minigo.runtime.sched.sigtable import HostSignals

_FORWARDED = [
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2")
    if (number := getattr(signal, name, None)) is not None
]


@contextmanager
def forwarded_signals() -> Iterator[HostSignals]:
    """While it lasts, signals that the program listens to are posted; others do what they did before. To be used in the
    main thread."""
    host = HostSignals()

    def handle(number: int, frame: FrameType | None) -> None:
        if host.wanted(number):
            host.post(number)
        elif number == signal.SIGINT:
            raise KeyboardInterrupt
        else:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    before = {number: signal.signal(number, handle) for number in _FORWARDED}
    try:
        yield host
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
