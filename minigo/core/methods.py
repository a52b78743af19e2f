"""Methods: which function a selector calls, method values and expressions, and the method tables of dynamic types.

Methods are functions with the receiver first. Where the receiver at hand is not the declared one (promotion, a value
receiver called through a pointer), a hidden wrapper adapts it. A value inside an interface is shared and must not
change, so a method that changes its receiver of struct or array type is called through a wrapper that copies.
"""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.astwalk import assigned_roots
from minigo.core.base import LowererBase
from minigo.core.kinds import is_aggregate, is_interface, signature, struct_type, var_type
from minigo.core.naming import package_prefix, type_name
from minigo.source import NO_POS, InternalError, Pos
from minigo.syntax import ast
from minigo.types.info import Selection
from minigo.types.lookup import lookup_field_or_method, method_set
from minigo.types.objects import Func, Var
from minigo.types.predicates import is_type_param
from minigo.types.subst import make_mapping, substitute_signature
from minigo.types.typekey import type_key
from minigo.types.types import Named, Pointer, Signature, Type, unalias


def _base(t: Type) -> tuple[Type, bool]:
    """The type without an unnamed pointer around it, and whether there was one."""
    t = unalias(t)
    return (unalias(t.elem), True) if isinstance(t, Pointer) else (t, False)


class Methods(LowererBase):
    # ------------------------------------------------------------ selectors

    def _resolve(self, sel: Selection) -> tuple[Func, list[int], Type]:
        """The method that a selection means in the current instance, the fields that lead to its receiver, and the
        type of the selector's operand."""
        recv = self.typ(sel.recv)
        if not isinstance(sel.obj, Func):
            raise InternalError("selection of a method without one")
        base, _ = _base(sel.recv)
        if not is_type_param(base):
            return sel.obj, sel.path[:-1], recv
        result = lookup_field_or_method(recv, True, sel.obj.pkg, sel.obj.name)
        if not isinstance(result.obj, Func) or result.index is None:
            raise InternalError(f"no method {sel.obj.name} for a type argument")
        return result.obj, result.index[:-1], recv

    def method_callee(self, e: ast.SelectorExpr, sel: Selection) -> tuple[c.Function | str, c.Expr]:
        func, path, recv = self._resolve(sel)
        end = _end_of_path(recv, path)
        if is_interface(end):
            x, _ = self.walk_path(self.expr(e.x), recv, path, e.sel.pos)
            return func.name, x
        pointer = (func.origin or func).ptr_recv
        x, base = self.receiver(e.x, path, pointer, e.sel.pos)
        if not pointer:
            x = self.copied(x, base)
        return self.declared_method(func, base, self.type_arguments(e.sel)), x

    def declared_method(self, func: Func, base: Type, targs: list[Type]) -> c.Function:
        """The Function of a method declared for the named type `base`; `targs` are the method's own type arguments."""
        named = unalias(base)
        return self.func_instance(func, [*(named.type_args if isinstance(named, Named) else []), *targs])

    def method_value(self, e: ast.SelectorExpr, sel: Selection) -> c.Expr:
        func, path, recv = self._resolve(sel)
        if is_interface(_end_of_path(recv, path)):
            x, _ = self.walk_path(self.expr(e.x), recv, path, e.sel.pos)
            return self.op(e.sel.pos, "iface.bind", [x], func.name)
        pointer = (func.origin or func).ptr_recv
        x, base = self.receiver(e.x, path, pointer, e.sel.pos)
        if not pointer:
            x = self.copied(x, base)
        targs = self.type_arguments(e.sel)
        function = self.declared_method(func, base, targs)
        if not pointer:
            function = self._unchanging(func, base, function, targs)
        return self.op(e.sel.pos, "bind", [c.FuncRef(e.sel.pos, function), x])

    def method_expr(self, e: ast.SelectorExpr, sel: Selection) -> c.Expr:
        func, path, recv = self._resolve(sel)
        if is_interface(recv):
            return c.FuncRef(e.pos, self._interface_method(recv, func))
        _, is_pointer = _base(recv)
        targs = self.type_arguments(e.sel)
        if not path and is_pointer == (func.origin or func).ptr_recv:
            return c.FuncRef(e.pos, self.declared_method(func, _base(recv)[0], targs))
        return c.FuncRef(e.pos, self._wrapper(recv, func, path, targs))

    # ------------------------------------------------------------ method tables

    def methods(self, t: Type) -> dict[str, c.Function]:
        """See Program.methods."""
        key = type_key(t)
        table = self.method_tables.get(key)
        if table is None:
            self.log.append(t)
            table = self.method_tables[key] = {}
            if not is_interface(t):
                for func, result in method_set(t):
                    if not signature(var_type(func.type)).type_params:  # no interface has a generic method
                        table[func.name] = self._entry(t, func, (result.index or [-1])[:-1])
        return table

    def _entry(self, t: Type, func: Func, path: list[int]) -> c.Function:
        base, is_pointer = _base(t)
        pointer = (func.origin or func).ptr_recv
        if path or is_pointer != pointer:
            return self._wrapper(t, func, path, [])
        function = self.declared_method(func, base, [])
        return function if pointer else self._unchanging(func, base, function, [])

    def _unchanging(self, func: Func, base: Type, function: c.Function, targs: list[Type]) -> c.Function:
        """`function`, or a wrapper that copies the receiver if the method may change it."""
        if not is_aggregate(base) or not self._changes_receiver(func.origin or func):
            return function
        return self._wrapper(base, func, [], targs)

    def _changes_receiver(self, func: Func) -> bool:
        decl = func.decl
        if decl is None or decl.recv is None or func.pkg is None:
            return False
        names = decl.recv.fields[0].names
        if decl.body is None or not names:
            return False
        info = self.unit_of[func.pkg].info
        obj = info.defs.get(names[0])
        if not isinstance(obj, Var):
            return False
        return obj in info.addressed or any(info.uses.get(i) is obj for i in assigned_roots(decl.body))

    def _wrapper(self, t: Type, func: Func, path: list[int], targs: list[Type]) -> c.Function:
        """A hidden function that takes a `t` and calls the method `func`, found after the fields `path`; `targs` are
        the method's own type arguments."""
        key = ("wrapper", type_key(t), func.origin or func, *[type_key(a) for a in targs])
        found = self.wrappers.get(key)
        if found is not None:
            return found
        sig = signature(var_type(func.type))
        if targs:
            sig = substitute_signature(sig, make_mapping(sig.type_params, targs))
        end = _end_of_path(t, path)
        pointer = (func.origin or func).ptr_recv
        base, is_pointer = _base(t)
        pos = func.decl.pos if func.decl is not None else func.pos

        def build(params: list[c.Var]) -> None:
            recv: c.Expr = c.Local(pos, params[0])
            args: list[c.Expr] = [c.Local(pos, p) for p in params[1:]]
            if is_interface(end):
                x, _ = self.walk_path(recv, t, path, pos)
                self.frame.effects = True
                self._return_call(pos, c.CallMethod(pos, x, func.name, args), sig)
                return
            if not path and is_pointer and not pointer:
                recv = self.op(pos, "nilcheck.method", [recv], _nil_message(func, base))
            x, named = self.receiver_at(recv, t, path, pointer, pos)
            if not pointer:
                if isinstance(x, c.Op) and x.name == "nilcheck":
                    x = x.args[0]
                x = self.copied(x, named)
            call = self.call(pos, c.FuncRef(pos, self.declared_method(func, named, targs)), [x, *args])
            self._return_call(pos, call, sig)

        types = [t, *[var_type(v.type) for v in sig.params.vars]]
        symbol = f"{type_name(t)}.{func.name}-wrapper"
        function = self.synthesize(symbol, types, len(sig.results.vars), build)
        function.signature = sig
        self.wrappers[key] = function
        return function

    def _return_call(self, pos: Pos, call: c.Expr, sig: Signature) -> None:
        if sig.results.vars:
            self.emit(c.Return(pos, [call], len(sig.results.vars) > 1))
        else:
            self.emit(c.Eval(pos, call))

    def _interface_method(self, t: Type, func: Func) -> c.Function:
        """The method expression I.M."""
        key = ("interface", type_key(t), func.name)
        found = self.wrappers.get(key)
        if found is not None:
            return found
        sig = signature(var_type(func.type))

        def build(params: list[c.Var]) -> None:
            args: list[c.Expr] = [c.Local(NO_POS, p) for p in params[1:]]
            self.frame.effects = True
            self._return_call(NO_POS, c.CallMethod(NO_POS, c.Local(NO_POS, params[0]), func.name, args), sig)

        types = [t, *[var_type(v.type) for v in sig.params.vars]]
        function = self.synthesize(f"{type_name(t)}.{func.name}-expr", types, len(sig.results.vars), build)
        function.signature = sig
        self.wrappers[key] = function
        return function


def _end_of_path(t: Type, path: list[int]) -> Type:
    for index in path:
        t = var_type(struct_type(t).fields[index].type)
    return t


def _nil_message(func: Func, base: Type) -> str:
    name = base.obj.name if isinstance(base, Named) else "T"
    return f"value method {package_prefix(func.pkg)}{name}.{func.name} called using nil *{name} pointer"
