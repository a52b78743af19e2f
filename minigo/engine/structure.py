"""Core to core, before a statement list is translated: Blocks become plain Ifs where that is possible.

Break out of a Block would cost a Python loop that runs once. But where the statements after an If are reached from one
of its branches only, they can move into that branch, and the Break at the end of the other has nothing left to skip.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.engine.effects import breaks_to, terminates


def without_block(block: c.Block) -> list[c.Stmt] | None:
    """Statements that do what `block` does, without any Break to it; None when it has to stay."""
    return _rewrite(block.body, block.label)


def _rewrite(body: list[c.Stmt], label: c.Label) -> list[c.Stmt] | None:
    out: list[c.Stmt] = []
    for i, s in enumerate(body):
        rest = body[i + 1 :]
        match s:
            case c.Break() if s.label is label:
                return out
            case c.If() if breaks_to([s], label):
                branch = _rewrite_if(s, rest, label)
                if branch is None:
                    return None
                out.append(branch)
                return out
            case c.Block() if breaks_to(s.body, label):
                inner = without_block(s)
                if inner is None:
                    return None
                following = _rewrite([*inner, *rest], label)
                return None if following is None else [*out, *following]
            case c.Loop() if breaks_to([s], label):
                return None
            case _:
                out.append(s)
    return out


def _rewrite_if(s: c.If, rest: list[c.Stmt], label: c.Label) -> c.If | None:
    """`s` followed by `rest`, as one If."""
    if not rest:
        body, orelse = _rewrite(s.body, label), _rewrite(s.orelse, label)
    elif terminates(s.body):
        body, orelse = _rewrite(s.body, label), _rewrite([*s.orelse, *rest], label)
    elif terminates(s.orelse):
        body, orelse = _rewrite([*s.body, *rest], label), _rewrite(s.orelse, label)
    else:
        return None
    if body is None or orelse is None:
        return None
    return c.If(s.pos, s.cond, body, orelse)
