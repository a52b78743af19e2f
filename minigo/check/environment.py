"""What the checker carries along: declarations before they are checked, the environment of an expression, and the
importer it asks for packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from minigo.record import field, record
from minigo.source import NO_POS, Pos

if TYPE_CHECKING:
    from minigo.syntax import ast
    from minigo.types.constants import ConstValue
    from minigo.types.objects import Object, Package, Scope, Var
    from minigo.types.types import Signature, Type


class Importer(Protocol):
    """Finds packages for the checker."""

    def import_package(self, path: str) -> Package | str:
        """The checked package `path`, or the text of the error gc prints for the import."""
        ...


@record(slots=True, eq=False)
class DeclInfo:
    """A package-level declaration before it is checked: where it stands and its syntax.

    `deps` are the package-level objects that its initialisation expression or function body
    refers to, in order of first use. `inherited`: type and values of a constant come from an earlier spec.
    """

    file: Scope
    lhs: list[Var] = field(default_factory=list)
    vtype: ast.Expr | None = None
    init: ast.Expr | None = None
    inherited: bool = False
    tdecl: ast.TypeSpec | None = None
    fdecl: ast.FuncDecl | None = None
    deps: dict[Object, None] = field(default_factory=dict)


@record(slots=True, eq=False)
class Environment:
    """The context in which an expression, statement or type is checked.

    `decl` is the package-level declaration whose dependencies are being collected; `iota` the value of iota in a
    constant declaration, else None; `err_pos` the place to report errors of inherited constant expressions at; `sig`
    the signature of the enclosing function, else None; `is_panic` the calls of the built-in panic in the current
    function; `has_call_or_recv`: the expression contains a call or a receive operation.
    """

    scope: Scope
    decl: DeclInfo | None = None
    iota: int | None = None
    err_pos: Pos = NO_POS
    sig: Signature | None = None
    is_panic: set[ast.CallExpr] = field(default_factory=set)
    has_call_or_recv: bool = False


@record(slots=True, eq=False)
class UntypedExpr:
    """What is known about an expression whose type is still untyped; `is_lhs`: left operand of a non-constant shift."""

    is_lhs: bool
    mode: str
    type: Type
    value: ConstValue | None
