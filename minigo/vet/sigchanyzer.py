"""sigchanyzer: signal.Notify does not wait for a receiver, so a channel without buffer loses signals."""

from __future__ import annotations

from minigo.syntax import ast
from minigo.vet.inspect import Pass


def run(p: Pass) -> None:
    if not p.imports("os/signal"):
        return
    for call in p.all(ast.CallExpr):
        if not _is_notify(p, call.fun) or not call.args:
            continue
        made = p.declared_value(call.args[0])
        if isinstance(made, ast.CallExpr) and len(made.args) == 1:
            p.report(call.pos, "misuse of unbuffered os.Signal channel as argument to signal.Notify")


def _is_notify(p: Pass, fun: ast.Expr) -> bool:
    """Whether `fun` is signal.Notify or a variable that is declared as it."""
    value = p.declared_value(fun) if isinstance(fun, ast.Ident) else fun
    if not isinstance(value, ast.SelectorExpr):
        return False
    obj = p.used_object(value)
    return obj is not None and obj.name == "Notify" and obj.pkg is not None and obj.pkg.path == "os/signal"
