"""What older versions of the language do not have yet, in gc's words (checked with the real toolchain)."""

from __future__ import annotations

import pytest

from minigo.check import check_package
from minigo.source import FileSet, pos_column, pos_line
from minigo.stdlib.importer import LibraryImporter
from minigo.syntax.parser import parse

RANGE = "func f() {\n\tfor range 10 {\n\t}\n}"


def errors(declarations: str, lang: str, go_version: str = "", allow_unused: bool = False) -> list[str]:
    fset = FileSet()
    tree, found = parse(fset.add("./t.go", "/t.go", f"package p\n\n{declarations}\n"))
    assert tree is not None
    assert not found
    tree.go_version = go_version
    result = check_package([tree], "p", fset, LibraryImporter(fset), lang=lang, allow_unused=allow_unused)
    return [f"{pos_line(d.pos)}:{pos_column(d.pos)}: {d.message}" for d in result.diagnostics]


GENERIC = (
    "func f[P interface{}](P) P { panic(0) }; func h(func(int) int) {}; func g[P, Q interface{}](Q) P { panic(0) }"
)


@pytest.mark.parametrize(
    ("statement", "since", "expected"),
    [
        ("f(1)", 18, "5:2: implicit function instantiation"),
        ("f[int](1)", 18, "5:2: function instantiation"),
        ("g[int](1)", 18, "5:2: function instantiation"),
        ("h(f)", 21, "5:4: implicitly instantiated function as argument"),
        ("var _ func(int) int = f", 21, "5:24: implicitly instantiated function in assignment"),
        ("var _ func(int) int = g[int]", 21, "5:25: partially instantiated function in assignment"),
    ],
)
def test_instantiation_needs_its_version(statement: str, since: int, expected: str) -> None:
    lang = f"go1.{since - 1}"
    text = f"{GENERIC}\nfunc x() {{\n\t{statement}\n}}"
    assert f"{expected} requires go1.{since} or later (-lang was set to {lang}; check go.mod)" in errors(text, lang)
    assert errors(text, f"go1.{since}") == []


@pytest.mark.parametrize(
    ("declarations", "since", "expected"),
    [
        ("var v any", 18, "3:7: predeclared any"),
        ("func f[P any]() {}", 18, "3:8: type parameter"),
        ("type T[P interface{ int }] int", 18, "3:8: type parameter"),
        ("type I interface{ int }", 18, "3:19: embedding non-interface type int"),
        ("type I interface{ ~int | string }", 18, "3:19: embedding interface element ~int | string"),
        ("type T[P int] = int", 23, "3:8: generic type alias"),
        ("func f(m map[int]int) { clear(m) }", 21, "3:25: clear"),
        ("var v = max(1, 2)", 21, "3:9: built-in max"),
        ("var v = min(1, 2)", 21, "3:9: built-in min"),
        (RANGE, 22, "4:12: cannot range over 10 (untyped int constant):"),
        ("type T struct{}; func (T) m[P interface{}](P) {}", 27, "3:29: generic method"),
        ("var v = new(5)", 26, "3:9: new(5)"),
        ("type T = int", 9, "3:6: type alias"),
        ("const c = 0b11", 13, "3:11: binary literal"),
        ("const c = 1_0", 13, "3:11: underscore in numeric literal"),
        ("const c = 0o1", 13, "3:11: 0o/0O-style octal literal"),
        ("const c = 0x1p3", 13, "3:11: hexadecimal floating-point literal"),
        (
            "func f(x int) int { return 1 << x }",
            13,
            "3:33: invalid operation: signed shift count x (variable of type int)",
        ),
        (
            "func f(s []int) [2]int { return [2]int(s) }",
            20,
            "3:40: cannot convert s (variable of type []int) to type [2]int: conversion of slice to array",
        ),
    ],
)
def test_a_feature_needs_its_version(declarations: str, since: int, expected: str) -> None:
    lang = f"go1.{since - 1}"
    reason = f"requires go1.{since} or later (-lang was set to {lang}; check go.mod)"
    assert errors(declarations, lang)[0] == f"{expected} {reason}"
    assert errors(declarations, f"go1.{since}") == []


def test_a_file_may_ask_for_a_version_of_its_own() -> None:
    assert errors(RANGE, "go1.22", "go1.21") == [
        "4:12: cannot range over 10 (untyped int constant): requires go1.22 or later (file declares //go:build go1.21)"
    ]
    assert errors(RANGE, "go1.21", "go1.22") == []


def test_unused_variables_and_imports_can_be_allowed() -> None:
    text = 'import "fmt"\n\nfunc f(a any) {\n\tx := 1\n\tswitch t := a.(type) {\n\t}\n}'
    assert errors(text, "go1.27") == [
        '3:8: "fmt" imported and not used',
        "6:2: declared and not used: x",
        "7:9: t declared and not used",
    ]
    assert errors(text, "go1.27", allow_unused=True) == []


def test_before_go1_14_embedded_methods_must_not_overlap() -> None:
    declarations = "type I interface{ M() }\n\ntype J interface {\n\tI\n\tI\n}"
    assert errors(declarations, "go1.13") == ["7:2: duplicate method M\n\t./t.go:6:2: other declaration of method M"]
    assert errors(declarations, "go1.14") == []


def test_an_element_that_a_version_lacks_is_told_once() -> None:
    declarations = "type I interface{ int }\n\nfunc f() I { return struct{}{} }"
    assert len(errors(declarations, "go1.17")) == 1
