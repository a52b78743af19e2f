"""Build constraints: the `//go:build` line (or the older `// +build` lines) before a file's package clause.

An expression is a tag, or a tuple `("!", x)`, `("&&", x, y)`, `("||", x, y)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Expr = str | tuple["str", "Expr"] | tuple["str", "Expr", "Expr"]

_HEADER = re.compile(r"\s*(?://[^\n]*(?:\n|$)|/\*.*?\*/)", re.DOTALL)
_GO_BUILD = re.compile(r"//go:build(?:[ \t]+(.*))?$")
_PLUS_BUILD = re.compile(r"//[ \t]*\+build(?:[ \t]+(.*))?$")
_TOKEN = re.compile(r"[ \t]*(&&|\|\||[!()]|[\w.]+)")
_GO_VERSION = re.compile(r"go1\.(\d+)")


class ConstraintError(Exception):
    """A constraint that cannot be understood: the message says why."""


def constraint_of(text: str) -> Expr | None:
    """The build constraint of a Go file, None when it has none. Raises ConstraintError."""
    go_build: list[str] = []
    plus_build: list[str] = []
    blank = 0
    offset = 0
    while match := _HEADER.match(text, offset):
        offset = match.end()
        line = match.group().strip()
        if text[text.rfind("\n", 0, offset - len(match.group().lstrip())) + 1 : offset].lstrip()[:2] != "//":
            continue
        if found := _GO_BUILD.match(line):
            go_build.append(found[1] or "")
        elif found := _PLUS_BUILD.match(line):
            plus_build.append(found[1] or "")
        # The older lines count only if a blank line stands between them and the package clause.
        if re.match(r"[ \t\r]*\n", text[offset:]):
            blank = len(plus_build)
    if len(go_build) > 1:
        raise ConstraintError("multiple //go:build comments")
    if go_build:
        return parse_constraint(go_build[0])
    expr: Expr | None = None
    for line in plus_build[:blank]:
        expr = _both(expr, _plus_line(line))
    return expr


def parse_constraint(text: str) -> Expr:
    """The expression of a //go:build line. Raises ConstraintError."""
    tokens: list[str] = []
    offset = 0
    text = text.rstrip()
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None:
            raise ConstraintError(f"parsing //go:build line: invalid syntax at {text[offset:].lstrip()[:1]}")
        tokens.append(match[1])
        offset = match.end()
    tokens.append("")
    expr = _either_of(tokens)
    if tokens[0]:
        raise ConstraintError(f"parsing //go:build line: unexpected token {tokens[0]}")
    return expr


def _either_of(tokens: list[str]) -> Expr:
    x = _all_of(tokens)
    while tokens[0] == "||":
        tokens.pop(0)
        x = ("||", x, _all_of(tokens))
    return x


def _all_of(tokens: list[str]) -> Expr:
    x = _not(tokens)
    while tokens[0] == "&&":
        tokens.pop(0)
        x = ("&&", x, _not(tokens))
    return x


def _not(tokens: list[str]) -> Expr:
    token = tokens[0]
    if token == "":
        raise ConstraintError("parsing //go:build line: unexpected end of expression")
    tokens.pop(0)
    if token == "!":
        if tokens[0] == "!":
            raise ConstraintError("parsing //go:build line: double negation not allowed")
        return ("!", _not(tokens))
    if token == "(":
        x = _either_of(tokens)
        if tokens[0] != ")":
            raise ConstraintError("parsing //go:build line: missing close paren")
        tokens.pop(0)
        return x
    if token in (")", "&&", "||"):
        raise ConstraintError(f"parsing //go:build line: unexpected token {token}")
    return token


def _plus_line(text: str) -> Expr:
    """`// +build a,b !c` is (a && b) || !c. Words that are no tags are never satisfied."""
    options: Expr | None = None
    for word in text.split():
        option: Expr | None = None
        for name in word.split(","):
            tag = name.removeprefix("!")
            good = re.fullmatch(r"[\w.]+", tag) is not None
            term: Expr = ("!", tag) if good and name != tag else tag if good else "ignore"
            option = _both(option, term)
        assert option is not None
        options = option if options is None else ("||", options, option)
    return options if options is not None else "ignore"


def _both(x: Expr | None, y: Expr) -> Expr:
    return y if x is None else ("&&", x, y)


def satisfied(expr: Expr, tag: Callable[[str], bool]) -> bool:
    """The value of a constraint where `tag` says which tags are set."""
    match expr:
        case ("!", x):
            return not satisfied(x, tag)
        case ("&&", x, y):
            return satisfied(x, tag) and satisfied(y, tag)
        case ("||", x, y):
            return satisfied(x, tag) or satisfied(y, tag)
        case str():
            return tag(expr)
    raise TypeError(expr)


def go_version(expr: Expr) -> str:
    """The least language version that a constraint implies ("go1.21"), "" when it implies none."""
    version = _least(expr, True)
    return f"go1.{version}" if version > 0 else ""


def _least(expr: Expr, wanted: bool) -> int:
    """The least N of go1.N if the constraint must be `wanted`; -1 when any version does."""
    match expr:
        case ("!", x):
            return _least(x, not wanted)
        case ("&&" | "||" as op, x, y):
            both = (op == "&&") == wanted
            return (max if both else min)(_least(x, wanted), _least(y, wanted))
        case str():
            found = _GO_VERSION.fullmatch(expr)
            return int(found[1]) if found and wanted else -1
    raise TypeError(expr)
