"""What the checker records about expressions and variables: lowering relies on it to the letter."""

from __future__ import annotations

import pytest

from minigo.check import check_package
from minigo.check.result import CheckResult
from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter
from minigo.syntax import ast
from minigo.syntax.exprstring import expr_string
from minigo.syntax.parser import parse
from minigo.types.objects import Var
from minigo.types.typestring import Qualifier, TypeWriter

DECLARATIONS = """package main

type T struct { a int; arr [3]int; p *T }
func (t T) Value() {}
func (t *T) Pointer() {}
type E struct { T }
type EP struct { *T }
func use(args ...any) {}
func pair() (int, string) { return 1, "" }
func id[P any](x P) P { return x }
var shift uint
"""


def check(body: str) -> CheckResult:
    fset = FileSet()
    source = fset.add("main.go", "/main.go", f"{DECLARATIONS}\nfunc main() {{\n{body}\n}}\n")
    tree, diagnostics = parse(source)
    assert tree is not None
    assert not diagnostics, diagnostics
    result = check_package([tree], "main", fset, LibraryImporter(fset))
    assert not result.diagnostics, result.diagnostics
    return result


def names(variables: set[Var]) -> list[str]:
    return sorted(v.name for v in variables)


def recorded(result: CheckResult, text: str) -> list[str]:
    """`mode type [value]` of every expression that reads `text`."""
    writer = TypeWriter(Qualifier(result.package))
    out = []
    for e, tv in result.info.types.items():
        if isinstance(e, ast.Expr) and expr_string(e) == text:
            value = tv.value.decode() if isinstance(tv.value, bytes) else tv.value
            out.append(f"{tv.mode} {writer.string(tv.type)}" + (f" {value}" if value is not None else ""))
    return out


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x := 1; use(&x)", ["x"]),
        ("x := 1; use(&(x))", ["x"]),
        ("var t T; use(&t.a)", ["t"]),
        ("var t T; use(&t.arr[1])", ["t"]),
        ("var t T; use(&t.p.a)", []),
        ("var t T; t.Pointer()", ["t"]),
        ("var t T; t.Value()", []),
        ("var e E; e.Pointer()", ["e"]),
        ("var e EP; e.Pointer()", []),
        ("t := &T{}; t.Pointer()", []),
        ("var t T; f := t.Pointer; f()", ["t"]),
        ("var arr [3]int; use(arr[:])", ["arr"]),
        ("s := []int{1}; use(s[:], &s[0])", []),
        ("p := &[3]int{}; use(p[:], &p[0])", []),
        ("var arrs [2][3]int; use(arrs[1][:])", ["arrs"]),
        ("use(&T{})", []),
    ],
)
def test_addressed(body: str, expected: list[str]) -> None:
    assert names(check(body).info.addressed) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x := 1; func() { use(x) }()", ["x"]),
        ("x := 1; func() { x = 2 }(); use(x)", ["x"]),
        ("x := 1; func() { func() { use(x) }() }()", ["x"]),
        ("x := 1; func() { y := x; use(y) }()", ["x"]),
        ("x := 1; func() { x := 2; use(x) }(); use(x)", []),
        ("func(a int) { use(a) }(1)", []),
        ("func(a int) { func() { use(a) }() }(1)", ["a"]),
        ("for i := 0; i < 3; i++ { go func() { use(i) }() }", ["i"]),
        ("for i, v := range []int{1} { func() { use(i, v) }() }", ["i", "v"]),
        ("switch v := any(1).(type) { case int: func() { use(v) }(); default: use(v) }", ["v"]),
        ("func() { use(shift) }()", []),
        ("if x, y := pair(); x > 0 { func() { use(y) }() }", ["y"]),
    ],
)
def test_captured(body: str, expected: list[str]) -> None:
    assert names(check(body).info.captured) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x := 1; use(x)", {}),
        ("x := 1; x = 2; x = 3; use(x)", {"x": 2}),
        ("x := 1; x++; x += 2; use(x)", {"x": 2}),
        ("x, y := 1, 2; x, z := 3, 4; use(x, y, z)", {"x": 1}),
        ("var x int; for x = range 3 { use(x) }", {"x": 1}),
        ("var x int; var s string; x, s = pair(); use(x, s)", {"x": 1, "s": 1}),
        ("var c chan int; var x int; select { case x = <-c: }; use(x)", {"x": 1}),
        ("var t T; t.a = 1; t.arr[0] = 2; use(t)", {}),
        ("x := 1; (x) = 2; use(x)", {"x": 1}),
    ],
)
def test_assigned(body: str, expected: dict[str, int]) -> None:
    result = check(body)
    assert {v.name: n for v, n in result.info.assigned.items()} == expected


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        ("var f float64 = 7; use(f)", "7", ["constant float64 7"]),
        ("var f float64; f = f * 7", "7", ["constant float64 7"]),
        ("var i int8; use(i + 7)", "7", ["constant int8 7"]),
        ("use(7)", "7", ["constant int 7"]),
        ("var x any = 7.5; use(x)", "7.5", ["constant float64 15/2"]),
        ("var b byte = 'a'; use(b)", "'a'", ["constant byte 97"]),
        ("var x int64 = 7 << shift; use(x)", "7", ["constant int64 7"]),
        ("var x int64 = 7 << shift; use(x)", "7 << shift", ["value int64"]),
        ("var x = 7 << shift; use(x)", "7", ["constant int 7"]),
        ("x := 1; use(x << 7)", "7", ["constant uint 7"]),
        ("var p *T; use(p == nil)", "nil", ["nilvalue *T"]),
        ("var e error = nil; use(e)", "nil", ["nilvalue error"]),
        ("x := 1; use(x == 7)", "7", ["constant int 7"]),
        ("x := 1; use(x == 7)", "x == 7", ["value bool"]),
        ("type B bool; x := 1; var b B = x == 7; use(b)", "x == 7", ["value B"]),
        ("x := 1; if x == 7 { }", "x == 7", ["value untyped bool"]),
        ("use(float32(0.1))", "float32(0.1)", ["constant float32 13421773/134217728"]),
        ("use(any(1) == 7)", "7", ["constant int 7"]),
        ('m := map[string]int{}; v, ok := m["k"]; use(v, ok)', 'm["k"]', ["commaok (int, bool)"]),
        ('m := map[string]int{}; use(m["k"])', 'm["k"]', ["mapindex int"]),
        ("var c chan int; v, ok := <-c; use(v, ok)", "<-c", ["commaok (int, bool)"]),
        ("var x any; v, ok := (x.(int)); use(v, ok)", "x.(int)", ["commaok (int, bool)"]),
        ("use(pair())", "pair()", ["value (int, string)"]),
        ("use([...]int{1, 2})", "[...]int", ["type [2]int"]),
        ("var f func(int) int = id; use(f)", "id", ["value func(x int) int"]),
        ("use(id(1))", "id", ["value func(x int) int"]),
        ("use(min(1, 2.5))", "min(1, 2.5)", ["constant float64 1"]),
        ("x := 2.5; use(min(9, x))", "9", ["constant float64 9"]),
        ("use(len([3]int{}))", "len([3]int{})", ["constant int 3"]),
        ('use(append([]byte(nil), "x"...))', '"x"', ["constant string x"]),
        ('for i, r := range "x" { use(i, r) }', '"x"', ["constant string x"]),
    ],
)
def test_types(body: str, text: str, expected: list[str]) -> None:
    assert recorded(check(body), text) == expected


def test_type_switch_variables_are_implicit() -> None:
    result = check("switch v := any(1).(type) { case int: use(v); case int8, string: use(v); default: use(v) }")
    clauses = [v for n, v in result.info.implicits.items() if isinstance(n, ast.CaseClause)]
    writer = TypeWriter(Qualifier(result.package))
    assert [writer.string(v.type) for v in clauses] == ["int", "any", "any"]


def test_selections_walk_embedded_fields() -> None:
    result = check("var e EP; e.a = 1; e.Value(); use(T.Value, (*E).Pointer)")
    found = {expr_string(s): (x.kind, x.path, x.indirect) for s, x in result.info.selections.items()}
    assert found == {
        "e.a": ("field", [0, 0], True),
        "e.Value": ("method", [0, -1], True),
        "T.Value": ("method_expr", [-1], False),
        "(*E).Pointer": ("method_expr", [0, -1], True),
    }


def test_instances_are_recorded() -> None:
    result = check("use(id(1), id[string], id(T{}))")
    writer = TypeWriter(Qualifier(result.package))
    assert [[writer.string(t) for t in i.type_args] for i in result.info.instances.values()] == [
        ["int"],
        ["string"],
        ["T"],
    ]
