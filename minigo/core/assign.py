"""Lowering of assignments and variable declarations.

An assignment has two phases: the operands on both sides are evaluated, then the places are assigned from left to right.
Temporaries keep the phases apart where an assignment could change an operand.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.astwalk import nodes
from minigo.core.base import LowererBase
from minigo.core.kinds import is_aggregate, is_interface, kind_of, struct_type, var_type, var_types, zero
from minigo.core.order import early, hoist
from minigo.core.visit import operands, replace_operands
from minigo.source import InternalError, Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import expr_string, unparen
from minigo.types.objects import Var
from minigo.types.types import Struct, Tuple, Type
from minigo.types.universe import TYP

_SAFE = (ast.Ident, ast.BasicLit, ast.SelectorExpr, ast.StarExpr, ast.IndexExpr, ast.ParenExpr)
"""What may be evaluated twice."""


def is_blank(e: ast.Expr) -> bool:
    while isinstance(e, ast.ParenExpr):
        e = e.x
    return isinstance(e, ast.Ident) and e.name == "_"


class Assignments(LowererBase):
    def assign_stmt(self, s: ast.AssignStmt) -> None:
        if s.op not in ("=", ":="):
            self._compound(s.op_pos, s.lhs[0], s.op[:-1], s.rhs[0])
        elif len(s.lhs) != len(s.rhs):
            self._unpack(s)
        elif len(s.lhs) > 1:
            self._parallel(s)
        elif s.op == ":=":
            self.define(s.op_pos, s.lhs[0], self.value(s.rhs[0]), self.type_of(s.rhs[0]))
        else:
            self._single(s.op_pos, s.lhs[0], s.rhs[0])

    def _single(self, pos: Pos, lhs: ast.Expr, rhs: ast.Expr) -> None:
        if is_blank(lhs):
            self._discard(pos, self.expr(rhs))
            return
        t = self.place_type(lhs)
        place = self.place(lhs)
        if isinstance(place, c.MapIndex) and self._appends_in_map(lhs, rhs, place):
            cheap = c.Const | c.Local | c.Global
            parts = [x if isinstance(x, cheap) else self.stable(x, set()) for x in operands(place)]
            replace_operands(place, parts)
            value = self.value(rhs, t)
            replace_operands(value, [copy_place(place), *operands(value)[1:]])
        else:
            value = self.value(rhs, t)
        self.store_place(pos, place, value, t)

    def _appends_in_map(self, lhs: ast.Expr, rhs: ast.Expr, place: c.MapIndex) -> bool:
        """Whether the assignment is `m[k] = append(m[k], ... f())`, which gc takes as one operation on m[k]: unless m
        and k are plain variables, they are evaluated before the call."""
        if not isinstance(rhs, ast.CallExpr) or self.builtin_name(unparen(rhs.fun)) != "append":
            return False
        if isinstance(place.key, c.ToInterface) or not all(isinstance(node, _SAFE) for node in nodes(lhs)):
            return False
        if expr_string(lhs) != expr_string(unparen(rhs.args[0])):
            return False
        return any(isinstance(node, ast.CallExpr | ast.UnaryExpr) for arg in rhs.args[1:] for node in nodes(arg))

    def _discard(self, pos: Pos, x: c.Expr) -> None:
        if not isinstance(x, c.Const | c.Local | c.Global | c.FuncRef | c.Closure):
            self.emit(c.Eval(pos, x))

    # ------------------------------------------------------------ places

    def place_type(self, e: ast.Expr) -> Type:
        while isinstance(e, ast.ParenExpr):
            e = e.x
        if isinstance(e, ast.Ident):
            obj = self.info.uses.get(e) or self.info.defs.get(e)
            if isinstance(obj, Var):
                return self.typ(obj.type)
        return self.type_of(e)

    def store_place(self, pos: Pos, place: c.Expr, value: c.Expr, t: Type, in_place: bool = False) -> None:
        """Assign to a place. `in_place`: a struct or array variable keeps its object, for others are part of it."""
        if isinstance(place, c.MapIndex):
            key = place.type.underlying()
            place.key = self.copied(place.key, getattr(key, "key", t))
        elif is_aggregate(t) and (in_place or not isinstance(place, c.Local) or place.var.shared):
            if isinstance(place, c.Op) and place.name == "nilcheck":
                place = place.args[0]
            if isinstance(t.underlying(), Struct):
                self.emit(c.Eval(pos, self.op(pos, "assign.struct", [place, value])))
            else:
                self.emit(c.Eval(pos, self.op(pos, "assign.array", [place, value], t)))
            return
        self.emit(c.Store(pos, place, value))

    def store(self, pos: Pos, lhs: ast.Expr, value: c.Expr, t: Type) -> None:
        if is_blank(lhs):
            self._discard(pos, value)
            return
        target = self.place_type(lhs)
        self.store_place(pos, self.place(lhs), self.convert_to(value, t, target), target)

    def define(self, pos: Pos, ident: ast.Expr, value: c.Expr, t: Type) -> None:
        obj = self.info.defs.get(ident) if isinstance(ident, ast.Ident) else None
        if isinstance(obj, Var) and obj.name != "_":
            value = self.convert_to(value, t, self.typ(obj.type))
            self.emit(c.Let(pos, self.declare(obj), value))
        else:
            self.store(pos, ident, value, t)

    def stable(self, x: c.Expr, changing: set[c.Var]) -> c.Expr:
        if isinstance(x, c.Const | c.FuncRef | c.Closure):
            return x
        if isinstance(x, c.Local) and not x.var.boxed and x.var not in changing:
            return x
        if isinstance(x, c.Field) and _is_inner(x) and _root(x) not in changing:
            return x
        var = self.temp_for(x)
        self.emit(c.Let(x.pos, var, x))
        return c.Local(x.pos, var)

    # ------------------------------------------------------------ x op= y

    def incdec_stmt(self, s: ast.IncDecStmt) -> None:
        self._compound(s.op_pos, s.x, s.op[0], None)

    def _compound(self, pos: Pos, lhs: ast.Expr, op: str, rhs: ast.Expr | None) -> None:
        t = self.place_type(lhs)
        place = self.place(lhs)
        y: c.Expr
        if rhs is not None:
            y = self.expr(rhs)
        else:
            kind = kind_of(t)
            y = c.Const(pos, 1j**0 if kind.startswith("complex") else 1.0 if kind.startswith("float") else 1)
        inner = [*operands(place), y]
        if self.frame.effects:
            self.frame.effects = False
            self.frame.out.extend(hoist(inner, self.temp_for))
        parts = [self.stable(x, set()) for x in inner[:-1]]
        replace_operands(place, parts)
        self.store_place(pos, place, self.arith(pos, op, copy_place(place), inner[-1], t), t)

    # ------------------------------------------------------------ a, b = x, y

    def _parallel(self, s: ast.AssignStmt) -> None:
        pos = s.op_pos
        if s.op == ":=" and all(isinstance(self._defined(e), Var) or is_blank(e) for e in s.lhs):
            values = [self.value(r) for r in s.rhs]
            self.order_together(values)
            for lhs, value, rhs in zip(s.lhs, values, s.rhs, strict=True):
                self.define(pos, lhs, value, self.type_of(rhs))
            return
        places: list[c.Expr | None] = []
        values = []
        for lhs in s.lhs:
            places.append(None if is_blank(lhs) or self._defined(lhs) is not None else self.place(lhs))
        for lhs, rhs in zip(s.lhs, s.rhs, strict=True):
            values.append(self.value(rhs, None if is_blank(lhs) else self.place_type(lhs)))
        whole = _wholes(places)
        self._settle(places, values)
        for lhs, place, value in zip(s.lhs, places, values, strict=True):
            if place is not None:
                in_place = isinstance(place, c.Local) and place.var in whole
                self.store_place(pos, place, value, self.place_type(lhs), in_place)
            elif not is_blank(lhs):
                self.define(pos, lhs, value, self.place_type(lhs))
            elif not isinstance(value, c.Local):
                self._discard(pos, value)

    def assign_values(self, pos: Pos, pairs: list[tuple[ast.Expr, c.Expr, Type]]) -> None:
        places = [None if is_blank(e) else self.place(e) for e, _, _ in pairs]
        values = [value for _, value, _ in pairs]
        whole = _wholes(places)
        self._settle(places, values)
        for (e, _, t), place, value in zip(pairs, places, values, strict=True):
            if place is not None:
                target = self.place_type(e)
                in_place = isinstance(place, c.Local) and place.var in whole
                self.store_place(pos, place, self.convert_to(value, t, target), target, in_place)

    def _defined(self, e: ast.Expr) -> Var | None:
        """The variable that `e` declares in a :=, None if it exists already."""
        obj = self.info.defs.get(e) if isinstance(e, ast.Ident) else None
        return obj if isinstance(obj, Var) else None

    def _settle(self, places: list[c.Expr | None], values: list[c.Expr]) -> None:
        """The first phase: evaluate the operands of places and the values into temporaries (changes both lists).

        As in gc, a value that no assignment before its own can change is left where it is, so that what it panics with
        comes after what the others panic with.
        """
        changing = {p.var for p in places if isinstance(p, c.Local)}
        flat: list[c.Expr] = []
        for p in places:
            if p is not None:
                flat.extend(operands(p))
        flat.extend(values)
        self.order_together(flat)
        first = len(flat) - len(values)
        late = _late(places, flat[first:], self.frame.results)
        flat = [x if i - first in late else self.stable(x, changing) for i, x in enumerate(flat)]
        at = 0
        for p in places:
            if p is not None:
                n = len(operands(p))
                replace_operands(p, flat[at : at + n])
                at += n
        values[:] = flat[at:]

    # ------------------------------------------------------------ a, b = f()

    def _unpack(self, s: ast.AssignStmt) -> None:
        rhs = s.rhs[0]
        while isinstance(rhs, ast.ParenExpr):
            rhs = rhs.x
        self.unpack(s.op_pos, list(s.lhs), rhs)

    def unpack(self, pos: Pos, lhs: list[ast.Expr], rhs: ast.Expr) -> None:
        """Assign or declare several variables from an expression with several results."""
        places, whole = self._places_of(lhs)
        source, types, fresh = self._tuple(rhs)
        exprs = [source]
        self.order_together(exprs)
        variables: list[c.Var | None] = []
        later: list[tuple[int, c.Var]] = []
        for i, e in enumerate(lhs):
            if is_blank(e):
                variables.append(None)
                continue
            var = self._direct(e, types[i]) if fresh or not is_aggregate(types[i]) else None
            if var is None or var in whole:
                var = self.temp(types[i])
                later.append((i, var))
            variables.append(var)
        self.emit(c.Unpack(pos, variables, exprs[0]))
        for i, var in later:
            value: c.Expr = c.Local(pos, var)
            if not fresh:
                value = self.copied(value, types[i])
            place = places[i]
            if place is not None:
                target = self.place_type(lhs[i])
                in_place = isinstance(place, c.Local) and place.var in whole
                self.store_place(pos, place, self.convert_to(value, types[i], target), target, in_place)
            else:
                self.define(pos, lhs[i], value, types[i])

    def _places_of(self, lhs: list[ast.Expr]) -> tuple[list[c.Expr | None], set[c.Var]]:
        """The places of what exists already, and the variables of which they have a part."""
        places: list[c.Expr | None] = []
        for e in lhs:
            if is_blank(e) or self._defined(e) is not None:
                places.append(None)
            else:
                places.append(self.place(e))
        whole = _wholes(places)
        if any(p is not None and operands(p) for p in places):
            self._settle(places, [])
        return places, whole

    def _direct(self, e: ast.Expr, t: Type) -> c.Var | None:
        """The variable that can take a value of type `t` straight from the tuple."""
        obj = self._defined(e)
        if obj is not None:
            same = is_interface(t) or not is_interface(self.typ(obj.type))
            return self.declare(obj) if same else None
        if not isinstance(e, ast.Ident):
            return None
        used = self.info.uses.get(e)
        var = self.frame.vars.get(used) if used is not None else None
        if var is None or var.boxed or var.shared or var in self.frame.captured:
            return None
        return var if is_interface(t) or not is_interface(var.type) else None

    def _tuple(self, rhs: ast.Expr) -> tuple[c.Expr, list[Type], bool]:
        """A tuple expression, the types of its items, and whether they are nobody else's."""
        tv = self.tv(rhs)
        if isinstance(rhs, ast.CallExpr) and isinstance(tv.type, Tuple):
            t = self.typ(tv.type)
            assert isinstance(t, Tuple)
            return self.expr(rhs), var_types(t), True
        pair, elem = self.commaok(rhs)
        if not isinstance(tv.type, Tuple):
            raise InternalError(f"no pair of values at {self.fset.format(rhs.pos)}")
        fresh = isinstance(pair, c.Op) and pair.name == "chan.recv2"
        return pair, [elem, TYP["bool"]], fresh

    # ------------------------------------------------------------ var

    def decl_stmt(self, s: ast.DeclStmt) -> None:
        if s.decl.tok != "var":
            return
        for spec in s.decl.specs:
            assert isinstance(spec, ast.ValueSpec)
            self._var_spec(spec)

    def _var_spec(self, spec: ast.ValueSpec) -> None:
        names: list[ast.Expr] = list(spec.names)
        if not spec.values:
            for name in spec.names:
                obj = self.info.defs.get(name)
                if isinstance(obj, Var) and obj.name != "_":
                    var = self.declare(obj)
                    self.emit(c.Let(name.pos, var, zero(name.pos, var.type)))
        elif len(spec.values) == len(names):
            values = []
            for name, value in zip(spec.names, spec.values, strict=True):
                obj = self.info.defs.get(name)
                values.append(self.value(value, self.typ(var_type(obj.type)) if isinstance(obj, Var) else None))
            if len(values) > 1:
                self.order_together(values)
            for name, x in zip(spec.names, values, strict=True):
                obj = self.info.defs.get(name)
                if isinstance(obj, Var) and obj.name != "_":
                    self.emit(c.Let(name.pos, self.declare(obj), x))
                else:
                    self._discard(name.pos, x)
        else:
            rhs = spec.values[0]
            while isinstance(rhs, ast.ParenExpr):
                rhs = rhs.x
            self.unpack(spec.pos, names, rhs)


def _wholes(places: list[c.Expr | None]) -> set[c.Var]:
    """The struct and array variables of which `places` have a part."""
    found: set[c.Var] = set()
    for place in places:
        x = place
        while isinstance(x, c.Field) or (isinstance(x, c.Index) and x.kind == "array"):
            x = x.x
        if x is not place and isinstance(x, c.Local) and is_aggregate(x.var.type):
            found.add(x.var)
    return found


def _late(places: list[c.Expr | None], values: list[c.Expr], results: list[c.Var]) -> set[int]:
    """Which of the values, each assigned to the place of its number, the assignments before its own leave alone.

    `results` are the function's: a deferred function that recovers would see that they were assigned.
    """
    found: set[int] = set()
    assigned: set[c.Var] = set()
    for i, (place, value) in enumerate(zip(places, values, strict=False)):
        if not _bound(value, assigned):
            found.add(i)
        if place is None:
            continue
        if not isinstance(place, c.Local) or place.var.boxed or is_aggregate(place.var.type):
            break
        if place.var in results:
            break
        assigned.add(place.var)
    return found


def _bound(x: c.Expr, assigned: set[c.Var]) -> bool:
    """Whether the value is needed before `assigned` are: it depends on them, or it is of those that gc always puts into
    temporaries, as it does calls."""
    if early(x) or isinstance(x, c.MapIndex) or (isinstance(x, c.Local) and x.var in assigned):
        return True
    return any(_bound(y, assigned) for y in operands(x))


def _root(x: c.Expr) -> c.Var | None:
    while isinstance(x, c.Field):
        x = x.x
    return x.var if isinstance(x, c.Local) else None


def _is_inner(x: c.Field) -> bool:
    """Whether `x` is a struct or array within a local struct: an object that stays the same."""
    t = _local_type(x)
    return t is not None and is_aggregate(t)


def _local_type(x: c.Expr) -> Type | None:
    if isinstance(x, c.Local):
        return x.var.type if is_aggregate(x.var.type) else None
    if isinstance(x, c.Field):
        t = _local_type(x.x)
        if t is not None and isinstance(t.underlying(), Struct):
            return struct_type(t).fields[x.index].type
    return None


def copy_place(place: c.Expr) -> c.Expr:
    """A second read of a place whose operands are constants or temporaries."""
    match place:
        case c.Local():
            return c.Local(place.pos, place.var)
        case c.Global():
            return c.Global(place.pos, place.var)
        case c.Field():
            return c.Field(place.pos, place.x, place.name, place.index, place.inline)
        case c.Deref():
            return c.Deref(place.pos, place.x)
        case c.Index():
            return c.Index(place.pos, place.kind, place.x, place.index, place.inline)
        case c.MapIndex():
            return c.MapIndex(place.pos, place.x, place.key, place.type)
        case _:
            raise InternalError(f"no place: {type(place).__name__}")
