"""Which functions get a recover token."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.runtime.values import field_attr

Token = bool | tuple[str, ...]
"""Whether Defers must leave a token for a function. A tuple: if the method whose name is its last item takes one, of
the interface value that is found in the receiver after the fields before."""


def takes_token(function: c.Function) -> Token:
    """Whether Defers must leave a token for `function`: it recovers, or is a wrapper around one that does."""
    function.complete()
    if function.recovers or not function.hidden:
        return function.recovers
    for s in function.body:
        x = s.x if isinstance(s, c.Eval) else s.values[0] if isinstance(s, c.Return) and s.values else None
        if isinstance(x, c.Call) and isinstance(x.callee, c.FuncRef) and x.callee.function.native is None:
            return takes_token(x.callee.function)
        if isinstance(x, c.CallMethod):
            return (*_fields(x.x), x.name)
    return False


def _fields(x: c.Expr) -> list[str]:
    """The attributes that lead from a wrapper's receiver to the operand of its call."""
    if isinstance(x, c.Field):
        return [*_fields(x.x), field_attr(x.name, x.index)]
    return _fields(x.args[0]) if isinstance(x, c.Op) else []
