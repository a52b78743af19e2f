"""Lowering of composite literals and function literals."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.frames import Frame
from minigo.core.kinds import is_aggregate, var_type, zero
from minigo.core.naming import literal_suffix
from minigo.core.order import hoist, order
from minigo.source import InternalError
from minigo.syntax import ast
from minigo.types.types import Array, Map, Pointer, Signature, Slice, Struct, Type

_SPARSE = 64
"""An array literal with more elements than this, most of them zero, is built from the zero value."""


class Literals(LowererBase):
    def composite_lit(self, e: ast.CompositeLit) -> c.Expr:
        return self._literal(e, self.type_of(e))

    def _literal(self, e: ast.CompositeLit, t: Type) -> c.Expr:
        u = t.underlying()
        match u:
            case Struct():
                return self._struct(e, t, u)
            case Array():
                return self._elements(e, t, "array", u.elem, u.len)
            case Slice():
                return self._elements(e, t, "slice", u.elem, -1)
            case Map():
                return self._map(e, t, u)
            case Pointer():  # an elided &T in a list of pointers
                lit = self._literal(e, u.elem)
                return lit if is_aggregate(u.elem) else self.op(e.pos, "box", [lit])
            case _:
                raise InternalError(f"composite literal of {u!r} at {self.fset.format(e.pos)}")

    def _element(self, e: ast.Expr, t: Type) -> c.Expr:
        if isinstance(e, ast.CompositeLit) and e.type is None:
            return self._literal(e, t)
        return self.value(e, t)

    def _struct(self, e: ast.CompositeLit, t: Type, u: Struct) -> c.Expr:
        given: dict[int, c.Expr] = {}
        fields: list[int] = []
        for i, elt in enumerate(e.elts):
            index, value = i, elt
            if isinstance(elt, ast.KeyValueExpr):
                assert isinstance(elt.key, ast.Ident)
                name, value = elt.key.name, elt.value
                index = next(j for j, f in enumerate(u.fields) if f.name == name)
            given[index] = self._element(value, var_type(u.fields[index].type))
            fields.append(index)
        lets = [] if fields == sorted(fields) else self._keep_order(given, fields)
        values = [given[i] if i in given else zero(e.pos, var_type(f.type)) for i, f in enumerate(u.fields)]
        lit: c.Expr = c.StructLit(e.pos, t, values)
        for let in reversed(lets):
            lit = c.LetExpr(let.pos, let.var, let.value, lit)
        return lit

    def _keep_order(self, given: dict[int, c.Expr], fields: list[int]) -> list[c.Let]:
        """Values are evaluated as written, not in the order of the fields: calls among them become temporaries."""
        values = [given[index] for index in fields]
        lets = hoist(values, self.temp_for)
        given.update(zip(fields, values, strict=True))
        return lets

    def _elements(self, e: ast.CompositeLit, t: Type, kind: str, elem: Type, length: int) -> c.Expr:
        items: list[tuple[int, c.Expr]] = []
        at = 0
        for elt in e.elts:
            value = elt
            if isinstance(elt, ast.KeyValueExpr):
                key = self.tv(elt.key).value
                if not isinstance(key, int):
                    raise InternalError(f"index of an element is no constant at {self.fset.format(elt.pos)}")
                at, value = key, elt.value
            items.append((at, self._element(value, elem)))
            at += 1
        size = length if length >= 0 else max((i + 1 for i, _ in items), default=0)
        if size > _SPARSE and size > 2 * len(items):
            indices = tuple(i for i, _ in items)
            return self.op(e.pos, "lit.sparse", [x for _, x in items], kind, t, size, indices)
        given = dict(items)
        if len(given) == size and all(i == j for j, (i, _) in enumerate(items)):
            return c.ArrayLit(e.pos, kind, t, [x for _, x in items])
        if [i for i, _ in items] != sorted(given):
            indices = tuple(i for i, _ in items)
            return self.op(e.pos, "lit.sparse", [x for _, x in items], kind, t, size, indices)
        return c.ArrayLit(e.pos, kind, t, [given[i] if i in given else zero(e.pos, elem) for i in range(size)])

    def _map(self, e: ast.CompositeLit, t: Type, u: Map) -> c.Expr:
        """Entries of constants come first, then the others one after the other, as if each were assigned."""
        entries: list[list[c.Expr]] = []
        for elt in e.elts:
            if not isinstance(elt, ast.KeyValueExpr):
                raise InternalError(f"map literal without keys at {self.fset.format(elt.pos)}")
            entries.append([self._element(elt.key, u.key), self._element(elt.value, u.elem)])
        entries.sort(key=lambda entry: not all(_is_static(x) for x in entry))
        for entry in entries:
            for let in reversed(order(entry, self.temp_for)):
                entry[0] = c.LetExpr(let.pos, let.var, let.value, entry[0])
        return c.MapLit(e.pos, t, [key for key, _ in entries], [value for _, value in entries])

    # ------------------------------------------------------------ functions

    def func_lit(self, e: ast.FuncLit) -> c.Expr:
        outer = self.frame
        sig = self.type_of(e)
        if not isinstance(sig, Signature):
            raise InternalError(f"function literal of type {sig!r}")
        outer.literals += 1
        parent = outer.function
        suffix = literal_suffix(parent.parent is not None, outer.literals)
        function = c.Function(
            parent.symbol + suffix, parent.name + suffix, [], [], len(sig.results.vars), signature=sig, parent=parent
        )
        function.pos, function.end = e.pos, e.body.rbrace
        self.functions[function.symbol] = function
        frame = Frame(function, outer.unit, sig, outer.mapping, outer, ids=outer.ids, types=outer.types)

        def lower() -> None:
            self.declare_params(frame, None, e.type)
            self.stmts(e.body.stmts)

        self.in_function(frame, lower)
        return c.Closure(e.pos, function)


def _is_static(e: c.Expr) -> bool:
    """Whether gc can lay out the value beforehand."""
    match e:
        case c.Const() | c.Zero():
            return True
        case c.ToInterface():
            return _is_static(e.x)
        case c.StructLit():
            return all(_is_static(x) for x in e.values)
        case c.ArrayLit(kind="array"):
            return all(_is_static(x) for x in e.values)
    return False
