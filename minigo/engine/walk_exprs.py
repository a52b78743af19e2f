"""The walker's expressions: a node becomes a closure that, given the activation of its function, yields the value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.core import nodes as c
from minigo.engine.rows import assertion_row
from minigo.engine.walk_access import (
    Run,
    access_simple,
    apply,
    apply_pure,
    apply_simple,
    call_known,
    call_method,
    call_spread,
    call_value,
    read_attribute,
)
from minigo.runtime.ops_value import map_get_row
from minigo.runtime.values import Slice, field_attr
from minigo.types.types import Type

if TYPE_CHECKING:
    from minigo.engine.walker import Activation, Walker


class WalkExprs:
    """Translates the expressions of one function."""

    def __init__(self, walker: Walker, function: c.Function) -> None:
        self.walker = walker
        self.function = function

    def expr(self, e: c.Expr) -> Run:
        return _TRANSLATE[type(e)](self, e)

    def exprs(self, items: list[c.Expr]) -> list[Run]:
        return [self.expr(e) for e in items]

    # -------------------------------------------------- constants and variables

    def _const(self, e: c.Const) -> Run:
        value = e.value
        return lambda a: value

    def _zero(self, e: c.Zero) -> Run:
        zero = self.walker.rtype(e.type).zero
        return lambda a: zero()

    def _local(self, e: c.Local) -> Run:
        var = e.var
        if var.boxed:
            return lambda a: a.vars[var].v
        return lambda a: a.vars[var]

    def _local_box(self, e: c.LocalBox) -> Run:
        var = e.var
        return lambda a: a.vars[var]

    def _global(self, e: c.Global) -> Run:
        values, var = self.walker.globals, e.var
        self.walker.declare_global(var)
        if var.boxed:
            return lambda a: values[var].v
        return lambda a: values[var]

    def _global_box(self, e: c.GlobalBox) -> Run:
        values, var = self.walker.globals, e.var
        self.walker.declare_global(var)
        return lambda a: values[var]

    def _func_ref(self, e: c.FuncRef) -> Run:
        function = self.walker.value(e.function)
        return lambda a: function

    def callee(self, e: c.Expr) -> Run:
        if isinstance(e, c.FuncRef):
            function = self.walker.callable(e.function)
            return lambda a: function
        return self.expr(e)

    def _closure(self, e: c.Closure) -> Run:
        walker, function = self.walker, e.function
        captures = function.complete().captures
        if not captures:
            value = walker.value(function)
            return lambda a: value
        return lambda a: walker.closure(function, {v: a.vars[v] for v in captures})

    def _let(self, e: c.LetExpr) -> Run:
        var, value, body = e.var, self.expr(e.value), self.expr(e.body)

        def let(a: Activation) -> Any:
            a.vars[var] = value(a)
            return body(a)

        return let

    # -------------------------------------------------- operations

    def _op(self, e: c.Op) -> Run:
        return self.row(e, e.name, e.args, e.attrs)

    def row(self, e: c.Expr, name: str, args: list[c.Expr], attrs: tuple[Any, ...] = ()) -> Run:
        """The row `name` of the operation table applied to `args`; Types among `attrs` become RTypes."""
        function, pure = self.walker.operation(name)
        if len(args) == 2 and not attrs:
            x, y = self.simple(args[0]), self.simple(args[1])
            first = self.expr(args[0]) if isinstance(x, c.Const) else x
            return apply_simple(function, first, y) if pure else access_simple(function, first, y, e.pos)
        values = tuple(self.walker.rtype(x) if isinstance(x, Type) else x for x in attrs)
        return (apply_pure if pure else apply)(function, self.exprs(args), values, e.pos)

    def simple(self, e: c.Expr) -> Run | c.Var | c.Const:
        """What yields `e`: a plain variable or a constant as they are, else a closure."""
        if isinstance(e, c.Const):
            return e
        if isinstance(e, c.Local) and not e.var.boxed:
            return e.var
        return self.expr(e)

    def _and(self, e: c.And) -> Run:
        x, y = self.expr(e.x), self.expr(e.y)
        return lambda a: x(a) and y(a)

    def _or(self, e: c.Or) -> Run:
        x, y = self.expr(e.x), self.expr(e.y)
        return lambda a: x(a) or y(a)

    def _tuple_item(self, e: c.TupleItem) -> Run:
        x, index = self.expr(e.x), e.index
        return lambda a: x(a)[index]

    # -------------------------------------------------- places

    def _field(self, e: c.Field) -> Run:
        return read_attribute(self.expr(e.x), field_attr(e.name, e.index), e.pos)

    def _deref(self, e: c.Deref) -> Run:
        return read_attribute(self.expr(e.x), "v", e.pos)

    def _index(self, e: c.Index) -> Run:
        return self.row(e, f"index.{e.kind}", [e.x, e.index])

    def _map_index(self, e: c.MapIndex) -> Run:
        return self.row(e, map_get_row(self.walker.rtype(e.type)), [e.x, e.key], (e.type,))

    # -------------------------------------------------- literals

    def _struct(self, e: c.StructLit) -> Run:
        cls, values = self.walker.rtype(e.type).cls, self.exprs(e.values)
        return lambda a: cls(*[value(a) for value in values])

    def _array(self, e: c.ArrayLit) -> Run:
        elem, values = self.walker.rtype(e.type).elem_type(), self.exprs(e.values)
        make = bytearray if elem.kind == "uint8" else list
        if e.kind == "array":
            return lambda a: make([value(a) for value in values])
        n = len(values)
        return lambda a: Slice(make([value(a) for value in values]), 0, n, n)

    def _map(self, e: c.MapLit) -> Run:
        items = [x for entry in zip(e.keys, e.values, strict=True) for x in entry]
        return self.row(e, "map.literal", items, (e.type,))

    # -------------------------------------------------- interfaces

    def _to_interface(self, e: c.ToInterface) -> Run:
        rtype = self.walker.rtype(e.type)
        if isinstance(e.x, c.Const):
            constant = rtype.constant(e.x.value)
            return lambda a: constant
        x = self.expr(e.x)
        return lambda a: (rtype, x(a))

    def _type_assert(self, e: c.TypeAssert) -> Run:
        name = assertion_row(self.walker.rtype(e.type), e.commaok)
        return self.row(e, name, [e.x], (e.type,) if e.commaok else (e.type, e.iface))

    # -------------------------------------------------- calls

    def _call(self, e: c.Call) -> Run:
        args = self.exprs(e.args)
        if e.spread:
            return call_spread(self.callee(e.callee), args[0], e.pos)
        if isinstance(e.callee, c.FuncRef):
            return call_known(self.walker.callable(e.callee.function), args, e.pos)
        return call_value(self.callee(e.callee), args, e.pos)

    def _call_method(self, e: c.CallMethod) -> Run:
        return call_method(self.expr(e.x), e.name, self.exprs(e.args), e.pos)

    def _select(self, e: c.Select) -> Run:
        machine, kinds, has_default, pos = self.walker.machine, e.kinds(), e.has_default, e.pos
        operands = self.exprs(e.operands())

        def select(a: Activation) -> Any:
            values = tuple([operand(a) for operand in operands])
            a.pos = pos
            return machine.select(kinds, values, has_default)

        return select

    def _recover(self, e: c.Recover) -> Run:
        run, pos = self.walker.shared, e.pos
        method = run.deferred_recover if e.deferred else run.recover

        def recover(a: Activation) -> Any:
            a.pos = pos
            return method(a.token)

        return recover

    def _defer_frame(self, e: c.DeferFrame) -> Run:
        return lambda a: a.defers


_TRANSLATE: dict[type[c.Expr], Callable[[WalkExprs, Any], Run]] = {
    c.Const: WalkExprs._const,
    c.Zero: WalkExprs._zero,
    c.Local: WalkExprs._local,
    c.LocalBox: WalkExprs._local_box,
    c.Global: WalkExprs._global,
    c.GlobalBox: WalkExprs._global_box,
    c.FuncRef: WalkExprs._func_ref,
    c.Closure: WalkExprs._closure,
    c.Op: WalkExprs._op,
    c.Field: WalkExprs._field,
    c.Deref: WalkExprs._deref,
    c.Index: WalkExprs._index,
    c.MapIndex: WalkExprs._map_index,
    c.StructLit: WalkExprs._struct,
    c.ArrayLit: WalkExprs._array,
    c.MapLit: WalkExprs._map,
    c.ToInterface: WalkExprs._to_interface,
    c.TypeAssert: WalkExprs._type_assert,
    c.And: WalkExprs._and,
    c.Or: WalkExprs._or,
    c.Call: WalkExprs._call,
    c.CallMethod: WalkExprs._call_method,
    c.TupleItem: WalkExprs._tuple_item,
    c.LetExpr: WalkExprs._let,
    c.Select: WalkExprs._select,
    c.Recover: WalkExprs._recover,
    c.DeferFrame: WalkExprs._defer_frame,
}
