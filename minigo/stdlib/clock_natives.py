"""Natives of package time that need no format: the machine's clock, the calendar, durations as text and back.

Instants are seconds since 1970 as a clock of the zone at hand shows them. The calendar is the proleptic Gregorian one,
for every year an int64 of seconds can reach, so Python's datetime does not do. Results wrap to 64 bits as Go's sums do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from minigo.runtime.natives import linked, native
from minigo.runtime.sched.bubble import BEGINNING
from minigo.runtime.values import gostring, text
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run

DAY = 86400
_SECOND = 1_000_000_000
_UNIX_TO_INTERNAL = 62135596800
_DAYS_IN_400_YEARS = 146097
_UNITS = {
    "ns": 1,
    "us": 1_000,
    "\u00b5s": 1_000,
    "\u03bcs": 1_000,
    "ms": 1_000_000,
    "s": _SECOND,
    "m": 60 * _SECOND,
    "h": 3600 * _SECOND,
}

BUBBLE_OFFSET = BEGINNING - 1257894000 * _SECOND
"""From the clock of a bubble to nanoseconds since the run began."""

MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
]
WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]


@linked("time.now")
def now(run: Run) -> Callable[[], int]:
    """Nanoseconds since the run began; in a bubble its clock, negative because it begins earlier."""
    m = machine_of(run)
    plain: Callable[[], int] = m.now

    def now() -> int:
        bubble = m.g.bubble
        return plain() if bubble is None else bubble.now + BUBBLE_OFFSET

    return now


def wrap64(x: int) -> int:
    return (x + (1 << 63)) % (1 << 64) - (1 << 63)


# ---------------------------------------------------------------- the calendar


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(month: int, year: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_before_year(year: int) -> int:
    """Days from 1970-01-01 to the first day of `year`."""
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 - 719162


def days_before_month(month: int, year: int) -> int:
    """Days of `year` before the first of `month`."""
    return sum(days_in(m, year) for m in range(1, month))


def civil_from_days(days: int) -> tuple[int, int, int, int]:
    """(year, month, day, day of the year from 1) of a number of days since 1970."""
    # A first guess by the mean length of a year is off by one at most.
    year = 1970 + days * 400 // _DAYS_IN_400_YEARS
    while days_before_year(year) > days:
        year -= 1
    while days_before_year(year + 1) <= days:
        year += 1
    rest = days - days_before_year(year)
    yday = rest + 1
    month = 1
    while rest >= days_in(month, year):
        rest -= days_in(month, year)
        month += 1
    return year, month, rest + 1, yday


def weekday(days: int) -> int:
    """0 for Sunday; the first day of 1970 was a Thursday."""
    return (days + 4) % 7


def unix_seconds(year: int, month: int, day: int, hour: int, minute: int, second: int) -> int:
    """Seconds since 1970, from fields that may lie outside their ranges; not wrapped."""
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    days = days_before_year(year) + days_before_month(month, year) + day - 1
    return days * DAY + hour * 3600 + minute * 60 + second


@native("time.civil")
def civil(unix: int) -> tuple[int, int, int, int]:
    return civil_from_days(unix // DAY)


@native("time.isoWeek")
def iso_week(unix: int) -> tuple[int, int]:
    days = unix // DAY
    # A week belongs to the year of its Thursday.
    year, _, _, yday = civil_from_days(days + 3 - (weekday(days) + 6) % 7)
    return year, (yday - 1) // 7 + 1


@native("time.dateToUnix")
def date_to_unix(year: int, month: int, day: int, hour: int, minute: int, sec: int, nsec: int) -> tuple[int, int]:
    carried, nsec = divmod(nsec, _SECOND)
    return wrap64(unix_seconds(year, month, day, hour, minute, sec + carried)), nsec


@native("time.remainder")
def remainder(sec: int, nsec: int, d: int) -> int:
    return (sec * _SECOND + nsec) % d


@native("time.Month.String")
def month_string(month: int) -> bytes:
    return MONTHS[month - 1].encode() if 1 <= month <= 12 else b"%%!Month(%d)" % (month % (1 << 64))


@native("time.Weekday.String")
def weekday_string(day: int) -> bytes:
    return WEEKDAYS[day].encode() if 0 <= day <= 6 else b"%%!Weekday(%d)" % (day % (1 << 64))


# ---------------------------------------------------------------- durations


@native("time.Duration.String")
def duration_string(d: int) -> bytes:
    if d == 0:
        return b"0s"
    sign = "-" if d < 0 else ""
    d = abs(d)
    if d < _SECOND:
        for unit, size in (("ms", 1_000_000), ("\u00b5s", 1_000), ("ns", 1)):
            if d >= size:
                return f"{sign}{_decimal(d, size)}{unit}".encode()
    minutes, nanoseconds = divmod(d, 60 * _SECOND)
    hours, minutes = divmod(minutes, 60)
    shown = f"{hours}h{minutes}m" if hours else f"{minutes}m" if minutes else ""
    return f"{sign}{shown}{_decimal(nanoseconds, _SECOND)}s".encode()


def _decimal(value: int, unit: int) -> str:
    """value/unit with as many places as it needs; unit is a power of ten."""
    whole, rest = divmod(value, unit)
    places = str(unit + rest)[1:].rstrip("0")
    return f"{whole}.{places}" if places else str(whole)


def quote(s: str) -> str:
    """`s` between quotes as the messages of package time show it: what is not printable ASCII byte by byte in hex."""
    out = ['"']
    for char in s:
        if char in '"\\':
            out.append("\\" + char)
        elif " " <= char <= "\x7f":
            out.append(char)
        else:
            out.extend(f"\\x{b:02x}" for b in gostring(char))
    return "".join(out) + '"'


@native("time.quote")
def quote_native(s: bytes) -> bytes:
    return gostring(quote(text(s)))


_NUMBER = re.compile(r"([0-9]*)(\.?)([0-9]*)")
_UNIT = re.compile(r"[^.0-9]*")


@native("time.parseDuration")
def parse_duration(s: bytes) -> tuple[int, bytes]:
    """The duration and the complaint, "" when there is none."""
    whole = rest = text(s)
    invalid = gostring(f"time: invalid duration {quote(whole)}")
    negative = rest[:1] == "-"
    if rest[:1] in ("-", "+"):
        rest = rest[1:]
    if rest == "0":
        return 0, b""
    if not rest:
        return 0, invalid
    total = 0
    while rest:
        number = _NUMBER.match(rest)
        assert number is not None
        digits, _, places = number.groups()
        if not digits and not places:
            return 0, invalid
        if digits and int(digits) > 1 << 63:
            return 0, invalid
        rest = rest[number.end() :]
        unit = _UNIT.match(rest)
        assert unit is not None
        if not unit[0]:
            return 0, gostring(f"time: missing unit in duration {quote(whole)}")
        size = _UNITS.get(unit[0])
        if size is None:
            return 0, gostring(f"time: unknown unit {quote(unit[0])} in duration {quote(whole)}")
        rest = rest[unit.end() :]
        # Places beyond what 63 bits hold are dropped, and the fraction is computed in floating point.
        places = places[:18]
        if digits and int(digits) > (1 << 63) // size:
            return 0, invalid
        part = int(digits or "0") * size
        if places:
            part += int(float(int(places)) * (size / 10.0 ** len(places)))
        if part > 1 << 63:
            return 0, invalid
        total += part
        if total > 1 << 63:
            return 0, invalid
    if negative:
        return -total, b""
    return (total, b"") if total < 1 << 63 else (0, invalid)
