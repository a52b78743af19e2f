"""Function types: receivers, type parameters, parameters and results."""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.check.resolver import unpack_receiver
from minigo.source import Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import start_pos
from minigo.types.lookup import deref
from minigo.types.objects import TypeName, Var
from minigo.types.predicates import is_type_param, is_valid
from minigo.types.subst import instantiate_named, make_mapping, substitute
from minigo.types.types import (
    INVALID,
    Alias,
    Basic,
    Interface,
    Named,
    Pointer,
    Signature,
    Slice,
    Type,
    TypeParam,
    unalias,
)


class Signatures(CheckerBase):
    """Function types and type parameter lists."""

    def func_type(self, sig: Signature, recv: ast.FieldList | None, ftype: ast.FuncType) -> None:
        outer = self.open_scope(ftype, "func")
        scope = self.env.scope
        scope.is_func = True
        sig.scope = scope
        if recv is not None and recv.fields:
            sig.recv = self._receiver(recv.fields[0], sig)
            if len(recv.fields) > 1 or len(recv.fields[0].names) > 1:
                self.error(recv.pos, "method has multiple receivers")
        if ftype.type_params is not None:
            version, what = ((1, 18), "type parameter") if recv is None else ((1, 27), "generic method")
            self.verify_version(ftype.type_params.fields[0].pos, version, what)
            self.collect_type_params(ftype.type_params, sig.type_params)
        sig.params.vars, idents, sig.variadic = self._params(ftype.params, "parameter")
        if ftype.results is not None:
            sig.results.vars, result_idents, _ = self._params(ftype.results, "result variable")
            idents += result_idents
        scope_pos = ftype.params.closing
        if recv is not None and sig.recv is not None and sig.recv.name:
            self.declare(scope, recv.fields[0].names[0], sig.recv, scope_pos)
        for ident, var in idents:
            self.declare(scope, ident, var, scope_pos)
        self.env.scope = outer

    def _params(self, fields: ast.FieldList, role: str) -> tuple[list[Var], list[tuple[ast.Ident, Var]], bool]:
        """The variables of a parameter list, those with names beside their identifiers, and whether it is variadic."""
        out: list[Var] = []
        named: list[tuple[ast.Ident, Var]] = []
        variadic = False
        for field in fields.fields:
            if isinstance(field.type, ast.Ellipsis):
                variadic = True  # the parser has made sure that it is the last one
                typ: Type = Slice(self.var_type(field.type.elt or ast.BadExpr(field.type.pos)))
                self.record_type_and_value(field.type, "type", typ, None)
            else:
                typ = self.var_type(field.type)
            if not field.names:
                var = Var("", typ, start_pos(field.type), self.pkg, used=True, role=role)
                self.record_implicit(field, var)
                out.append(var)
            for ident in field.names:
                var = Var(ident.name, typ, ident.pos, self.pkg, used=True, role=role)
                out.append(var)
                named.append((ident, var))
        return out, named, variadic

    # ------------------------------------------------------------ receivers

    def _receiver(self, field: ast.Field, sig: Signature) -> Var:
        _, base, tparams = unpack_receiver(field.type)
        if tparams:
            typ = self._generic_receiver(field, base, tparams, sig)
        else:
            typ = self.var_type(field.type)
            instance = self._aliased_instance(typ)
            if instance is not None:
                text = self.type_string(instance)
                self.error(start_pos(base), f"cannot define new methods on instantiated type {text}")
                typ = INVALID
        if field.names:
            recv = Var(field.names[0].name, typ, field.names[0].pos, self.pkg, used=True, role="receiver")
        else:
            recv = Var("", typ, start_pos(field.type), self.pkg, used=True, role="receiver")
            self.record_implicit(field, recv)
        self.later(lambda: self._valid_receiver(start_pos(base), recv))
        return recv

    def _aliased_instance(self, t: Type) -> Type | None:
        """The instance of a generic type that a receiver's type is by aliases."""
        aliased = False
        while True:
            if isinstance(t, Alias):
                if t.type_args:
                    return t
                aliased = True
                t = t.actual
            elif isinstance(t, Pointer):
                t = t.elem
            else:
                return t if aliased and isinstance(t, Named) and t.type_args else None

    def _generic_receiver(self, field: ast.Field, base: ast.Expr, tparams: list[ast.Expr], sig: Signature) -> Type:
        """The type of a receiver that declares type parameters: `(r *G[K, V])`."""
        ptr, _, _ = unpack_receiver(field.type)
        generic, cause = self.generic_type(base)
        base_type: Named | None = None
        if isinstance(generic, Named):
            base_type = generic
        elif isinstance(generic, Alias):
            if is_valid(unalias(generic)):
                text = self.type_string(generic)
                self.error(start_pos(base), f"cannot define new methods on generic alias type {text}")
        elif cause:
            self.error(start_pos(base), cause)
        own: list[TypeParam] = []
        for e in tparams:
            if not isinstance(e, ast.Ident):
                self.error(start_pos(e), f"receiver type parameter {self.expr_string(e)} must be an identifier")
                e = ast.Ident(e.pos, "_")
            param = self._declare_type_param(e, len(own), e.pos)
            own.append(param)
            self.record_use(e, param.obj)
            self.record_type_and_value(e, "type", param, None)
        sig.recv_type_params = own
        if base_type is None:
            return INVALID
        if len(own) != len(base_type.type_params):
            count = f"{len(own)} type parameter{'s' if len(own) != 1 else ''}"
            self.error(
                start_pos(base),
                f"receiver declares {count}, but receiver base type declares {len(base_type.type_params)}",
            )
            return INVALID
        mapping = make_mapping(base_type.type_params, own)
        for mine, theirs in zip(own, base_type.type_params, strict=True):
            mine.bound = substitute(theirs.bound, mapping)
            self.receiver_params[mine] = theirs
        targs: list[Type] = list(own)
        typ: Type = instantiate_named(base_type, targs)
        self.record_instance(base, targs, typ)
        if ptr:
            typ = Pointer(typ)
        self.record_type_and_value(field.type, "type", typ, None)
        return typ

    def _valid_receiver(self, pos: Pos, recv: Var) -> None:
        rtype = deref(recv.type or INVALID)[0]
        t = unalias(rtype)
        if t is INVALID:
            return
        if isinstance(t, Named):
            text = self.type_string(rtype)
            if t.obj.pkg is not self.pkg:
                self.error(pos, f"cannot define new methods on non-local type {text}")
                return
            u = t.underlying()
            if isinstance(u, Basic) and u.kind == "unsafe.Pointer":
                self.error(pos, f"invalid receiver type {text} (unsafe.Pointer)")
            elif isinstance(u, Pointer | Interface):
                self.error(pos, f"invalid receiver type {text} (pointer or interface type)")
        elif isinstance(t, Basic):
            self.error(pos, f"cannot define new methods on non-local type {self.type_string(rtype)}")
        else:
            self.error(pos, f"invalid receiver type {self.type_string(recv.type)}")

    # ------------------------------------------------------------ type parameters

    def collect_type_params(self, fields: ast.FieldList, into: list[TypeParam]) -> list[TypeParam]:
        for field in fields.fields:
            for ident in field.names:
                into.append(self._declare_type_param(ident, len(into), fields.pos))
        index = 0
        for field in fields.fields:
            bound = self._bound(field.type)
            if is_type_param(bound):
                self.error(start_pos(field.type), "cannot use a type parameter as constraint")
                bound = INVALID
            for _ in field.names:
                into[index].bound = bound
                index += 1
        return into

    def _declare_type_param(self, ident: ast.Ident, index: int, scope_pos: Pos) -> TypeParam:
        obj = TypeName(ident.name, None, ident.pos, self.pkg)
        param = TypeParam(obj, index, INVALID)
        obj.type = param
        self.declare(self.env.scope, ident, obj, scope_pos)
        return param

    def _bound(self, e: ast.Expr) -> Type:
        """A constraint; `~T` and `A | B` stand for an interface that embeds them."""
        is_set = (isinstance(e, ast.UnaryExpr) and e.op == "~") or (isinstance(e, ast.BinaryExpr) and e.op == "|")
        if not is_set:
            return self.typ(e)
        element = ast.Field(e.pos, [], e)
        t = self.typ(ast.InterfaceType(e.pos, ast.FieldList(e.pos, [element])))
        if isinstance(t, Interface):
            t.implicit = True
        return t
