"""Whatever the text is, the parser ends with a tree or with errors, and never with an exception."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from minigo.source import FileSet
from minigo.syntax import ast
from minigo.syntax.parser import MAX_DEPTH, MAX_ERRORS, parse
from tests.syntax.dump import parse_errors, parse_ok

PROGRAMS = sorted((Path(__file__).parent.parent.parent / "programs").rglob("*.go"))
BODY = "package p\n\nfunc f() {\n\t"


@pytest.mark.parametrize(
    "text",
    [
        BODY + "x := " + "(" * 10_000 + "1" + ")" * 10_000 + "\n}\n",
        BODY + "x := 1" + " + 1" * 10_000 + "\n}\n",
        BODY + "x" + ".y" * 10_000 + "\n}\n",
        BODY + "x" + "()" * 10_000 + "\n}\n",
        BODY + "x := " + "- " * 10_000 + "1\n}\n",
        BODY + "{" * 100_000,
        BODY + "(" * 100_000,
        BODY + "if x {}" + " else if x {}" * 5_000 + "\n}\n",
        BODY + "var x " + "[]" * 50_000 + "int\n}\n",
        BODY + "x := " + "func() { _ = " * 5_000,
        BODY + "x := " + "[]T{" * 10_000,
    ],
    ids=lambda text: text[len(BODY) : len(BODY) + 20],
)
def test_too_deep(text: str) -> None:
    (error,) = parse_errors(text)
    assert re.fullmatch(rf"4:\d+: syntax error: nested too deeply, more than {MAX_DEPTH} levels", error)


def test_deep_enough() -> None:
    n = MAX_DEPTH - 20
    parse_ok(f"{BODY}x := {'(' * n}1{')' * n}\n}}\n")
    parse_ok(f"{BODY}x := 1{' + 1' * n}\n}}\n")
    parse_ok(f"{BODY}x{'.y' * n}\n}}\n")


def test_length_is_not_depth() -> None:
    n = 5 * MAX_DEPTH
    tree = parse_ok(
        f"package p\n\nvar x = []int{{{'1, ' * n}}}\n\nfunc f() {{\n{'x = 1; ' * n}\n switch {{\n{'case 1: ' * n}\n}}\n"
        f"f({'1, ' * n})\nx(1{', 2' * n})\n}}\n" + "var y int\n" * n
    )
    assert len(tree.decls) == n + 2
    body = tree.decls[1]
    assert isinstance(body, ast.FuncDecl)
    assert body.body is not None
    assert len(body.body.stmts) == n + 3


@pytest.mark.parametrize(
    "text",
    [
        "\0" * 100_000,
        BODY + "\0" * 100_000,
        BODY + "@" * 20_000,
        BODY + "'" * 20_000,
        BODY + '"' + "\\" * 200_001,
        BODY + "`" * 20_001,
        BODY + "/*" + "*" * 200_000,
        BODY + "/*" * 50_000,
        BODY + "0x" + "1." * 10_000,
        BODY + "1_" * 20_000,
        BODY + "1" * 200_000,
        BODY + ";" * 20_000,
        BODY + "}" * 20_000,
        BODY + "é + " * 10_000,
        "\n" * 100_000,
        BODY + "\ud800\udfff\udc80",
        "a" * 200_000,
        BODY + "\ta b\n" * 20_000,
    ],
    ids=lambda text: ascii(text[len(BODY) - 2 : len(BODY) + 6]),
)
def test_strange_text(text: str) -> None:
    tree, errors = parse(FileSet().add("x.go", "/x.go", text))
    assert len(errors) <= MAX_ERRORS + 1
    assert errors
    assert tree is None or not any(e.message.startswith("syntax error") for e in errors)


@pytest.mark.parametrize("seed", range(4))
def test_noise(seed: int) -> None:
    r = random.Random(seed)
    alphabets = ["".join(map(chr, range(256))), "".join(map(chr, range(32, 127))) + "\n", "(){}[];,.\n\"'`x1 =:<-"]
    for alphabet in alphabets:
        parse(FileSet().add("x.go", "/x.go", BODY + "".join(r.choices(alphabet, k=20_000))))


WORDS = re.split(
    " ",
    "( ) [ ] { } , ; : . ... := = == + - * <- ++ | ~ ! func type var const if else for switch select case default go"
    " defer return range struct interface map chan import package break goto x y 1 \"s\" 'a'",
)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_programs(seed: int) -> None:
    """Programs with a few tokens lost, changed or put in."""
    r = random.Random(seed)
    for _ in range(25):
        words = re.split(r"(\W)", r.choice(PROGRAMS).read_text(encoding="utf-8"))
        for _ in range(r.randint(1, 4)):
            words[r.randrange(len(words))] = r.choice(["", *WORDS])
        tree, errors = parse(FileSet().add("x.go", "/x.go", "".join(words)))
        assert tree is not None or errors
