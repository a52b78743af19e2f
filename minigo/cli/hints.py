"""Hints: what often helps against an error, for people who are new to Go.

A hint is found from gc's message and the source line alone; where it could be wrong there is none.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from minigo.record import record
from minigo.source import File

_NUMERIC = re.compile(r"(?:u?int(?:8|16|32|64)?|float(?:32|64)|uintptr|byte|rune)$")


@record(slots=True, frozen=True)
class Place:
    """Where an error is: `line` from 1; `before` and `after` are the source line up to its column and from there."""

    file: File
    line: int
    before: str
    after: str


def hint_for(message: str, file: File, line: int, column: int) -> str:
    """A hint for an error at a line and byte column (from 1) of `file`; "" when there is none."""
    source = file.line(line).encode("utf-8", "surrogatepass")
    before, after = (part.decode("utf-8", "replace") for part in (source[: column - 1], source[column - 1 :]))
    place = Place(file, line, before, after)
    for pattern, hint in _HINTS:
        match = pattern.search(message)
        if match:
            text = hint(match, place)
            if text:
                return text
    return ""


# ---------------------------------------------------------------- imports


def _missing_import(match: re.Match[str], place: Place) -> str:
    name = match[1]
    if not place.after.startswith(name + "."):
        return ""
    from minigo.stdlib.importer import library_packages

    found = [path for path in library_packages() if re.sub(r"/v\d+$", "", path).rpartition("/")[2] == name]
    return " or ".join(f'import "{path}"' for path in found)


def _unknown_package(match: re.Match[str], place: Place) -> str:
    from minigo.stdlib.importer import library_packages

    close = difflib.get_close_matches(match[1], library_packages(), 1, 0.75)
    return f'did you mean "{close[0]}"?' if close else ""


def _unused_import(match: re.Match[str], place: Place) -> str:
    return 'remove the import; `import _ "..."` keeps it for its effects'


# ---------------------------------------------------------------- := and =


def _undeclared(match: re.Match[str], place: Place) -> str:
    """`x = 1` without a declaration of x."""
    name = re.escape(match[1])
    line = place.before + place.after
    if re.match(rf"\s*(?:[\w.\[\]]+\s*,\s*)*{name}\s*(?:,\s*[\w.\[\]]+\s*)*=(?!=)", line):
        return f"use := to declare {match[1]}"
    return ""


def _no_new_variables(match: re.Match[str], place: Place) -> str:
    return "use = to assign to variables that exist"


def _shadows(match: re.Match[str], place: Place) -> str:
    """An unused variable that := declares anew in an inner block."""
    name = re.escape(match[1])
    if not re.match(rf"[^=]*\b{name}\b[^=]*:=", place.before + place.after):
        return ""
    declares = re.compile(rf"\s*var\s+{name}\b|\s*(?:\w+,\s*)*{name}\b[^=]*:=")
    header = re.compile(rf"\s*(?:if|for|switch)\s+(?:\w+,\s*)*{name}\b[^=]*:=")
    lines = place.file.text.split("\n")[: place.line - 1]
    outside = _depth(place.before + place.after) - 1
    entered = outside + 1
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if not line.strip() or _depth(line) > outside:
            continue
        outside = _depth(line)
        if declares.match(line) or (outside < entered and header.match(line)):
            return f":= declares a new {match[1]} here; use = for the one of line {number}"
        entered = outside
        if line.startswith("func"):
            break
    return ""


def _depth(line: str) -> int:
    """How far a formatted line is indented; a line that closes a block belongs to the block around it."""
    return len(line) - len(line.lstrip("\t"))


def _comparison(match: re.Match[str], place: Place) -> str:
    return "== compares; use = to assign"


# ---------------------------------------------------------------- types


def _pointer_receiver(match: re.Match[str], place: Place) -> str:
    operand, method = match[1], match[2]
    if re.fullmatch(r"[A-Za-z_]\w*(?:\{.*\})?", operand, re.DOTALL):
        return f"{method} has a pointer receiver: use &{operand}"
    return f"{method} has a pointer receiver: use a pointer"


def _pointer_receiver_constraint(match: re.Match[str], place: Place) -> str:
    return f"{match[2]} has a pointer receiver: use *{match[1]}"


def _mismatched(match: re.Match[str], place: Place) -> str:
    left, right = match[1], match[2]
    if _NUMERIC.match(left) and _NUMERIC.match(right):
        return f"Go converts numbers only when told to: {left}(...) or {right}(...)"
    return ""


def _number_as_text(match: re.Match[str], place: Place) -> str:
    return "strconv.Itoa makes text of an int, fmt.Sprint of anything" if _NUMERIC.match(match[1]) else ""


def _too_few_variables(match: re.Match[str], place: Place) -> str:
    if int(match[1]) < int(match[2]):
        return "_ stands for a value that is not wanted"
    return ""


def _field_in_map(match: re.Match[str], place: Place) -> str:
    return "change a copy and store that, or let the map hold pointers"


# ---------------------------------------------------------------- syntax


def _brace(match: re.Match[str], place: Place) -> str:
    return "{ must stand at the end of the line, not at the beginning of the next"


def _must_call(match: re.Match[str], place: Place) -> str:
    return "call the function: add () at its end"


def _newer_language(match: re.Match[str], place: Place) -> str:
    return f"--lang {match[1]}, or `go {match[1][2:]}` in go.mod"


_Hint = Callable[[re.Match[str], Place], str]

_HINTS: list[tuple[re.Pattern[str], _Hint]] = [
    (re.compile(pattern, re.DOTALL), hint)
    for pattern, hint in (
        (r"^undefined: (\w+)$", _missing_import),
        (r"^undefined: (\w+)$", _undeclared),
        (r"^package (\S+) is not in minigo's", _unknown_package),
        (r"imported (?:as \w+ )?and not used$", _unused_import),
        (r"^no new variables? on left side of :=", _no_new_variables),
        (r"^declared and not used: (\w+)$", _shadows),
        (r" == .*is not used$", _comparison),
        (r"^cannot use (.+) \((?:variable|value) of .*\(method (\w+) has pointer receiver\)", _pointer_receiver),
        (r"\(type (\w+)\) does not satisfy .*\(method (\w+) has pointer receiver\)", _pointer_receiver_constraint),
        (r"^(\w+) does not satisfy .*\(method (\w+) has pointer receiver\)", _pointer_receiver_constraint),
        (r"\(mismatched types ([\w.]+) and ([\w.]+)\)", _mismatched),
        (r"^cannot use .* \(\w+ of type (\w+)\) as string value", _number_as_text),
        (r"^assignment mismatch: (\d+) variables? but .* returns? (\d+) values?", _too_few_variables),
        (r"^cannot assign to struct field .* in map$", _field_in_map),
        (r"unexpected newline, expected \{ after|unexpected semicolon or newline before \{", _brace),
        (r"^expression in (?:go|defer) must be function call", _must_call),
        (r"requires (go1\.\d+) or later \(-lang", _newer_language),
    )
]
