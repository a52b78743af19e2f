"""Range loops: over integers, strings, arrays, slices, maps, channels and iterator functions."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import expr_string
from minigo.types.objects import Var
from minigo.types.predicates import is_boolean, is_integer, is_string, is_untyped
from minigo.types.types import INVALID, Array, Basic, Chan, Map, Pointer, Signature, Slice, Type
from minigo.types.typeset import common_under, identical
from minigo.types.universe import BOOL, INT, RUNE, STRING

_YIELD = "func must be func(yield func(...) bool): "


class _NotIterable(Exception):
    """Carries the reason, which may be empty."""


class RangeStmts(ExprBase):
    def range_stmt(self, s: ast.RangeStmt) -> None:
        x = self.evaluate(s.x)
        types: list[Type | None] = [None, None]
        if x.valid:
            types = self._iteration_types(s, x)
            if is_untyped(x.type) and is_string(x.type):
                self.convert_untyped(x, STRING)

        # opened after the range expression: the variables are not visible there
        self.open_scope(s, "range")
        self.env.scope.is_body = x.valid and isinstance(common_under(x.type)[0], Signature)
        over_int = x.valid and is_integer(x.type)
        if s.op == ":=":
            self._declare_variables(s, x, types, over_int)
        elif s.key is not None:
            self._assign_variables(s, x, types, over_int)
        elif over_int:
            # an untyped integer must be representable in its default type
            self.assignment(x, None, "range clause")
        self.block(s.body, s.body.stmts)
        self.close_scope()

    def _iteration_types(self, s: ast.RangeStmt, x: Operand) -> list[Type | None]:
        shown = self.operand_string(x)
        try:
            key, value = self._range_key_value(x.type, x.pos)
        except _NotIterable as problem:
            cause = str(problem)
            self.soft_error(x.pos, f"cannot range over {shown}: {cause}" if cause else f"cannot range over {shown}")
            return [None, None]
        if s.key is not None and key is None:
            self.soft_error(s.key.pos, f"range over {shown} permits no iteration variables")
        elif s.value is not None and value is None:
            self.soft_error(s.value.pos, f"range over {shown} permits only one iteration variable")
        elif s.extra != NO_POS:
            self.soft_error(s.extra, "range clause permits at most two iteration variables")
        return [key, value]

    def _range_key_value(self, t: Type, pos: Pos) -> tuple[Type | None, Type | None]:
        """The types of the values that ranging over a `t` yields, None for those it does not yield."""
        under, cause = common_under(t)
        if cause is not None:
            raise _NotIterable(cause.render(self.type_string))
        if isinstance(under, Pointer) and isinstance(under.elem.underlying(), Array):
            under = under.elem.underlying()
        match under:
            case Basic() if is_string(under):
                return INT, RUNE
            case Basic() if is_integer(under):
                if not self.allow_version(pos, (1, 22)):
                    raise _NotIterable("requires go1.22 or later")
                return t, None
            case Array() | Slice():
                return INT, under.elem
            case Map():
                return under.key, under.elem
            case Chan():
                if under.dir == "send":
                    raise _NotIterable(f"receive from send-only channel {self.type_string(under)}")
                return under.elem, None
            case Signature():
                return self._iterator_types(under, pos)
        raise _NotIterable("")

    def _iterator_types(self, sig: Signature, pos: Pos) -> tuple[Type | None, Type | None]:
        if not self.allow_version(pos, (1, 23)):
            raise _NotIterable("requires go1.23 or later")
        if len(sig.params.vars) != 1:
            raise _NotIterable(_YIELD + "wrong argument count")
        if sig.results.vars:
            raise _NotIterable(_YIELD + "unexpected results")
        yield_type = sig.params.vars[0].type or INVALID
        func, cause = common_under(yield_type)
        if cause is not None:
            raise _NotIterable(f"{_YIELD}in yield type, {cause.render(self.type_string)}")
        if not isinstance(func, Signature):
            raise _NotIterable(_YIELD + "argument is not func")
        params, results = func.params.vars, func.results.vars
        if len(params) > 2:
            raise _NotIterable(_YIELD + "yield func has too many parameters")
        if len(results) != 1 or not identical(results[0].type, BOOL):
            if len(results) == 1 and is_boolean(results[0].type or INVALID):
                raise _NotIterable(_YIELD + "yield func returns user-defined boolean, not bool")
            raise _NotIterable(_YIELD + "yield func does not return bool")
        if func.variadic:
            raise _NotIterable(f"yield func of type {self.type_string(yield_type)} cannot be variadic")
        return params[0].type if params else None, params[1].type if len(params) > 1 else None

    def _declare_variables(self, s: ast.RangeStmt, x: Operand, types: list[Type | None], over_int: bool) -> None:
        variables: list[Var] = []
        for e, typ in zip((s.key, s.value), types, strict=True):
            if e is None:
                continue
            if isinstance(e, ast.Ident):
                v = Var(e.name, None, e.pos, self.pkg)
                self.record_def(e, v)
                if e.name != "_":
                    variables.append(v)
            else:
                self.error_at(e, f"invalid syntax tree: cannot declare {expr_string(e)}")
                v = Var("_", None, e.pos, self.pkg)
            if typ is None or typ is INVALID:
                v.type = INVALID
                v.used = True
            elif over_int:
                self.init_var(v, x, "range clause")
            else:
                self.init_var(v, Operand("value", typ, None, e), "assignment")
        if not variables:
            self.error(s.pos, "no new variables on left side of :=")
        for v in variables:
            self.declare(self.env.scope, None, v, NO_POS)

    def _assign_variables(self, s: ast.RangeStmt, x: Operand, types: list[Type | None], over_int: bool) -> None:
        for e, typ in zip((s.key, s.value), types, strict=True):
            if e is None:
                continue
            if typ is None or typ is INVALID:
                continue
            if over_int:
                self.assign_var(e, None, x, "range clause")
                # an untyped x takes the type of the variable
                if x.valid and not is_integer(x.type):
                    self.soft_error(e.pos, f"cannot use iteration variable of type {self.type_string(x.type)}")
            else:
                self.assign_var(e, None, Operand("value", typ, None, e), "assignment")
