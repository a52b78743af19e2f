"""Expressions of core as Python expressions.

Go's operators are templates of the operation table, pasted in place. What a Python expression cannot do in the right
order is done before the statement (Unit.pre) when nothing is overtaken, else in a tuple whose last item is taken.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from minigo.core import nodes as c
from minigo.engine import pyast as py
from minigo.engine.arithmetic import Arithmetic
from minigo.engine.effects import harmless, stable
from minigo.engine.names import DEFERS, MACHINE, RUN, TOKEN
from minigo.engine.rows import assertion_row
from minigo.engine.templates import Operand, paste
from minigo.engine.unit import Link
from minigo.runtime.ops_value import map_get_row
from minigo.runtime.optable import OpRow
from minigo.runtime.values import field_attr
from minigo.source import InternalError
from minigo.types.types import Type

PLAIN = (bool, int, float, complex, bytes, str, type(None))
_MANY_FIELDS = 16

Direct = Callable[[int], tuple[ast.expr, ast.expr]]


class Exprs(Arithmetic):
    """Translates expressions; each method takes a node and returns its code."""

    def __init__(self, link: Link, function: c.Function) -> None:
        super().__init__(link, function)
        self.direct: dict[c.Index, Direct] = {}
        """Accesses that cannot fail, here: their Python array and index, on a line."""

    def expr(self, e: c.Expr) -> ast.expr:
        """The code of `e`."""
        if self.is_deep and not stable(e):
            depth, self.depth = self.depth, 0
            code = self.expr(e)
            self.depth = depth
            line, name = self.at(e.pos), self.temp()
            self.hoist(line, name, code)
            return py.name(line, name)
        self.depth += 1
        code = _TRANSLATE[type(e)](self, e)
        self.depth -= 1
        if not stable(e):
            self.dirty = True
        return code

    def exprs(self, items: list[c.Expr]) -> list[ast.expr]:
        return [self.expr(e) for e in items]

    def operand(self, e: c.Expr) -> Operand:
        return Operand(self.expr(e), stable(e))

    def conditional(self, e: c.Expr) -> ast.expr:
        """The code of `e`, which is not evaluated always: nothing of it is done beforehand."""
        pre, self.pre = self.pre, None
        code = self.expr(e)
        self.pre = pre
        return code

    def bind(self, items: list[c.Expr]) -> tuple[list[ast.expr], list[ast.expr]]:
        """Evaluates `items` in order. Returns what must be evaluated first (put it in a tuple, see `finish`), and
        codes of the values that may be used any number of times."""
        first: list[ast.expr] = []
        values: list[ast.expr] = []
        for e in items:
            if stable(e):
                values.append(self.expr(e))
                continue
            hoisted = self.can_hoist
            code = self.expr(e)
            line, name = self.at(e.pos), self.temp()
            if hoisted:
                self.hoist(line, name, code)
            else:
                first.append(py.walrus(line, name, code))
            values.append(py.name(line, name))
        return first, values

    def finish(self, line: int, first: list[ast.expr], result: ast.expr) -> ast.expr:
        return py.after(line, first, result) if first else result

    # -------------------------------------------------- names and constants

    def object(self, line: int, value: Any) -> ast.expr:
        """Any Python object as code."""
        if isinstance(value, PLAIN):
            return py.const(line, value)
        return py.name(line, self.link.constant(value))

    def _const(self, e: c.Const) -> ast.expr:
        return py.const(self.at(e.pos), e.value)

    def _zero(self, e: c.Zero) -> ast.expr:
        return self.zero(self.at(e.pos), e.type)

    def zero(self, line: int, t: Type) -> ast.expr:
        """A fresh zero value."""
        rtype = self.link.rtype(t)
        if not rtype.deep:
            return self.object(line, rtype.zero_value)
        if rtype.kind == "struct" and len(rtype.fields) <= _MANY_FIELDS:
            return py.call(line, self.object(line, rtype.cls), [self.zero(line, f.type) for f in rtype.fields])
        return py.call(line, self.object(line, rtype.zero), [])

    def _local(self, e: c.Local) -> ast.expr:
        line = self.at(e.pos)
        code = py.name(line, self.var(e.var))
        return py.attr(line, code, "v") if e.var.boxed else code

    def _local_box(self, e: c.LocalBox) -> ast.expr:
        return py.name(self.at(e.pos), self.var(e.var))

    def _global(self, e: c.Global) -> ast.expr:
        line = self.at(e.pos)
        code = py.name(line, self.link.global_var(e.var))
        return py.attr(line, code, "v") if e.var.boxed else code

    def _global_box(self, e: c.GlobalBox) -> ast.expr:
        return py.name(self.at(e.pos), self.link.global_var(e.var))

    def _func_ref(self, e: c.FuncRef) -> ast.expr:
        return py.name(self.at(e.pos), self.link.function_value(e.function))

    def callee(self, e: c.Expr) -> ast.expr:
        """The code of a function that is called right away, not kept."""
        if isinstance(e, c.FuncRef):
            return py.name(self.at(e.pos), self.link.function(e.function))
        return self.expr(e)

    def _closure(self, e: c.Closure) -> ast.expr:
        line = self.at(e.pos)
        if not e.function.complete().captures:
            return py.name(line, self.link.function_value(e.function))
        captures: list[ast.expr] = [py.name(line, self.var(v)) for v in e.function.captures]
        return py.call(line, py.name(line, self.link.factory(e.function)), captures)

    # -------------------------------------------------- operations

    def _op(self, e: c.Op) -> ast.expr:
        code = self.arithmetic(e) if self.link.opt else None
        if e.name == "append.item" and self.link.opt and not self.link.rtype(e.attrs[0]).deep:
            return self.row(e, self.link.row("append.shallow"), e.args, e.attrs)
        return self.row(e, self.link.row(e.name), e.args, e.attrs) if code is None else code

    def row(self, e: c.Expr, row: OpRow, args: list[c.Expr], attrs: tuple[Any, ...] = ()) -> ast.expr:
        """The template of `row` applied to `args`; Types among `attrs` become RTypes."""
        operands: dict[str, Operand] = {}
        rest = list(args)
        for param in row.params:
            if param.startswith("*"):
                codes = [self.operand(x) for x in rest]
                rest = []
                items = py.pair(self.at(e.pos), [code.code for code in codes])
                operands[param[1:]] = Operand(items, all(code.stable for code in codes))
            else:
                operands[param] = self.operand(rest.pop(0))
        if rest:
            raise InternalError(f"operation {row.name} has too many operands")
        line = self.at(e.pos)
        names: dict[str, ast.expr] = {}
        for i, attribute in enumerate(row.attrs):
            if attribute.startswith("*"):
                names[attribute[1:]] = py.pair(line, [self._attribute(line, a) for a in attrs[i:]])
            else:
                names[attribute] = self._attribute(line, attrs[i])
        return paste(line, row.expression, operands, names, row.temps, self.temp)

    def _attribute(self, line: int, value: Any) -> ast.expr:
        return self.object(line, self.link.rtype(value) if isinstance(value, Type) else value)

    def _and(self, e: c.And | c.Or) -> ast.expr:
        values = _chain(e)
        codes = [self.expr(values[0]), *(self.conditional(x) for x in values[1:])]
        return py.boolean(self.at(e.pos), ast.And() if isinstance(e, c.And) else ast.Or(), codes)

    def _let(self, e: c.LetExpr) -> ast.expr:
        hoisted = self.can_hoist
        value = self.expr(e.value)
        line, name = self.at(e.pos), self.var(e.var)
        if hoisted:
            self.hoist(line, name, value)
            return self.expr(e.body)
        return py.after(line, [py.walrus(line, name, value)], self.expr(e.body))

    def _tuple_item(self, e: c.TupleItem) -> ast.expr:
        x = self.expr(e.x)
        line = self.at(e.pos)
        return py.item(line, x, py.const(line, e.index))

    # -------------------------------------------------- places

    def _field(self, e: c.Field) -> ast.expr:
        x = self.expr(e.x)
        return py.attr(self.at(e.pos), x, field_attr(e.name, e.index))

    def _deref(self, e: c.Deref) -> ast.expr:
        x = self.expr(e.x)
        return py.attr(self.at(e.pos), x, "v")

    def _index(self, e: c.Index) -> ast.expr:
        direct = self.direct.get(e)
        if direct is not None:
            array, index = direct(self.at(e.pos))
            return py.item(self.at(e.pos), array, index)
        kind = "natural" if self.is_natural(e.index) else "index"
        return self.row(e, self.link.row(f"{kind}.{e.kind}"), [e.x, e.index])

    def is_natural(self, e: c.Expr) -> bool:
        """Whether an integer is known not to be negative."""
        return self.interval(e, "int64")[0] >= 0

    def _map_index(self, e: c.MapIndex) -> ast.expr:
        return self.row(e, self.link.row(map_get_row(self.link.rtype(e.type))), [e.x, e.key], (e.type,))

    # -------------------------------------------------- literals

    def _struct(self, e: c.StructLit) -> ast.expr:
        values = self.exprs(e.values)
        line = self.at(e.pos)
        return py.call(line, self.object(line, self.link.rtype(e.type).cls), values)

    def _array(self, e: c.ArrayLit) -> ast.expr:
        elem = self.link.rtype(e.type).elem_type()
        values = self.exprs(e.values)
        line = self.at(e.pos)
        array: ast.expr
        if elem.kind != "uint8":
            array = py.listing(line, values)
        elif all(isinstance(x, c.Const) for x in e.values):
            content = bytes(x.value for x in e.values if isinstance(x, c.Const))
            array = py.call(line, self.object(line, bytearray), [py.const(line, content)])
        else:
            array = py.call(line, self.object(line, bytearray), [py.pair(line, values)])
        if e.kind == "array":
            return array
        bounds = [py.const(line, n) for n in (0, len(values), len(values))]
        return py.call(line, py.name(line, "Slice"), [array, *bounds])

    def _map(self, e: c.MapLit) -> ast.expr:
        items = [x for entry in zip(e.keys, e.values, strict=True) for x in entry]
        return self.row(e, self.link.row("map.literal"), items, (e.type,))

    # -------------------------------------------------- interfaces

    def _to_interface(self, e: c.ToInterface) -> ast.expr:
        rtype = self.link.rtype(e.type)
        line = self.at(e.pos)
        if isinstance(e.x, c.Const):
            return py.name(line, self.link.constant((rtype, e.x.value)))
        x = self.expr(e.x)
        line = self.at(e.pos)
        return py.pair(line, [self.object(line, rtype), x])

    def _type_assert(self, e: c.TypeAssert) -> ast.expr:
        rtype = self.link.rtype(e.type)
        row = self.link.row(assertion_row(rtype, e.commaok))
        return self.row(e, row, [e.x], (e.type,) if e.commaok else (e.type, e.iface))

    # -------------------------------------------------- calls

    def _call(self, e: c.Call) -> ast.expr:
        callee = self.callee(e.callee)
        args = self.exprs(e.args)
        line = self.at(e.pos)
        if e.spread:
            return self._spread(line, e, callee, args[0])
        return py.call(line, callee, args)

    def _spread(self, line: int, e: c.Call, callee: ast.expr, results: ast.expr) -> ast.expr:
        # Written out where the number of results is known: Python's f(*x) would use the C stack for each call.
        if not isinstance(e.callee, c.FuncRef | c.Closure) or e.callee.function.native is not None:
            return py.call(line, callee, [py.star(line, results)])
        count = len(e.callee.function.complete().params)
        name = self.temp()
        args: list[ast.expr] = [py.item(line, py.walrus(line, name, results), py.const(line, 0))]
        args += [py.item(line, py.name(line, name), py.const(line, i)) for i in range(1, count)]
        return py.call(line, callee, args)

    def _call_method(self, e: c.CallMethod) -> ast.expr:
        # Python looks the method up before it evaluates the arguments, Go after: that shows when the interface is nil.
        if all(harmless(x, self.link) for x in e.args):
            first: list[ast.expr] = []
            receiver = self.expr(e.x)
            if not isinstance(receiver, ast.Name | ast.Constant):
                receiver = py.walrus(self.at(e.pos), self.temp(), receiver)
            args = self.exprs(e.args)
        else:
            first, bound = self.bind([e.x, *e.args])
            receiver, args = bound[0], bound[1:]
        line = self.at(e.pos)
        again = same(line, receiver.target if isinstance(receiver, ast.NamedExpr) else receiver)
        table = py.name(line, self.link.methods(e.name))
        method = py.item(line, table, py.item(line, receiver, py.const(line, 0)))
        value = py.item(line, again, py.const(line, 1))
        return self.finish(line, first, py.call(line, method, [value, *args]))

    def _select(self, e: c.Select) -> ast.expr:
        operands = [self.expr(x) for x in e.operands()]
        line = self.at(e.pos)
        function = py.attr(line, py.name(line, MACHINE), "select")
        arguments = [py.const(line, e.kinds()), py.pair(line, operands), py.const(line, e.has_default)]
        return py.call(line, function, arguments)

    def _recover(self, e: c.Recover) -> ast.expr:
        line = self.at(e.pos)
        method = "deferred_recover" if e.deferred else "recover"
        return py.call(line, py.attr(line, py.name(line, RUN), method), [py.name(line, TOKEN)])

    def _defer_frame(self, e: c.DeferFrame) -> ast.expr:
        return py.name(self.at(e.pos), DEFERS)


def same(line: int, x: ast.expr) -> ast.expr:
    """Another copy of a name or constant."""
    if isinstance(x, ast.Name):
        return py.name(line, x.id)
    assert isinstance(x, ast.Constant)
    return py.const(line, x.value)


def _chain(e: c.And | c.Or) -> list[c.Expr]:
    """The operands of a chain of the same operator, in order: `a && b && c` is nested to the left."""
    values: list[c.Expr] = []
    kind = type(e)
    x: c.Expr = e
    while isinstance(x, c.And | c.Or) and type(x) is kind:
        values.append(x.y)
        x = x.x
    values.append(x)
    values.reverse()
    return values


_TRANSLATE: dict[type[c.Expr], Callable[[Any, Any], ast.expr]] = {
    c.Const: Exprs._const,
    c.Zero: Exprs._zero,
    c.Local: Exprs._local,
    c.LocalBox: Exprs._local_box,
    c.Global: Exprs._global,
    c.GlobalBox: Exprs._global_box,
    c.FuncRef: Exprs._func_ref,
    c.Closure: Exprs._closure,
    c.Op: Exprs._op,
    c.Field: Exprs._field,
    c.Deref: Exprs._deref,
    c.Index: Exprs._index,
    c.MapIndex: Exprs._map_index,
    c.StructLit: Exprs._struct,
    c.ArrayLit: Exprs._array,
    c.MapLit: Exprs._map,
    c.ToInterface: Exprs._to_interface,
    c.TypeAssert: Exprs._type_assert,
    c.And: Exprs._and,
    c.Or: Exprs._and,
    c.Call: Exprs._call,
    c.CallMethod: Exprs._call_method,
    c.TupleItem: Exprs._tuple_item,
    c.LetExpr: Exprs._let,
    c.Select: Exprs._select,
    c.Recover: Exprs._recover,
    c.DeferFrame: Exprs._defer_frame,
}
