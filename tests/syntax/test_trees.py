"""Every construct of the grammar gives the right tree, at the right positions.

A file under trees/ holds pairs of lines: Go text, and, indented, the dump of its tree.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minigo.source import FileSet
from minigo.syntax import ast
from minigo.syntax.exprstring import expr_string
from minigo.syntax.parser import parse
from tests.syntax.dump import at, dump, parse_decl, parse_expr, parse_ok, parse_stmt, parse_type

HERE = Path(__file__).parent
PROGRAMS = HERE.parent.parent / "programs"
PARSERS: dict[str, Callable[[str], ast.Node]] = {
    "expressions": parse_expr,
    "types": parse_type,
    "statements": parse_stmt,
    "declarations": parse_decl,
}


def cases(*names: str) -> list[tuple[str, str, str]]:
    found = []
    for name in names:
        lines = (HERE / "trees" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        found += [(name, text, tree.strip()) for text, tree in zip(lines[::2], lines[1::2], strict=True)]
    return found


@pytest.mark.parametrize(("kind", "text", "tree"), cases(*PARSERS), ids=str)
def test_tree(kind: str, text: str, tree: str) -> None:
    assert dump(PARSERS[kind](text)) == tree


@pytest.mark.parametrize(("kind", "text", "tree"), cases("expressions", "types"), ids=str)
def test_the_printed_text_parses_to_the_same(kind: str, text: str, tree: str) -> None:
    shortened = "…"
    node = PARSERS[kind](text)
    assert isinstance(node, ast.Expr)
    printed = expr_string(node)
    if shortened not in printed:
        assert dump(PARSERS[kind](printed)) == tree


@pytest.mark.parametrize("path", sorted(PROGRAMS.rglob("*.go")), ids=lambda p: p.name)
def test_programs(path: Path) -> None:
    expected = path.with_suffix(".err")
    broken = expected.exists() and "syntax error" in expected.read_text(encoding="utf-8")
    tree, errors = parse(FileSet().add(path.name, str(path), path.read_text(encoding="utf-8")))
    assert (tree is None) == broken
    assert any(e.message.startswith("syntax error") for e in errors) == broken


# ---------------------------------------------------------------- positions


def test_positions_of_expressions() -> None:
    x = parse_expr("a.b[1](c, d...) + -e")
    assert isinstance(x, ast.BinaryExpr)
    assert (at(x.pos), at(x.op_pos), at(x.y.pos)) == ("3:9", "3:25", "3:27")
    call = x.x
    assert isinstance(call, ast.CallExpr)
    assert (at(call.pos), at(call.lparen), at(call.rparen)) == ("3:9", "3:15", "3:23")
    index = call.fun
    assert isinstance(index, ast.IndexExpr)
    assert (at(index.pos), at(index.lbrack), at(index.rbrack)) == ("3:9", "3:12", "3:14")
    selector = index.x
    assert isinstance(selector, ast.SelectorExpr)
    assert (at(selector.pos), at(selector.sel.pos)) == ("3:9", "3:11")


def test_positions_of_literals() -> None:
    x = parse_expr("map[K]T{\n\t1: {\n\t},\n}")
    assert isinstance(x, ast.CompositeLit)
    assert (at(x.pos), at(x.rbrace)) == ("3:9", "6:1")
    pair = x.elts[0]
    assert isinstance(pair, ast.KeyValueExpr)
    assert isinstance(pair.value, ast.CompositeLit)
    assert (at(pair.pos), at(pair.value.pos), at(pair.value.rbrace)) == ("4:2", "4:5", "5:2")
    func = parse_expr("func(a T) (b U) {}")
    assert isinstance(func, ast.FuncLit)
    assert func.type.results is not None
    results = func.type.results
    assert (at(func.pos), at(func.type.pos), at(func.type.params.pos)) == ("3:9", "3:9", "3:13")
    assert (at(func.type.params.closing), at(results.pos), at(results.closing)) == ("3:17", "3:19", "3:23")
    assert (at(func.body.pos), at(func.body.rbrace)) == ("3:25", "3:26")
    sliced = parse_expr("a[1:2]")
    assert isinstance(sliced, ast.SliceExpr)
    assert (at(sliced.pos), at(sliced.lbrack)) == ("3:9", "3:10")


def test_positions_of_types() -> None:
    t = parse_type("*struct{ a, b <-chan int `t` }")
    assert isinstance(t, ast.StarExpr)
    assert isinstance(t.x, ast.StructType)
    assert (at(t.pos), at(t.x.pos), at(t.x.fields.pos), at(t.x.fields.closing)) == ("3:7", "3:8", "3:14", "3:36")
    field = t.x.fields.fields[0]
    assert field.tag is not None
    assert [at(n.pos) for n in (field, *field.names, field.type, field.tag)] == ["3:16", "3:16", "3:19", "3:21", "3:32"]
    received = parse_expr("f(<-chan int)")
    assert isinstance(received, ast.CallExpr)
    assert at(received.args[0].pos) == "3:11"


def test_positions_of_statements() -> None:
    decl = parse_decl(
        "func f() {\n\tx, y := <-c, 2\n\tc <- x\n\tx.y++\n\tif x { } else { }\n\tgo f()\nL:\n\treturn x\n}"
    )
    assert isinstance(decl, ast.FuncDecl)
    assert decl.body is not None
    assert (at(decl.pos), at(decl.name.pos), at(decl.body.pos), at(decl.body.rbrace)) == ("3:1", "3:6", "3:10", "11:1")
    define, send, increment, branch, spawn, labeled = decl.body.stmts
    assert isinstance(define, ast.AssignStmt)
    assert isinstance(send, ast.SendStmt)
    assert isinstance(increment, ast.IncDecStmt)
    assert isinstance(branch, ast.IfStmt)
    assert isinstance(spawn, ast.GoStmt)
    assert isinstance(labeled, ast.LabeledStmt)
    assert (at(define.pos), at(define.op_pos), at(define.rhs[0].pos)) == ("4:2", "4:7", "4:10")
    assert (at(send.pos), at(send.arrow), at(send.value.pos)) == ("5:2", "5:4", "5:7")
    assert (at(increment.pos), at(increment.op_pos)) == ("6:2", "6:5")
    assert branch.orelse is not None
    assert (at(branch.pos), at(branch.body.pos), at(branch.body.rbrace), at(branch.orelse.pos)) == (
        "7:2",
        "7:7",
        "7:9",
        "7:16",
    )
    assert (at(spawn.pos), at(spawn.call.pos)) == ("8:2", "8:5")
    assert (at(labeled.pos), at(labeled.stmt.pos)) == ("9:1", "10:2")


def test_positions_of_clauses_and_methods() -> None:
    switch = parse_stmt("switch x {\ncase 1:\n\tf()\ndefault:\n}")
    assert isinstance(switch, ast.SwitchStmt)
    assert [at(p) for p in (switch.pos, switch.rbrace)] == ["4:1", "8:1"]
    assert [(at(c.pos), at(c.colon)) for c in switch.body] == [("5:1", "5:7"), ("7:1", "7:8")]
    interface = parse_type("interface {\n\tm(x int)\n}")
    assert isinstance(interface, ast.InterfaceType)
    method = interface.methods.fields[0]
    assert (at(method.pos), at(method.type.pos)) == ("4:2", "4:2")


def test_columns_count_bytes() -> None:
    x = parse_expr('é + "世界" /* 世 */ + b')
    assert isinstance(x, ast.BinaryExpr)
    assert (at(x.x.pos), at(x.op_pos), at(x.y.pos)) == ("3:9", "3:33", "3:35")


def test_long_lines_are_clamped() -> None:
    tree = parse_ok("package p\n\nvar x = 1 /* " + "a" * 70_000 + " */ + y; var é int\n")
    spec = tree.decls[0]
    assert isinstance(spec, ast.GenDecl)
    assert isinstance(spec.specs[0], ast.ValueSpec)
    x = spec.specs[0].values[0]
    assert isinstance(x, ast.BinaryExpr)
    assert (at(x.pos), at(x.op_pos), at(tree.decls[1].pos)) == ("3:9", "3:65535", "3:65535")


def test_the_file_and_its_directives() -> None:
    tree = parse_ok(
        '//go:build ignore\n\n// text\npackage p // c\n\nimport "fmt"\n\n//go:noinline\nfunc f() {} //go:x\n'
    )
    assert tree.package.name == "p"
    assert [(at(pos), text) for pos, text in tree.directives] == [
        ("1:1", "//go:build ignore"),
        ("8:1", "//go:noinline"),
    ]
    assert [spec.path.value for spec in tree.imports()] == ['"fmt"']


def test_malformed_literals_are_bad_expressions() -> None:
    tree, errors = parse(FileSet().add("x.go", "/x.go", "package p\n\nvar a, b, c, d = 08, 'ab', \"\\q\", 1\n"))
    assert len(errors) == 3
    assert tree is not None
    assert dump(tree.decls[0]) == "GenDecl(var, [ValueSpec([a b c d], -, [BadExpr() BadExpr() BadExpr() INT:1], 0)])"
