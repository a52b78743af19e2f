"""What the checker finds out about a syntax tree: side tables keyed by AST node (go/types' Info)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import field, record
from minigo.source import Pos, pos_file

if TYPE_CHECKING:
    from minigo.syntax import ast
    from minigo.types.constants import ConstValue
    from minigo.types.objects import Func, Initializer, Object, Scope, Var
    from minigo.types.types import Type

LangVersion = tuple[int, int]
"""(1, 21) is go1.21."""

NEWEST: LangVersion = (1, 27)


def parse_lang(lang: str) -> LangVersion:
    """(1, 21) for "go1.21" and "go1.21.3"."""
    major, _, minor = lang.removeprefix("go").partition(".")
    return int(major), int(minor.partition(".")[0] or "0")


@record(slots=True)
class TypeAndValue:
    """`mode` is novalue, builtin, type, constant, variable (addressable), mapindex, value, nilvalue, commaok or
    cgofunc. Final: untyped expressions carry the type they were converted to; constants carry `value`, represented
    in `type`. A comma-ok expression used with two values has a Tuple type of two."""

    mode: str
    type: Type
    value: ConstValue | None = None


@record(slots=True)
class Selection:
    """`x.f`: `kind` is field, method (value or call) or method_expr. `path` are the indices to walk: field indices of
    the embedded structs and, last, the field's index (kind field) or -1 (methods). `indirect`: a pointer is crossed
    on the way. `recv` is the type of x, `type` that of the selected value."""

    kind: str
    recv: Type
    obj: Var | Func
    path: list[int]
    indirect: bool
    type: Type


@record(slots=True)
class Instance:
    """An identifier that denotes an instantiated generic function or type."""

    type_args: list[Type]
    type: Type


@record(slots=True)
class Info:
    """One per package.

    types: every expression (types too). defs: declaring identifiers (None for `_` package clauses and symbolic
    variables of type switches). uses: all other identifiers. implicits: objects without identifier: the variable of
    each CaseClause of a type switch, imports without a name. selections: SelectorExprs that are no qualified
    identifiers. instances: identifiers of generic functions and types that were instantiated. func_scopes: not kept.
    captured: variables used by a function literal, or the body of a range over a function, nested in the function that
    declares them; results that are returned from such a body. addressed: variables whose address is taken (`&v`,
    `&v.f`, `&v[i]` on arrays, `v.ptrMethod()`, `v[:]` on arrays). assigned: how often a local variable is assigned to
    besides its declaration. init_order: package variables in order of initialisation.
    lang: the package's language version. file_langs: those of files (by index) that ask for another one.
    """

    types: dict[ast.Node, TypeAndValue] = field(default_factory=dict)
    defs: dict[ast.Ident, Object | None] = field(default_factory=dict)
    uses: dict[ast.Ident, Object] = field(default_factory=dict)
    implicits: dict[ast.Node, Object] = field(default_factory=dict)
    selections: dict[ast.SelectorExpr, Selection] = field(default_factory=dict)
    instances: dict[ast.Ident, Instance] = field(default_factory=dict)
    scopes: dict[ast.Node, Scope] = field(default_factory=dict)
    captured: set[Var] = field(default_factory=set)
    addressed: set[Var] = field(default_factory=set)
    assigned: dict[Var, int] = field(default_factory=dict)
    init_order: list[Initializer] = field(default_factory=list)
    lang: LangVersion = NEWEST
    file_langs: dict[int, LangVersion] = field(default_factory=dict)

    def lang_at(self, pos: Pos) -> LangVersion:
        """The language version of the file that holds `pos`."""
        return self.file_langs.get(pos_file(pos), self.lang)
