"""Lowering of explicit conversions T(x) that are no constants."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import default_type, is_byte_slice, is_interface, is_rune_slice, kind_is, kind_of
from minigo.source import Pos
from minigo.types.types import Array, Basic, Pointer, Slice, Type

_SAME_VALUE = frozenset(("int64", "uint64"))


class Conversions(LowererBase):
    def conversion(self, pos: Pos, x: c.Expr, source: Type, target: Type) -> c.Expr:
        """`x` of type `source` as `target`. Types with the same values at run time need no operation: structs are
        converted by whoever copies them, so the result is as fresh as `x` is."""
        if is_interface(target):
            return self.convert_to(self.copied(x, source), source, target)
        source = default_type(source)
        if kind_is(target, "string"):
            return self._to_string(pos, x, source)
        su, tu = source.underlying(), target.underlying()
        if kind_is(source, "string"):
            if is_byte_slice(target):
                return self.op(pos, "convert.bytes.string", [x])
            return self.op(pos, "convert.runes.string", [x])
        if isinstance(su, Basic) and isinstance(tu, Basic):
            return self._basic(pos, x, su, tu)
        if isinstance(tu, Pointer) and isinstance(su, Basic):
            return self.op(pos, "unsafe.pointer", [x], target)
        if isinstance(su, Slice):
            if isinstance(tu, Array):
                return self.op(pos, "convert.array.slice", [x], target)
            if isinstance(tu, Pointer):
                return self.op(pos, "convert.arrayptr.slice", [x], target)
        return x

    def _to_string(self, pos: Pos, x: c.Expr, source: Type) -> c.Expr:
        if is_byte_slice(source):
            return self.op(pos, "convert.string.bytes", [x])
        if is_rune_slice(source):
            return self.op(pos, "convert.string.runes", [x])
        if kind_is(source, "string"):
            return x
        return self.op(pos, "convert.string.rune", [x])

    def _basic(self, pos: Pos, x: c.Expr, source: Basic, target: Basic) -> c.Expr:
        if source.kind == "unsafe.Pointer" or target.kind == "unsafe.Pointer" or "boolean" in target.flags:
            return x
        s, t = kind_of(source), kind_of(target)
        return x if s == t else self.op(pos, f"convert.{t}.{s}", [x])
