"""The errors that an errorcheck program describes in its comments, and how reported errors are held against them.

`// ERROR "regexp" "regexp"` at the end of a line wants, for each regexp, an error on that line whose text it matches;
every error that is reported must be matched by one of its line. A comment that begins with `////` wants nothing.
`LINE`, `LINE+1` and `LINE-1` in a regexp stand for the file's name and a line number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WANTED = re.compile(r"// (?:GC_)?ERROR (.*)")
_OPTIONAL = re.compile(r"// (?:GC_)?ERRORAUTO (.*)")
_REGEXP = re.compile(r'"([^"]*)"')
_LINE = re.compile(r"LINE(?:([+-])(\d+))?")


@dataclass(slots=True, frozen=True)
class Reported:
    """An error on a line (from 1); `text` may hold further lines."""

    line: int
    text: str


@dataclass(slots=True)
class Wanted:
    """An error that a comment asks for; an `optional` one is one that may appear on a line without a position."""

    line: int
    pattern: str
    regexp: re.Pattern[str]


def wanted_errors(text: str, name: str) -> list[Wanted]:
    """What the comments of a program ask for. Raises ValueError for a comment that holds no regexp."""
    out: list[Wanted] = []
    for number, line in enumerate(text.split("\n"), 1):
        if "////" in line:
            continue
        found = _OPTIONAL.search(line) or _WANTED.search(line)
        if found is None:
            continue
        patterns = _REGEXP.findall(found[1])
        if not patterns:
            raise ValueError(f"{name}:{number}: no regexp in {found[0]}")
        for pattern in patterns:
            out.append(Wanted(number, pattern, re.compile(_with_lines(pattern, number, name))))
    return out


def _with_lines(pattern: str, number: int, name: str) -> str:
    def place(match: re.Match[str]) -> str:
        sign, offset = match[1], int(match[2] or 0)
        return f"{name}:{number + (offset if sign == '+' else -offset)}"

    return _LINE.sub(place, pattern)


def complaints(wanted: list[Wanted], reported: list[Reported]) -> list[str]:
    """What is missing and what is too much; empty when the reported errors are exactly the wanted ones."""
    out: list[str] = []
    rest = list(reported)
    for want in wanted:
        here = [r for r in rest if r.line == want.line]
        if not here:
            out.append(f"{want.line}: missing error {want.pattern!r}")
            continue
        matched = [r for r in here if want.regexp.search(r.text)]
        if matched:
            rest = [r for r in rest if r not in matched]
        else:
            out.append(f"{want.line}: no match for {want.pattern!r} in: " + " | ".join(r.text for r in here))
    wrong = {want.line for want in wanted if any(o.startswith(f"{want.line}: no match") for o in out)}
    out += [f"{r.line}: unwanted error: {r.text}" for r in rest if r.line not in wrong]
    return out
