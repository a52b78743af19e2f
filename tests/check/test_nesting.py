"""Deeply nested programs, as deep as the parser lets through, do not exhaust Python's stack."""

from __future__ import annotations

import sys

import pytest

from tests.check.chunks import check_source

DEPTH = 450


@pytest.mark.parametrize(
    "declaration",
    [
        "var x = " + "(" * DEPTH + "1" + ")" * DEPTH,
        "var y = 1\nvar x = " + "+".join(["y"] * DEPTH),
        "func f() {" + "{" * DEPTH + "}" * DEPTH + "}",
        "type T " + "[]" * DEPTH + "int",
        "type T " + "struct { f " * (DEPTH // 3) + "int" + "}" * (DEPTH // 3),
    ],
    ids=["parentheses", "operators", "blocks", "slices", "structs"],
)
def test_deep_nesting(declaration: str) -> None:
    limit = sys.getrecursionlimit()
    assert check_source(f"package main\n\n{declaration}\n\nfunc main() {{}}\n") == []
    assert sys.getrecursionlimit() == limit
