"""The builder's methods for types, signatures and type parameters.

Parameters are a list of names, each with or without a type, or a list of types: only the whole list tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import record
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.syntax.builder_base import BuilderBase, ExprList

if TYPE_CHECKING:
    from lark import Token


@record(slots=True)
class Parameter:
    """One entry of a parameter list, before it is known whether a lone identifier is a name or a type.

    At least one of `name` and `type` is set; a lone identifier is a `type`.
    """

    name: ast.Ident | None
    type: ast.Expr | None

    @property
    def pos(self) -> Pos:
        if self.name is not None:
            return self.name.pos
        return self.type.pos if self.type is not None else NO_POS


class TypeBuilder(BuilderBase):
    # ------------------------------------------------------------ names of types

    def qualified_name(self, package: Token, dot: Token, name: Token) -> ast.SelectorExpr:
        return ast.SelectorExpr(self.at(package), self.ident(package), self.ident(name))

    def instantiated_name(self, name: Token, lbrack: Token, args: ExprList, rbrack: Token) -> ast.IndexExpr:
        return ast.IndexExpr(self.at(name), self.ident(name), args, self.at(lbrack), self.at(rbrack))

    def instantiated_qualified_name(
        self, package: Token, dot: Token, name: Token, lbrack: Token, args: ExprList, rbrack: Token
    ) -> ast.IndexExpr:
        x = self.qualified_name(package, dot, name)
        return ast.IndexExpr(x.pos, x, args, self.at(lbrack), self.at(rbrack))

    # ------------------------------------------------------------ composite types

    def slice_type(self, lbrack: Token, rbrack: Token, elem: ast.Expr) -> ast.ArrayType:
        return ast.ArrayType(self.at(lbrack), None, elem)

    def array_type(self, lbrack: Token, length: ExprList, rbrack: Token, elem: ast.Expr) -> ast.ArrayType:
        return ast.ArrayType(self.at(lbrack), self.one_of(length), elem)

    def open_array_type(self, lbrack: Token, dots: Token, rbrack: Token, elem: ast.Expr) -> ast.ArrayType:
        return ast.ArrayType(self.at(lbrack), ast.Ellipsis(self.at(dots), None), elem)

    def pointer(self, star: Token, elem: ast.Expr) -> ast.StarExpr:
        return ast.StarExpr(self.at(star), elem)

    def map_type(self, keyword: Token, lbrack: Token, key: ast.Expr, rbrack: Token, elem: ast.Expr) -> ast.MapType:
        return ast.MapType(self.at(keyword), key, elem)

    def chan_type(self, keyword: Token, elem: ast.Expr) -> ast.ChanType:
        return ast.ChanType(self.at(keyword), "both", elem)

    def send_type(self, keyword: Token, arrow: Token, elem: ast.Expr) -> ast.ChanType:
        return ast.ChanType(self.at(keyword), "send", elem)

    def receive_type(self, arrow: Token, keyword: Token, elem: ast.Expr) -> ast.ChanType:
        return ast.ChanType(self.at(arrow), "recv", elem)

    def func_type(self, keyword: Token, signature: ast.FuncType) -> ast.FuncType:
        signature.pos = self.at(keyword)
        return signature

    # ------------------------------------------------------------ structs

    def empty_struct_type(self, keyword: Token, lbrace: Token, rbrace: Token) -> ast.StructType:
        return ast.StructType(self.at(keyword), ast.FieldList(self.at(lbrace), [], self.at(rbrace)))

    def struct_type(
        self, keyword: Token, lbrace: Token, fields: list[ast.Field], end: Token, rbrace: Token | None = None
    ) -> ast.StructType:
        return ast.StructType(self.at(keyword), ast.FieldList(self.at(lbrace), fields, self.at(rbrace or end)))

    def tagged_field(self, field: ast.Field, tag: Token) -> ast.Field:
        field.tag = ast.BasicLit(self.at(tag), tag.type, tag.value)
        return field

    def field(self, name: Token, typ: ast.Expr) -> ast.Field:
        ident = self.ident(name)
        return ast.Field(ident.pos, [ident], typ)

    def fields(self, name: Token, comma: Token, names: list[ast.Ident], typ: ast.Expr) -> ast.Field:
        ident = self.ident(name)
        return ast.Field(ident.pos, [ident, *names], typ)

    def embedded_field(self, typ: ast.Expr) -> ast.Field:
        return ast.Field(typ.pos, [], typ)

    def embedded_pointer(self, star: Token, typ: ast.Expr) -> ast.Field:
        pos = self.at(star)
        return ast.Field(pos, [], ast.StarExpr(pos, typ))

    def embedded_paren(self, lparen: Token, typ: ast.Expr, rparen: Token) -> ast.Field:
        self.error(self.at(lparen), "cannot parenthesize embedded type")
        return ast.Field(self.at(lparen), [], typ)

    def embedded_pointer_paren(self, star: Token, lparen: Token, typ: ast.Expr, rparen: Token) -> ast.Field:
        self.error(self.at(lparen), "cannot parenthesize embedded type")
        return self.embedded_pointer(star, typ)

    # ------------------------------------------------------------ interfaces

    def empty_interface_type(self, keyword: Token, lbrace: Token, rbrace: Token) -> ast.InterfaceType:
        return ast.InterfaceType(self.at(keyword), ast.FieldList(self.at(lbrace), [], self.at(rbrace)))

    def interface_type(
        self, keyword: Token, lbrace: Token, elems: list[ast.Field], end: Token, rbrace: Token | None = None
    ) -> ast.InterfaceType:
        methods = ast.FieldList(self.at(lbrace), elems, self.at(rbrace or end))
        return ast.InterfaceType(self.at(keyword), methods)

    def method_elem(self, name: Token, signature: ast.FuncType) -> ast.Field:
        ident = self.ident(name)
        signature.pos = ident.pos
        return ast.Field(ident.pos, [ident], signature)

    def type_elem(self, typ: ast.Expr) -> ast.Field:
        return ast.Field(typ.pos, [], typ)

    # ------------------------------------------------------------ signatures

    def signature(self, params: ast.FieldList) -> ast.FuncType:
        return self._func_type(params, None)

    def signature_results(self, params: ast.FieldList, results: ast.FieldList) -> ast.FuncType:
        self.no_dots(results.fields, "invalid use of ...")
        return self._func_type(params, results)

    def signature_result(self, params: ast.FieldList, result: ast.Expr) -> ast.FuncType:
        return self._func_type(params, ast.FieldList(result.pos, [ast.Field(result.pos, [], result)]))

    def _func_type(self, params: ast.FieldList, results: ast.FieldList | None) -> ast.FuncType:
        fields = params.fields
        variadic = len(fields) - 1 if fields and len(fields[-1].names) <= 1 else len(fields)
        self.no_dots(fields[:variadic], "can only use ... with final parameter")
        return ast.FuncType(params.pos, None, params, results)

    def no_dots(self, fields: list[ast.Field], message: str) -> None:
        """Report the `...` of parameters that may have none, and take it away."""
        for field in fields:
            if isinstance(field.type, ast.Ellipsis):
                self.plain_error(field.type.pos, message)
                field.type = field.type.elt or ast.BadExpr(field.type.pos)

    def no_parameters(self, lparen: Token, rparen: Token) -> ast.FieldList:
        return ast.FieldList(self.at(lparen), [], self.at(rparen))

    def parameters(
        self, lparen: Token, params: list[Parameter], end: Token, rparen: Token | None = None
    ) -> ast.FieldList:
        closing = self.at(rparen or end)
        return ast.FieldList(self.at(lparen), self.group_parameters(params, closing), closing)

    def parameter_type(self, typ: ast.Expr) -> Parameter:
        return Parameter(None, typ)

    def parameter_named(self, name: Token, typ: ast.Expr) -> Parameter:
        return Parameter(self.ident(name), typ)

    def parameter_variadic(self, dots: Token, typ: ast.Expr) -> Parameter:
        return Parameter(None, ast.Ellipsis(self.at(dots), typ))

    def parameter_named_variadic(self, name: Token, dots: Token, typ: ast.Expr) -> Parameter:
        return Parameter(self.ident(name), ast.Ellipsis(self.at(dots), typ))

    def group_parameters(self, params: list[Parameter], closing: Pos) -> list[ast.Field]:
        """The fields of a parameter list: types only, or names grouped by the type that follows them."""
        if all(p.name is None for p in params):
            return [ast.Field(p.pos, [], p.type) for p in params if p.type is not None]
        fields: list[ast.Field] = []
        names: list[ast.Ident] = []
        for param in params:
            if param.name is None:
                if not isinstance(param.type, ast.Ident):
                    self.error(param.pos, "missing parameter name")
                    continue
                names.append(param.type)
            else:
                names.append(param.name)
                assert param.type is not None
                fields.append(ast.Field(names[0].pos, names, param.type))
                names = []
        if names:
            self.error(closing, "missing parameter type")
        return fields

    # ------------------------------------------------------------ type parameters

    def type_parameters(
        self, lbrack: Token, params: list[Parameter], end: Token, rbrack: Token | None = None
    ) -> ast.FieldList:
        return self.type_parameter_fields(self.at(lbrack), params, self.at(rbrack or end))

    def type_parameter_name(self, name: Token) -> Parameter:
        return Parameter(self.ident(name), None)

    def type_parameter(self, name: Token, constraint: ast.Expr) -> Parameter:
        return Parameter(self.ident(name), constraint)

    def type_parameter_fields(self, lbrack: Pos, params: list[Parameter], rbrack: Pos) -> ast.FieldList:
        """Type parameters grouped by the constraint that follows them."""
        fields: list[ast.Field] = []
        names: list[ast.Ident] = []
        for param in params:
            if param.name is None:
                self.error(param.pos, "missing type parameter name")
                continue
            names.append(param.name)
            if param.type is not None:
                fields.append(ast.Field(names[0].pos, names, param.type))
                names = []
        if names:
            self.error(rbrack, "missing type constraint")
        return ast.FieldList(lbrack, fields, rbrack)
