"""Lowering of comparisons: which row of the operation table compares two operands."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import is_interface, kind_of
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types.types import Array, Basic, Map, Slice, Struct, Type

_NAMES = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}


class Comparisons(LowererBase):
    def is_nil(self, e: ast.Expr) -> bool:
        while isinstance(e, ast.ParenExpr):
            e = e.x
        tv = self.info.types.get(e)
        return tv is not None and tv.mode == "nilvalue"

    def compare_nil(self, pos: Pos, op: str, x: c.Expr, t: Type) -> c.Expr:
        match t.underlying():
            case Slice():
                suffix = "nilslice"
            case Map():
                suffix = "nilmap"
            case _:
                suffix = "nil"
        return self.op(pos, f"{_NAMES[op]}.{suffix}", [x])

    def compare(self, pos: Pos, op: str, x: c.Expr, xt: Type, y: c.Expr, yt: Type) -> c.Expr:
        name = _NAMES[op]
        if is_interface(xt) or is_interface(yt):
            x, y = self.convert_to(x, xt, yt), self.convert_to(y, yt, xt)
            return self.op(pos, f"{name}.iface", [x, y])
        match xt.underlying():
            case Basic() as basic:
                if basic.kind == "unsafe.Pointer":
                    return self.op(pos, f"{name}.ref", [x, y])
                return self.op(pos, f"{name}.{kind_of(basic)}", [x, y])
            case Struct() | Array():
                return self.op(pos, f"{name}.value", [x, y], xt)
            case _:
                return self.op(pos, f"{name}.ref", [x, y])
