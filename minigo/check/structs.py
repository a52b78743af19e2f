"""Struct and interface types, and unions of types in constraints."""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.source import Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import start_pos
from minigo.types.constants import unquote
from minigo.types.lookup import deref
from minigo.types.objects import Func, Var
from minigo.types.predicates import is_type_param, is_valid
from minigo.types.quote import quote
from minigo.types.types import INVALID, Basic, Interface, Pointer, Signature, Struct, Term, Type, Union
from minigo.types.typeset import identical, overlapping, type_set
from minigo.types.universe import COMPARABLE

_MAX_TERMS = 100


class Structs(CheckerBase):
    """Struct and interface types."""

    # ------------------------------------------------------------ structs

    def struct_type(self, t: Struct, e: ast.StructType) -> None:
        seen: dict[str, Var] = {}
        has_tags = False
        for field in e.fields.fields:
            typ = self.var_type(field.type)
            tag = ""
            if field.tag is not None and field.tag.kind != "STRING":
                wrong = quote(field.tag.value.encode("utf-8", "surrogateescape"))
                self.error(field.tag.pos, f"invalid syntax tree: incorrect tag syntax: {wrong}")
            elif field.tag is not None:
                tag = unquote(field.tag.value).decode("utf-8", "surrogateescape")
                has_tags = True
            names = field.names
            embedded = not names
            if embedded:
                ident = _embedded_name(field.type)
                if ident is None:
                    self.error(start_pos(field.type), f"invalid embedded field type {self.expr_string(field.type)}")
                    continue
                names = [ident]
                self._check_embedded_later(start_pos(field.type), typ)
            for ident in names:
                var = Var(ident.name, typ, ident.pos, self.pkg, embedded=embedded, is_field=True)
                if ident.name != "_":
                    alt = seen.setdefault(ident.name, var)
                    if alt is not var:
                        self.error_parts(
                            ident.pos,
                            f"{ident.name} redeclared",
                            (alt.pos, f"other declaration of {ident.name}"),
                        )
                        continue
                t.fields.append(var)
                t.tags.append(tag)
                self.record_def(ident, var)
        if not has_tags:
            t.tags.clear()

    def _check_embedded_later(self, pos: Pos, typ: Type) -> None:
        def check() -> None:
            t, is_ptr = deref(typ)
            u = t.underlying()
            if isinstance(u, Basic) and u.kind == "unsafe.Pointer":
                self.error(pos, "embedded field type cannot be unsafe.Pointer")
            elif isinstance(u, Pointer):
                self.error(pos, "embedded field type cannot be a pointer")
            elif isinstance(u, Interface):
                if is_type_param(t):
                    self.error(pos, "embedded field type cannot be a (pointer to a) type parameter")
                elif is_ptr:
                    self.error(pos, "embedded field type cannot be a pointer to an interface")

        self.later(check)

    # ------------------------------------------------------------ interfaces

    def interface_type(self, t: Interface, e: ast.InterfaceType) -> None:
        for field in e.methods.fields:
            if not field.names:
                t.embeddeds.append(self._union(field.type))
                t.embed_pos.append(start_pos(field.type))
                continue
            ident = field.names[0]
            if ident.name == "_":
                self.error(ident.pos, "methods must have a unique non-blank name")
                continue
            sig = self.typ(field.type)
            if not isinstance(sig, Signature):
                continue
            method = Func(ident.name, sig, ident.pos, self.pkg)
            sig.recv = Var("", t, ident.pos, self.pkg)
            self.record_def(ident, method)
            t.methods.append(method)
        t.methods.sort(key=lambda m: m.name)
        t.complete = True
        if t.methods or t.embeddeds:
            self.later(lambda: self._check_interface(t))

    def _check_interface(self, t: Interface) -> None:
        """Report methods that are declared twice, here or by embedded interfaces."""
        type_set(t)  # before those of what it embeds: if that embeds `t` in turn, it gets its methods
        seen: dict[str, tuple[Func, Pos]] = {}
        for m in sorted(t.methods, key=lambda m: m.pos):
            if m.name in seen:
                self._duplicate_method(m.name, m.pos, seen[m.name][1])
            else:
                seen[m.name] = m, m.pos
        for embedded, pos in zip(list(t.embeddeds), t.embed_pos, strict=True):
            u = embedded.underlying()
            if not isinstance(u, Interface):
                if is_valid(u) and not self._may_embed(embedded, pos):
                    t.embeddeds.remove(embedded)  # else every use of the type were an error too
                    t.type_set = None
                continue
            for m in type_set(u).methods:
                known = seen.setdefault(m.name, (m, pos))
                again = known != (m, pos)
                if again and not (self.allow_version(pos, (1, 14)) and identical(known[0].type, m.type)):
                    self._duplicate_method(m.name, pos, known[1])
        type_set(t)

    def _may_embed(self, t: Type, pos: Pos) -> bool:
        u = t.underlying()
        if isinstance(u, Union):
            return self.verify_version(pos, (1, 18), f"embedding interface element {self.type_string(u)}")
        return self.verify_version(pos, (1, 18), f"embedding non-interface type {self.type_string(t)}")

    def _duplicate_method(self, name: str, pos: Pos, other: Pos) -> None:
        self.error_parts(pos, f"duplicate method {name}", (other, f"other declaration of method {name}"))

    # ------------------------------------------------------------ unions

    def _union(self, e: ast.Expr) -> Type:
        """An embedded element of an interface: a type, `~T`, or a union of them."""
        exprs: list[ast.Expr] = []
        operators: list[ast.Expr] = []
        _flatten(e, exprs, operators)
        terms = [self._term(x) for x in exprs]
        if len(terms) == 1 and not terms[0].tilde:
            return terms[0].type
        if len(terms) > _MAX_TERMS:
            message = f"cannot handle more than {_MAX_TERMS} union terms (implementation limitation)"
            self.error(start_pos(exprs[_MAX_TERMS]), message)
            return INVALID
        union = Union(terms)
        for operator in operators:
            self.record_type_and_value(operator, "type", union, None)
        self.later(lambda: self._check_terms(terms, exprs))
        return union

    def _term(self, e: ast.Expr) -> Term:
        tilde = isinstance(e, ast.UnaryExpr) and e.op == "~"
        x = e.x if isinstance(e, ast.UnaryExpr) and tilde else e
        typ = self.typ(x)
        if is_type_param(typ):
            if tilde:
                self.error(start_pos(x), f"type in term {self.expr_string(e)} cannot be a type parameter")
            else:
                self.error(start_pos(x), "term cannot be a type parameter")
            typ = INVALID
        term = Term(tilde, typ)
        if tilde:
            self.record_type_and_value(e, "type", Union([term]), None)
        return term

    def _check_terms(self, terms: list[Term], exprs: list[ast.Expr]) -> None:
        for i, term in enumerate(terms):
            if not is_valid(term.type):
                continue
            pos = start_pos(exprs[i])
            u = term.type.underlying()
            text = self.type_string(term.type)
            if term.tilde:
                if isinstance(u, Interface):
                    self.soft_error(pos, f"invalid use of ~ ({text} is an interface)")
                    continue
                if not identical(u, term.type):
                    self.soft_error(pos, f"invalid use of ~ (underlying type of {text} is {self.type_string(u)})")
                    continue
            if isinstance(u, Interface):
                ts = type_set(u)
                if ts.methods:
                    path = self.term_string(term)
                    self.soft_error(pos, f"cannot use {path} in union ({path} contains methods)")
                elif term.type is COMPARABLE:
                    self.soft_error(pos, "cannot use comparable in union")
                elif ts.comparable:
                    path = self.term_string(term)
                    self.soft_error(pos, f"cannot use {path} in union ({path} embeds comparable)")
                continue
            for other in terms[:i]:
                valid = is_valid(other.type) and not isinstance(other.type.underlying(), Interface)
                if valid and overlapping(other, term):
                    self.soft_error(pos, f"overlapping terms {self.term_string(term)} and {self.term_string(other)}")
                    break


def _embedded_name(e: ast.Expr) -> ast.Ident | None:
    """The identifier that names an embedded field: that of its type."""
    match e:
        case ast.Ident():
            return e
        case ast.StarExpr() if not isinstance(e.x, ast.StarExpr):
            return _embedded_name(e.x)
        case ast.SelectorExpr():
            return e.sel
        case ast.IndexExpr():
            return _embedded_name(e.x)
        case ast.ParenExpr():
            return _embedded_name(e.x)
        case _:
            return None


def _flatten(e: ast.Expr, exprs: list[ast.Expr], operators: list[ast.Expr]) -> None:
    if isinstance(e, ast.BinaryExpr) and e.op == "|":
        _flatten(e.x, exprs, operators)
        _flatten(e.y, exprs, operators)
        operators.append(e)
    else:
        exprs.append(e)
