"""The builder's methods for source files and declarations.

What follows `type T [` is told apart here: an array length, or type parameters whose constraints may have come as parts
of expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.source import Pos
from minigo.syntax import ast
from minigo.syntax.builder_base import ExprList, Items
from minigo.syntax.builder_type import Parameter, TypeBuilder

if TYPE_CHECKING:
    from lark import Token

Bracketed = Items[Parameter | ast.Expr]
"""What follows `type T [`."""


class DeclBuilder(TypeBuilder):
    # ------------------------------------------------------------ source file

    def start(self, source_file: ast.SourceFile) -> ast.SourceFile:
        return source_file

    def source_file(self, package: ast.Ident, semicolon: Token, decls: list[ast.Decl]) -> ast.SourceFile:
        return ast.SourceFile(Pos(self._base | 1 << 16 | 1), self.file, package, decls)

    def package_clause(self, keyword: Token, name: Token) -> ast.Ident:
        return self.ident(name)

    def no_decls(self) -> list[ast.Decl]:
        return []

    def append_decl(self, decls: list[ast.Decl], decl: ast.Decl, semicolon: Token) -> list[ast.Decl]:
        if isinstance(decl, ast.GenDecl) and decl.tok == "import" and decls:
            last = decls[-1]
            if not (isinstance(last, ast.GenDecl) and last.tok == "import"):
                self.error(decl.pos, "imports must appear before other declarations")
        decls.append(decl)
        return decls

    # ------------------------------------------------------------ const, var, type, import

    def single_decl(self, keyword: Token, spec: ast.Spec) -> ast.GenDecl:
        return ast.GenDecl(self.at(keyword), keyword.value, [spec])

    def empty_group_decl(self, keyword: Token, lparen: Token, rparen: Token) -> ast.GenDecl:
        return ast.GenDecl(self.at(keyword), keyword.value, [])

    def group_decl(
        self, keyword: Token, lparen: Token, specs: list[ast.Spec], end: Token, rparen: Token | None = None
    ) -> ast.GenDecl:
        for i, spec in enumerate(specs):
            if isinstance(spec, ast.ValueSpec):
                spec.iota = i
        return ast.GenDecl(self.at(keyword), keyword.value, specs)

    def import_spec(self, path: Token) -> ast.ImportSpec:
        literal = ast.BasicLit(self.at(path), "STRING", path.value)
        return ast.ImportSpec(literal.pos, None, literal)

    def import_spec_named(self, name: Token, path: Token) -> ast.ImportSpec:
        literal = ast.BasicLit(self.at(path), "STRING", path.value)
        return ast.ImportSpec(self.at(name), self.ident(name), literal)

    def value_spec(self, names: list[ast.Ident]) -> ast.ValueSpec:
        return ast.ValueSpec(names[0].pos, names, None, [])

    def value_spec_typed(self, names: list[ast.Ident], typ: ast.Expr) -> ast.ValueSpec:
        return ast.ValueSpec(names[0].pos, names, typ, [])

    def value_spec_init(self, names: list[ast.Ident], assign: Token, values: ExprList) -> ast.ValueSpec:
        return ast.ValueSpec(names[0].pos, names, None, values)

    def value_spec_typed_init(
        self, names: list[ast.Ident], typ: ast.Expr, assign: Token, values: ExprList
    ) -> ast.ValueSpec:
        return ast.ValueSpec(names[0].pos, names, typ, values)

    # ------------------------------------------------------------ type specs

    def type_spec(self, name: Token, typ: ast.Expr) -> ast.TypeSpec:
        return ast.TypeSpec(self.at(name), self.ident(name), None, False, typ)

    def type_spec_alias(self, name: Token, assign: Token, typ: ast.Expr) -> ast.TypeSpec:
        return ast.TypeSpec(self.at(name), self.ident(name), None, True, typ)

    def type_spec_slice(self, name: Token, lbrack: Token, rbrack: Token, elem: ast.Expr) -> ast.TypeSpec:
        return self.type_spec(name, self.slice_type(lbrack, rbrack, elem))

    def type_spec_open_array(
        self, name: Token, lbrack: Token, dots: Token, rbrack: Token, elem: ast.Expr
    ) -> ast.TypeSpec:
        return self.type_spec(name, self.open_array_type(lbrack, dots, rbrack, elem))

    def type_spec_bracketed(
        self, name: Token, lbrack: Token, items: Bracketed, rbrack: Token, typ: ast.Expr
    ) -> ast.TypeSpec:
        first = items[0]
        if len(items) == 1 and isinstance(first, ast.Expr) and not _is_type_parameter(first):
            return self.type_spec(name, ast.ArrayType(self.at(lbrack), first, typ))
        params = self._bracketed_parameters(lbrack, items, rbrack)
        return ast.TypeSpec(self.at(name), self.ident(name), params, False, typ)

    def type_spec_generic(
        self,
        name: Token,
        lbrack: Token,
        items: Bracketed,
        comma: Token,
        rbrack: Token,
        typ: ast.Expr,
    ) -> ast.TypeSpec:
        if items.comma is None:
            items.comma = comma
        params = self._bracketed_parameters(lbrack, items, rbrack)
        return ast.TypeSpec(self.at(name), self.ident(name), params, False, typ)

    def type_spec_generic_alias(
        self,
        name: Token,
        lbrack: Token,
        items: Bracketed,
        rbrack: Token,
        assign: Token,
        typ: ast.Expr,
    ) -> ast.TypeSpec:
        if len(items) == 1 and isinstance(items[0], ast.Expr) and not _is_type_parameter(items[0]):
            self.error(self.at(assign), "unexpected =, expected type")
        params = self._bracketed_parameters(lbrack, items, rbrack)
        return ast.TypeSpec(self.at(name), self.ident(name), params, True, typ)

    def type_spec_generic_alias_comma(
        self,
        name: Token,
        lbrack: Token,
        items: Bracketed,
        comma: Token,
        rbrack: Token,
        assign: Token,
        typ: ast.Expr,
    ) -> ast.TypeSpec:
        if items.comma is None:
            items.comma = comma
        params = self._bracketed_parameters(lbrack, items, rbrack)
        return ast.TypeSpec(self.at(name), self.ident(name), params, True, typ)

    def bracketed_expr(self, x: ast.Expr) -> ast.Expr:
        return x

    def bracketed_param(self, name: Token, constraint: ast.Expr) -> Parameter:
        return Parameter(self.ident(name), constraint)

    def bracketed_slice(
        self, name: ast.Expr, lbrack: Token, rbrack: Token, elem: ast.Expr, more: list[tuple[Token, ast.Expr]]
    ) -> Parameter:
        return self._bracketed_type(name, self.slice_type(lbrack, rbrack, elem), more)

    def bracketed_array(
        self,
        name: ast.Expr,
        lbrack: Token,
        length: ExprList,
        rbrack: Token,
        elem: ast.Expr,
        more: list[tuple[Token, ast.Expr]],
    ) -> Parameter:
        return self._bracketed_type(name, self.array_type(lbrack, length, rbrack, elem), more)

    def union_more(
        self, terms: list[tuple[Token, ast.Expr]], bar: Token, term: ast.Expr
    ) -> list[tuple[Token, ast.Expr]]:
        terms.append((bar, term))
        return terms

    def _bracketed_type(self, name: ast.Expr, constraint: ast.Expr, more: list[tuple[Token, ast.Expr]]) -> Parameter:
        for bar, term in more:
            constraint = ast.BinaryExpr(constraint.pos, constraint, "|", self.at(bar), term)
        return Parameter(name if isinstance(name, ast.Ident) else None, constraint)

    def _bracketed_parameters(self, lbrack: Token, items: Bracketed, rbrack: Token) -> ast.FieldList:
        params: list[Parameter] = []
        first = items[0]
        if isinstance(first, ast.Expr) and not isinstance(first, ast.Ident) and _split_parameter(first) is None:
            if items.comma is not None:  # else something else was said already
                self.error(self.at(items.comma), "unexpected comma; expected ]")
            return ast.FieldList(self.at(lbrack), [], self.at(rbrack))
        for item in items:
            if isinstance(item, Parameter):
                params.append(item)
            elif isinstance(item, ast.Ident):
                params.append(Parameter(item, None))
            elif (param := _split_parameter(item)) is not None:
                params.append(param)
            else:
                literal = _leftmost(item)
                if isinstance(literal, ast.BasicLit):
                    self.error(literal.pos, f"unexpected literal {literal.value}, expected ]")
                    break
                params.append(Parameter(None, item))
        return self.type_parameter_fields(self.at(lbrack), params, self.at(rbrack))

    # ------------------------------------------------------------ functions

    def function_decl(
        self, keyword: Token, name: Token, signature: ast.FuncType, body: ast.BlockStmt | None = None
    ) -> ast.FuncDecl:
        signature.pos = self.at(keyword)
        return ast.FuncDecl(signature.pos, None, self.ident(name), signature, body)

    def generic_function_decl(
        self,
        keyword: Token,
        name: Token,
        type_params: ast.FieldList,
        signature: ast.FuncType,
        body: ast.BlockStmt | None = None,
    ) -> ast.FuncDecl:
        signature.type_params = type_params
        return self.function_decl(keyword, name, signature, body)

    def method_decl(
        self,
        keyword: Token,
        recv: ast.FieldList,
        name: Token,
        signature: ast.FuncType,
        body: ast.BlockStmt | None = None,
    ) -> ast.FuncDecl:
        decl = self.function_decl(keyword, name, signature, body)
        receivers = sum(max(1, len(field.names)) for field in recv.fields)
        if receivers != 1:
            count = "no receiver" if receivers == 0 else "multiple receivers"
            self.plain_error(decl.name.pos, f"method has {count}")
        self.no_dots(recv.fields, "invalid use of ...")
        if receivers > 0:
            del recv.fields[1:], recv.fields[0].names[1:]
            decl.recv = recv
        return decl

    def generic_method_decl(
        self,
        keyword: Token,
        recv: ast.FieldList,
        name: Token,
        type_params: ast.FieldList,
        signature: ast.FuncType,
        body: ast.BlockStmt | None = None,
    ) -> ast.FuncDecl:
        signature.type_params = type_params
        return self.method_decl(keyword, recv, name, signature, body)


def _split_parameter(x: ast.Expr) -> Parameter | None:
    """The type parameter that was read as an expression: `P * C` and `P (C)`, the latter also with `| D` behind."""
    if isinstance(x, ast.BinaryExpr):
        if x.op == "*" and isinstance(x.x, ast.Ident):
            return Parameter(x.x, ast.StarExpr(x.op_pos, x.y))
        left = _split_parameter(x.x) if x.op == "|" else None
        if left is not None and left.type is not None:
            return Parameter(left.name, ast.BinaryExpr(left.type.pos, left.type, "|", x.op_pos, x.y))
    if isinstance(x, ast.CallExpr) and isinstance(x.fun, ast.Ident) and len(x.args) == 1 and not x.has_ellipsis:
        return Parameter(x.fun, ast.ParenExpr(x.lparen, x.args[0]))
    return None


def _leftmost(x: ast.Expr) -> ast.Expr:
    while isinstance(x, ast.BinaryExpr):
        x = x.x
    return x


def _is_type_parameter(x: ast.Expr) -> bool:
    """Whether the only item `x` between brackets must be a type parameter, because its constraint is no value."""
    param = _split_parameter(x)
    return param is not None and param.type is not None and _is_type_elem(param.type)


def _is_type_elem(x: ast.Expr) -> bool:
    match x:
        case ast.ArrayType() | ast.StructType() | ast.FuncType() | ast.InterfaceType() | ast.MapType() | ast.ChanType():
            return True
        case ast.StarExpr() | ast.ParenExpr():
            return _is_type_elem(x.x)
        case ast.UnaryExpr():
            return x.op == "~"
        case ast.BinaryExpr():
            return _is_type_elem(x.x) or _is_type_elem(x.y)
        case _:
            return False
