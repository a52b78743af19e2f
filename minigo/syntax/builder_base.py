"""What all parts of the AST builder share: positions of tokens, syntax errors, names and lists.

A builder lives for one file. The parser calls one method per reduction, named as in the grammar, with the values of the
alternative's symbols: a `Token` for a terminal, what its method returned for a rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from minigo.source import Diagnostic, File, Pos, make_pos
from minigo.syntax import ast

if TYPE_CHECKING:
    from lark import Token

T = TypeVar("T")


class BuilderBase:
    def __init__(self, file: File, errors: list[Diagnostic]) -> None:
        self.file = file
        self.errors = errors
        self.bad: set[int] = set()
        """Offsets of the malformed literals, known as soon as the parser has their tokens."""
        self._base = make_pos(file.index, 0, 0)

        self.lookahead: Token
        """The token that the parser is at: what follows the values of a reduction."""

    def at(self, token: Token) -> Pos:
        """Where `token` begins; the token filter made its column count bytes."""
        return Pos(self._base | token.line << 16 | token.column)  # type: ignore[operator]

    def error(self, pos: Pos, message: str) -> None:
        """Report a syntax error in words of its own, as opposed to an unexpected token."""
        self.errors.append(Diagnostic(pos, "syntax error: " + message))

    def plain_error(self, pos: Pos, message: str) -> None:
        """Report an error that does not stop the checker: what surrounds it is understood."""
        self.errors.append(Diagnostic(pos, message))

    # ------------------------------------------------------------ lists

    def empty(self) -> list[ast.Node]:
        return []

    def first(self, item: T) -> list[T]:
        return [item]

    def append(self, items: list[T], separator: Token, item: T) -> list[T]:
        items.append(item)
        return items

    def append_clause(self, clauses: list[T], clause: T) -> list[T]:
        clauses.append(clause)
        return clauses

    def nothing(self) -> None:
        return None

    # ------------------------------------------------------------ names

    def ident(self, name: Token) -> ast.Ident:
        return ast.Ident(self.at(name), name.value)

    def first_ident(self, name: Token) -> list[ast.Ident]:
        return [self.ident(name)]

    def append_ident(self, names: list[ast.Ident], comma: Token, name: Token) -> list[ast.Ident]:
        names.append(self.ident(name))
        return names

    # ------------------------------------------------------------ lists that may have to be of one

    def first_item(self, item: T) -> Items[T]:
        return Items(item)

    def append_item(self, items: Items[T], comma: Token, item: T) -> Items[T]:
        if items.comma is None:
            items.comma = comma
        items.append(item)
        return items

    def indices_comma(self, exprs: ExprList, comma: Token) -> ExprList:
        if exprs.comma is None:
            exprs.comma = comma
        return exprs

    def one_of(self, exprs: ExprList) -> ast.Expr:
        """The only element of a list that the grammar allows to be longer."""
        if exprs.comma is not None:
            self.error(self.at(exprs.comma), "unexpected comma; expected ]")
        return exprs[0]


class Items(list[T]):
    """What stands between commas, with the first comma: where one item was due, it is the error."""

    __slots__ = ("comma",)

    def __init__(self, first: T) -> None:
        super().__init__((first,))
        self.comma: Token | None = None


ExprList = Items[ast.Expr]
