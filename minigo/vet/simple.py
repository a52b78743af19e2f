"""Checks of a few lines each, all Go's: appends, assign, atomic, defers, ifaceassert, nilfunc."""

from __future__ import annotations

from minigo.core.astwalk import nodes
from minigo.syntax import ast
from minigo.types.lookup import missing_method
from minigo.types.objects import Func
from minigo.types.predicates import contains_type_param
from minigo.types.types import Interface, Map, Type
from minigo.types.typeset import identical
from minigo.vet.inspect import Pass, under, unparen

_ADDS = frozenset(f"sync/atomic.Add{kind}" for kind in ("Int32", "Int64", "Uint32", "Uint64", "Uintptr"))


def appends(p: Pass) -> None:
    """append with nothing to append."""
    for call in p.all(ast.CallExpr):
        if p.called(call) == "append" and len(call.args) == 1:
            p.report(call.pos, "append with no values")


def assign(p: Pass) -> None:
    """x = x."""
    for stmt in p.all(ast.AssignStmt):
        if stmt.op != "=" or len(stmt.lhs) != len(stmt.rhs):
            continue
        same = []
        for left, right in zip(stmt.lhs, stmt.rhs, strict=True):
            if type(left) is not type(right) or not p.has_no_effects(left) or not p.has_no_effects(right):
                continue
            target = unparen(left)
            if isinstance(target, ast.IndexExpr) and isinstance(under(p.type_of(target.x)), Map):
                continue
            if p.text(left) == p.text(right):
                same.append(p.text(left))
        if same:
            p.report(stmt.pos, f"self-assignment of {', '.join(same)}")


def atomic(p: Pass) -> None:
    """x = atomic.AddInt64(&x, 1): the plain assignment undoes what makes the addition atomic."""
    for stmt in p.all(ast.AssignStmt):
        if len(stmt.lhs) != len(stmt.rhs) or (len(stmt.lhs) == 1 and stmt.op == ":="):
            continue
        for left, call in zip(stmt.lhs, stmt.rhs, strict=True):
            if p.called(call) not in _ADDS or not isinstance(call, ast.CallExpr) or len(call.args) != 2:
                continue
            target = call.args[0]
            if isinstance(target, ast.UnaryExpr) and target.op == "&":
                broken = p.text(left) == p.text(target.x)
            else:
                broken = isinstance(left, ast.StarExpr) and p.text(left.x) == p.text(target)
            if broken:
                p.report(left.pos, "direct assignment to atomic value")


def defers(p: Pass) -> None:
    """defer f(time.Since(start)): arguments are evaluated at once."""
    if not p.imports("time"):
        return
    for stmt in p.all(ast.DeferStmt):
        for node in nodes(stmt.call, into_literals=False):
            if isinstance(node, ast.CallExpr) and p.called(node) == "time.Since" and not _in_literal(p, node, stmt):
                p.report(node.pos, "call to time.Since is not deferred")


def _in_literal(p: Pass, node: ast.Node, outer: ast.Node) -> bool:
    while node is not outer:
        if isinstance(node, ast.FuncLit):
            return True
        node = p.parent[node]
    return False


def ifaceassert(p: Pass) -> None:
    """x.(I) where I and x's type have methods of the same name and different signatures."""
    asserted: list[tuple[ast.Expr, ast.Expr]] = [(e.x, e.type) for e in p.all(ast.TypeAssertExpr) if e.type is not None]
    for switch in p.all(ast.TypeSwitchStmt):
        asserted += [(switch.x, e) for clause in switch.body for e in clause.exprs or []]
    for x, target in asserted:
        v, t = p.type_of(x), p.type_of(target)
        method = _conflict(v, t) if v is not None and t is not None else None
        if method is not None:
            both = f"{p.type_string(v)} and {p.type_string(t)}"
            conflict = f"(conflicting types for {method.name} method)"
            p.report(target.pos, f"impossible type assertion: no type can implement both {both} {conflict}")


def _conflict(v: Type, t: Type) -> Func | None:
    if not isinstance(v.underlying(), Interface) or not isinstance(t.underlying(), Interface):
        return None
    if contains_type_param(v) or contains_type_param(t):
        return None
    missing = missing_method(v, t, False, lambda f: None, identical)
    return missing.method if missing is not None and missing.wrong_type else None


def nilfunc(p: Pass) -> None:
    """f == nil for a declared function f."""
    for e in p.all(ast.BinaryExpr):
        if e.op not in ("==", "!="):
            continue
        for nil, other in ((e.x, e.y), (e.y, e.x)):
            if _is_nil(p, nil):
                obj = p.used_object(other)
                if isinstance(obj, Func):
                    always = "true" if e.op == "!=" else "false"
                    p.report(e.pos, f"comparison of function {obj.name} {e.op} nil is always {always}")
                break


def _is_nil(p: Pass, e: ast.Expr) -> bool:
    known = p.info.types.get(e)
    return known is not None and known.mode == "nilvalue"
