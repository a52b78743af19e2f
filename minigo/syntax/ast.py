"""The abstract syntax tree, with go/ast's names: data only.

Every node has `pos`, the position go/types would report for it unless said otherwise: the position of its first token,
except for binary expressions and the like, where `op_pos` holds the operator's. Lists are in source order. Absent
optional parts are None. Nodes are compared and hashed by identity, so side tables can be keyed by node.
"""

from __future__ import annotations

from minigo.record import field, record
from minigo.source import NO_POS, File, Pos


@record(slots=True, eq=False)
class Node:
    pos: Pos


class Expr(Node):
    __slots__ = ()


class Stmt(Node):
    __slots__ = ()


class Decl(Node):
    __slots__ = ()


class Spec(Node):
    __slots__ = ()


# ---------------------------------------------------------------- expressions


@record(slots=True, eq=False)
class BadExpr(Expr):
    """Stands where an expression could not be parsed."""


@record(slots=True, eq=False)
class Ident(Expr):
    name: str


@record(slots=True, eq=False)
class BasicLit(Expr):
    """`kind` is INT, FLOAT, IMAG, CHAR or STRING; `value` the literal as written."""

    kind: str
    value: str


@record(slots=True, eq=False)
class CompositeLit(Expr):
    """`T{...}`; `type` is None for elided inner types. `rbrace` is the closing brace."""

    type: Expr | None
    elts: list[Expr]
    rbrace: Pos


@record(slots=True, eq=False)
class KeyValueExpr(Expr):
    key: Expr
    value: Expr


@record(slots=True, eq=False)
class FuncLit(Expr):
    type: FuncType
    body: BlockStmt


@record(slots=True, eq=False)
class ParenExpr(Expr):
    x: Expr


@record(slots=True, eq=False)
class SelectorExpr(Expr):
    """`x.sel`; `pos` is x's, gc reports at `sel.pos`."""

    x: Expr
    sel: Ident


@record(slots=True, eq=False)
class IndexExpr(Expr):
    """`x[i]`, `x[T]` or `x[T1, T2]`: one or more indices; an instantiation is told apart by the checker."""

    x: Expr
    indices: list[Expr]
    lbrack: Pos
    rbrack: Pos


@record(slots=True, eq=False)
class SliceExpr(Expr):
    x: Expr
    low: Expr | None
    high: Expr | None
    max: Expr | None
    slice3: bool
    lbrack: Pos = NO_POS


@record(slots=True, eq=False)
class TypeAssertExpr(Expr):
    """`x.(T)`; `type` is None for `x.(type)`."""

    x: Expr
    type: Expr | None


@record(slots=True, eq=False)
class CallExpr(Expr):
    """`has_ellipsis`: the last argument is followed by `...`. `lparen`, `rparen` are the parentheses."""

    fun: Expr
    args: list[Expr]
    has_ellipsis: bool
    lparen: Pos
    rparen: Pos


@record(slots=True, eq=False)
class StarExpr(Expr):
    """`*x`: a dereference or a pointer type."""

    x: Expr


@record(slots=True, eq=False)
class UnaryExpr(Expr):
    """`op` is one of + - ! ^ & <- ~ (`~T` in type sets)."""

    op: str
    x: Expr


@record(slots=True, eq=False)
class BinaryExpr(Expr):
    """`pos` is x's first token, `op_pos` the operator's. Also type unions `A | B`."""

    x: Expr
    op: str
    op_pos: Pos
    y: Expr


@record(slots=True, eq=False)
class Ellipsis(Expr):
    """`...T` in a parameter list (elt = T), or the length of `[...]T` (elt = None)."""

    elt: Expr | None


# ---------------------------------------------------------------- types


@record(slots=True, eq=False)
class ArrayType(Expr):
    """`[len]elt`; `len` None is a slice, `Ellipsis` is `[...]elt`."""

    len: Expr | None
    elt: Expr


@record(slots=True, eq=False)
class Field(Node):
    """Names of one type: parameters, results, struct fields, methods, embedded elements (without names)
    or type parameters."""

    names: list[Ident]
    type: Expr
    tag: BasicLit | None = None


@record(slots=True, eq=False)
class FieldList(Node):
    fields: list[Field]
    closing: Pos = NO_POS


@record(slots=True, eq=False)
class StructType(Expr):
    fields: FieldList


@record(slots=True, eq=False)
class FuncType(Expr):
    """`pos` is the `func` keyword's (or the name's, for interface methods). `results` None: no results."""

    type_params: FieldList | None
    params: FieldList
    results: FieldList | None


@record(slots=True, eq=False)
class InterfaceType(Expr):
    """Methods are fields with one name and a FuncType; embedded elements are fields without names."""

    methods: FieldList


@record(slots=True, eq=False)
class MapType(Expr):
    key: Expr
    value: Expr


@record(slots=True, eq=False)
class ChanType(Expr):
    """`dir` is "both", "send" (chan<-) or "recv" (<-chan)."""

    dir: str
    value: Expr


# ---------------------------------------------------------------- statements


@record(slots=True, eq=False)
class BadStmt(Stmt):
    """Stands where a statement could not be parsed."""


@record(slots=True, eq=False)
class DeclStmt(Stmt):
    decl: GenDecl


@record(slots=True, eq=False)
class EmptyStmt(Stmt):
    implicit: bool = False


@record(slots=True, eq=False)
class LabeledStmt(Stmt):
    label: Ident
    stmt: Stmt


@record(slots=True, eq=False)
class ExprStmt(Stmt):
    x: Expr


@record(slots=True, eq=False)
class SendStmt(Stmt):
    """`chan <- value`; `pos` is chan's first token."""

    chan: Expr
    arrow: Pos
    value: Expr


@record(slots=True, eq=False)
class IncDecStmt(Stmt):
    """`op` is ++ or --."""

    x: Expr
    op: str
    op_pos: Pos


@record(slots=True, eq=False)
class AssignStmt(Stmt):
    """`op` is =, := or an assignment operator such as +=. `pos` is the first left-hand token, `op_pos` the
    operator's."""

    lhs: list[Expr]
    op: str
    op_pos: Pos
    rhs: list[Expr]


@record(slots=True, eq=False)
class GoStmt(Stmt):
    """`call` is a CallExpr in a valid program; the checker reports anything else."""

    call: Expr


@record(slots=True, eq=False)
class DeferStmt(Stmt):
    call: Expr


@record(slots=True, eq=False)
class ReturnStmt(Stmt):
    results: list[Expr]


@record(slots=True, eq=False)
class BranchStmt(Stmt):
    """`op` is break, continue, goto or fallthrough."""

    op: str
    label: Ident | None


@record(slots=True, eq=False)
class BlockStmt(Stmt):
    stmts: list[Stmt]
    rbrace: Pos


@record(slots=True, eq=False)
class IfStmt(Stmt):
    init: Stmt | None
    cond: Expr
    body: BlockStmt
    orelse: IfStmt | BlockStmt | None


@record(slots=True, eq=False)
class CaseClause(Stmt):
    """`exprs` None is default. In a type switch the expressions are types or nil."""

    exprs: list[Expr] | None
    body: list[Stmt]
    colon: Pos = NO_POS


@record(slots=True, eq=False)
class SwitchStmt(Stmt):
    init: Stmt | None
    tag: Expr | None
    body: list[CaseClause]
    rbrace: Pos = NO_POS


@record(slots=True, eq=False)
class TypeSwitchStmt(Stmt):
    """`switch init; bind := x.(type)`; `bind` is None without a variable, `x` the operand of `.(type)`."""

    init: Stmt | None
    bind: Ident | None
    x: Expr
    body: list[CaseClause]
    rbrace: Pos = NO_POS


@record(slots=True, eq=False)
class CommClause(Stmt):
    """`comm` is a SendStmt, an ExprStmt or AssignStmt around a receive, or None for default."""

    comm: Stmt | None
    body: list[Stmt]
    colon: Pos = NO_POS


@record(slots=True, eq=False)
class SelectStmt(Stmt):
    body: list[CommClause]
    rbrace: Pos = NO_POS


@record(slots=True, eq=False)
class ForStmt(Stmt):
    init: Stmt | None
    cond: Expr | None
    post: Stmt | None
    body: BlockStmt


@record(slots=True, eq=False)
class RangeStmt(Stmt):
    """`for key, value op range x`; `op` is "", "=" or ":=". `extra`: where a third variable stands, which is wrong."""

    key: Expr | None
    value: Expr | None
    op: str
    x: Expr
    body: BlockStmt
    extra: Pos = NO_POS


# ---------------------------------------------------------------- declarations


@record(slots=True, eq=False)
class ImportSpec(Spec):
    """`name` is None, an identifier, `.` or `_`; `path` the quoted literal."""

    name: Ident | None
    path: BasicLit


@record(slots=True, eq=False)
class ValueSpec(Spec):
    """A const or var spec. `iota` is its index in the group; for constants that repeat the one before,
    `type` and `values` are empty and the checker inherits them."""

    names: list[Ident]
    type: Expr | None
    values: list[Expr]
    iota: int = 0


@record(slots=True, eq=False)
class TypeSpec(Spec):
    """`assign`: an alias declaration `type A = B`."""

    name: Ident
    type_params: FieldList | None
    assign: bool
    type: Expr


@record(slots=True, eq=False)
class GenDecl(Decl):
    """`tok` is import, const, type or var."""

    tok: str
    specs: list[Spec]


@record(slots=True, eq=False)
class FuncDecl(Decl):
    """`recv` holds one field for methods. `body` None: declared elsewhere (a native of the library).
    `type.type_params` holds the type parameters."""

    recv: FieldList | None
    name: Ident
    type: FuncType
    body: BlockStmt | None


@record(slots=True, eq=False)
class SourceFile(Node):
    """One parsed file (go/ast's File). `directives` are `//go:...` comment lines before the package clause or
    anywhere at line start, with their positions. `go_version` is the language version ("go1.21") that a `//go:build`
    line asks for, "" when there is none."""

    source: File
    package: Ident
    decls: list[Decl]
    directives: list[tuple[Pos, str]] = field(default_factory=list)
    go_version: str = ""

    def imports(self) -> list[ImportSpec]:
        return [s for d in self.decls if isinstance(d, GenDecl) for s in d.specs if isinstance(s, ImportSpec)]
