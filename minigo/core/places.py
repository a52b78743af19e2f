"""Lowering of places: selectors, elements, addresses and slices of variables.

A struct or array object is its own pointer, so a path of fields is the same chain of Fields whether it starts at a
struct or at a pointer to one, and the address of a field of struct type is the field's value.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import array_type, is_aggregate, struct_type, var_type
from minigo.source import InternalError, Pos
from minigo.syntax import ast
from minigo.types.objects import Func, Var
from minigo.types.types import Map, Pointer, Slice, Type, unalias


class Places(LowererBase):
    # ------------------------------------------------------------ selectors

    def selector(self, e: ast.SelectorExpr) -> c.Expr:
        sel = self.info.selections.get(e)
        if sel is None:
            return self._qualified(e)
        if sel.kind == "field":
            x, _ = self.walk_path(self.expr(e.x), self.type_of(e.x), sel.path, e.sel.pos)
            return x
        return self.method_value(e, sel) if sel.kind == "method" else self.method_expr(e, sel)

    def _qualified(self, e: ast.SelectorExpr) -> c.Expr:
        """pkg.Name"""
        obj = self.info.uses.get(e.sel)
        if isinstance(obj, Var):
            return c.Global(e.pos, self.global_var(obj))
        if isinstance(obj, Func):
            return c.FuncRef(e.pos, self.func_instance(obj, self.type_arguments(e.sel)))
        raise InternalError(f"{e.sel.name} is no value at {self.fset.format(e.pos)}")

    def walk_path(self, x: c.Expr, t: Type, path: list[int], pos: Pos) -> tuple[c.Expr, Type]:
        for index in path:
            field = struct_type(t).fields[index]
            if isinstance(x, c.Op) and x.name == "nilcheck":
                x = x.args[0]
            t = var_type(field.type)
            x = c.Field(pos, x, field.name, index, is_aggregate(t))
        return x, t

    # ------------------------------------------------------------ places

    def place(self, e: ast.Expr) -> c.Expr:
        while isinstance(e, ast.ParenExpr):
            e = e.x
        if not isinstance(e, ast.IndexExpr):
            return self.expr(e)
        tv = self.info.types.get(e.x)
        t = self.typ(tv.type) if tv is not None else None
        u = t.underlying() if t is not None else None
        if t is not None and isinstance(u, Map):
            return c.MapIndex(e.pos, self.expr(e.x), self.converted(e.indices[0], u.key), t)
        if isinstance(u, Slice):
            return c.Index(e.pos, "slice", self.expr(e.x), self.expr(e.indices[0]), is_aggregate(u.elem))
        array = array_type(t) if t is not None else None
        if array is not None:
            return c.Index(e.pos, "array", self.expr(e.x), self.expr(e.indices[0]), is_aggregate(array.elem))
        return self.expr(e.x)  # an instantiated function

    # ------------------------------------------------------------ addresses

    def address(self, e: ast.Expr) -> c.Expr:
        while isinstance(e, ast.ParenExpr):
            e = e.x
        if isinstance(e, ast.StarExpr):
            return self.op(e.pos, "nilcheck", [self.expr(e.x)])
        x = self.place(e)
        if is_aggregate(self._place_type(e)):
            return x
        return self.address_of(x)

    def _place_type(self, e: ast.Expr) -> Type:
        if isinstance(e, ast.Ident):
            obj = self.info.uses.get(e) or self.info.defs.get(e)
            if isinstance(obj, Var):
                return self.typ(obj.type)
        return self.type_of(e)

    def address_of(self, x: c.Expr) -> c.Expr:
        """A pointer to a lowered place that holds no struct or array."""
        match x:
            case c.Local():
                # A range over a function may call a pointer method on what only its body addresses.
                x.var.boxed = True
                return c.LocalBox(x.pos, x.var)
            case c.Global():
                return c.GlobalBox(x.pos, x.var)
            case c.Field():
                return self.op(x.pos, "addr.field", [x.x], x.name, x.index)
            case c.Index():
                return self.op(x.pos, f"addr.elem.{x.kind}", [x.x, x.index])
            case c.Deref():
                return self.op(x.pos, "nilcheck", [x.x])
            case _:
                raise InternalError(f"no address of {type(x).__name__} at {self.fset.format(x.pos)}")

    def slice_of(self, e: ast.SliceExpr, t: Type, bounds: list[c.Expr]) -> c.Expr:
        """x[low:high:max] of a slice, an array variable or a pointer to an array."""
        if isinstance(t.underlying(), Slice):
            return self.op(e.pos, "slice.slice", [self.expr(e.x), *bounds])
        x = self.expr(e.x) if isinstance(t.underlying(), Pointer) else self.address(e.x)
        return self.op(e.pos, "slice.array", [x, *bounds])

    # ------------------------------------------------------------ receivers

    def receiver(self, e: ast.Expr, path: list[int], pointer: bool, pos: Pos) -> tuple[c.Expr, Type]:
        """The operand `e` of a method selector, after the fields that lead to the method's receiver: as a pointer, if
        `pointer`, else as a value (not copied); with the receiver's base type."""
        t = self.type_of(e)
        if pointer and not path and pointer_base(t) is None:
            return self.address(e), t
        return self.receiver_at(self.expr(e), t, path, pointer, pos)

    def receiver_at(self, x: c.Expr, t: Type, path: list[int], pointer: bool, pos: Pos) -> tuple[c.Expr, Type]:
        x, end = self.walk_path(x, t, path, pos)
        base = pointer_base(end)
        if base is None:
            return (self.address_of(x) if pointer and not is_aggregate(end) else x), end
        if pointer:
            return x, base
        return (self.op(pos, "nilcheck", [x]) if is_aggregate(base) else c.Deref(pos, x)), base


def pointer_base(t: Type) -> Type | None:
    """What an unnamed pointer type points to."""
    t = unalias(t)
    return t.elem if isinstance(t, Pointer) else None
