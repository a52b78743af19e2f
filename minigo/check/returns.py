"""Terminating statements: where the end of a function cannot be reached, by the rules of the spec."""

from __future__ import annotations

from minigo.syntax import ast
from minigo.syntax.exprstring import unparen


def is_terminating(s: ast.Stmt, panics: set[ast.CallExpr], label: str = "") -> bool:
    """Whether `s`, labelled `label`, is a terminating statement. `panics` are the calls of the built-in panic."""
    match s:
        case ast.ReturnStmt():
            return True
        case ast.BranchStmt():
            return s.op in ("goto", "fallthrough")
        case ast.ExprStmt():
            call = unparen(s.x)
            return isinstance(call, ast.CallExpr) and call in panics
        case ast.LabeledStmt():
            return is_terminating(s.stmt, panics, s.label.name)
        case ast.BlockStmt():
            return _list_terminates(s.stmts, panics)
        case ast.IfStmt():
            return s.orelse is not None and is_terminating(s.body, panics) and is_terminating(s.orelse, panics)
        case ast.SwitchStmt() | ast.TypeSwitchStmt():
            has_default = any(clause.exprs is None for clause in s.body)
            return has_default and all(
                _list_terminates(clause.body, panics) and not _list_breaks(clause.body, label, True)
                for clause in s.body
            )
        case ast.SelectStmt():
            return all(
                _list_terminates(clause.body, panics) and not _list_breaks(clause.body, label, True)
                for clause in s.body
            )
        case ast.ForStmt():
            return s.cond is None and not _breaks(s.body, label, True)
        case _:
            return False


def _list_terminates(stmts: list[ast.Stmt], panics: set[ast.CallExpr]) -> bool:
    """Whether the last statement that is not empty terminates."""
    for s in reversed(stmts):
        if not isinstance(s, ast.EmptyStmt):
            return is_terminating(s, panics)
    return False


def _breaks(s: ast.Stmt | None, label: str, implicit: bool) -> bool:
    """Whether `s` contains a break out of the statement labelled `label`, or, if `implicit`, of the innermost one."""
    match s:
        case ast.BranchStmt():
            return s.op == "break" and (implicit if s.label is None else s.label.name == label)
        case ast.LabeledStmt():
            return _breaks(s.stmt, label, implicit)
        case ast.BlockStmt():
            return _list_breaks(s.stmts, label, implicit)
        case ast.IfStmt():
            return _breaks(s.body, label, implicit) or _breaks(s.orelse, label, implicit)
        # a break without label inside these leaves them, and goes no further
        case ast.SwitchStmt() | ast.TypeSwitchStmt() | ast.SelectStmt():
            return label != "" and any(_list_breaks(clause.body, label, False) for clause in s.body)
        case ast.ForStmt() | ast.RangeStmt():
            return label != "" and _breaks(s.body, label, False)
        case _:
            return False


def _list_breaks(stmts: list[ast.Stmt], label: str, implicit: bool) -> bool:
    return any(_breaks(s, label, implicit) for s in stmts)
