"""What is said about a token that does not fit: gc's message, and the repair that lets the parser go on.

What was expected is read off the tables. A state that leads on to the rule `atom_h` waits for an expression, one that
leads on to `for_stmt` for a statement, and so on (`_AT_START`). Else some part is complete, and what surrounds it
cannot go on: the last token left on the stack, once all complete parts are reduced, tells what that is (`_inside`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lark import Token

from minigo.syntax import ast
from minigo.syntax.builder_type import Parameter
from minigo.syntax.repair import HEADERS, LITERALS, STATEMENT_KEYWORDS, Repair

if TYPE_CHECKING:
    from minigo.syntax.parser import Parser

_DECLARATIONS = frozenset({"IMPORT", "CONST", "TYPE", "VAR", "FUNC"})
_CLOSERS = frozenset({"RPAREN", "RBRACK", "RBRACE"})
_AFTER_TYPE = _CLOSERS | {"COMMA", "COLON", "SEMICOLON"}
_ARRAY_TYPES = ("array_type{closed_type}", "array_type{open_type}")
_MAX_REPAIRS = 1000
"""A file that needs more is noise."""

_MAX_REPAIRS_HERE = 20
"""Repairs before one token; more would mean that they lead nowhere."""

_AT_START = (
    ("top_level_decls", "top_level"),
    ("top_level_decl", "top_level"),
    ("for_stmt", "statement"),
    ("if_stmt", "else_branch"),
    ("case_clauses", "clause"),
    ("case_clause", "clause"),
    ("comm_clauses", "clause"),
    ("comm_clause", "clause"),
    ("atom_h", "expression"),
    ("field_decls", "field"),
    ("field_decl", "field"),
    ("interface_elems", "type_elem"),
    ("interface_elem", "type_elem"),
    ("parameter_list", "parameter"),
    ("parameter", "parameter"),
    ("type_parameter_list", "type_parameter"),
    ("type_parameter", "type_parameter"),
    ("import_specs", "import_spec"),
    ("import_spec", "import_spec"),
    ("type_name", "type"),
)
"""A rule that may start at a state, and the method for what is wrong when it does not; the first that fits counts.
A method that finds the part to be optional there returns None."""

_PARAMETERS = frozenset({"bracketed_param", "bracketed_slice", "bracketed_array"})
"""What shows that the brackets after `type T` hold type parameters."""

_LISTS = {
    "parameter_list": ("parameter list", "comma", "RPAREN"),
    "type_parameter_list": ("parameter list", "comma", "RBRACK"),
    "expression_list": ("argument list", "comma", "RPAREN"),
    "element_list": ("composite literal", "comma", "RBRACE"),
    "field_decls": ("struct type", "semicolon or newline", "RBRACE"),
    "interface_elems": ("interface type", "semicolon or newline", "RBRACE"),
    "import_specs": ("grouped declaration", "semicolon or newline", "RPAREN"),
    "const_specs": ("grouped declaration", "semicolon or newline", "RPAREN"),
    "type_specs": ("grouped declaration", "semicolon or newline", "RPAREN"),
    "var_specs": ("grouped declaration", "semicolon or newline", "RPAREN"),
}
"""Bracketed lists by the rule that starts after the bracket: what they are called, their separator and their end."""


class Recovery(Repair):
    """One method per kind of error. Each returns the token to go on with."""

    def __init__(self, parser: Parser) -> None:
        super().__init__(parser)
        self.repairs = 0
        self.repairs_here = 0
        self.last: Token | None = None

    def recover(self, token: Token) -> Token | None:
        """Report that `token` does not fit. Returns the token to go on with, None when there is no going on."""
        self.repairs += 1
        self.repairs_here = self.repairs_here + 1 if token is self.last else 0
        self.last = token
        if self.repairs > _MAX_REPAIRS or self.repairs_here > _MAX_REPAIRS_HERE:
            return None
        if token.type == "$END" and self.builder.errors:
            return None  # what is missing at the end follows from the errors before
        self.parser.reduce_complete()
        row = self.actions[self.parser.states[-1]]
        for rule, method in _AT_START:
            if rule in row:
                result: Token | None = getattr(self, "_" + method)(token)
                if result is not None:
                    return result
        return self._inside(token)

    # ------------------------------------------------------------ declarations

    def _top_level(self, token: Token) -> Token:
        if token.type == "LBRACE" and self._after_bodiless_function():
            self.report_plain(token, "unexpected semicolon or newline before {")
        else:
            self.report_plain(token, "non-declaration statement outside function body")
        return self.skip(token, stop=_DECLARATIONS)

    def _after_bodiless_function(self) -> bool:
        decls = self.parser.values[-1]
        last = decls[-1] if isinstance(decls, list) and decls else None
        return isinstance(last, ast.FuncDecl) and last.body is None

    def _after_top_level(self, token: Token) -> Token:
        self.report(token, " after top level declaration")
        return self.feed(self.skip(token, stop=_DECLARATIONS), "SEMICOLON")

    def _func_name(self, token: Token, expected: str) -> Token:
        self.report(token, f", expected {expected}")
        token = self.skip(token, "LBRACE", "SEMICOLON")
        return self.feed(token, "IDENT", "LPAREN", "RPAREN")

    def _has_receiver(self) -> bool:
        receiver = self.parser.values[-1]
        return isinstance(receiver, ast.FieldList) and bool(receiver.fields)

    def _import_spec(self, token: Token) -> Token:
        literal = token.type in LITERALS
        self.report_plain(token, "import path must be a string" if literal else "missing import path")
        return self.feed(self.skip(token, "SEMICOLON", "RPAREN"), "STRING")

    def _func_type_parameters(self, token: Token) -> Token:
        self.report_plain(token, "function type must have no type parameters")
        depth = 0
        while token.type != "$END":
            depth += (token.type == "LBRACK") - (token.type == "RBRACK")
            token = self.next(token)
            if depth == 0:
                break
        return token

    # ------------------------------------------------------------ statements

    def _statement(self, token: Token) -> Token:
        """No statement begins with `token`."""
        if self._top() == "COLON" and self._top(2) == "IDENT":
            self.builder.error(self.builder.at(self.parser.values[-1]), "missing statement after label")
        return self._end_of_block(token)

    def _end_of_block(self, token: Token) -> Token:
        states, values = self.parser.states, self.parser.values
        for i in range(len(values) - 1, -1, -1):
            value = values[i]
            if isinstance(value, Token) and self._starts(states[i + 1], "statement_list"):
                if value.type == "COLON":
                    return self._clause(token)
                break
        return self.want(token, "RBRACE")

    def _end_of_statement(self, token: Token) -> Token:
        self.report(token, " at end of statement")
        if token.type in ("CASE", "DEFAULT"):
            return self._end_of_block(token)
        token = self.skip(token, "SEMICOLON", "RBRACE", "CASE", "DEFAULT")
        return self.feed(token, "SEMICOLON") if token.type in STATEMENT_KEYWORDS else token

    def _else_branch(self, token: Token) -> Token:
        self.report_plain(token, "else must be followed by if or statement block")
        return self.feed(self.skip(token, "IDENT", "RBRACE"), "LBRACE", "RBRACE")

    def _clause(self, token: Token) -> Token:
        if token.type == "$END":
            return self.want(token, "RBRACE")
        self.report(token, ", expected case or default or }")
        token = self.skip(token, "COLON", "CASE", "DEFAULT", "RBRACE")
        return self.feed(token, "DEFAULT")

    def _list_statement(self, token: Token) -> Token:
        """`a, b` without anything that makes it a statement."""
        self.report(token, ", expected := or = or comma")
        return self.feed(self.skip(token, "SEMICOLON", "RBRACE"), "ASSIGN", "IDENT")

    def _header_end(self, token: Token) -> Token:
        """After a part of the header of an if, for or switch statement."""
        keyword, semicolons = self._header()
        if keyword != "FOR" and semicolons == 1:
            semicolons = 2
        if semicolons == 2 and keyword == "SWITCH":
            self.feed(token, "LBRACE")  # first, for the header's own errors come before this one
            self.report_plain(token, "missing { after switch clause")
            return self.skip(token, "CASE", "DEFAULT", "RBRACE")
        if semicolons == 2:
            self.feed(token, "LBRACE")
            self.report(token, f", expected {{ after {keyword.lower()} clause")
            return self.skip(token, "IDENT", "RBRACE")
        if semicolons == 1:
            return self.want(token, "SEMICOLON")
        if token.type == "LBRACE" and keyword == "FOR":
            return self._for_condition(token)
        self.report(token, ", expected {")
        token = self.next(token)
        if token.type != "LBRACE":
            token = self.skip(token, "LBRACE", "RBRACE")
        if token.type == "LBRACE" and keyword != "FOR":
            return token
        return self.feed(token, "SEMICOLON")

    def _for_condition(self, token: Token) -> Token:
        self.report(token, ", expected for loop condition")
        return self.feed(token, "SEMICOLON")

    # ------------------------------------------------------------ expressions

    def _expression(self, token: Token) -> Token:
        top = self._top()
        if token.type == "VAR" and top in HEADERS:
            name = top.lower()
            token = self.next(token)
            self.report_plain(token, f"var declaration not allowed in {name} initializer")
            return token
        if top == "SEMICOLON" and token.type == "LBRACE" and self._header() == ("FOR", 1):
            return self._for_condition(token)
        if token.type == "RBRACK" and top == "LBRACK":
            is_index = self._starts(self.parser.states[-1], "index_or_none")
            self.report(token, f", expected {'operand' if is_index else 'type argument list'}")
            return self.feed(token, "IDENT")
        if token.type == "$END" and top in ("LPAREN", "LBRACE", "COMMA"):
            closed = self._close_list(token)
            if closed is not None:
                return closed
        self.report(token, ", expected expression")
        return self.feed(self.skip(token, stop=_CLOSERS), "INT")

    def _paren_composite(self, token: Token) -> Token | None:
        """`(T){...}`: go on as if there had been no parentheses."""
        parser = self.parser
        x = parser.values[-1]
        if token.type != "LBRACE" or not isinstance(x, ast.ParenExpr):
            return None
        if not isinstance(x.x, (ast.Ident, ast.SelectorExpr, ast.ArrayType, ast.StructType, ast.MapType)):
            return None
        self.report_plain(token, "cannot parenthesize type in composite literal")
        del parser.values[-1], parser.states[-1], parser.depths[-1]
        return self.feed(token, "IDENT")

    def _close_list(self, token: Token) -> Token | None:
        """At the end of the file a list lacks its bracket, not an element."""
        states, values = self.parser.states, self.parser.values
        for i in range(len(values) - 1, -1, -1):
            value = values[i]
            if isinstance(value, Token) and value.type not in ("COMMA", "ELLIPSIS"):
                for rule, (_, _, close) in _LISTS.items():
                    if self._starts(states[i + 1], rule) and value.type in ("LPAREN", "LBRACE"):
                        return self.want(token, close)
                return None
        return None

    def _index_end(self, token: Token) -> Token:
        for value in reversed(self.parser.values):
            kind = value.type if isinstance(value, Token) else ""
            if kind in ("COMMA", "COLON"):
                return self.want(token, "RBRACK")
            if kind == "LBRACK":
                break
        self.report(token, ", expected comma, : or ]")
        return self.feed(self.skip(token, "COMMA", "COLON", "RBRACK"), "COLON")

    # ------------------------------------------------------------ types

    def _type(self, token: Token) -> Token | None:
        state, top = self.parser.states[-1], self._top()
        if top == "IDENT" and self._starts(self.parser.states[-2], "field_decls", "field_decl"):
            self.report(token, ", expected type")
            return self.feed(self.skip(token, stop=_AFTER_TYPE), "IDENT")
        starts_type = self._starts(state, "closed_type", "chan_elem", "result_type", "plain_type")
        if not starts_type or top == "FUNC" or self._can_reduce(state):
            return None
        if top == "CHAN" or (top == "ARROW" and self._top(2) == "CHAN"):
            self.report_plain(token, "missing channel element type")
            return self.feed(token, "IDENT")
        if top == "ELLIPSIS":
            self.report_plain(token, "... is missing type")
            return self.feed(token, "IDENT")
        if top == "OR":
            return self._type_elem(token)
        if top == "COMMA":
            return self.want(token, "RBRACK")
        if self._in_type_spec():
            self.report(token, " in type declaration")
            return self.feed(self.skip(token, "SEMICOLON", "RPAREN"), "IDENT")
        if token.type == "DEFINE" and "ASSIGN" in self.actions[state]:
            return self._define(token)
        self.report(token, ", expected type")
        return self.feed(self.skip(token, stop=_AFTER_TYPE), "IDENT")

    def _in_type_spec(self) -> bool:
        """Whether the name or the `=` of a type declaration was the last token."""
        depth = 2 if self._top() == "ASSIGN" else 1
        return self._top(depth) == "IDENT" and self._starts(self.parser.states[-1 - depth], "type_spec")

    def _field(self, token: Token) -> Token:
        if token.type == "$END":
            return self.want(token, "RBRACE")
        self.report(token, ", expected field name or embedded type")
        return self.feed(self.skip(token, "SEMICOLON", "RBRACE"), "IDENT")

    def _type_elem(self, token: Token) -> Token:
        if token.type == "$END" and self._top() != "OR":
            return self.want(token, "RBRACE")
        self.report(token, ", expected ~ term or type")
        return self.feed(self.skip(token, "SEMICOLON", stop=_CLOSERS), "IDENT")

    def _parameter(self, token: Token) -> Token:
        self.report(token, ", expected )")
        token = self.skip(token, "COMMA", "RPAREN")
        return token if token.type == "RPAREN" else self.feed(token, "IDENT")

    def _type_parameter(self, token: Token) -> Token:
        if token.type == "RBRACK":
            self.report_plain(token, "empty type parameter list")
            return self.feed(token, "IDENT", "IDENT")
        if self._starts_type(token):
            self.report_plain(token, "missing type parameter name or invalid array length")
            return self.feed(token, "IDENT")
        self.report(token, ", expected ]")
        return self.feed(self.skip(token, "COMMA", "RBRACK"), "IDENT", "IDENT")

    def _interface_type_parameters(self, token: Token) -> Token | None:
        """`m[P any]` in an interface: go on after the bracket as if there had been none."""
        parser = self.parser
        if self._top(3) != "IDENT" or not self._starts(parser.states[-4], "interface_elems", "interface_elem"):
            return None
        lbrack = parser.values[-2]
        self.builder.plain_error(self.builder.at(lbrack), "interface method must have no type parameters")
        del parser.values[-2:], parser.states[-2:], parser.depths[-2:]
        return self.next(self.skip(token, "RBRACK", "SEMICOLON"))

    def _starts_type(self, token: Token) -> bool:
        return token.type in ("MUL", "LPAREN", "LBRACK", "FUNC", "MAP", "CHAN", "STRUCT", "INTERFACE", "ARROW", "TILDE")

    # ------------------------------------------------------------ after a complete part

    def _define(self, token: Token) -> Token:
        """`:=` for the `=` of a declaration."""
        self.report(token, ", expected =")
        return self.feed(self.next(token), "ASSIGN")

    def _inside(self, token: Token) -> Token | None:
        """What is complete may not be followed by `token`: the construct around it decides what was expected."""
        completed = self._completed()
        states, values, methods = completed.states, completed.values, completed.methods
        if token.type == "DEFINE" and completed.assignable:
            return self._define(token)
        if self._is(states, "top_level_decl"):
            return self._after_top_level(token)
        if self._is(states, "statement_list"):
            empty = self.parser.previous.type in ("LBRACE", "SEMICOLON", "COLON")
            if empty:
                return self._end_of_block(token)
            return self._paren_composite(token) or self._end_of_statement(token)
        terminals = self._terminals(states[-1])
        if terminals >= {"ASSIGN", "DEFINE", "COMMA"}:
            return self._list_statement(token)
        if terminals == {"STRING"}:
            return self._import_spec(token)
        if self._top() == "IDENT" and self._top(2) == "LBRACK" and token.type == "IDENT":
            after = self._interface_type_parameters(token)
            if after is not None:
                return after
        opener, inside = self._opener(states, values)
        in_header = self._header()[0] != ""
        if in_header and not self._can_reduce(states[-1]):
            row = self.actions[states[-1]]
            # the grammar takes a type in a header only for a part of a value: make it one
            if "literal_value" in row or (opener == "FUNC" and "block" in row):
                return self.feed(token, "LBRACE", "RBRACE")
            if "arguments" in row and terminals == {"LPAREN"}:
                return self.feed(token, "LPAREN", "RPAREN")
        if opener == "FUNC":
            if terminals == {"IDENT", "LPAREN"}:
                return self._func_name(token, "name or (")
            if terminals == {"IDENT"}:
                if not self._has_receiver():
                    self.builder.plain_error(self.builder.at(token), "method has no receiver")
                return self._func_name(token, "name")
            if token.type == "LBRACK":
                return self._func_type_parameters(token)
        if opener == "PERIOD" and terminals == {"IDENT", "LPAREN"}:
            self.report(token, ", expected name or (")
            return self.feed(self.skip(token, "SEMICOLON", "RPAREN"), "IDENT")
        if opener == "SELECT":
            self.report_plain(token, "missing { after select clause")
            return self.feed(self.skip(token, "CASE", "DEFAULT", "RBRACE"), "LBRACE")
        if in_header and terminals and terminals <= {"LBRACE", "SEMICOLON"}:
            return self._header_end(token)
        if opener == "CASE":
            return self.want(token, "COLON")
        if terminals == {"LPAREN", "LBRACK"}:
            return self.want(token, "LPAREN")
        if terminals == {"RBRACK"} and self._top() == "COMMA" and self._starts(self.parser.states[-4], *_ARRAY_TYPES):
            self.report_plain(self.parser.values[-1], "unexpected comma; expected ]")
        if len(terminals) == 1 and (self.parser.previous.type == "COMMA" or not terminals <= _CLOSERS):
            return self.want(token, *terminals)
        if "IDENT" in terminals and "RBRACE" not in terminals:
            return self.want(token, "IDENT")
        return self._list_end(token, inside, terminals, methods)

    def _opener(self, states: list[int], values: list[object]) -> tuple[str, int]:
        """The token that began the construct that is not complete, and the state after it."""
        for i in range(len(values) - 1, -1, -1):
            value = values[i]
            if isinstance(value, Token) and value.type not in ("COMMA", "ELLIPSIS", "SEMICOLON"):
                return value.type, states[i + 1]
        return "", states[0]

    def _list_end(self, token: Token, inside: int, terminals: set[str], methods: set[str]) -> Token | None:
        """After an element of a bracketed list, or of what else is bracketed."""
        row = self.actions[inside]
        found = [part for rule, part in _LISTS.items() if rule in row and part[2] in terminals]
        if not found and "index_or_none" in row:
            return self._index_end(token)
        if (
            not found
            and "bracketed" in row
            and (methods & _PARAMETERS or any(isinstance(v, Parameter) for v in self._elements()))
        ):
            found = [_LISTS["type_parameter_list"]]
        if not found:
            closers = sorted(terminals & _CLOSERS) or sorted(terminals)
            return self.want(token, closers[0]) if closers else None
        name, separator, close = found[0]
        if token.type == "$END":
            return self.want(token, close)
        self.report(token, f" in {name}; possibly missing {separator} or {self._text(close)}")
        token = self.skip(token, stop=_CLOSERS)
        return token if token.type == close else self.feed(token, close)

    def _elements(self) -> list[object]:
        """The elements on the stack, those of a list that is being gathered included."""
        elements: list[object] = []
        for value in self.parser.values[-4:]:
            elements.extend(value if isinstance(value, list) else [value])
        return elements
