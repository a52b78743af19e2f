"""Identifiers, and expressions that denote types."""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.check.operand import Operand
from minigo.source import Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import start_pos
from minigo.syntax.tokens import is_identifier
from minigo.types.constants import to_int
from minigo.types.objects import Builtin, Const, Func, Nil, Object, PkgName, Scope, TypeName, Var
from minigo.types.predicates import comparable, is_generic, is_integer, is_type_param, is_typed, is_untyped, is_valid
from minigo.types.types import (
    INVALID,
    Alias,
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
    unalias,
)
from minigo.types.typeset import is_method_set, type_set
from minigo.types.universe import INT, IOTA


class TypeExprs(CheckerBase):
    """Identifiers and type expressions."""

    # ------------------------------------------------------------ identifiers

    def lookup(self, name: str) -> Object | None:
        found = self._lookup_scope(name)
        return found[1] if found is not None else None

    def _lookup_scope(self, name: str) -> tuple[Scope, Object, bool] | None:
        """The innermost declaration of `name`, its scope, and whether a function literal, or the body of a range over a
        function, lies between."""
        scope: Scope | None = self.env.scope
        crossed = False
        while scope is not None:
            obj = scope.names.get(name)
            if obj is not None:
                return scope, obj, crossed
            if scope.is_func or scope.is_body:
                crossed = True
            scope = scope.parent
        return None

    def ident(self, x: Operand, e: ast.Ident, want_type: bool) -> None:
        x.mode = "invalid"
        x.expr = e
        found = self._lookup_scope(e.name) if e.name != "_" else None
        if found is None:
            if e.name == "_":
                self.error(e.pos, "cannot use _ as value or type")
            elif is_identifier(e.name):  # else its characters have been complained about
                self.error(e.pos, f"undefined: {e.name}")
            return
        scope, obj, crossed = found
        self.info.uses[e] = obj
        if want_type and not isinstance(obj, TypeName):
            self._not_a_type(e, scope, obj)
            return
        typ = obj.type
        if typ is None or (want_type and isinstance(obj, TypeName) and obj in self.grey):
            self.obj_decl(obj)
            typ = obj.type
            if typ is None:
                typ = INVALID
        if scope.kind == "file" and not isinstance(obj, PkgName):
            self.dot_imports[scope, e.name].used = True
        match obj:
            case Var():
                if obj.pkg is self.pkg:
                    obj.used = True
                    if crossed and scope.kind not in ("package", "file", "universe"):
                        self.info.captured.add(obj)
                    elif scope.kind == "package":
                        self.add_decl_dep(obj)
                if typ is INVALID:
                    return
                x.mode = "variable"
            case TypeName():
                if obj.pkg is None and obj.name in ("any", "comparable"):
                    self.verify_version(e.pos, (1, 18), f"predeclared {e.name}")
                x.mode = "type"
            case Func():
                self.add_decl_dep(obj)
                x.mode = "value"
            case Const():
                self.add_decl_dep(obj)
                if typ is INVALID:
                    return
                if obj is IOTA:
                    if self.env.iota is None:
                        self.error(e.pos, "cannot use iota outside constant declaration")
                        return
                    x.value = self.env.iota
                else:
                    x.value = obj.value
                x.mode = "constant"
            case Builtin():
                x.builtin = obj.name
                x.mode = "builtin"
            case Nil():
                x.mode = "nilvalue"
            case PkgName():
                self.error(e.pos, f"use of package {obj.name} not in selector")
                return
            case _:
                return
        x.type = typ

    # ------------------------------------------------------------ types

    def typ(self, e: ast.Expr) -> Type:
        return self.def_type(e, None)

    def var_type(self, e: ast.Expr) -> Type:
        typ = self.def_type(e, None)
        self.valid_var_type(e, typ)
        return typ

    def valid_var_type(self, e: ast.Expr, typ: Type) -> None:
        """Report if `typ` is an interface that only constraints may use; later, when it is complete."""
        t: Type | None = unalias(typ)
        while isinstance(t, Named):
            t = unalias(t.under) if t.under is not None else None
        plain = isinstance(t, Interface) and t.type_set is not None and is_method_set(t.type_set)
        if (t is None or isinstance(t, Interface)) and not plain:
            self.later(lambda: self._check_var_type(start_pos(e), typ))

    def _check_var_type(self, pos: Pos, typ: Type) -> None:
        u = typ.underlying()
        if not isinstance(u, Interface):
            return
        ts = type_set(u)
        if ts.comparable:
            why = "interface is (or embeds) comparable"
        elif ts.terms is not None:
            why = "interface contains type constraints"
        else:
            return
        self.soft_error(pos, f"cannot use type {self.type_string(typ)} outside a type constraint: {why}")

    def def_type(self, e: ast.Expr, declared: TypeName | None) -> Type:
        typ = self._type_expr(e, declared)
        if is_generic(typ):
            self.error(start_pos(e), f"cannot use generic type {self.type_string(typ)} without instantiation")
            typ = INVALID
        self.record_type_and_value(e, "type", typ, None)
        return typ

    def generic_type(self, e: ast.Expr) -> tuple[Type, str]:
        typ = self._type_expr(e, None)
        cause = ""
        if is_valid(typ) and not is_generic(typ):
            cause = f"{self.type_string(typ)} is not a generic type"
            typ = INVALID
        self.record_type_and_value(e, "type", typ, None)
        return typ, cause

    def _type_expr(self, e: ast.Expr, declared: TypeName | None) -> Type:
        match e:
            case ast.BadExpr():
                return INVALID
            case ast.Ident():
                x = Operand()
                self.ident(x, e, True)
                return self._named_type(x)
            case ast.SelectorExpr():
                x = Operand()
                self.selector(x, e, True)
                return self._named_type(x)
            case ast.IndexExpr():
                return self.instantiated_type(e)
            case ast.ParenExpr():
                return self.def_type(e.x, declared)
            case ast.ArrayType():
                return self._array_type(e)
            case ast.Ellipsis():
                self.error(e.pos, "invalid use of ...")
                return INVALID
            case ast.StructType():
                struct = Struct([])
                self.struct_type(struct, e)
                return struct
            case ast.StarExpr():
                elem = self.var_type(e.x)
                return Pointer(elem) if elem is not INVALID else INVALID
            case ast.FuncType():
                sig = Signature(Tuple([]), Tuple([]))
                self.func_type(sig, None, e)
                return sig
            case ast.InterfaceType():
                interface = Interface([], complete=False)
                self.interface_type(interface, e)
                return interface
            case ast.MapType():
                return self._map_type(e)
            case ast.ChanType():
                return Chan(e.dir, self.var_type(e.value))
            case _:
                self.error(start_pos(e), f"{self.expr_string(e)} is not a type")
                self.use(e)
                return INVALID

    def _not_a_type(self, e: ast.Ident, scope: Scope, obj: Object) -> None:
        """Report that an identifier in the place of a type denotes something else."""
        match obj:
            case Var():
                obj.used = True
                what = obj.role or ("package-level variable" if scope.kind == "package" else "local variable")
            case Const():
                what = "constant"
            case Func():
                what = "function"
            case Builtin():
                what = "built-in function"
            case PkgName():
                what = "package name"
            case _:
                what = "untyped nil"
        self.error(e.pos, f"{e.name} ({what}) is not a type")

    def _named_type(self, x: Operand) -> Type:
        if x.mode == "type":
            return x.type
        if x.mode == "novalue":
            self.error(x.pos, f"{self.operand_string(x)} used as type")
        elif x.mode != "invalid":
            self.error(x.pos, f"{self.operand_string(x)} is not a type")
        return INVALID

    def _array_type(self, e: ast.ArrayType) -> Type:
        if e.len is None:
            return Slice(self.var_type(e.elt))
        if isinstance(e.len, ast.Ellipsis):
            self.error(e.pos, "invalid use of [...] array (outside a composite literal)")
            length = -1
        else:
            length = self.array_length(e.len)
        elem = self.var_type(e.elt)
        return Array(length, elem) if length >= 0 else INVALID

    def _map_type(self, e: ast.MapType) -> Type:
        t = Map(self.var_type(e.key), self.var_type(e.value))

        def check_key() -> None:
            if not comparable(t.key):
                why = " (missing comparable constraint)" if is_type_param(t.key) else ""
                self.error(start_pos(e.key), f"invalid map key type {self.type_string(t.key)}{why}")

        if not isinstance(unalias(t.key), Basic | Pointer | Chan):
            self.later(check_key)
        return t

    def array_length(self, e: ast.Expr) -> int:
        # An undeclared or variable length is likely a mistake worth its own message.
        if isinstance(e, ast.Ident):
            obj = self.lookup(e.name)
            if obj is None:
                self.error(e.pos, f"undefined array length {e.name} or missing type constraint")
                return -1
            if not isinstance(obj, Const):
                self.error(e.pos, f"invalid array length {e.name}")
                return -1
        x = Operand()
        self.expr(None, x, e)
        if x.mode != "constant":
            if x.mode != "invalid":
                self.error(x.pos, f"array length {self.operand_string(x)} must be constant")
            return -1
        if is_untyped(x.type) or is_integer(x.type):
            value = to_int(x.value if x.value is not None else 0)
            if isinstance(value, int) and 0 <= value < 1 << 63:
                if is_untyped(x.type):
                    self.convert_untyped(x, INT)
                return value
        shown = self.operand_string(x)
        problem = f"invalid array length {shown}" if is_integer(x.type) else f"array length {shown} must be integer"
        self.error(x.pos, problem)
        return -1

    # ------------------------------------------------------------ instantiated types

    def instantiated_type(self, e: ast.IndexExpr) -> Type:
        self.verify_version(start_pos(e), (1, 18), "type instantiation")
        generic, cause = self.generic_type(e.x)
        if cause:
            args = ", ".join(self.expr_string(i) for i in e.indices)
            self.error(start_pos(e.x), f"invalid operation: {self.expr_string(e.x)}[{args}] ({cause})")
        if not is_valid(generic):
            return generic
        targs: list[Type] = []
        ok = True
        for arg in e.indices:
            t = self.var_type(arg)
            ok = ok and t is not INVALID
            targs.append(t)
        if not ok or not isinstance(generic, Named | Alias):
            return INVALID
        return self.instantiate_checked(e.x, generic, targs, e.indices)

    def type_list(self, exprs: list[ast.Expr]) -> list[Type] | None:
        types = [self.var_type(e) for e in exprs]
        return types if all(is_typed(t) and t is not INVALID for t in types) else None
