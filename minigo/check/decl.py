"""Checking declarations: objects on demand (with cycle detection), constants, variables, types, functions, methods.

An object is white while its type is None and it is not in `grey`, grey while it is being declared (`grey` holds its
index in `obj_path`), and black afterwards.
"""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.check.environment import DeclInfo, Environment
from minigo.check.operand import Operand, Target
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import unparen
from minigo.types.constants import UNKNOWN
from minigo.types.objects import Const, Func, Object, Scope, TypeName, Var
from minigo.types.predicates import is_const_type, is_type_param, is_valid
from minigo.types.types import (
    INVALID,
    Alias,
    Named,
    Signature,
    Struct,
    Tuple,
    TypeParam,
)


class Decls(CheckerBase):
    """Declarations at package level and in functions."""

    def obj_decl(self, obj: Object) -> None:
        start = self.grey.get(obj)
        if start is not None:
            self._grey_object(obj, start)
            return
        if obj.type is not None:
            return
        decl = self.obj_map.get(obj)
        if decl is None:  # an erroneous declaration that was never entered
            obj.type = INVALID
            return
        self.grey[obj] = len(self.obj_path)
        self.obj_path.append(obj)
        saved = self.env
        self.env = Environment(scope=decl.file)
        match obj:
            case Const():
                self.env.decl = decl
                self.const_decl(obj, decl.vtype, decl.init, decl.inherited)
            case Var():
                self.env.decl = decl
                self.var_decl(obj, decl.lhs, decl.vtype, decl.init)
            case TypeName():
                assert decl.tdecl is not None
                self.type_decl(obj, decl.tdecl)
                self._collect_methods(obj)
            case Func():
                self._func_decl(obj, decl)
        self.env = saved
        self.obj_path.pop()
        self.grey.pop(obj, None)

    def _grey_object(self, obj: Object, start: int) -> None:
        """A cycle: `obj` is needed for its own declaration."""
        if isinstance(obj, Func):
            self._valid_cycle(start)
        elif isinstance(obj, TypeName):
            if not self._valid_cycle(start):
                obj.type = INVALID
        elif not self._valid_cycle(start) or obj.type is None:
            obj.type = INVALID

    def _valid_cycle(self, start: int) -> bool:
        """Whether the objects from `start` on in the path may refer to each other; reports if not."""
        cycle = self.obj_path[start:]
        values = definitions = 0
        for obj in cycle:
            if isinstance(obj, Const | Var):
                values += 1
            elif isinstance(obj, TypeName) and not isinstance(obj.type, Alias):
                definitions += 1
        if values == len(cycle):
            return True  # reported as initialization cycle
        if values == 0 and definitions > 0:
            return True
        self._report_cycle_of(cycle)
        return False

    def direct_cycles(self) -> None:
        """Report `type A B; type B A`: types that are declared by names only, and in the end by themselves. Found
        before anything else, so that nothing is checked with types that never become complete."""
        done: set[TypeName] = set()
        for obj in self.obj_map:
            path: dict[TypeName, None] = {}
            while isinstance(obj, TypeName) and obj not in done and obj not in path:
                path[obj] = None
                decl = self.obj_map.get(obj)
                rhs = unparen(decl.tdecl.type) if decl is not None and decl.tdecl is not None else None
                following = self.pkg.scope.lookup(rhs.name) if isinstance(rhs, ast.Ident) else None
                if not isinstance(following, TypeName):
                    break
                obj = following
            else:
                if isinstance(obj, TypeName) and obj in path:
                    names = list(path)
                    self._report_cycle_of([*names[names.index(obj) :]])
                    obj.type = INVALID
            done.update(path)

    def _report_cycle_of(self, cycle: list[Object]) -> None:
        start = min(range(len(cycle)), key=lambda i: cycle[i].pos)
        cycle = cycle[start:] + cycle[:start]
        self.cycle_error([(obj.pos, obj.name) for obj in cycle], isinstance(cycle[0], TypeName))

    def cycle_error(self, cycle: list[tuple[Pos, str]], is_type: bool) -> None:
        pos, name = cycle[0]
        if len(cycle) == 1:
            what = "invalid recursive type" if is_type else "invalid cycle in declaration"
            self.error(pos, f"{what}: {name} refers to itself")
            return
        lines = []
        for i, (at, one) in enumerate(cycle):
            lines.append((at, f"{one} refers to {cycle[(i + 1) % len(cycle)][1]}"))
        what = "invalid recursive type" if is_type else "invalid cycle in declaration of"
        self.error_parts(pos, f"{what} {name}", *lines)

    # ------------------------------------------------------------ constants, variables

    def const_decl(self, obj: Const, typ: ast.Expr | None, init: ast.Expr | None, inherited: bool) -> None:
        """Check one constant; `obj.value` holds its iota before and its value afterwards."""
        saved = self.env.iota, self.env.err_pos
        iota = obj.value
        self.env.iota = iota if isinstance(iota, int) else 0
        obj.value = UNKNOWN
        if typ is not None:
            t = self.typ(typ)
            if not is_const_type(t):
                if is_valid(t.underlying()):
                    self.error(typ.pos, f"invalid constant type {self.type_string(t)}")
                obj.type = INVALID
                self.env.iota, self.env.err_pos = saved
                return
            obj.type = t
        x = Operand()
        if init is not None:
            if inherited:
                self.env.err_pos = obj.pos
            self.expr(None, x, init)
        self.init_const(obj, x)
        self.env.iota, self.env.err_pos = saved

    def var_decl(self, obj: Var, lhs: list[Var], typ: ast.Expr | None, init: ast.Expr | None) -> None:
        """Check one variable, or all of `lhs` when they share the initialisation expression."""
        if typ is not None:
            obj.type = self.var_type(typ)
        if init is None:
            if typ is None:
                obj.type = INVALID
            return
        if len(lhs) <= 1:
            x = Operand()
            self.expr(Target.of(obj.type, obj.name), x, init)
            self.init_var(obj, x, "variable declaration")
            return
        if typ is not None:
            for v in lhs:
                v.type = obj.type
        self.init_vars(lhs, [init], None)

    # ------------------------------------------------------------ types

    def type_decl(self, obj: TypeName, spec: ast.TypeSpec) -> None:
        """Check a type definition or alias declaration; sets `obj.type` before it looks at the right-hand side."""
        if spec.assign:
            self._alias_decl(obj, spec)
            return
        named = Named(obj)
        obj.type = named
        named.resolver = self._incomplete_type
        self.later(lambda: self.valid_type(named))
        named.outer_params = self._outer_type_params()
        if spec.type_params is not None:
            self.verify_version(spec.type_params.fields[0].pos, (1, 18), "type parameter")
            self.open_scope(spec)
            named.type_params = self.collect_type_params(spec.type_params, named.type_params)
        rhs = self.def_type(spec.type, obj)
        if spec.type_params is not None:
            self.close_scope()
        if is_type_param(rhs):
            self.error(spec.type.pos, "cannot use a type parameter as RHS in type declaration")
            rhs = INVALID
        named.under = rhs
        named.resolver = None
        self._check_chain(named)

    def _outer_type_params(self) -> list[TypeParam]:
        """The type parameters of the functions around a local type."""
        found: list[TypeParam] = []
        scope: Scope | None = self.env.scope
        while scope is not None and scope.kind not in ("package", "file", "universe"):
            if scope.is_func:
                names = [o for o in scope.names.values() if isinstance(o, TypeName)]
                found.extend(o.type for o in names if isinstance(o.type, TypeParam))
            scope = scope.parent
        return found

    def _incomplete_type(self, named: Named) -> None:
        """The underlying type of a type is asked for in its own declaration: values of it cannot be used there."""
        named.resolver = None
        start = self.grey.get(named.obj)
        if start is not None:
            self._report_cycle_of(self.obj_path[start:])

    def _check_chain(self, named: Named) -> None:
        """`type A B; type B A`: types that are defined by each other have no underlying type."""
        path: list[Named] = []
        cycle: list[tuple[Pos, str]] = []
        t = named.under
        while isinstance(t, Named | Alias):
            if isinstance(t, Alias):
                cycle.append((t.obj.pos, t.obj.name))
                t = t.actual
                continue
            path.append(t)
            cycle.append(self.named_entry(t))
            if t.origin is named:
                start = cycle.index(min(cycle))
                self.cycle_error(cycle[start:] + cycle[:start], True)
                for n in path:
                    n.origin.under = INVALID
                return
            t = t.origin.under

    def _alias_decl(self, obj: TypeName, spec: ast.TypeSpec) -> None:
        alias = Alias(obj, INVALID)
        obj.type = alias
        if spec.type_params is not None:
            self.verify_version(spec.type_params.fields[0].pos, (1, 23), "generic type alias")
        else:
            self.verify_version(spec.name.pos, (1, 9), "type alias")
        if spec.type_params is not None:
            self.open_scope(spec)
            alias.type_params = self.collect_type_params(spec.type_params, alias.type_params)
        rhs = self.def_type(spec.type, obj)
        if spec.type_params is not None:
            self.close_scope()
        if isinstance(rhs, TypeParam) and rhs in alias.type_params:
            self.error(spec.type.pos, "cannot use type parameter declared in alias declaration as RHS")
            rhs = INVALID
        if obj.type is alias:  # else a cycle was reported
            alias.actual = rhs

    def _collect_methods(self, obj: TypeName) -> None:
        """Attach the methods of a type that was just declared."""
        methods = self.methods.pop(obj, None)
        if methods is None:
            return
        base = obj.type if isinstance(obj.type, Named) else None
        if base is not None:
            named = base
            self.later(lambda: self._check_field_uniqueness(named))
        seen: dict[str, Func] = {}
        for m in methods:
            alt = seen.setdefault(m.name, m)
            if alt is not m:
                self.error(m.pos, f"method {obj.name}.{m.name} already declared at {self.format_pos(alt.pos)}")
            elif base is not None:
                base.methods.append(m)

    def _check_field_uniqueness(self, base: Named) -> None:
        u = base.underlying()
        if not isinstance(u, Struct):
            return
        methods = {m.name: m for m in base.methods}
        for f in u.fields:
            m = methods.get(f.name)
            if m is not None and f.name != "_":
                self.error_parts(
                    m.pos, f"field and method with the same name {f.name}", (f.pos, f"other declaration of {f.name}")
                )

    # ------------------------------------------------------------ functions

    def _func_decl(self, obj: Func, decl: DeclInfo) -> None:
        fdecl = decl.fdecl
        assert fdecl is not None
        sig = Signature(Tuple([]), Tuple([]))
        obj.type = sig
        # A reference to the function inside its own signature is no cycle.
        del self.grey[obj]
        self.func_type(sig, fdecl.recv, fdecl.type)
        if fdecl.body is None:
            if fdecl.type.type_params is not None and not self.natives_allowed:
                self.soft_error(fdecl.name.pos, "generic function is missing function body")
            return
        body = fdecl.body
        self.later(lambda: self.func_body(decl, obj.name, sig, body, None))

    # ------------------------------------------------------------ declarations in functions

    def decl_stmt(self, decl: ast.GenDecl) -> None:
        last: ast.ValueSpec | None = None
        for spec in decl.specs:
            match spec:
                case ast.ValueSpec() if decl.tok == "const":
                    inherited = True
                    if spec.type is not None or spec.values or last is None:
                        last = spec
                        inherited = False
                    self._local_consts(spec, last, inherited)
                case ast.ValueSpec():
                    self._local_vars(spec)
                case ast.TypeSpec():
                    obj = TypeName(spec.name.name, None, spec.name.pos, self.pkg)
                    self.declare(self.env.scope, spec.name, obj, spec.name.pos)
                    self.grey[obj] = len(self.obj_path)
                    self.obj_path.append(obj)
                    self.type_decl(obj, spec)
                    self.obj_path.pop()
                    del self.grey[obj]

    def _local_consts(self, spec: ast.ValueSpec, last: ast.ValueSpec, inherited: bool) -> None:
        top = len(self.delayed)
        lhs: list[Const] = []
        for i, ident in enumerate(spec.names):
            obj = Const(ident.name, None, ident.pos, self.pkg, value=spec.iota)
            lhs.append(obj)
            self.const_decl(obj, last.type, last.values[i] if i < len(last.values) else None, inherited)
        self.arity(spec.names, last.values, True, inherited)
        # Function literals in the values must not see the new names.
        self.process_delayed(top)
        for ident, const in zip(spec.names, lhs, strict=True):
            self.declare(self.env.scope, ident, const, NO_POS)

    def _local_vars(self, spec: ast.ValueSpec) -> None:
        top = len(self.delayed)
        lhs = [Var(ident.name, None, ident.pos, self.pkg) for ident in spec.names]
        values = spec.values
        if len(values) == 1 and len(lhs) > 1:
            self.var_decl(lhs[0], lhs, spec.type, values[0])
        else:
            for i, obj in enumerate(lhs):
                self.var_decl(obj, [], spec.type, values[i] if i < len(values) else None)
            if len(values) > len(lhs):
                self.use(*values[len(lhs) :])
        if spec.type is None or values:
            self.arity(spec.names, values, False, False)
        self.process_delayed(top)
        for ident, v in zip(spec.names, lhs, strict=True):
            self.declare(self.env.scope, ident, v, NO_POS)

    # ------------------------------------------------------------ scopes, delayed actions

    def open_scope(self, node: ast.Node, kind: str = "block") -> Scope:
        outer = self.env.scope
        scope = Scope(outer, kind)
        outer.children.append(scope)
        self.record_scope(node, scope)
        self.env.scope = scope
        return outer

    def close_scope(self) -> None:
        parent = self.env.scope.parent
        assert parent is not None
        self.env.scope = parent

    def process_delayed(self, top: int) -> None:
        i = top
        while i < len(self.delayed):
            self.delayed[i]()
            i += 1
        del self.delayed[top:]
