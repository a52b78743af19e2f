"""A short text of a syntax tree, for tests: `Class(field, ...)` without positions, names as they are."""

from __future__ import annotations

from minigo import record
from minigo.source import FileSet, Pos, pos_column, pos_line
from minigo.syntax import ast
from minigo.syntax.parser import parse

_POSITIONS = frozenset(
    {"pos", "op_pos", "lbrack", "rbrack", "lparen", "rparen", "rbrace", "closing", "arrow", "colon", "extra"}
)


def dump(value: object) -> str:
    match value:
        case ast.Ident():
            return value.name
        case ast.BasicLit():
            return f"{value.kind}:{value.value}"
        case ast.Node():
            fields = [f.name for f in record.fields(value) if f.name not in _POSITIONS]
            return f"{type(value).__name__}({', '.join(dump(getattr(value, name)) for name in fields)})"
        case list():
            return f"[{' '.join(map(dump, value))}]"
        case None:
            return "-"
        case bool():
            return str(value).lower()
        case _:
            return str(value) or "''"


def parse_ok(text: str) -> ast.SourceFile:
    """The tree of a Go file that has no errors."""
    tree, errors = parse(FileSet().add("x.go", "/x.go", text))
    assert errors == []
    assert tree is not None
    return tree


def parse_errors(text: str) -> list[str]:
    """The errors of a Go file, as gc prints them, without the file name."""
    _, errors = parse(FileSet().add("x.go", "/x.go", text))
    return [f"{at(e.pos)}: {e.message}" for e in errors]


def parse_decl(text: str) -> ast.Decl:
    return parse_ok(f"package p\n\n{text}\n").decls[-1]


def parse_stmt(text: str) -> ast.Stmt:
    """The first statement of a function whose body is `text`, on lines of their own from line 4."""
    decl = parse_decl(f"func f() {{\n{text}\n}}")
    assert isinstance(decl, ast.FuncDecl)
    assert decl.body is not None
    return decl.body.stmts[0]


def parse_expr(text: str) -> ast.Expr:
    """The expression `text`, on line 3 from column 9."""
    decl = parse_decl(f"var x = {text}")
    assert isinstance(decl, ast.GenDecl)
    spec = decl.specs[0]
    assert isinstance(spec, ast.ValueSpec)
    return spec.values[0]


def parse_type(text: str) -> ast.Expr:
    """The type `text`, on line 3 from column 7."""
    decl = parse_decl(f"var x {text}")
    assert isinstance(decl, ast.GenDecl)
    spec = decl.specs[0]
    assert isinstance(spec, ast.ValueSpec)
    assert spec.type is not None
    return spec.type


def at(pos: Pos) -> str:
    return f"{pos_line(pos)}:{pos_column(pos)}"
