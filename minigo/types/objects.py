"""Objects (named language entities), scopes and packages, with go/types' names: data only.

Objects, scopes and types refer to each other in cycles, so the classes have no generated repr.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import field, record
from minigo.source import NO_POS, Pos

if TYPE_CHECKING:
    from minigo.syntax import ast
    from minigo.types.constants import ConstValue
    from minigo.types.types import Named, Type


@record(slots=True, eq=False, repr=False)
class Package:
    """`path` is the import path ("main" for the program), `name` the package clause's. `files` are its checked files,
    `imports` its direct imports, `init_order` the package variables' initialisers in dependency order. `hidden`: what
    is declared like an exported function but for the first letter: gc says that it is not exported, and goes on."""

    path: str
    name: str
    scope: Scope
    imports: list[Package] = field(default_factory=list)
    files: list[ast.SourceFile] = field(default_factory=list)
    init_order: list[Initializer] = field(default_factory=list)
    fake: bool = False
    hidden: frozenset[str] = frozenset()


@record(slots=True, eq=False, repr=False)
class Initializer:
    """`lhs = rhs` for package variables; several lhs when rhs is a call with several results. `_` is a Var too."""

    lhs: list[Var]
    rhs: ast.Expr


@record(slots=True, eq=False, repr=False)
class Object:
    """`type` is None until it is checked. `pos` is the declaring identifier's. `scope_pos`: visible from there
    (local objects). `parent` is the scope it is declared in, None for fields and methods."""

    name: str
    type: Type | None
    pos: Pos = NO_POS
    pkg: Package | None = None
    parent: Scope | None = None
    scope_pos: Pos = NO_POS

    @property
    def exported(self) -> bool:
        return self.name[:1].isupper()


@record(slots=True, eq=False, repr=False)
class PkgName(Object):
    imported: Package | None = None
    used: bool = False


@record(slots=True, eq=False, repr=False)
class Const(Object):
    value: ConstValue | None = None


@record(slots=True, eq=False, repr=False)
class TypeName(Object):
    """Declares a Named, an Alias, a TypeParam or a Basic. `number` counts the types that functions of the package
    declare, from 1 in order of the source; it is 0 for all others."""

    number: int = 0


@record(slots=True, eq=False, repr=False)
class Var(Object):
    """A variable, parameter, result or struct field. `role` is "parameter", "result variable" or "receiver" for what a
    signature declares. `origin` of a field of an instantiated struct is the generic's field."""

    embedded: bool = False
    is_field: bool = False
    used: bool = False
    origin: Var | None = None
    role: str = ""


@record(slots=True, eq=False, repr=False)
class Func(Object):
    """A function, a method (its Signature has `recv`), or an interface method. `origin`: the generic method that an
    instantiated one stems from, then `instance` is the type it belongs to. `decl` is the declaration, None for
    interface methods; a `decl` without body is a native of the library. `ptr_recv`: the receiver is a pointer."""

    origin: Func | None = None
    decl: ast.FuncDecl | None = None
    ptr_recv: bool = False
    instance: Named | None = None


@record(slots=True, eq=False, repr=False)
class Label(Object):
    used: bool = False


@record(slots=True, eq=False, repr=False)
class Builtin(Object):
    """`append`, `len`, ...; told by name."""


@record(slots=True, eq=False, repr=False)
class Nil(Object):
    """The predeclared `nil`."""


@record(slots=True, eq=False, repr=False)
class Scope:
    """Names to objects. `kind` says what it is for: universe, package, file, func, block. `is_func`: the outermost
    scope of a function; `is_body`: of a range over a function, whose body runs as a function of its own."""

    parent: Scope | None
    kind: str
    names: dict[str, Object] = field(default_factory=dict)
    children: list[Scope] = field(default_factory=list)
    is_func: bool = False
    is_body: bool = False

    def lookup(self, name: str) -> Object | None:
        return self.names.get(name)

    def lookup_parent(self, name: str, pos: Pos = NO_POS) -> tuple[Scope, Object] | None:
        """The innermost declaration visible at `pos` (any when NO_POS), with its scope."""
        scope: Scope | None = self
        while scope is not None:
            obj = scope.names.get(name)
            if obj is not None and (pos == NO_POS or obj.scope_pos <= pos or scope.kind in ("package", "universe")):
                return scope, obj
            scope = scope.parent
        return None

    def insert(self, obj: Object) -> Object | None:
        """Declare `obj`; returns the object that already has the name, if any (then nothing changes)."""
        alt = self.names.get(obj.name)
        if alt is not None:
            return alt
        self.names[obj.name] = obj
        if obj.parent is None:
            obj.parent = self
        return None


def object_id(name: str, pkg: Package | None) -> str:
    """What makes two field or method names the same: exported names by themselves, others with their package."""
    return name if name[:1].isupper() else f"{pkg.path if pkg else '_'}.{name}"
