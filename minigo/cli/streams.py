"""The process's standard streams as a Go program gets them: unbuffered bytes, whatever state they are in."""

from __future__ import annotations

import io
import os
import sys
from typing import IO


def stdin() -> IO[bytes]:
    """Unbuffered: a read waits for no more than what is there. Empty when it is closed."""
    try:
        return os.fdopen(0, "rb", buffering=0, closefd=False)
    except OSError:
        return io.BytesIO()


def stdout() -> IO[bytes]:
    """On a terminal every write shows at once; elsewhere at the end of the run, or when stderr is written."""
    if sys.stdout is None:
        return io.BytesIO()
    if sys.stdout.isatty():
        return os.fdopen(1, "wb", buffering=0, closefd=False)
    return sys.stdout.buffer


def stderr() -> IO[bytes]:
    """Nowhere when it is closed."""
    return io.BytesIO() if sys.stderr is None else sys.stderr.buffer


def explain_here() -> str | None:
    """How deadlocks are explained unless asked otherwise: in words to who sits at a terminal, not at all to a program,
    which gets what real Go prints."""
    return "text" if sys.stderr is not None and sys.stderr.isatty() else None
