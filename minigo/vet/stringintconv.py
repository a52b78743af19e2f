"""stringintconv: string(n) of an integer is the character with that number, not its digits."""

from __future__ import annotations

from minigo.syntax import ast
from minigo.types.objects import TypeName
from minigo.types.types import Alias, Basic, Named, Type, TypeParam
from minigo.vet.inspect import Pass, structural_terms

_CHARACTERS = ("uint8", "int32", "untyped rune")


def run(p: Pass) -> None:
    for call in p.all(ast.CallExpr):
        if len(call.args) != 1:
            continue
        fun = call.fun.sel if isinstance(call.fun, ast.SelectorExpr) else call.fun
        obj = p.info.uses.get(fun) if isinstance(fun, ast.Ident) else None
        value = p.type_of(call.args[0])
        if not isinstance(obj, TypeName) or obj.type is None or value is None:
            continue
        target = _first(obj.type, "string")
        source = _first(value, "integer")
        if target is None or source is None:
            continue
        to, what = _describe(target, obj.type, obj.name), _describe(source, value, _name(value))
        if to and what:
            message = f"conversion from {what} to {to} yields a string of one rune, not a string of digits"
            p.report(call.pos, message)


def _first(t: Type, flag: str) -> Type | None:
    """The first of the types that `t` may be that is a string, or an integer that is no character."""
    for _, term in structural_terms(t) or []:
        u = term.underlying()
        if isinstance(u, Basic) and u.has(flag) and u.kind not in _CHARACTERS:
            return term
    return None


def _name(t: Type) -> str:
    if isinstance(t, Basic):
        return t.name or t.kind
    return t.obj.name if isinstance(t, Named | Alias | TypeParam) else ""


def _describe(t: Type, whole: Type, whole_name: str) -> str:
    """`t`, one of the types that `whole` may be, with its underlying type and with `whole` if that is another."""
    name = whole_name if t is whole else _name(t)
    more = []
    underlying = _name(t.underlying())
    if underlying and underlying != name:
        more.append(underlying)
    if t is not whole and whole_name not in ("", name):
        more.append(f"in {whole_name}")
    return f"{name} ({', '.join(more)})" if name and more else name
