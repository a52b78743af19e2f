"""The builder's methods for blocks and statements, and what only whole statement headers can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import record
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.syntax.builder_base import BuilderBase, ExprList
from minigo.syntax.exprstring import expr_list_string, expr_string

if TYPE_CHECKING:
    from lark import Token


@record(slots=True)
class Header:
    """What stands between `if` or `switch` and its block. `bind` and `is_guard` belong to `bind := cond.(type)`."""

    init: ast.Stmt | None
    cond: ast.Expr | None
    is_guard: bool = False
    bind: ast.Ident | None = None


class StmtBuilder(BuilderBase):
    def block(self, lbrace: Token, stmts: list[ast.Stmt], rbrace: Token) -> ast.BlockStmt:
        return ast.BlockStmt(self.at(lbrace), stmts, self.at(rbrace))

    def first_stmt(self, stmt: ast.Stmt | None) -> list[ast.Stmt]:
        return [] if stmt is None else [stmt]

    def append_stmt(self, stmts: list[ast.Stmt], semicolon: Token, stmt: ast.Stmt | None) -> list[ast.Stmt]:
        if stmt is not None:
            stmts.append(stmt)
        return stmts

    # ------------------------------------------------------------ simple statements

    def decl_stmt(self, decl: ast.GenDecl) -> ast.DeclStmt:
        return ast.DeclStmt(decl.pos, decl)

    def labeled_stmt(self, label: Token, colon: Token, stmt: ast.Stmt | None) -> ast.LabeledStmt:
        if stmt is None:
            if self.lookahead.type in ("CASE", "DEFAULT"):
                self.error(self.at(colon), "missing statement after label")
            stmt = ast.EmptyStmt(self.at(colon), True)
        return ast.LabeledStmt(self.at(label), self.ident(label), stmt)

    def expr_stmt(self, x: ast.Expr) -> ast.ExprStmt:
        return ast.ExprStmt(x.pos, x)

    def send_stmt(self, chan: ast.Expr, arrow: Token, value: ast.Expr) -> ast.SendStmt:
        return ast.SendStmt(chan.pos, chan, self.at(arrow), value)

    def inc_dec_stmt(self, x: ast.Expr, op: Token) -> ast.IncDecStmt:
        return ast.IncDecStmt(x.pos, x, op.value, self.at(op))

    def assign_stmt(self, lhs: ExprList, op: Token, rhs: ExprList) -> ast.AssignStmt:
        return ast.AssignStmt(lhs[0].pos, lhs, op.value, self.at(op), rhs)

    def op_assign_stmt(self, lhs: ast.Expr, op: Token, rhs: ast.Expr) -> ast.AssignStmt:
        return ast.AssignStmt(lhs.pos, [lhs], op.value, self.at(op), [rhs])

    def go_stmt(self, keyword: Token, call: ast.Expr) -> ast.GoStmt:
        self._unparenthesized(keyword, call)
        return ast.GoStmt(self.at(keyword), call)

    def defer_stmt(self, keyword: Token, call: ast.Expr) -> ast.DeferStmt:
        self._unparenthesized(keyword, call)
        return ast.DeferStmt(self.at(keyword), call)

    def _unparenthesized(self, keyword: Token, call: ast.Expr) -> None:
        if isinstance(call, ast.ParenExpr):
            self.plain_error(call.pos, f"expression in {keyword} must not be parenthesized")

    def return_stmt(self, keyword: Token, results: ExprList | None = None) -> ast.ReturnStmt:
        return ast.ReturnStmt(self.at(keyword), results or [])

    def branch_stmt(self, keyword: Token, label: Token | None = None) -> ast.BranchStmt:
        ident = self.ident(label) if label is not None else None
        return ast.BranchStmt(self.at(keyword), keyword.value, ident)

    # ------------------------------------------------------------ if and switch

    def if_cond(self, cond: ast.Stmt | None) -> Header:
        if cond is None:
            self.error(self.at(self.lookahead), "missing condition in if statement")
            return Header(None, ast.BadExpr(self.at(self.lookahead)))
        return Header(None, self.condition(cond))

    def if_init(self, init: ast.Stmt | None, semicolon: Token, cond: ast.Stmt | None) -> Header:
        if cond is None:
            line_end = semicolon.value == "\n"
            missing = (
                "unexpected newline, expected { after if clause" if line_end else "missing condition in if statement"
            )
            self.error(self.at(semicolon), missing)
            return Header(init, ast.BadExpr(self.at(semicolon)))
        return Header(init, self.condition(cond))

    def if_stmt(
        self,
        keyword: Token,
        header: Header,
        body: ast.BlockStmt,
        else_keyword: Token | None = None,
        orelse: ast.IfStmt | ast.BlockStmt | None = None,
    ) -> ast.IfStmt:
        assert header.cond is not None
        return ast.IfStmt(self.at(keyword), header.init, header.cond, body, orelse)

    def condition(self, stmt: ast.Stmt) -> ast.Expr:
        """The expression that `stmt` must be."""
        if isinstance(stmt, ast.ExprStmt):
            return stmt.x
        self.error(operator_pos(stmt), f"cannot use {stmt_string(stmt)} as value")
        return ast.BadExpr(stmt.pos)

    def switch_tag(self, tag: ast.Stmt | None) -> Header:
        match tag:
            case None:
                return Header(None, None)
            case ast.ExprStmt(x=ast.TypeAssertExpr(x=x, type=None)):
                return Header(None, x, True)
            case ast.AssignStmt(lhs=[ast.Ident() as bind], op=":=", rhs=[ast.TypeAssertExpr(x=x, type=None)]):
                return Header(None, x, True, bind)
            case _:
                return Header(None, self.condition(tag))

    def switch_init(self, init: ast.Stmt | None, semicolon: Token, tag: ast.Stmt | None) -> Header:
        header = self.switch_tag(tag)
        header.init = init
        return header

    def switch_stmt(
        self, keyword: Token, header: Header, lbrace: Token, clauses: list[ast.CaseClause], rbrace: Token
    ) -> ast.SwitchStmt | ast.TypeSwitchStmt:
        pos, end = self.at(keyword), self.at(rbrace)
        if header.is_guard:
            assert header.cond is not None
            return ast.TypeSwitchStmt(pos, header.init, header.bind, header.cond, clauses, end)
        return ast.SwitchStmt(pos, header.init, header.cond, clauses, end)

    def case_clause(self, keyword: Token, exprs: ExprList, colon: Token, body: list[ast.Stmt]) -> ast.CaseClause:
        return ast.CaseClause(self.at(keyword), exprs, body, self.at(colon))

    def default_clause(self, keyword: Token, colon: Token, body: list[ast.Stmt]) -> ast.CaseClause:
        return ast.CaseClause(self.at(keyword), None, body, self.at(colon))

    # ------------------------------------------------------------ select

    def select_stmt(
        self, keyword: Token, lbrace: Token, clauses: list[ast.CommClause], rbrace: Token
    ) -> ast.SelectStmt:
        return ast.SelectStmt(self.at(keyword), clauses, self.at(rbrace))

    def comm_clause(self, keyword: Token, comm: ast.Stmt, colon: Token, body: list[ast.Stmt]) -> ast.CommClause:
        return ast.CommClause(self.at(keyword), comm, body, self.at(colon))

    def default_comm_clause(self, keyword: Token, colon: Token, body: list[ast.Stmt]) -> ast.CommClause:
        return ast.CommClause(self.at(keyword), None, body, self.at(colon))

    # ------------------------------------------------------------ for

    def for_stmt(
        self, keyword: Token, header: ast.ForStmt | ast.RangeStmt, body: ast.BlockStmt
    ) -> ast.ForStmt | ast.RangeStmt:
        header.pos = self.at(keyword)
        header.body = body
        return header

    def for_cond(self, cond: ast.Stmt | None) -> ast.ForStmt:
        return self.for_header(None, cond, None)

    def for_clause(
        self,
        init: ast.Stmt | None,
        semicolon: Token,
        cond: ast.Stmt | None,
        semicolon2: Token,
        post: ast.Stmt | None,
    ) -> ast.ForStmt:
        if isinstance(post, ast.AssignStmt) and post.op == ":=":
            self.error(post.op_pos, "cannot declare in post statement of for loop")
        return self.for_header(init, cond, post)

    def for_header(self, init: ast.Stmt | None, cond: ast.Stmt | None, post: ast.Stmt | None) -> ast.ForStmt:
        x = self.condition(cond) if cond is not None else None
        return ast.ForStmt(NO_POS, init, x, post, _no_body())

    def range_clause(self, keyword: Token, x: ast.Expr) -> ast.RangeStmt:
        return ast.RangeStmt(NO_POS, None, None, "", x, _no_body())

    def range_clause_vars(self, lhs: ExprList, op: Token, keyword: Token, x: ast.Expr) -> ast.RangeStmt:
        value = lhs[1] if len(lhs) > 1 else None
        extra = lhs[2].pos if len(lhs) > 2 else NO_POS
        return ast.RangeStmt(NO_POS, lhs[0], value, op.value, x, _no_body(), extra)


def stmt_string(stmt: ast.Stmt) -> str:
    """A simple statement as messages print it; an assignment so that its `=` is not taken for `==`."""
    match stmt:
        case ast.SendStmt():
            return f"{expr_string(stmt.chan)} <- {expr_string(stmt.value)}"
        case ast.IncDecStmt():
            return expr_string(stmt.x) + stmt.op
        case ast.AssignStmt(op="="):
            return f"assignment {_emphasized(stmt.lhs)} = {_emphasized(stmt.rhs)}"
        case ast.AssignStmt():
            return f"{expr_list_string(stmt.lhs)} {stmt.op} {expr_list_string(stmt.rhs)}"
        case _:
            return "_"


def _emphasized(exprs: list[ast.Expr]) -> str:
    text = expr_list_string(exprs)
    return f"({text})" if len(exprs) == 1 and isinstance(exprs[0], ast.BinaryExpr) else text


def operator_pos(stmt: ast.Stmt) -> Pos:
    """Where messages place a simple statement: at its operator."""
    match stmt:
        case ast.SendStmt():
            return stmt.arrow
        case ast.IncDecStmt() | ast.AssignStmt():
            return stmt.op_pos
        case _:
            return stmt.pos


def _no_body() -> ast.BlockStmt:
    """Stands in a loop's header until its body is parsed."""
    return ast.BlockStmt(NO_POS, [], NO_POS)
