"""Unicode as Go's package unicode has it: categories, scripts, properties and case mappings of one edition.

Python's own tables differ from version to version, so they serve only for Latin-1, which does not change any more.
`unidata.json` holds ranges of code points as (gap to the range before, length - 1, stride), those up to U+FFFF and
those above apart, after the number of ranges that lie in Latin-1. It is read when first needed.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache
from typing import Any

from minigo.record import record

VERSION = "17.0.0"
UPPER, LOWER, TITLE = range(3)
MAX_RUNE = 0x10FFFF
KINDS = ("categories", "scripts", "properties", "foldCategories", "foldScripts")

_ALTERNATING = MAX_RUNE + 1
"""The delta of a range in which upper and lower case take turns."""

Range = tuple[int, int, int]
"""First code point, last one, stride."""


@record(slots=True, frozen=True)
class Table:
    """A set of code points. `latin` is how many of the ranges in `r16` end in Latin-1."""

    latin: int
    r16: list[Range]
    r32: list[Range]


@cache
def _data() -> dict[str, Any]:
    import json  # few programs ask for more than Latin-1
    from pathlib import Path

    loaded: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="ascii"))
    return loaded


def _ranges(flat: list[int]) -> list[Range]:
    out = []
    last = 0
    for at in range(0, len(flat), 3):
        first = last + flat[at]
        last = first + flat[at + 1]
        out.append((first, last, flat[at + 2]))
    return out


def table_names(kind: str) -> list[str]:
    """The names of all tables of a kind (see KINDS), sorted."""
    return list(_data()[kind])


@cache
def table(kind: str, name: str) -> Table:
    """A table by kind and name. Raises KeyError."""
    latin, r16, r32 = _data()[kind][name]
    return Table(latin, _ranges(r16), _ranges(r32))


def aliases() -> dict[str, str]:
    """Long names of categories: the short ones."""
    found: dict[str, str] = _data()["aliases"]
    return found


def case_ranges(name: str) -> list[list[int]]:
    """[first, last, deltas to upper, lower and title case]; `name` is "cases" or "turkish"."""
    found: list[list[int]] = _data()[name]
    return found


@cache
def _categories() -> tuple[list[int], list[str]]:
    """Where runs of one category begin, and the category of each."""
    runs: list[tuple[int, int, str]] = []
    for name in table_names("categories"):
        # The other names are unions of these; Cn is what is left.
        if len(name) == 2 and name not in ("Cn", "LC"):
            found = table("categories", name)
            for first, last, stride in found.r16 + found.r32:
                runs += [(first, last, name)] if stride == 1 else [(c, c, name) for c in range(first, last + 1, stride)]
    runs.sort()
    starts, names = [0], ["Cn"]
    for first, last, name in runs:
        if starts[-1] == first:
            names[-1] = name
        else:
            starts.append(first)
            names.append(name)
        starts.append(last + 1)
        names.append("Cn")
    return starts, names


def category(code: int) -> str:
    """The general category, as two letters; "Cn" for what is no code point."""
    if 0 <= code < 256:
        return unicodedata.category(chr(code))
    if not 0 <= code <= MAX_RUNE:
        return "Cn"
    starts, names = _categories()
    return names[bisect_right(starts, code) - 1]


def is_print(code: int) -> bool:
    """As unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space."""
    return code == 32 or category(code)[0] in "LMNPS"


def is_graphic(code: int) -> bool:
    """As unicode.IsGraphic: what is_print has, and spaces of all kinds."""
    found = category(code)
    return found[0] in "LMNPS" or found == "Zs"


@cache
def _case_starts() -> list[int]:
    return [first for first, *_ in case_ranges("cases")]


def to_case(code: int, case: int) -> int:
    """The code point that `code` is mapped to in a case, itself if there is none."""
    if 0 <= code < 128:
        char = chr(code)
        return ord(char.lower() if case == LOWER else char.upper())
    at = bisect_right(_case_starts(), code) - 1
    if at < 0:
        return code
    first, last, *deltas = case_ranges("cases")[at]
    if code > last:
        return code
    delta = deltas[case]
    if delta == _ALTERNATING:
        # Upper and title case stand at even distances, lower case behind each.
        return first + ((code - first) & ~1 | (case & 1))
    return code + delta


@cache
def _orbit() -> dict[int, int]:
    return dict(_data()["orbit"])


def simple_fold(code: int) -> int:
    """The next code point that differs in case only, going round. Itself if there is none, or for what is no code
    point."""
    if not 0 <= code <= MAX_RUNE:
        return code
    following = _orbit().get(code)
    if following is not None:
        return following
    lower = to_case(code, LOWER)
    return lower if lower != code else to_case(code, UPPER)
