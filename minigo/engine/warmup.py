"""Python 3.11 adapts code to the types it meets only once it is warm: after eight calls or unconditional jumps back.
The conditional jump at the end of a `while` does not count, so a function that is called once would loop cold for ever.

`warm_up` calls code where nothing can come of it: without globals, free variables or arguments, so that it fails at the
first thing it needs, at the latest the machine's budget that every loop asks for.
"""

from __future__ import annotations

import sys
from types import CellType, CodeType, FunctionType

_CALLS = 8


def needs_warming() -> bool:
    """Whether this Python waits before it adapts code."""
    return sys.version_info < (3, 12)


def warm_up(code: CodeType) -> None:
    """Makes Python adapt `code`, the code of a Go function, from its next call on."""
    cells = tuple(CellType() for _ in code.co_freevars)
    function = FunctionType(code, {"__builtins__": {}}, closure=cells or None)
    args = [None] * code.co_argcount
    for _ in range(_CALLS):
        try:
            function(*args)
        except Exception:  # it is meant to fail
            continue
