"""Functions: instances of declared functions, their parameters and results, and the frames their bodies are lowered in.

Generics are monomorphised: there is one Function for each list of type arguments. Bodies are lowered when they are
asked for (Function.complete), so what a program does not use costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from minigo.core import nodes as c
from minigo.core.base import LowererBase, copy_op
from minigo.core.frames import Frame
from minigo.core.kinds import var_type, zero
from minigo.core.naming import function_name
from minigo.core.passes.ticks import insert_ticks
from minigo.source import NO_POS, InternalError
from minigo.syntax import ast
from minigo.types.objects import Func, Var
from minigo.types.subst import make_mapping, substitute_signature
from minigo.types.typekey import type_key
from minigo.types.types import Signature, Tuple, Type

NO_SIGNATURE = Signature(Tuple([]), Tuple([]))


class Functions(LowererBase):
    def func_instance(self, func: Func, targs: list[Type]) -> c.Function:
        func = func.origin or func
        key = (func, *[type_key(t) for t in targs])
        function = self.instances.get(key)
        if function is None:
            function = self.instances[key] = self._new_instance(func, targs)
        return function

    def _new_instance(self, func: Func, targs: list[Type]) -> c.Function:
        sig, decl = func.type, func.decl
        if not isinstance(sig, Signature) or decl is None or func.pkg is None:
            raise InternalError(f"function {func.name} has no declaration")
        symbol, name, native = function_name(func, targs)
        while symbol in self.functions:  # types of different functions may have the same name
            symbol += "'"
        mapping = make_mapping([*sig.recv_type_params, *sig.type_params], targs)
        own = substitute_signature(sig, mapping) if mapping else sig
        function = c.Function(symbol, name, [], [], len(own.results.vars), signature=own)
        function.pos = decl.pos
        if decl.body is None:
            function.native, function.native_types = native, targs
            return self._add_native(function, func, own)
        function.end = decl.body.rbrace
        body = decl.body

        def lower(function: c.Function) -> None:
            assert func.pkg is not None
            frame = Frame(function, self.unit_of[func.pkg], own, mapping)

            def run() -> None:
                self.declare_params(frame, decl.recv, decl.type)
                self.stmts(body.stmts)

            self.in_function(frame, run)

        function.pending = lower
        self.functions[symbol] = function
        return function

    def _add_native(self, function: c.Function, func: Func, own: Signature) -> c.Function:
        types = [var_type(v.type) for v in own.params.vars]
        sig = func.type
        if isinstance(sig, Signature) and sig.recv is not None:
            types.insert(0, var_type(sig.recv.type))
        function.params = [c.Var(f"p{i}", i, t) for i, t in enumerate(types)]
        self.functions[function.symbol] = function
        return function

    # ------------------------------------------------------------ bodies

    def in_function(self, frame: Frame, run: Callable[[], None]) -> None:
        self.log.append(frame.function.symbol)
        old = self.enter(frame)
        try:
            run()
            self._finish(frame)
        finally:
            self.enter(old)

    def _finish(self, frame: Frame) -> None:
        function = frame.function
        if function.has_defer and function.result_count and not frame.results:
            self.ensure_results(frame)
        results = frame.results
        if not function.has_defer and (any(r.shared for r in results) or not any(r.boxed for r in results)):
            for s in frame.returns:
                s.values = [self._result(r) for r in results]
        else:
            function.results, function.returned = results, [self._result(r) for r in results]
        function.body = frame.prologue + frame.out
        insert_ticks(function, frame.ids)
        if self.instrument is not None:
            self.instrument(function, frame.ids)

    def _result(self, r: c.Var) -> c.Expr:
        """What is returned from a result variable; a copy of what others may know the address of."""
        x = c.Local(NO_POS, r)
        return copy_op(x, r.type) if r.shared else x

    def declare_params(self, frame: Frame, recv: ast.FieldList | None, ftype: ast.FuncType) -> None:
        function, sig = frame.function, frame.signature
        defs = self.info.defs
        if recv is not None:
            ident = recv.fields[0].names[0] if recv.fields[0].names else None
            obj = defs.get(ident) if ident is not None else None
            if isinstance(obj, Var):
                function.params.append(self.declare(obj))
            else:
                t = self.typ(sig.recv.type) if sig.recv is not None else None
                function.params.append(self.new_var("_", var_type(t)))
        types = [self.typ(v.type) for v in sig.params.vars]
        for i, ident in enumerate(_names(ftype.params)):
            obj = defs.get(ident) if ident is not None else None
            if isinstance(obj, Var):
                function.params.append(self.declare(obj))
            else:
                function.params.append(self.new_var("_", types[i]))
        if ftype.results is None:
            return
        types = [self.typ(v.type) for v in sig.results.vars]
        for i, ident in enumerate(_names(ftype.results)):
            if ident is None:
                continue
            frame.named = True
            obj = defs.get(ident)
            var = self.declare(obj, assigned=True) if isinstance(obj, Var) else self.new_var("_", types[i])
            frame.results.append(var)
            frame.prologue.append(c.Let(ident.pos, var, zero(ident.pos, var.type)))

    def ensure_results(self, frame: Frame) -> None:
        if frame.results or not frame.function.result_count:
            return
        old = self.enter(frame)
        for i, v in enumerate(frame.signature.results.vars):
            t = self.typ(v.type)
            var = self.new_var(f"r{i}", t)
            frame.results.append(var)
            frame.prologue.append(c.Let(frame.function.pos, var, zero(frame.function.pos, t)))
        self.enter(old)

    # ------------------------------------------------------------ hidden functions

    def synthesize(
        self, symbol: str, params: list[Type], results: int, build: Callable[[list[c.Var]], None]
    ) -> c.Function:
        while symbol in self.functions:
            symbol += "'"
        function = c.Function(symbol, symbol, [], [], results, hidden=True)
        self.functions[symbol] = function
        unit = self._frame.unit if self._frame is not None else self.units[-1]
        frame = Frame(function, unit, NO_SIGNATURE, {})
        function.params = [c.Var(f"p{i}", i, t) for i, t in enumerate(params)]
        frame.ids[0] = len(params)
        self.in_function(frame, lambda: build(function.params))
        return function


def _names(fields: ast.FieldList) -> list[ast.Ident | None]:
    """The names of parameters, None for those without."""
    out: list[ast.Ident | None] = []
    for f in fields.fields:
        out.extend(f.names or [None])
    return out
