"""What the files about expressions and statements share: more of the table of contents, and small helpers.

Every method that raises NotImplementedError is implemented by the concept file named above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.check.base import CheckerBase
from minigo.check.operand import Operand, operand_string
from minigo.syntax.exprstring import expr_string, start_pos

if TYPE_CHECKING:
    from minigo.check.operand import Target
    from minigo.source import Pos
    from minigo.syntax import ast
    from minigo.types.constants import ConstValue
    from minigo.types.objects import Var
    from minigo.types.types import Basic, Signature, Type


class ExprBase(CheckerBase):
    """Common root of the mixins for expressions and statements."""

    def operand_string(self, x: Operand) -> str:
        return operand_string(x, self.type_string)

    def expr_string(self, e: ast.Expr) -> str:
        return expr_string(e)

    def error_at(self, at: Operand | ast.Node, msg: str) -> None:
        """Report an error at the start of an operand's or a node's text."""
        self.error(at.pos if isinstance(at, Operand) else start_pos(at), msg)

    def invalid_op(self, at: Operand | ast.Node, msg: str) -> None:
        self.error_at(at, "invalid operation: " + msg)

    def invalid_arg(self, at: Operand | ast.Node, msg: str) -> None:
        self.error_at(at, "invalid argument: " + msg)

    def fail(self, x: Operand, msg: str) -> None:
        """Report an error about `x`, which becomes invalid."""
        self.error_at(x, msg)
        x.invalidate()

    def evaluate(self, e: ast.Expr, target: Target | None = None) -> Operand:
        """A new operand holding the single value `e`."""
        x = Operand()
        self.expr(target, x, e)
        return x

    # ------------------------------------------------------------ expr

    def raw_expr(self, target: Target | None, x: Operand, e: ast.Expr, hint: Type | None, allow_generic: bool) -> str:
        """Evaluate any expression into `x`: a value, no value, a type or a built-in. Returns what it is syntactically:
        "conversion", "expression" or "statement" (may stand alone). `hint` is the type of a composite literal that
        names none."""
        raise NotImplementedError

    def expr_with_hint(self, x: Operand, e: ast.Expr, hint: Type, desc: str) -> None:
        """Like expr, for an element of a composite literal whose type may be left out; `desc` is how messages call
        the element."""
        raise NotImplementedError

    def generic_multi_expr(self, x: Operand, e: ast.Expr) -> None:
        """Like multi_expr, but `x` may be an uninstantiated generic function."""
        raise NotImplementedError

    def non_generic(self, target: Target | None, x: Operand) -> None:
        """Report an uninstantiated `x`, unless `target` tells how to instantiate it."""
        raise NotImplementedError

    def exclude_non_values(self, x: Operand) -> None:
        """Report an operand that is no single value."""
        raise NotImplementedError

    def record_operand(self, x: Operand) -> None:
        """Record what `x` is for its syntax; an untyped one when its type is final."""
        raise NotImplementedError

    def type_assertion(self, e: ast.Expr, x: Operand, typ: Type, type_switch: bool) -> None:
        """Report when the interface value `x` cannot hold a `typ`; `type_switch`: a case of a type switch."""
        raise NotImplementedError

    # ------------------------------------------------------------ instantiate

    def interface_pointer(self, t: Type) -> str:
        """Why the pointer to an interface `t` has no methods."""
        raise NotImplementedError

    # ------------------------------------------------------------ typexpr

    def valid_var_type(self, e: ast.Expr, typ: Type) -> None:
        """Report a `typ` that only constraints may use."""
        raise NotImplementedError

    def type_list(self, exprs: list[ast.Expr]) -> list[Type] | None:
        """The types that expressions denote; None after reporting an error."""
        raise NotImplementedError

    # ------------------------------------------------------------ untyped

    def remember_untyped(self, x: Operand) -> None:
        """Keep the untyped `x` until its context tells its type."""
        raise NotImplementedError

    def adopt_type(self, x: Operand, target: Type) -> str:
        """Like convert_untyped, but leaves the report to the caller: the reason of the failure, "" for success."""
        raise NotImplementedError

    def update_expr_type(self, e: ast.Expr, typ: Type, final: bool) -> None:
        """The untyped expression `e` takes the type `typ`, for good if `final` or if `typ` is typed."""
        raise NotImplementedError

    def update_expr_value(self, e: ast.Expr, value: ConstValue | None) -> None:
        raise NotImplementedError

    def implicit_type_and_value(self, x: Operand, target: Type) -> tuple[Type | None, ConstValue | None, str]:
        """The type and constant value that an untyped `x` takes in the context of a `target`; without type when it
        cannot, for the reason given: "truncated", "overflows" or "convert"."""
        raise NotImplementedError

    def representable(self, x: Operand, typ: Basic) -> None:
        """Round the constant `x` to `typ`, or report that it has no such value."""
        raise NotImplementedError

    def overflow(self, x: Operand, op_pos: Pos) -> None:
        """Report a constant result that its type, or the compiler, cannot hold."""
        raise NotImplementedError

    # ------------------------------------------------------------ binary, compare, shift

    def unary(self, x: Operand, e: ast.UnaryExpr, hint: Type | None) -> None:
        raise NotImplementedError

    def binary(self, x: Operand, e: ast.Expr | None, lhs: ast.Expr, rhs: ast.Expr, op: str, op_pos: Pos) -> None:
        """`lhs op rhs`; `e` is None for assignment operations. `rhs` may be an operand in disguise: `x++`."""
        raise NotImplementedError

    def match_binary_operands(self, x: Operand, y: Operand) -> bool:
        """Convert an untyped operand to the type of the other one. False after reporting an error or when they cannot
        be matched (the caller reports that)."""
        raise NotImplementedError

    def comparison(self, x: Operand, y: Operand, op: str, switch_case: bool = False) -> None:
        """Compare `x` (becomes the result) with `y`; `switch_case`: a case of a switch statement."""
        raise NotImplementedError

    def shift(self, x: Operand, y: Operand, e: ast.Expr | None, op: str, op_pos: Pos) -> None:
        raise NotImplementedError

    def chan_elem(self, at: Operand, x: Operand, recv: bool) -> Type | None:
        """The element type of channel `x`, which is received from or sent to; None after reporting an error."""
        raise NotImplementedError

    # ------------------------------------------------------------ index, literals, call, builtins, conversions

    def index_expr(self, x: Operand, e: ast.IndexExpr) -> bool:
        """`x[i]`; true if it denotes a generic function's (partial) instantiation, left to the caller."""
        raise NotImplementedError

    def slice_expr(self, x: Operand, e: ast.SliceExpr) -> None:
        raise NotImplementedError

    def index(self, e: ast.Expr, limit: int) -> tuple[Type, int]:
        """Check an index below `limit` (< 0: unlimited). Its type (INVALID on error) and constant value (else -1)."""
        raise NotImplementedError

    def is_valid_index(self, x: Operand, what: str, allow_negative: bool) -> bool:
        """Whether `x` can be an index, length or capacity (`what`); reports if not."""
        raise NotImplementedError

    def indexed_elements(self, elements: list[ast.Expr], elem: Type, length: int) -> int:
        """Check the elements of an array or slice literal (`length` < 0: unlimited); one more than the last index."""
        raise NotImplementedError

    def composite_lit(self, x: Operand, e: ast.CompositeLit, hint: Type | None) -> None:
        raise NotImplementedError

    def func_lit(self, x: Operand, e: ast.FuncLit) -> None:
        raise NotImplementedError

    def basic_lit(self, x: Operand, e: ast.BasicLit) -> None:
        raise NotImplementedError

    def call_expr(self, x: Operand, e: ast.CallExpr) -> str:
        """A call, conversion or built-in; returns its kind as raw_expr does."""
        raise NotImplementedError

    def builtin(self, x: Operand, call: ast.CallExpr, name: str) -> bool:
        """A call of a built-in; false after reporting an error."""
        raise NotImplementedError

    def conversion(self, x: Operand, typ: Type) -> None:
        """Convert `x` to `typ` explicitly."""
        raise NotImplementedError

    def func_inst(
        self, target: Target | None, pos: Pos, x: Operand, e: ast.IndexExpr | None, infer: bool
    ) -> tuple[list[Type], list[ast.Expr]] | None:
        """Instantiate the generic function `x` with the type arguments of `e` and what assigning it to `target`
        tells. Without `infer` and with too few arguments: returns the arguments and their syntax."""
        raise NotImplementedError

    def builtin_is_statement(self, name: str) -> bool:
        """Whether a call of the built-in may stand alone as a statement."""
        raise NotImplementedError

    def arguments(
        self, call: ast.CallExpr, targs: list[Type], xlist: list[ast.Expr], sig: Signature, args: list[Operand]
    ) -> Signature:
        """Check `args` against the parameters of `sig`, inferring missing type arguments. Returns the instantiated
        signature, or `sig` after reporting an error."""
        raise NotImplementedError

    def expr_list(self, exprs: list[ast.Expr]) -> list[Operand]:
        """Evaluate expressions, or a single call with several results: as many operands as values."""
        raise NotImplementedError

    def unpack_expr(self, e: ast.Expr, allow_comma_ok: bool) -> tuple[list[Operand], bool]:
        """The values of `e`: the results of a call, two if it is a comma-ok expression and that is allowed (then
        True), else one."""
        raise NotImplementedError

    def types_summary(self, types: list[Type], variadic: bool, has_ellipsis: bool) -> str:
        """`(number, string, ...T)`, for messages about numbers of values."""
        raise NotImplementedError

    # ------------------------------------------------------------ assignments

    def comma_ok_operand(self, e: ast.Expr) -> Operand:
        """The second value of a map index, receive or type assertion."""
        raise NotImplementedError

    def local_var(self, ident: ast.Ident) -> Var | None:
        """The variable of this package that a name stands for."""
        raise NotImplementedError

    def assign_var(self, lhs: ast.Expr, rhs: ast.Expr | None, x: Operand | None, context: str) -> None:
        """Assign `rhs`, or the evaluated `x`, to `lhs`."""
        raise NotImplementedError

    def assign_vars(self, lhs: list[ast.Expr], rhs: list[ast.Expr]) -> None:
        raise NotImplementedError

    def short_var_decl(self, pos: Pos, lhs: list[ast.Expr], rhs: list[ast.Expr]) -> None:
        raise NotImplementedError

    def lhs_var(self, lhs: ast.Expr) -> Type | None:
        """The type of what is assigned to; None for the blank identifier, INVALID after reporting an error."""
        raise NotImplementedError

    def return_error(self, at: ast.Node, lhs: list[Var], rhs: list[Operand]) -> None:
        raise NotImplementedError

    def assign_error(self, rhs: list[ast.Expr], left: int, right: int) -> None:
        raise NotImplementedError

    # ------------------------------------------------------------ stmt, switchstmt, rangestmt, labels

    def stmt_list(self, stmts: list[ast.Stmt]) -> None:
        raise NotImplementedError

    def block(self, node: ast.Node, stmts: list[ast.Stmt], kind: str = "block") -> None:
        """Check statements in a scope of their own."""
        raise NotImplementedError

    def switch_stmt(self, s: ast.SwitchStmt) -> None:
        """A switch on values; its init statement has been checked, in a scope that is open."""
        raise NotImplementedError

    def type_switch_stmt(self, s: ast.TypeSwitchStmt) -> None:
        """A switch on the type of an interface's value; its init statement has been checked."""
        raise NotImplementedError

    def range_stmt(self, s: ast.RangeStmt) -> None:
        raise NotImplementedError

    def early_error(self, pos: Pos, msg: str) -> None:
        """Report an error that comes before those of types: a compiler finds it when it parses the function."""
        raise NotImplementedError

    def labels(self, body: ast.BlockStmt) -> None:
        """Match labels with the statements that use them; reports errors."""
        raise NotImplementedError
