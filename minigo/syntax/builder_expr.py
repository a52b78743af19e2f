"""The builder's methods for expressions: one per alternative of the grammar's section of that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.source import Pos
from minigo.syntax import ast
from minigo.syntax.builder_base import BuilderBase, ExprList
from minigo.syntax.exprstring import expr_string

if TYPE_CHECKING:
    from lark import Token

Elements = tuple[Pos, list[ast.Expr], Pos]
"""The opening brace, the elements and the closing brace of a literal value."""

Arguments = tuple[Pos, list[ast.Expr], bool, Pos]
"""The opening parenthesis, the arguments, whether the last is followed by `...`, the closing parenthesis."""


class ExprBuilder(BuilderBase):
    # ------------------------------------------------------------ operators

    def binary(self, x: ast.Expr, op: Token, y: ast.Expr) -> ast.BinaryExpr:
        return ast.BinaryExpr(x.pos, x, op.value, self.at(op), y)

    union = binary

    def unary(self, op: Token, x: ast.Expr) -> ast.UnaryExpr:
        return ast.UnaryExpr(self.at(op), op.value, x)

    tilde = unary

    def star(self, star: Token, x: ast.Expr) -> ast.StarExpr:
        return ast.StarExpr(self.at(star), x)

    def receive(self, arrow: Token, x: ast.Expr) -> ast.Expr:
        """A receive operation, or, before a channel type, `<-chan T`."""
        if isinstance(x, ast.ChanType):
            return self._receive_only(self.at(arrow), x)
        return ast.UnaryExpr(self.at(arrow), "<-", x)

    def _receive_only(self, arrow: Pos, chan: ast.ChanType) -> ast.ChanType:
        """`<-` before a channel type belongs to its leftmost `chan`: `<-chan<- chan T` is `<-chan (<-chan T)`."""
        outer = chan
        while True:
            was = chan.dir
            if was == "recv":
                self.error(chan.pos, "unexpected <-, expected chan")
                return outer
            chan.dir, chan.pos = "recv", arrow
            if was == "both":
                return outer
            # `chan<-` lost its arrow to the element, which begins where that arrow stands: before the element
            element = chan.value
            arrow = element.pos
            if not isinstance(element, ast.ChanType):
                self.error(element.pos, f"unexpected {expr_string(element)}, expected chan")
                return outer
            chan = element

    # ------------------------------------------------------------ operands

    def literal(self, token: Token) -> ast.BasicLit | ast.BadExpr:
        if token.start_pos in self.bad or not token.value:
            return ast.BadExpr(self.at(token))
        return ast.BasicLit(self.at(token), token.type, token.value)

    def paren(self, lparen: Token, x: ast.Expr, rparen: Token) -> ast.ParenExpr:
        return ast.ParenExpr(self.at(lparen), x)

    def func_literal(self, keyword: Token, signature: ast.FuncType, body: ast.BlockStmt) -> ast.FuncLit:
        pos = self.at(keyword)
        signature.pos = pos
        return ast.FuncLit(pos, signature, body)

    # ------------------------------------------------------------ composite literals

    def composite_named(self, name: Token, value: Elements) -> ast.CompositeLit:
        return self.composite(self.ident(name), value)

    def composite(self, typ: ast.Expr, value: Elements) -> ast.CompositeLit:
        lbrace, elements, rbrace = value
        if isinstance(typ, ast.IndexExpr) and isinstance(typ.indices[0], ast.BasicLit):
            self.error(lbrace, "unexpected { at end of statement")
        return ast.CompositeLit(typ.pos, typ, elements, rbrace)

    def elided_composite(self, value: Elements) -> ast.CompositeLit:
        lbrace, elements, rbrace = value
        return ast.CompositeLit(lbrace, None, elements, rbrace)

    def no_elements(self, lbrace: Token, rbrace: Token) -> Elements:
        return self.at(lbrace), [], self.at(rbrace)

    def elements(self, lbrace: Token, elements: list[ast.Expr], end: Token, rbrace: Token | None = None) -> Elements:
        return self.at(lbrace), elements, self.at(rbrace or end)

    def key_value(self, key: ast.Expr, colon: Token, value: ast.Expr) -> ast.KeyValueExpr:
        return ast.KeyValueExpr(key.pos, key, value)

    # ------------------------------------------------------------ selectors, indices, slices, assertions

    def selector(self, x: ast.Expr, dot: Token, name: Token) -> ast.SelectorExpr:
        return ast.SelectorExpr(x.pos, x, self.ident(name))

    def index(self, x: ast.Expr, lbrack: Token, indices: ExprList, rbrack: Token) -> ast.IndexExpr:
        return ast.IndexExpr(x.pos, x, indices, self.at(lbrack), self.at(rbrack))

    def slice(
        self,
        x: ast.Expr,
        lbrack: Token,
        low: ast.Expr | None,
        colon: Token,
        high: ast.Expr | None,
        rbrack: Token,
    ) -> ast.SliceExpr:
        return ast.SliceExpr(x.pos, x, low, high, None, False, self.at(lbrack))

    def slice3(
        self,
        x: ast.Expr,
        lbrack: Token,
        low: ast.Expr | None,
        colon: Token,
        high: ast.Expr | None,
        colon2: Token,
        maximum: ast.Expr | None,
        rbrack: Token,
    ) -> ast.SliceExpr:
        if high is None:
            self.plain_error(self.at(colon2), "middle index required in 3-index slice")
        if maximum is None:
            self.plain_error(self.at(rbrack), "final index required in 3-index slice")
            maximum = ast.BadExpr(self.at(rbrack))
        return ast.SliceExpr(x.pos, x, low, high, maximum, True, self.at(lbrack))

    def type_assert(self, x: ast.Expr, dot: Token, lparen: Token, typ: ast.Expr, rparen: Token) -> ast.TypeAssertExpr:
        return ast.TypeAssertExpr(x.pos, x, typ)

    def type_switch_guard(
        self, x: ast.Expr, dot: Token, lparen: Token, keyword: Token, rparen: Token
    ) -> ast.TypeAssertExpr:
        return ast.TypeAssertExpr(x.pos, x, None)

    # ------------------------------------------------------------ calls

    def call(self, fun: ast.Expr, arguments: Arguments) -> ast.CallExpr:
        lparen, args, has_ellipsis, rparen = arguments
        return ast.CallExpr(fun.pos, fun, args, has_ellipsis, lparen, rparen)

    def no_arguments(self, lparen: Token, rparen: Token) -> Arguments:
        return self.at(lparen), [], False, self.at(rparen)

    def arguments(self, lparen: Token, args: ExprList, end: Token, rparen: Token | None = None) -> Arguments:
        return self.at(lparen), args, False, self.at(rparen or end)

    def arguments_spread(
        self, lparen: Token, args: ExprList, dots: Token, end: Token, rparen: Token | None = None
    ) -> Arguments:
        return self.at(lparen), args, True, self.at(rparen or end)
