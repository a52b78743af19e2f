"""What can be said of an expression without knowing its value: may it be moved, repeated, left to a later moment?"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.visit import operands
from minigo.engine.unit import Link
from minigo.runtime.optable import OpRow


def stable(e: c.Expr) -> bool:
    """Evaluating it has no effect, and yields the same at any time during its statement. Its code is one name or
    constant."""
    match e:
        case c.Const() | c.FuncRef() | c.LocalBox() | c.GlobalBox() | c.DeferFrame():
            return True
        case c.Local():
            return not e.var.boxed
        case _:
            return False


def harmless(e: c.Expr, link: Link) -> bool:
    """Evaluating it has no effect and cannot panic; the value may depend on when it is done."""
    match e:
        case c.Const() | c.FuncRef() | c.LocalBox() | c.GlobalBox() | c.DeferFrame() | c.Local() | c.Global():
            return True
        case c.Zero() | c.Closure():
            return True
        case c.Op():
            return _pure(link.row(e.name)) and all(harmless(x, link) for x in e.args)
        case c.ToInterface() | c.StructLit() | c.ArrayLit() | c.And() | c.Or() | c.TupleItem():
            return all(harmless(x, link) for x in operands(e))
        case _:
            return False


def _pure(row: OpRow) -> bool:
    return row.pure


def terminates(body: list[c.Stmt]) -> bool:
    """Whether control never reaches the end of `body`."""
    return bool(body) and _leaves(body[-1])


def _leaves(s: c.Stmt) -> bool:
    match s:
        case c.Return() | c.Panic() | c.Break() | c.Continue():
            return True
        case c.If():
            return terminates(s.body) and terminates(s.orelse)
        case c.Loop():
            return s.cond is None and not breaks_to(s.body, s.label)
        case c.Block():
            return terminates(s.body) and not breaks_to(s.body, s.label)
        case _:
            return False


def breaks_to(body: list[c.Stmt], label: c.Label) -> bool:
    """Whether some Break in `body` leaves `label`."""
    for s in body:
        match s:
            case c.Break():
                if s.label is label:
                    return True
            case c.If():
                if breaks_to(s.body, label) or breaks_to(s.orelse, label):
                    return True
            case c.Loop():
                if breaks_to(s.body, label) or breaks_to(s.post, label):
                    return True
            case c.Block():
                if breaks_to(s.body, label):
                    return True
    return False


def continues_to(body: list[c.Stmt], label: c.Label) -> int:
    """How many Continues in `body` go to `label`."""
    count = 0
    for s in body:
        match s:
            case c.Continue():
                count += s.label is label
            case c.If():
                count += continues_to(s.body, label) + continues_to(s.orelse, label)
            case c.Loop():
                count += continues_to(s.body, label) + continues_to(s.post, label)
            case c.Block():
                count += continues_to(s.body, label)
    return count
