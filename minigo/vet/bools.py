"""bools: `a || a`, and `x != 1 || x != 2`, which is always true."""

from __future__ import annotations

from minigo.syntax import ast
from minigo.vet.inspect import Pass, unparen

_NAMES = {"||": "or", "&&": "and"}
_SUSPECT = {"||": "!=", "&&": "=="}


def run(p: Pass) -> None:
    seen: set[ast.BinaryExpr] = set()
    for e in p.all(ast.BinaryExpr):
        if e.op in _NAMES and e not in seen:
            group: list[ast.Expr] = []
            for operand in [*_operands(e, e.op, seen), None]:
                if operand is not None and p.has_no_effects(operand):
                    group.append(operand)
                    continue
                _redundant(p, e.op, group)
                _suspect(p, e.op, group)
                group = []


def _operands(e: ast.Expr, op: str, seen: set[ast.BinaryExpr]) -> list[ast.Expr]:
    """What `op` combines in `e`, the last one first."""
    e = unparen(e)
    if not isinstance(e, ast.BinaryExpr) or e.op != op:
        return [e]
    seen.add(e)
    return [*_operands(e.y, op, seen), *_operands(e.x, op, seen)]


def _redundant(p: Pass, op: str, group: list[ast.Expr]) -> None:
    seen: set[str] = set()
    for e in group:
        text = p.text(e)
        if text in seen:
            p.report(e.pos, f"redundant {_NAMES[op]}: {text} {op} {text}")
        seen.add(text)


def _suspect(p: Pass, op: str, group: list[ast.Expr]) -> None:
    """The same thing compared with two constants."""
    seen: dict[str, str] = {}
    for e in group:
        if not isinstance(e, ast.BinaryExpr) or e.op != _SUSPECT[op]:
            continue
        if p.constant(e.y) is not None:
            x = e.x
        elif p.constant(e.x) is not None:
            x = e.y
        else:
            continue
        text = p.text(e)
        earlier = seen.setdefault(p.text(x), text)
        if earlier != text:
            p.report(e.pos, f"suspect {_NAMES[op]}: {text} {op} {earlier}")
