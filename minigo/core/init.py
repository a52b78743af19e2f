"""Package initialisation: variables in order of their dependencies, then init functions, package after package."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.frames import Frame, Unit
from minigo.core.functions import NO_SIGNATURE
from minigo.core.kinds import is_aggregate, is_interface, var_type, var_types
from minigo.core.naming import package_prefix
from minigo.source import InternalError
from minigo.syntax import ast
from minigo.types.objects import Func, Initializer
from minigo.types.types import Tuple
from minigo.types.universe import BOOL


class Initialisation(LowererBase):
    def init_function(self) -> c.Function:
        """The hidden function that initialises all packages."""

        def build(params: list[c.Var]) -> None:
            for unit in self.units:
                for function in self._unit_functions(unit):
                    self.emit(c.Eval(function.pos, self.call(function.pos, c.FuncRef(function.pos, function), [])))

        return self.synthesize("init", [], 0, build)

    def _unit_functions(self, unit: Unit) -> list[c.Function]:
        prefix = package_prefix(unit.package)
        out = []
        order = unit.info.init_order
        if order:
            function = c.Function(f"{prefix}init", f"{prefix}init", [], [], 0)
            function.pos = function.end = order[0].rhs.pos
            function.pending = lambda f: self._variables(unit, f)
            self.functions[function.symbol] = function
            out.append(function)
        number = 0
        for file in unit.package.files:
            for decl in file.decls:
                if isinstance(decl, ast.FuncDecl) and decl.recv is None and decl.name.name == "init":
                    out.append(self._declared(unit, decl, number))
                    number += 1
        return out

    def _variables(self, unit: Unit, function: c.Function) -> None:
        frame = Frame(function, unit, NO_SIGNATURE, {})

        def run() -> None:
            for initializer in unit.info.init_order:
                self._initialise(initializer)

        self.in_function(frame, run)

    def _declared(self, unit: Unit, decl: ast.FuncDecl, number: int) -> c.Function:
        name = f"{package_prefix(unit.package)}init.{number}"
        body = decl.body
        if body is None:
            raise InternalError("init function without body")
        function = c.Function(name, name, [], [], 0, pos=decl.pos, end=body.rbrace)

        def lower(function: c.Function) -> None:
            self.in_function(Frame(function, unit, NO_SIGNATURE, {}), lambda: self.stmts(body.stmts))

        function.pending = lower
        self.functions[name] = function
        return function

    def _initialise(self, init: Initializer) -> None:
        rhs, pos = init.rhs, init.rhs.pos
        if len(init.lhs) == 1:
            v = init.lhs[0]
            if v.name == "_":
                self.emit(c.Eval(pos, self.value(rhs)))
                return
            t = var_type(v.type)
            self.store_place(pos, c.Global(pos, self.global_var(v)), self.value(rhs, t), t)
            return
        while isinstance(rhs, ast.ParenExpr):
            rhs = rhs.x
        tv = self.tv(rhs)
        if isinstance(rhs, ast.CallExpr) and tv.mode != "commaok":
            source, fresh = self.expr(rhs), True
            assert isinstance(tv.type, Tuple)
            types = var_types(tv.type)
        else:
            source, elem = self.commaok(rhs)
            types, fresh = [elem, BOOL], False
        parts = [self.temp(t) for t in types]
        self.emit(c.Unpack(pos, list(parts), source))
        for v, part, t in zip(init.lhs, parts, types, strict=True):
            if v.name == "_":
                continue
            value: c.Expr = c.Local(pos, part)
            if not fresh and is_aggregate(t):
                value = self.copied(value, t)
            target = var_type(v.type)
            if is_interface(target):
                value = self.convert_to(value, t, target)
            self.store_place(pos, c.Global(pos, self.global_var(v)), value, target)

    def main_function(self, path: str) -> c.Function:
        for unit in self.units:
            if unit.package.path == path:
                obj = unit.package.scope.lookup("main")
                if isinstance(obj, Func):
                    return self.func_instance(obj, [])
        raise InternalError(f"no function main in package {path}")
