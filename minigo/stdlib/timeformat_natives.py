"""Natives of package time: times as text under a layout, and back.

A layout is split into chunks: literal text, and elements such as "2006" or "Jan" that stand for a field. Writing and
reading go through the same split. What does not fit is told as ParseError's fields: the element of the layout, the rest
of the value, and a message when there is more to say than "cannot parse".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minigo.record import record
from minigo.runtime.natives import native
from minigo.runtime.values import gostring, text
from minigo.stdlib.clock_natives import (
    DAY,
    MONTHS,
    WEEKDAYS,
    civil_from_days,
    days_before_month,
    days_in,
    is_leap,
    quote,
    unix_seconds,
    weekday,
)

# Longer elements first. "Jan" and "Mon" are elements only if no small letter follows, a row of 0s or 9s after a point
# or comma only if no digit does; "_2006" is an underscore before a year.
_ELEMENT = re.compile(
    r"""January | Jan(?![a-z]) | Monday | Mon(?![a-z]) | MST
    | 002 | 0[1-6] | 15 | 1 | 2006 | __2 | _2(?!006) | 2 | 3 | 4 | 5 | PM | pm
    | -070000 | -07:00:00 | -0700 | -07:00 | -07 | Z070000 | Z07:00:00 | Z0700 | Z07:00 | Z07
    | [.,](?:0+|9+)(?![0-9])""",
    re.VERBOSE,
)
_ZONE_SEPARATORS = {"070000": ("", ""), "07:00:00": (":", ":"), "0700": ("", None), "07:00": (":", None)}
_ABBREVIATION = re.compile(r"ChST|MeST|GMT([+-][0-9]+)?|[+-][0-9]+|[A-Z]{0,6}")


def chunks(layout: str) -> Iterator[tuple[str, str]]:
    """The layout as (literal text, element); the last element is ""."""
    start = 0
    for match in _ELEMENT.finditer(layout):
        yield layout[start : match.start()], match[0]
        start = match.end()
    yield layout[start:], ""


# ---------------------------------------------------------------- writing


@native("time.format")
def format_time(layout: bytes, local: int, nsec: int, abbrev: bytes, offset: int) -> bytes:
    days, second = divmod(local, DAY)
    year, month, day, yday = civil_from_days(days)
    minute, second = divmod(second, 60)
    hour, minute = divmod(minute, 60)
    hour12 = hour % 12 or 12
    simple = {
        "2006": f"-{-year:04d}" if year < 0 else f"{year:04d}",
        "06": f"{abs(year) % 100:02d}",
        "January": MONTHS[month - 1],
        "Jan": MONTHS[month - 1][:3],
        "1": f"{month}",
        "01": f"{month:02d}",
        "Monday": WEEKDAYS[weekday(days)],
        "Mon": WEEKDAYS[weekday(days)][:3],
        "2": f"{day}",
        "_2": f"{day:2d}",
        "02": f"{day:02d}",
        "__2": f"{yday:3d}",
        "002": f"{yday:03d}",
        "15": f"{hour:02d}",
        "3": f"{hour12}",
        "03": f"{hour12:02d}",
        "4": f"{minute}",
        "04": f"{minute:02d}",
        "5": f"{second}",
        "05": f"{second:02d}",
        "PM": "PM" if hour >= 12 else "AM",
        "pm": "pm" if hour >= 12 else "am",
        "": "",
    }
    out: list[str] = []
    for literal, element in chunks(text(layout)):
        out.append(literal)
        known = simple.get(element)
        if known is not None:
            out.append(known)
        elif element == "MST":
            out.append(text(abbrev) or _unnamed_zone(offset))
        elif element[0] in ".,":
            out.append(_fraction(element, nsec))
        elif element[0] == "Z" and offset == 0:
            out.append("Z")
        else:
            out.append(_offset(element[1:], offset))
    return gostring("".join(out))


def _fraction(element: str, nsec: int) -> str:
    digits = f"{nsec:09d}"[: len(element) - 1]
    if element[1] == "9":
        digits = digits.rstrip("0")
        if not digits:
            return ""
    return element[0] + digits


def _offset(shape: str, offset: int) -> str:
    # The sign is that of the whole minutes.
    minutes, seconds = divmod(abs(offset), 60)
    sign = "-" if offset < 0 and minutes else "+"
    out = f"{sign}{minutes // 60:02d}"
    before_minutes, before_seconds = _ZONE_SEPARATORS.get(shape, (None, None))
    if before_minutes is not None:
        out += f"{before_minutes}{minutes % 60:02d}"
    if before_seconds is not None:
        out += f"{before_seconds}{seconds:02d}"
    return out


def _unnamed_zone(offset: int) -> str:
    minutes = abs(offset) // 60
    return f"{'-' if offset < 0 and minutes else '+'}{minutes // 60:02d}{minutes % 60:02d}"


@native("time.monotonic")
def monotonic(ext: int) -> bytes:
    whole, nsec = divmod(abs(ext), 1_000_000_000)
    return f" m={'-' if ext < 0 else '+'}{whole}.{nsec:09d}".encode()


@native("time.goString")
def go_string(local: int, nsec: int, loc: bytes) -> bytes:
    days, second = divmod(local, DAY)
    year, month, day, _ = civil_from_days(days)
    clock = f"{second // 3600}, {second % 3600 // 60}, {second % 60}"
    return f"time.Date({year}, time.{MONTHS[month - 1]}, {day}, {clock}, {nsec}, {text(loc)})".encode()


# ---------------------------------------------------------------- reading


class _Bad(Exception):
    """The value does not fit the element at hand; `what` names a field that is out of range."""

    def __init__(self, what: str = "", rest: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.rest = rest


@record(slots=True)
class _Fields:
    """What has been read. None: not in the value, which is not the same as zero."""

    value: str
    year: int = 0
    month: int | None = None
    day: int | None = None
    yday: int | None = None
    hour: int = 0
    minute: int = 0
    second: int = 0
    nsec: int = 0
    half: str = ""
    utc: bool = False
    offset: int | None = None
    zone: str = ""

    def take(self, pattern: str) -> str:
        """Consume what matches, or raise."""
        match = re.match(pattern, self.value)
        if match is None:
            raise _Bad
        self.value = self.value[match.end() :]
        return match[0]

    def number(self, element: str, low: int, high: int, what: str) -> int:
        number = int(self.take("[0-9][0-9]" if element[0] == "0" else "[0-9][0-9]?"))
        if not low <= number <= high:
            raise _Bad(what, self.value)
        return number

    def name(self, names: list[str], short: bool) -> int:
        """The index of the name that the value starts with, in whatever case."""
        for i, name in enumerate(names):
            wanted = name[:3] if short else name
            if self.value[: len(wanted)].lower() == wanted.lower():
                self.value = self.value[len(wanted) :]
                return i
        raise _Bad

    def fraction(self, digits: str) -> None:
        self.nsec = int(digits[:9].ljust(9, "0"))


def _skip(value: str, literal: str) -> str:
    """`value` after the literal text of a layout, in which a space stands for any number of them."""
    while literal:
        if literal[0] == " ":
            if value and value[0] != " ":
                raise _Bad("", value)
            literal, value = literal.lstrip(" "), value.lstrip(" ")
            continue
        if not value or value[0] != literal[0]:
            raise _Bad("", value)
        literal, value = literal[1:], value[1:]
    return value


def _read_element(f: _Fields, element: str, next_element: str) -> None:
    if element == "2006":
        f.year = int(f.take("[0-9]{4}"))
    elif element == "06":
        year = int(f.take("[0-9]{2}"))
        f.year = year + (1900 if year >= 69 else 2000)
    elif element in ("1", "01"):
        f.month = f.number(element, 1, 12, "month")
    elif element in ("Jan", "January"):
        f.month = f.name(MONTHS, element == "Jan") + 1
    elif element in ("Mon", "Monday"):
        f.name(WEEKDAYS, element == "Mon")
    elif element in ("2", "_2", "02"):
        if element == "_2":
            f.value = f.value.removeprefix(" ")
        f.day = f.number(element, 0, 99, "")
    elif element in ("__2", "002"):
        if element == "__2":
            f.take(" {0,2}")
        f.yday = int(f.take("[0-9]{3}" if element == "002" else "[0-9]{1,3}"))
    elif element == "15":
        f.hour = f.number(element, 0, 23, "hour")
    elif element in ("3", "03"):
        f.hour = f.number(element, 0, 12, "hour")
    elif element in ("4", "04"):
        f.minute = f.number(element, 0, 59, "minute")
    elif element in ("5", "05"):
        f.second = f.number(element, 0, 59, "second")
        # A fraction may follow in the value that the layout does not mention.
        if next_element[:1] not in (".", ","):
            match = re.match("[.,]([0-9]+)", f.value)
            if match is not None:
                f.fraction(match[1])
                f.value = f.value[match.end() :]
    elif element == "PM":
        f.half = f.take("PM|AM")
    elif element == "pm":
        f.half = f.take("pm|am").upper()
    elif element[0] in ".,":
        _read_fraction(f, element)
    elif element == "MST":
        _read_zone_name(f)
    else:
        _read_offset(f, element)


def _read_fraction(f: _Fields, element: str) -> None:
    if element[1] == "9":
        match = re.match("[.,]([0-9]+)", f.value)
        if match is not None:
            f.fraction(match[1])
            f.value = f.value[match.end() :]
        return
    f.fraction(f.take(f"[.,][0-9]{{{len(element) - 1}}}")[1:])


def _read_offset(f: _Fields, element: str) -> None:
    if element[0] == "Z" and f.value[:1] == "Z":
        f.value = f.value[1:]
        f.utc = True
        return
    before_minutes, before_seconds = _ZONE_SEPARATORS.get(element[1:], (None, None))
    pattern = "[+-][0-9]{2}"
    for separator in (before_minutes, before_seconds):
        if separator is not None:
            pattern += separator + "[0-9]{2}"
    digits = f.take(pattern).replace(":", "")
    parts = [int(digits[i : i + 2]) for i in range(1, len(digits), 2)] + [0, 0]
    for part, limit, what in zip(parts, (24, 60, 60), ("hour", "minute", "second"), strict=False):
        if part > limit:
            raise _Bad("time zone offset " + what, f.value)
    offset = parts[0] * 3600 + parts[1] * 60 + parts[2]
    f.offset = -offset if digits[0] == "-" else offset


def _read_zone_name(f: _Fields) -> None:
    if f.value.startswith("UTC"):
        f.utc = True
        f.value = f.value[3:]
        return
    match = _ABBREVIATION.match(f.value)
    assert match is not None
    name = match[0]
    if name[:3] == "GMT" or name[:1] in ("+", "-"):
        digits = re.search("[0-9]+", name)
        if digits is not None and int(digits[0]) > 23:
            # Too far for an offset: only the letters before it are the name.
            name = name[:3] if name[:3] == "GMT" else ""
    elif name not in ("ChST", "MeST"):
        known = len(name) == 3 or (len(name) == 4 and (name[3] == "T" or name == "WITA"))
        if not known and not (len(name) == 5 and name[4] == "T"):
            name = ""
    if not name or len(f.value) < 3:
        raise _Bad
    f.zone = name
    f.value = f.value[len(name) :]


def _settle_day(f: _Fields) -> tuple[int, int]:
    """The month and the day, from the day of the year when that is what the value has."""
    if f.yday is None:
        month = 1 if f.month is None else f.month
        day = 1 if f.day is None else f.day
        if not 1 <= day <= days_in(month, f.year):
            raise _Bad("day", f.value)
        return month, day
    if not 1 <= f.yday <= (366 if is_leap(f.year) else 365):
        raise _Bad("day-of-year", f.value)
    month = next(m for m in range(12, 0, -1) if days_before_month(m, f.year) < f.yday)
    day = f.yday - days_before_month(month, f.year)
    if f.month is not None and f.month != month:
        raise _Bad("day-of-year does not match month", f.value)
    if f.day is not None and f.day != day:
        raise _Bad("day-of-year does not match day", f.value)
    return month, day


NO_ZONE, ZONE_UTC, ZONE_OFFSET, ZONE_NAME = range(4)

Parsed = tuple[int, int, int, bytes, int, bytes, bytes, bytes, bool]


@native("time.parse")
def parse(layout: bytes, value: bytes) -> Parsed:
    """(seconds, nanoseconds, kind of zone, abbreviation, offset, and ParseError's element, rest, message), ok."""
    f = _Fields(text(value))
    parts = list(chunks(text(layout)))
    for i, (literal, element) in enumerate(parts):
        try:
            f.value = _skip(f.value, literal)
        except _Bad as bad:
            return _failed(literal, bad.rest, "")
        if not element:
            break
        held = f.value
        try:
            _read_element(f, element, parts[i + 1][1])
        except _Bad as bad:
            if bad.what:
                return _failed(element, bad.rest, f": {bad.what} out of range")
            return _failed(element, held, "")
    if f.value:
        return _failed("", f.value, ": extra text: " + quote(f.value))
    hour = f.hour
    if f.half == "PM" and hour < 12:
        hour += 12
    elif f.half == "AM" and hour == 12:
        hour = 0
    try:
        month, day = _settle_day(f)
    except _Bad as bad:
        return _failed("", f.value, f": {bad.what}" + ("" if "match" in bad.what else " out of range"))
    seconds = unix_seconds(f.year, month, day, hour, f.minute, f.second)
    kind, offset = NO_ZONE, 0
    if f.utc:
        kind = ZONE_UTC
    elif f.offset is not None:
        kind, offset = ZONE_OFFSET, f.offset
    elif f.zone:
        kind = ZONE_NAME
        if len(f.zone) > 3 and f.zone[:3] == "GMT":
            offset = int(f.zone[3:]) * 3600
    return seconds, f.nsec, kind, gostring(f.zone), offset, b"", b"", b"", True


def _failed(element: str, rest: str, message: str) -> Parsed:
    return 0, 0, NO_ZONE, b"", 0, gostring(element), gostring(rest), gostring(message), False
