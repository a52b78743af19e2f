"""Import paths that no package can have, in the compiler's words (checked with the real one)."""

from __future__ import annotations

import pytest

from minigo.check.resolver import import_path_problem
from tests.check.chunks import check_source


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("", "empty string"),
        ("a b", "invalid character U+0020 ' '"),
        ("a\\b", "invalid character U+005C '\\'"),
        ("c:/foo", "invalid character U+003A ':'"),
        ("a\u00a0b", "invalid character U+00A0"),
        ("a\x00", "invalid character U+0000"),
        ("a\ufffd", "invalid character U+FFFD '\ufffd'"),
        ("a[b", "invalid character U+005B '['"),
        ("ä/a-b.c~d", ""),
    ],
)
def test_characters(path: str, problem: str) -> None:
    assert import_path_problem(path) == problem


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("a b", "invalid import path (invalid character U+0020 ' ')"),
        ("/foo", "could not import /foo (import path cannot be absolute path)"),
        ("fmt/", 'could not import fmt/ (non-canonical import path "fmt/" (should be "fmt"))'),
        (
            "unicode//utf8",
            'could not import unicode//utf8 (non-canonical import path "unicode//utf8" (should be "unicode/utf8"))',
        ),
    ],
)
def test_imports(path: str, problem: str) -> None:
    assert check_source(f'package main\n\nimport _ "{path}"\n\nfunc main() {{}}\n') == [f"3:10: {problem}"]
