"""Lowering of expressions: constants, names, operators, dereferences, assertions, implicit conversions."""

from __future__ import annotations

from collections.abc import Callable

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import (
    default_of_value,
    default_type,
    is_aggregate,
    is_interface,
    kind_is,
    kind_of,
    python_value,
    var_type,
    zero,
)
from minigo.source import InternalError, Pos
from minigo.syntax import ast
from minigo.types.constants import Unknown
from minigo.types.info import TypeAndValue
from minigo.types.objects import Func, Nil, Var
from minigo.types.types import Basic, Map, Type

_ARITH = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "div",
    "%": "rem",
    "&": "and",
    "|": "or",
    "^": "xor",
    "&^": "andnot",
    "<<": "shl",
    ">>": "shr",
}
_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))


class Exprs(LowererBase):
    def expr(self, e: ast.Expr) -> c.Expr:
        tv = self.info.types.get(e)
        if tv is not None:
            if tv.value is not None:
                return self.constant(e, tv)
            if tv.mode == "nilvalue":
                return zero(e.pos, self.typ(tv.type))
        lower = _DISPATCH.get(type(e))
        if lower is None:
            raise InternalError(f"no expression: {type(e).__name__} at {self.fset.format(e.pos)}")
        return lower(self, e)

    def value(self, e: ast.Expr, target: Type | None = None) -> c.Expr:
        t = self.type_of(e)
        x = self.copied(self.expr(e), t)
        return x if target is None else self.convert_to(x, t, target)

    def converted(self, e: ast.Expr, target: Type) -> c.Expr:
        t = self.type_of(e)
        x = self.expr(e)
        if is_interface(target) and not is_interface(t):
            x = self.copied(x, t)
        return self.convert_to(x, t, target)

    def convert_to(self, x: c.Expr, source: Type, target: Type) -> c.Expr:
        if not is_interface(target) or is_interface(source):
            return x
        if isinstance(source, Basic) and source.kind == "untyped nil":
            return x
        return c.ToInterface(x.pos, x, default_type(source))

    def constant(self, e: ast.Expr, tv: TypeAndValue) -> c.Expr:
        value = tv.value
        if value is None or isinstance(value, Unknown):
            raise InternalError(f"constant without value at {self.fset.format(e.pos)}")
        t = self.typ(tv.type)
        if is_interface(t):
            own = default_of_value(value)
            return c.ToInterface(e.pos, c.Const(e.pos, python_value(value, own)), own)
        return c.Const(e.pos, python_value(value, default_type(t)))

    # ------------------------------------------------------------ names

    def _ident(self, e: ast.Ident) -> c.Expr:
        obj = self.info.uses.get(e) or self.info.defs.get(e)
        if isinstance(obj, Var):
            if obj.parent is not None and obj.parent.kind == "package":
                return c.Global(e.pos, self.global_var(obj))
            return c.Local(e.pos, self.local(obj))
        if isinstance(obj, Func):
            return c.FuncRef(e.pos, self.func_instance(obj, self.type_arguments(e)))
        if isinstance(obj, Nil):
            return c.Const(e.pos, None)
        raise InternalError(f"{e.name} is no value at {self.fset.format(e.pos)}")

    def global_var(self, obj: Var) -> c.GlobalVar:
        var = self.global_of.get(obj)
        if var is None:
            pkg = obj.pkg
            if pkg is None:
                raise InternalError(f"variable {obj.name} without package")
            t = var_type(obj.type)
            symbol = f"{pkg.path}.{obj.name}"
            if obj.name == "_" or symbol in self.globals:
                symbol = f"{symbol}#{len(self.globals)}"
            boxed = not is_aggregate(t) and any(obj in u.info.addressed for u in self.units)
            var = c.GlobalVar(symbol, t, boxed, obj.pos)
            self.globals[symbol] = var
            self.global_of[obj] = var
        return var

    # ------------------------------------------------------------ operators

    def _paren(self, e: ast.ParenExpr) -> c.Expr:
        return self.expr(e.x)

    def _unary(self, e: ast.UnaryExpr) -> c.Expr:
        op = e.op
        if op == "&":
            return self._address_of(e)
        if op == "<-":
            self.frame.effects = True
            return self.op(e.pos, "chan.recv", [self.expr(e.x)])
        x = self.expr(e.x)
        if op == "+":
            return x
        if op == "!":
            return self.op(e.pos, "not.bool", [x])
        return self.op(e.pos, f"{'neg' if op == '-' else 'not'}.{kind_of(self.type_of(e))}", [x])

    def _address_of(self, e: ast.UnaryExpr) -> c.Expr:
        x = e.x
        while isinstance(x, ast.ParenExpr):
            x = x.x
        if isinstance(x, ast.CompositeLit):
            lit = self.expr(x)
            return lit if is_aggregate(self.type_of(x)) else self.op(e.pos, "box", [lit])
        return self.address(x)

    def _binary(self, e: ast.BinaryExpr) -> c.Expr:
        op = e.op
        if op in ("&&", "||"):
            frame = self.frame
            before, frame.effects = frame.effects, False
            x = self.expr(e.x)
            before = before or frame.effects
            x = self.ordered(x)
            y = self.expr(e.y)
            before = before or frame.effects
            y = self.ordered(y)
            frame.effects = before
            return c.And(e.op_pos, x, y) if op == "&&" else c.Or(e.op_pos, x, y)
        if op in _COMPARISONS:
            if self.is_nil(e.y):
                return self.compare_nil(e.op_pos, op, self.expr(e.x), self.type_of(e.x))
            if self.is_nil(e.x):
                return self.compare_nil(e.op_pos, op, self.expr(e.y), self.type_of(e.y))
            x, y = self.expr(e.x), self.expr(e.y)
            return self.compare(e.op_pos, op, x, self.type_of(e.x), y, self.type_of(e.y))
        x, y = self.expr(e.x), self.expr(e.y)
        return self.arith(e.op_pos, op, x, y, default_type(self.type_of(e)))

    def arith(self, pos: Pos, op: str, x: c.Expr, y: c.Expr, t: Type) -> c.Expr:
        return self.op(pos, f"{_ARITH[op]}.{kind_of(t)}", [x, y])

    # ------------------------------------------------------------ pointers, interfaces

    def _star(self, e: ast.StarExpr) -> c.Expr:
        p = self.expr(e.x)
        if is_aggregate(self.type_of(e)):
            return self.op(e.pos, "nilcheck", [p])
        return c.Deref(e.pos, p)

    def _type_assert(self, e: ast.TypeAssertExpr) -> c.Expr:
        if e.type is None:
            raise InternalError(f".(type) outside a switch at {self.fset.format(e.pos)}")
        return c.TypeAssert(e.pos, self.expr(e.x), self.type_of(e.type), False, self.type_of(e.x))

    def commaok(self, e: ast.Expr) -> tuple[c.Expr, Type]:
        while isinstance(e, ast.ParenExpr):
            e = e.x
        t = self.type_of(e)
        if isinstance(e, ast.TypeAssertExpr) and e.type is not None:
            return c.TypeAssert(e.pos, self.expr(e.x), t, True, self.type_of(e.x)), t
        if isinstance(e, ast.UnaryExpr):
            self.frame.effects = True
            return self.op(e.pos, "chan.recv2", [self.expr(e.x)]), t
        if isinstance(e, ast.IndexExpr):
            m = self.type_of(e.x)
            u = m.underlying()
            if isinstance(u, Map):
                return self.op(e.pos, "map.get2", [self.expr(e.x), self.converted(e.indices[0], u.key)], m), u.elem
        raise InternalError(f"no comma-ok expression at {self.fset.format(e.pos)}")

    # ------------------------------------------------------------ others, in their own files

    def _composite_lit(self, e: ast.CompositeLit) -> c.Expr:
        return self.composite_lit(e)

    def _func_lit(self, e: ast.FuncLit) -> c.Expr:
        return self.func_lit(e)

    def _selector(self, e: ast.SelectorExpr) -> c.Expr:
        return self.selector(e)

    def _index(self, e: ast.IndexExpr) -> c.Expr:
        tv = self.info.types.get(e.x)
        if tv is not None and kind_is(self.typ(tv.type), "string"):
            return c.Index(e.pos, "string", self.expr(e.x), self.expr(e.indices[0]))
        return self.place(e)

    def _slice(self, e: ast.SliceExpr) -> c.Expr:
        t = self.type_of(e.x)
        bounds = [self.expr(b) if b is not None else c.Const(e.pos, None) for b in (e.low, e.high, e.max)]
        if kind_is(t, "string"):
            return self.op(e.pos, "slice.string", [self.expr(e.x), *bounds])
        return self.slice_of(e, t, bounds)

    def _call(self, e: ast.CallExpr) -> c.Expr:
        return self.call_expr(e)


_DISPATCH: dict[type[ast.Expr], Callable[..., c.Expr]] = {
    ast.Ident: Exprs._ident,
    ast.ParenExpr: Exprs._paren,
    ast.UnaryExpr: Exprs._unary,
    ast.BinaryExpr: Exprs._binary,
    ast.StarExpr: Exprs._star,
    ast.TypeAssertExpr: Exprs._type_assert,
    ast.CompositeLit: Exprs._composite_lit,
    ast.FuncLit: Exprs._func_lit,
    ast.SelectorExpr: Exprs._selector,
    ast.IndexExpr: Exprs._index,
    ast.SliceExpr: Exprs._slice,
    ast.CallExpr: Exprs._call,
}
