"""What all checks share: the package that is looked at, its nodes by kind, what calls call, and the findings.

A `Pass` is made for one package; checks read it and `report`. Findings may come in any order: `Pass.sorted_findings`
puts them into the order of the source.
"""

from __future__ import annotations

from typing import TypeVar, cast

from minigo.core.astwalk import children
from minigo.record import record
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types.constants import ConstValue
from minigo.types.info import Info, LangVersion
from minigo.types.lookup import deref, lookup_field_or_method, missing_method
from minigo.types.objects import Builtin, Func, Object, Package, PkgName, TypeName, Var
from minigo.types.types import INVALID, Interface, Named, Pointer, Signature, Type, TypeParam, unalias
from minigo.types.typeset import identical, type_set
from minigo.types.typestring import PathQualifier, TypeWriter
from minigo.types.universe import STRING, UNTYPED_NIL
from minigo.vet.exprtext import expr_text

N = TypeVar("N", bound=ast.Node)


@record(slots=True, frozen=True)
class Finding:
    """What a check has found: `check` is its name."""

    pos: Pos
    message: str
    check: str


class _Paths(PathQualifier):
    """Writes import paths; that of the package at hand is `shown`, also when it is a program's, which is "main"."""

    def __init__(self, package: Package, shown: str) -> None:
        super().__init__(package)
        self.package = package
        self.shown = shown

    def __call__(self, pkg: Package) -> str:
        return self.shown if pkg is self.package else super().__call__(pkg)


class Pass:
    """One package under all checks. `shown` is its import path; `local` are the checked packages of the same module
    that it may import, with their Info."""

    def __init__(self, package: Package, info: Info, shown: str, local: list[tuple[Package, Info]]) -> None:
        self.package = package
        self.info = info
        self.shown = shown
        self.local = local
        self.findings: list[Finding] = []
        self.check = ""
        self.parent: dict[ast.Node, ast.Node] = {}
        self._by_kind: dict[type[ast.Node], list[ast.Node]] = {}
        self._number: dict[ast.Node, int] = {}
        self._paths = _Paths(package, shown)
        for tree in package.files:
            self._collect(tree)

    def _collect(self, root: ast.Node) -> None:
        todo = [root]
        while todo:
            node = todo.pop()
            self._by_kind.setdefault(type(node), []).append(node)
            self._number[node] = len(self._number)
            below = children(node)
            for child in below:
                self.parent[child] = node
            todo.extend(reversed(below))

    def report(self, pos: Pos, message: str) -> None:
        """A finding of the check that runs."""
        self.findings.append(Finding(pos, message, self.check))

    def sorted_findings(self) -> list[Finding]:
        """All findings by position, those at one position by check."""
        return sorted(self.findings, key=lambda f: (f.pos, f.check))

    # ------------------------------------------------------------ nodes

    def all(self, kind: type[N]) -> list[N]:
        """All nodes of a kind in the order of the source, outer ones first."""
        return cast("list[N]", self._by_kind.get(kind, []))

    def functions(self) -> list[ast.FuncDecl | ast.FuncLit]:
        """All functions with a body, outer ones first."""
        decls = [decl for decl in self.all(ast.FuncDecl) if decl.body is not None]
        return sorted([*decls, *self.all(ast.FuncLit)], key=lambda f: self._number[f])

    def source_of(self, node: ast.Node) -> ast.SourceFile:
        """The file that holds a node."""
        while not isinstance(node, ast.SourceFile):
            node = self.parent[node]
        return node

    def inside(self, node: ast.Node, outer: ast.Node) -> bool:
        """Whether `node` is `outer` or stands in it."""
        at: ast.Node | None = node
        while at is not None and at is not outer:
            at = self.parent.get(at)
        return at is outer

    def text(self, e: ast.Expr) -> str:
        """An expression as gofmt prints it."""
        return expr_text(e, self.source_of(e).source)

    # ------------------------------------------------------------ types and values

    def lang(self, pos: Pos) -> LangVersion:
        """The language version of the file that holds `pos`."""
        return self.info.lang_at(pos)

    def type_of(self, e: ast.Node) -> Type | None:
        """The type of an expression, also of an identifier that declares or names something. A nil that becomes an
        interface stays untyped."""
        known = self.info.types.get(e)
        if known is not None:
            is_nil = known.mode == "nilvalue" and isinstance(known.type.underlying(), Interface)
            return UNTYPED_NIL if is_nil else known.type
        if isinstance(e, ast.Ident):
            obj = self.object_of(e)
            return obj.type if obj is not None else None
        return None

    def constant(self, e: ast.Expr) -> ConstValue | None:
        """The value of a constant expression."""
        known = self.info.types.get(e)
        return known.value if known is not None else None

    def string_constant(self, e: ast.Expr) -> bytes | None:
        """The value of a constant expression of a string type."""
        value = self.constant(e)
        return value if isinstance(value, bytes) else None

    def is_type(self, e: ast.Expr) -> bool:
        """Whether an expression denotes a type."""
        known = self.info.types.get(e)
        return known is not None and known.mode == "type"

    def type_string(self, t: Type | None) -> str:
        """A type with the import paths of all packages."""
        return TypeWriter(self._paths).string(t)

    def object_of(self, ident: ast.Ident) -> Object | None:
        """What an identifier declares or denotes."""
        return self.info.defs.get(ident) or self.info.uses.get(ident)

    def used_object(self, e: ast.Expr) -> Object | None:
        """What `x`, `p.x`, `v.x`, `x[T]` or any of them in parentheses denotes."""
        e = unparen(e)
        if isinstance(e, ast.IndexExpr) and all(self.is_type(i) for i in e.indices):
            e = unparen(e.x)
        if isinstance(e, ast.SelectorExpr):
            selection = self.info.selections.get(e)
            return selection.obj if selection is not None else self.info.uses.get(e.sel)
        return self.info.uses.get(e) if isinstance(e, ast.Ident) else None

    def local_var(self, e: ast.Expr) -> Var | None:
        """The local variable that `e` is."""
        obj = self.object_of(e) if isinstance(e, ast.Ident) else None
        is_local = isinstance(obj, Var) and not obj.is_field and obj.parent is not self.package.scope
        return cast("Var", obj) if is_local else None

    # ------------------------------------------------------------ calls

    def callee(self, call: ast.CallExpr) -> Func | Var | Builtin | None:
        """The function, method, built-in or variable that is called; None for conversions and called results."""
        obj = self.used_object(call.fun)
        return obj if isinstance(obj, Func | Var | Builtin) else None

    def called(self, call: ast.Expr) -> str:
        """The full name of the function or method that an expression calls, of a built-in the name; else ""."""
        if not isinstance(call, ast.CallExpr):
            return ""
        obj = self.callee(call)
        if isinstance(obj, Builtin):
            return obj.name
        return self.full_name(obj) if isinstance(obj, Func) else ""

    def full_name(self, obj: Object) -> str:
        """`path.Func`, `(path.T).Method`, `(*path.T).Method`; of anything else the name."""
        if not isinstance(obj, Func):
            return obj.name
        recv = self.receiver(obj)
        if recv is not None:
            if obj.instance is not None:
                recv = Pointer(obj.instance.origin) if obj.ptr_recv else obj.instance.origin
            return f"({self.type_string(recv)}).{obj.name}"
        return f"{self._paths(obj.pkg)}.{obj.name}" if obj.pkg is not None else obj.name

    def receiver(self, method: Func) -> Type | None:
        """The type of a method's receiver; of an interface's method the declared type that lists it, if there is one.
        None for functions."""
        sig = method.type
        if not isinstance(sig, Signature) or sig.recv is None or sig.recv.type is None:
            return None
        if isinstance(unalias(sig.recv.type), Interface) and method.pkg is not None:
            for obj in method.pkg.scope.names.values():
                if isinstance(obj, TypeName) and isinstance(obj.type, Named):
                    under = obj.type.underlying()
                    if isinstance(under, Interface) and method in under.methods:
                        return obj.type
        return sig.recv.type

    def is_method(self, call: ast.Expr, path: str, type_name: str, *names: str) -> bool:
        """Whether an expression calls one of the methods `names` of the type `path.type_name`."""
        if not isinstance(call, ast.CallExpr):
            return False
        obj = self.callee(call)
        if not isinstance(obj, Func) or obj.name not in names or obj.pkg is None or obj.pkg.path != path:
            return False
        recv = self.receiver(obj)
        return recv is not None and is_named(deref(recv)[0], path, type_name)

    def imports(self, path: str) -> bool:
        """Whether the package imports `path` itself."""
        return any(package.path == path for package in self.package.imports)

    def package_name(self, e: ast.Expr) -> str:
        """The import path that an identifier stands for, "" if it is no package's name."""
        obj = self.info.uses.get(e) if isinstance(e, ast.Ident) else None
        return obj.imported.path if isinstance(obj, PkgName) and obj.imported is not None else ""

    def has_no_effects(self, e: ast.Expr) -> bool:
        """Whether evaluating an expression twice is as good as once: no calls but conversions and pure built-ins, no
        receiving."""
        todo: list[ast.Node] = [e]
        while todo:
            node = todo.pop()
            if isinstance(node, ast.FuncLit):
                continue
            if isinstance(node, ast.CallExpr) and not self.is_type(node.fun) and self.called(node) not in _PURE:
                return False
            if isinstance(node, ast.UnaryExpr) and node.op == "<-":
                return False
            todo += children(node)
        return True

    def declared_value(self, e: ast.Expr) -> ast.Expr | None:
        """What the variable `e` is given where it is declared, if there is one value for each variable."""
        obj = self.object_of(e) if isinstance(e, ast.Ident) else None
        return self._initial_values().get(obj) if isinstance(obj, Var) else None

    _initial: dict[Object, ast.Expr] | None = None

    def _initial_values(self) -> dict[Object, ast.Expr]:
        if self._initial is None:
            self._initial = found = {}
            pairs: list[tuple[ast.Expr, ast.Expr]] = []
            for assign in self.all(ast.AssignStmt):
                if assign.op == ":=" and len(assign.lhs) == len(assign.rhs):
                    pairs += zip(assign.lhs, assign.rhs, strict=True)
            for spec in self.all(ast.ValueSpec):
                if len(spec.names) == len(spec.values):
                    pairs += zip(spec.names, spec.values, strict=True)
            for name, value in pairs:
                obj = self.info.defs.get(name) if isinstance(name, ast.Ident) else None
                if obj is not None:
                    found[obj] = value
        return self._initial


_PURE = frozenset(
    [
        "cap",
        "complex",
        "imag",
        "len",
        "make",
        "max",
        "min",
        "new",
        "real",
        "Add",
        "Alignof",
        "Offsetof",
        "Sizeof",
        "Slice",
        "String",
    ]
)
"""Built-in functions without effects."""


def unparen(e: ast.Expr) -> ast.Expr:
    """`e` without parentheses around it."""
    while isinstance(e, ast.ParenExpr):
        e = e.x
    return e


def is_named(t: Type | None, path: str, name: str) -> bool:
    """Whether `t` is the declared type `path.name`."""
    t = unalias(t) if t is not None else None
    if not isinstance(t, Named) or t.obj.name != name:
        return False
    return t.obj.pkg is not None and t.obj.pkg.path == path


def implements(t: Type, interface: Interface) -> bool:
    """Whether `t` has all methods of an interface."""
    return missing_method(t, interface, True, lambda f: None, identical) is None


def string_method(t: Type, name: str, package: Package | None = None) -> Func | None:
    """The method `name() string` of values of type `t`, as seen from `package`."""
    obj = lookup_field_or_method(t, False, package, name).obj
    if isinstance(obj, Func) and isinstance(obj.type, Signature) and is_stringer(obj.type):
        return obj
    return None


def is_stringer(sig: Signature) -> bool:
    """Whether a signature is `() string`."""
    results = sig.results.vars
    return not sig.params.vars and len(results) == 1 and results[0].type is STRING


def structural_terms(t: Type) -> list[tuple[bool, Type]] | None:
    """What a type parameter's type may be, with `~` or without; [] when there is no limit, None when nothing is
    possible. Any other type is itself."""
    param = unalias(t)
    if not isinstance(param, TypeParam):
        return [(False, t)]
    under = param.underlying()
    terms = type_set(under).terms if isinstance(under, Interface) else None
    if terms is None:
        return []
    return [(term.tilde, term.type) for term in terms] or None


def under(t: Type | None) -> Type:
    """The underlying type; that of what has no type is invalid."""
    return t.underlying() if t is not None else INVALID
