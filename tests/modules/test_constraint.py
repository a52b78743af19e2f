"""Build constraints: the expressions, where they stand, and the language version that they imply."""

from __future__ import annotations

import pytest

from minigo.buildtags import has_tag, name_matches, text_matches
from minigo.syntax.constraint import ConstraintError, constraint_of, go_version, parse_constraint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("linux", True),
        ("windows", False),
        ("!windows && amd64", True),
        ("linux && !(unix || windows)", False),
        ("windows || linux && gc", True),
        ("go1.22", True),
        ("go1.99", False),
        ("cgo || race || ignore || gccgo", False),
    ],
)
def test_expressions(text: str, expected: bool) -> None:
    assert text_matches(f"//go:build {text}\n\npackage p\n") is expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("linux &", "invalid syntax at &"),
        ("linux &&", "unexpected end of expression"),
        ("", "unexpected end of expression"),
        ("(linux", "missing close paren"),
        ("linux)", "unexpected token )"),
        ("!!linux", "double negation not allowed"),
        ("linux amd64", "unexpected token amd64"),
        ("|| linux", "unexpected token ||"),
    ],
)
def test_what_is_no_expression(text: str, message: str) -> None:
    with pytest.raises(ConstraintError) as caught:
        parse_constraint(text)
    assert str(caught.value) == f"parsing //go:build line: {message}"


def test_where_a_constraint_stands() -> None:
    assert constraint_of("package p\n\n//go:build linux\n") is None
    assert constraint_of("/* //go:build windows */\npackage p\n") is None
    assert constraint_of("/* c */ //go:build windows\npackage p\n") is None
    assert constraint_of("//  go:build windows\npackage p\n") is None
    assert constraint_of("// c\n\n\t//go:build a\npackage p\n") == "a"
    with pytest.raises(ConstraintError, match="multiple //go:build comments"):
        constraint_of("//go:build a\n//go:build b\n\npackage p\n")


def test_the_older_form() -> None:
    assert constraint_of("// +build a,!b c\n// +build d\n\npackage p\n") == (
        "&&",
        ("||", ("&&", "a", ("!", "b")), "c"),
        "d",
    )
    assert constraint_of("// +build a\npackage p\n") is None, "no blank line before the package clause"
    assert constraint_of("//go:build x\n// +build a\n\npackage p\n") == "x"


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("go1.21", "go1.21"),
        ("linux && go1.20", "go1.20"),
        ("linux || go1.20", ""),
        ("go1.18 || go1.22", "go1.18"),
        ("go1.18 && go1.22", "go1.22"),
        ("!go1.21", ""),
        ("!(!go1.19 || windows)", "go1.19"),
    ],
)
def test_the_implied_version(text: str, version: str) -> None:
    assert go_version(parse_constraint(text)) == version


def test_file_names() -> None:
    assert all(name_matches(n) for n in ("a.go", "linux.go", "a_linux.go", "a_amd64.go", "a_linux_amd64.go", "a_b.go"))
    assert not any(name_matches(n) for n in ("a_windows.go", "a_arm64.go", "a_linux_arm64.go", "a_js_wasm.go"))
    assert name_matches("a_windows_b.go")
    assert not name_matches("a_windows_test.go")


def test_tags() -> None:
    assert all(has_tag(t) for t in ("linux", "amd64", "unix", "gc", "go1.1", "go1.27"))
    assert not any(has_tag(t) for t in ("go1.28", "go1", "cgo", "race", "windows", "go1.01"))
