"""Which functions get a recover token."""

from __future__ import annotations

from minigo.core import nodes as c


def takes_token(function: c.Function) -> bool:
    """Whether Defers must leave a token for `function`: it recovers, or is a wrapper around one that does."""
    function.complete()
    if function.recovers or not function.hidden:
        return function.recovers
    for s in function.body:
        x = s.x if isinstance(s, c.Eval) else s.values[0] if isinstance(s, c.Return) and s.values else None
        if isinstance(x, c.Call) and isinstance(x.callee, c.FuncRef) and x.callee.function.native is None:
            return takes_token(x.callee.function)
    return False
