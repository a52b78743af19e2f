"""Lowering of calls: callees, arguments and variadic parameters; conversions; go and defer."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import elem_type, is_interface, python_value, signature, var_types, zero
from minigo.core.order import hoist
from minigo.source import NO_POS, InternalError
from minigo.syntax import ast
from minigo.syntax.exprstring import unparen
from minigo.types.objects import Builtin
from minigo.types.types import Basic, Signature, Tuple, Type

_NUMERIC = frozenset(("integer", "float", "complex"))


class Calls(LowererBase):
    def call_expr(self, e: ast.CallExpr) -> c.Expr:
        fun = self._callee(e.fun)
        tv = self.tv(fun)
        if tv.mode == "type":
            return self._conversion_call(e)
        name = self.builtin_name(fun)
        if name is not None:
            return self.builtin(e, name)
        sig = self._signature(fun)
        pos = e.lparen
        sel = self.info.selections.get(fun) if isinstance(fun, ast.SelectorExpr) else None
        if isinstance(fun, ast.SelectorExpr) and sel is not None and sel.kind == "method":
            target, recv = self.method_callee(fun, sel)
            args, let = self.arguments(e, sig)
            recv, lets = self._before(recv, let)
            if isinstance(target, str):
                self.frame.effects = True
                return _with(lets, c.CallMethod(pos, recv, target, args))
            return _with(lets, self.call(pos, c.FuncRef(fun.sel.pos, target), [recv, *args]))
        callee = self.expr(fun)
        if self._passes_through(e, sig):
            return self.call(pos, callee, [self.expr(e.args[0])], spread=True)
        args, let = self.arguments(e, sig)
        callee, lets = self._before(callee, let)
        return _with(lets, self.call(pos, callee, args))

    def _callee(self, fun: ast.Expr) -> ast.Expr:
        """What a call calls, without parentheses and without the written type arguments of a method."""
        fun = unparen(fun)
        if isinstance(fun, ast.IndexExpr):
            method = unparen(fun.x)
            if (
                isinstance(method, ast.SelectorExpr)
                and method.sel in self.info.instances
                and method in self.info.selections
            ):
                return method
        return fun

    def _before(self, first: c.Expr, let: c.Let | None) -> tuple[c.Expr, list[c.Let]]:
        """`first` with its calls moved to before `let`, which holds a call that stands after them; all those Lets."""
        if let is None:
            return first, []
        exprs = [first]
        lets = hoist(exprs, self.temp_for)
        return exprs[0], [*lets, let]

    def builtin_name(self, fun: ast.Expr) -> str | None:
        if isinstance(fun, ast.Ident):
            obj = self.info.uses.get(fun)
            return obj.name if isinstance(obj, Builtin) else None
        if isinstance(fun, ast.SelectorExpr) and self.tv(fun).mode == "builtin":
            return f"unsafe.{fun.sel.name}"
        return None

    def _signature(self, fun: ast.Expr) -> Signature:
        sig = signature(self.type_of(fun))
        if sig.type_params:
            ident = fun
            while isinstance(ident, ast.IndexExpr | ast.ParenExpr):
                ident = ident.x
            if isinstance(ident, ast.SelectorExpr):
                ident = ident.sel
            if isinstance(ident, ast.Ident) and ident in self.info.instances:
                return signature(self.typ(self.info.instances[ident].type))
        return sig

    def _conversion_call(self, e: ast.CallExpr) -> c.Expr:
        arg = e.args[0]
        target = self.type_of(e)
        tv = self.tv(arg)
        if tv.mode == "nilvalue":
            return zero(e.pos, target)
        u = target.underlying()
        if tv.value is not None and isinstance(u, Basic) and u.flags & _NUMERIC:
            # The target is a type parameter, else all of this were a constant.
            return c.Const(e.pos, python_value(tv.value, u))
        return self.conversion(e.pos, self.expr(arg), self.type_of(arg), target)

    # ------------------------------------------------------------ arguments

    def _passes_through(self, e: ast.CallExpr, sig: Signature) -> bool:
        """Whether the results of the only argument, a call, are the arguments as they are."""
        types = self.multi_types(e)
        if types is None or sig.variadic:
            return False
        params = var_types(sig.params)
        return all(is_interface(t) or not is_interface(p) for t, p in zip(types, params, strict=True))

    def multi_types(self, e: ast.CallExpr) -> list[Type] | None:
        """The types of several arguments that are the results of one call."""
        if len(e.args) != 1:
            return None
        tv = self.info.types.get(e.args[0])
        if tv is None or not isinstance(tv.type, Tuple) or tv.mode == "commaok":
            return None
        t = self.typ(tv.type)
        assert isinstance(t, Tuple)
        return var_types(t) if len(t.vars) > 1 else None

    def arguments(self, e: ast.CallExpr, sig: Signature) -> tuple[list[c.Expr], c.Let | None]:
        """The arguments as the parameters take them, and a Let of the tuple that they come from, if any."""
        params = var_types(sig.params)
        fixed = len(params) - 1 if sig.variadic else len(params)
        types = self.multi_types(e)
        let: c.Let | None = None
        items: list[c.Expr] = []
        if types is not None:
            var = self.temp(Tuple([]), "args")
            let = c.Let(e.args[0].pos, var, self.expr(e.args[0]))
            for i, t in enumerate(types):
                target = params[i] if i < fixed else elem_type(params[-1])
                items.append(self.convert_to(c.TupleItem(e.args[0].pos, c.Local(e.args[0].pos, var), i), t, target))
        else:
            for i, arg in enumerate(e.args):
                if i < fixed or e.has_ellipsis:
                    items.append(self.value(arg, params[i]))
                else:
                    items.append(self.value(arg, elem_type(params[-1])))
        if not sig.variadic or e.has_ellipsis:
            return items, let
        rest = items[fixed:]
        packed: c.Expr
        if rest:
            packed = c.ArrayLit(rest[0].pos, "slice", params[-1], rest)
        else:
            packed = c.Zero(e.rparen, params[-1])
        return [*items[:fixed], packed], let

    # ------------------------------------------------------------ go and defer

    def callee_and_args(self, e: ast.CallExpr) -> tuple[c.Expr, list[c.Expr]]:
        fun = self._callee(e.fun)
        pos = e.lparen
        name = self.builtin_name(fun)
        if name is not None:
            return self._wrapped_builtin(e, name)
        if self.tv(fun).mode == "type":
            raise InternalError("go or defer of a conversion")
        sig = self._signature(fun)
        sel = self.info.selections.get(fun) if isinstance(fun, ast.SelectorExpr) else None
        if isinstance(fun, ast.SelectorExpr) and sel is not None and sel.kind == "method":
            target, recv = self.method_callee(fun, sel)
            if isinstance(target, str):
                callee: c.Expr = self.op(pos, "iface.bind", [recv], target)
                first: list[c.Expr] = []
            else:
                callee, first = c.FuncRef(pos, target), [recv]
        else:
            callee, first = self.expr(fun), []
        args, let = self.arguments(e, sig)
        if let is not None:
            self.emit(let)
        return callee, [*first, *args]

    def _wrapped_builtin(self, e: ast.CallExpr, name: str) -> tuple[c.Expr, list[c.Expr]]:
        args, types, let = self.builtin_arguments(e, name)
        if let is not None:
            self.emit(let)
        pos = e.lparen

        def build(params: list[c.Var]) -> None:
            if name == "recover":  # in a goroutine of its own there is no panic to stop
                return
            x = self.apply_builtin(pos, name, [c.Local(pos, p) for p in params], types)
            if x is not None:
                self.emit(c.Eval(pos, x))

        function = self.synthesize(f"{self.frame.function.symbol}.wrap.{name}", types, 0, build)
        return c.FuncRef(pos, function), args

    def go_stmt(self, s: ast.GoStmt) -> None:
        call = unparen(s.call)
        assert isinstance(call, ast.CallExpr)
        callee, args = self.callee_and_args(call)
        self.emit(c.Go(s.pos, callee, args))

    def defer_stmt(self, s: ast.DeferStmt) -> None:
        call = unparen(s.call)
        assert isinstance(call, ast.CallExpr)
        args: list[c.Expr] = []
        if self.builtin_name(unparen(call.fun)) == "recover":
            callee = self.recover(call.lparen, deferred=True)
        else:
            callee, args = self.callee_and_args(call)
        real = self.frame.real
        real.function.has_defer = True
        frame: c.Expr | None = None
        if real is not self.frame:
            if real.defer_frame is None:
                old = self.enter(real)
                real.defer_frame = self.temp(Tuple([]), "defers")
                self.enter(old)
                real.prologue.append(c.Let(NO_POS, real.defer_frame, c.DeferFrame(NO_POS)))
            frame = c.Local(s.pos, self.reach(real.defer_frame, real))
        self.emit(c.Defer(s.pos, callee, args, frame))


def _with(lets: list[c.Let], call: c.Expr) -> c.Expr:
    for let in reversed(lets):
        call = c.LetExpr(let.pos, let.var, let.value, call)
    return call
