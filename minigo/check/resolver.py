"""Collecting the package-level declarations of all files: what exists, where, before anything is checked.

Afterwards the package scope holds every package-level object, file scopes the imports, `obj_map` the declaration of
every constant, type, variable, function and method (in source order), and `methods` the methods of each local type.
"""

from __future__ import annotations

import posixpath
import unicodedata

from minigo.check.base import CheckerBase
from minigo.check.environment import DeclInfo
from minigo.record import record
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import start_pos
from minigo.types.constants import unquote
from minigo.types.objects import Const, Func, Object, Package, PkgName, Scope, TypeName, Var
from minigo.types.types import INVALID
from minigo.types.universe import UNIVERSE

_NOT_IN_PATHS = frozenset("!\"#$%&'()*,:;<=>?[\\]^{|}`\ufffd")
"""Characters that no import path may have, besides spaces and those without a picture."""


@record(slots=True)
class _Method:
    """A method before its receiver's base type is known; `recv` names that type, perhaps by an alias."""

    obj: Func
    ptr: bool
    recv: ast.Ident
    file: Scope


def import_path_problem(path: str) -> str:
    """Why a path cannot be imported, whatever there is; "" when it could be."""
    if not path:
        return "empty string"
    for c in path:
        category = unicodedata.category(c)
        if category[0] in "CZ" or c in _NOT_IN_PATHS:
            shown = f" '{c}'" if c.isprintable() else ""
            return f"invalid character U+{ord(c):04X}{shown}"
    return ""


class Resolver(CheckerBase):
    """Phase 1 of checking a package."""

    def collect_objects(self, files: list[ast.SourceFile]) -> None:
        """Declare everything the files declare at package level."""
        methods: list[_Method] = []
        file_scopes: list[Scope] = []
        for file in files:
            if file.package.name == "_":
                self.error(file.package.pos, "invalid package name _")
            scope = Scope(self.pkg.scope, "file")
            self.record_scope(file, scope)
            file_scopes.append(scope)
            for decl in file.decls:
                match decl:
                    case ast.GenDecl(tok="import"):
                        for spec in decl.specs:
                            assert isinstance(spec, ast.ImportSpec)
                            self._import(spec, scope)
                    case ast.GenDecl(tok="const"):
                        self._consts(decl, scope)
                    case ast.GenDecl():
                        for spec in decl.specs:
                            if isinstance(spec, ast.ValueSpec):
                                self._vars(spec, scope)
                            elif isinstance(spec, ast.TypeSpec):
                                obj = TypeName(spec.name.name, None, spec.name.pos, self.pkg)
                                self._declare_pkg_obj(spec.name, obj, DeclInfo(scope, tdecl=spec))
                    case ast.FuncDecl():
                        self._func(decl, scope, methods)
        for scope in file_scopes:
            self._verify_file_scope(scope)
        self._associate_methods(methods)

    # ------------------------------------------------------------ declarations by kind

    def _import(self, spec: ast.ImportSpec, scope: Scope) -> None:
        path = unquote(spec.path.value).decode("utf-8", "replace")
        imported = self._import_package(spec.path.pos, path)
        if imported is None:
            return
        name = spec.name.name if spec.name is not None else imported.name
        if name == "init":
            self.error(spec.pos, "cannot import package as init - init must be a func")
            return
        if imported not in self.pkg.imports:
            self.pkg.imports.append(imported)
        obj = PkgName(name, INVALID, spec.pos, self.pkg, imported=imported)
        if spec.name is not None:
            self.record_def(spec.name, obj)
        else:
            self.record_implicit(spec, obj)
        if imported.fake:
            obj.used = True  # an error about the import was reported
        self.imports.append(obj)
        if name == ".":
            for member_name, member in imported.scope.names.items():
                if not member.exported:
                    continue
                alt = scope.names.get(member_name)
                if alt is not None:
                    self._report_redeclared(member_name, spec.pos, alt)
                    continue
                scope.names[member_name] = member
                self.dot_imports[scope, member_name] = obj
        elif name != "_":
            self.declare(scope, None, obj, NO_POS)

    def _import_package(self, pos: Pos, path: str) -> Package | None:
        problem = import_path_problem(path)
        if problem:
            self.error(pos, f"invalid import path ({problem})")
            return None
        plain = posixpath.normpath(path)
        result: Package | str
        if path.startswith("/"):
            result = f"could not import {path} (import path cannot be absolute path)"
        elif path != plain and path[0] != ".":
            result = f'could not import {path} (non-canonical import path "{path}" (should be "{plain}"))'
        else:
            result = self.importer.import_package(path)
        if isinstance(result, Package):
            return result
        self.error(pos, result)
        # A stand-in keeps uses of the name from being reported too.
        name = path.rpartition("/")[2]
        return Package(path, name, Scope(UNIVERSE, "package"), fake=True)

    def _consts(self, decl: ast.GenDecl, scope: Scope) -> None:
        last: ast.ValueSpec | None = None
        for spec in decl.specs:
            if not isinstance(spec, ast.ValueSpec):
                continue
            inherited = True
            if spec.type is not None or spec.values or last is None:
                last = spec
                inherited = False
            for i, ident in enumerate(spec.names):
                init = last.values[i] if i < len(last.values) else None
                obj = Const(ident.name, None, ident.pos, self.pkg, value=spec.iota)
                self._declare_pkg_obj(ident, obj, DeclInfo(scope, vtype=last.type, init=init, inherited=inherited))
            self.arity(spec.names, last.values, True, inherited)

    def _vars(self, spec: ast.ValueSpec, scope: Scope) -> None:
        lhs = [Var(ident.name, None, ident.pos, self.pkg) for ident in spec.names]
        if len(spec.values) == 1:
            # n variables may depend on one call: they share its declaration.
            shared = DeclInfo(scope, lhs=lhs, vtype=spec.type, init=spec.values[0])
            for ident, obj in zip(spec.names, lhs, strict=True):
                self._declare_pkg_obj(ident, obj, shared)
        else:
            for i, (ident, obj) in enumerate(zip(spec.names, lhs, strict=True)):
                init = spec.values[i] if i < len(spec.values) else None
                self._declare_pkg_obj(ident, obj, DeclInfo(scope, vtype=spec.type, init=init))
        if spec.type is None or spec.values:
            self.arity(spec.names, spec.values, False, False)

    def _func(self, decl: ast.FuncDecl, scope: Scope, methods: list[_Method]) -> None:
        name = decl.name.name
        obj = Func(name, None, decl.name.pos, self.pkg, decl=decl)
        if decl.recv is None:
            if name == "init" or (name == "main" and self.pkg.name == "main"):
                if decl.type.type_params is not None:
                    self.soft_error(decl.type.type_params.fields[0].pos, f"func {name} must have no type parameters")
                if decl.type.params.fields or (decl.type.results is not None and decl.type.results.fields):
                    self.soft_error(decl.name.pos, f"func {name} must have no arguments and no return values")
            if name == "init":
                obj.parent = self.pkg.scope
                self.record_def(decl.name, obj)
                if decl.body is None:
                    self.soft_error(decl.name.pos, "func init must have a body")
            else:
                self.declare(self.pkg.scope, decl.name, obj, NO_POS)
        else:
            if decl.recv.fields:
                ptr, base, _ = unpack_receiver(decl.recv.fields[0].type)
                if isinstance(base, ast.Ident) and name != "_":
                    methods.append(_Method(obj, ptr, base, scope))
            self.record_def(decl.name, obj)
        self.obj_map[obj] = DeclInfo(scope, fdecl=decl)

    def _declare_pkg_obj(self, ident: ast.Ident, obj: Object, decl: DeclInfo) -> None:
        if ident.name == "init" or (ident.name == "main" and self.pkg.name == "main"):
            self.error(ident.pos, f"cannot declare {ident.name} - must be func")
            return
        self.declare(self.pkg.scope, ident, obj, NO_POS)
        self.obj_map[obj] = decl

    def arity(self, names: list[ast.Ident], values: list[ast.Expr], const: bool, inherited: bool) -> None:
        """Report when the numbers of names and values of a declaration cannot match."""
        if len(names) < len(values):
            if inherited:
                self.error(names[0].pos, f"extra init expr at {self.format_pos(start_pos(values[len(names)]))}")
            else:
                extra = values[len(names)]
                self.error(start_pos(extra), f"extra init expr {self.expr_string(extra)}")
        elif len(names) > len(values) and (const or len(values) != 1):
            ident = names[len(values)]
            self.error(ident.pos, f"missing init expr for {ident.name}")

    # ------------------------------------------------------------ scopes

    def declare(self, scope: Scope, ident: ast.Ident | None, obj: Object, scope_pos: Pos) -> None:
        if obj.name != "_":
            alt = scope.insert(obj)
            if alt is not None:
                self._report_redeclared(obj.name, obj.pos, alt)
                return
            obj.scope_pos = scope_pos
        if ident is not None:
            self.record_def(ident, obj)

    def _report_redeclared(self, name: str, pos: Pos, alt: Object) -> None:
        self.error_parts(pos, f"{name} redeclared in this block", *self.other_declaration(alt))

    def other_declaration(self, obj: Object) -> list[tuple[Pos, str]]:
        """The continuation line that says where `obj` is declared; none when it is predeclared."""
        return [(obj.pos, f"other declaration of {obj.name}")] if obj.pos != NO_POS else []

    def _verify_file_scope(self, scope: Scope) -> None:
        """Names in file scope (imports) must differ from those of the package."""
        for name, obj in scope.names.items():
            alt = self.pkg.scope.lookup(name)
            if alt is None:
                continue
            if isinstance(obj, PkgName):
                how, pkg = "import", obj.imported
            else:
                how, pkg = "dot-import", obj.pkg
            origin = f'package {pkg.name} ("{pkg.path}")' if pkg is not None else ""
            self.error_parts(
                alt.pos, f"{name} already declared through {how} of {origin}", *self.other_declaration(obj)
            )

    # ------------------------------------------------------------ methods

    def _associate_methods(self, methods: list[_Method]) -> None:
        for m in methods:
            ptr, base = self._resolve_base_type_name(m.ptr, m.recv, m.file)
            if base is not None:
                m.obj.ptr_recv = ptr
                self.methods.setdefault(base, []).append(m.obj)

    def _resolve_base_type_name(self, ptr: bool, recv: ast.Ident, file: Scope) -> tuple[bool, TypeName | None]:
        """The local type name a receiver stands for, through aliases; whether a pointer is on the way."""
        seen: set[TypeName] = set()
        name = recv.name
        while True:
            obj = self.pkg.scope.lookup(name)
            if not isinstance(obj, TypeName) or obj in seen:
                return ptr, None
            decl = self.obj_map.get(obj)
            if decl is None or decl.tdecl is None:
                return ptr, None
            if not decl.tdecl.assign:
                return ptr, obj
            seen.add(obj)
            rhs: ast.Expr = decl.tdecl.type
            while isinstance(rhs, ast.ParenExpr):
                rhs = rhs.x
            if isinstance(rhs, ast.StarExpr):
                if ptr:
                    return ptr, None  # two pointers
                ptr = True
                rhs = rhs.x
                while isinstance(rhs, ast.ParenExpr):
                    rhs = rhs.x
            if not isinstance(rhs, ast.Ident):
                return ptr, None
            name = rhs.name

    # ------------------------------------------------------------ imports

    def unused_imports(self) -> None:
        """Report the imports nothing refers to."""
        for obj in self.imports:
            if obj.name == "_" or obj.used or obj.imported is None:
                continue
            path = obj.imported.path
            if obj.name in (".", path.rpartition("/")[2]):
                self.unused(obj.pos, f'"{path}" imported and not used')
            else:
                self.unused(obj.pos, f'"{path}" imported as {obj.name} and not used')


def unpack_receiver(e: ast.Expr) -> tuple[bool, ast.Expr, list[ast.Expr]]:
    """A receiver type's parts: whether it is a pointer, the base type's name, and its type parameters."""
    e = _unparen(e)
    ptr = isinstance(e, ast.StarExpr)
    if isinstance(e, ast.StarExpr):
        e = _unparen(e.x)
    if isinstance(e, ast.IndexExpr):
        return ptr, _unparen(e.x), e.indices
    return ptr, e, []


def _unparen(e: ast.Expr) -> ast.Expr:
    while isinstance(e, ast.ParenExpr):
        e = e.x
    return e
