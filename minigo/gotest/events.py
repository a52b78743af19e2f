"""The events of `-json`, made of what a test program prints with -test.v=test2json, as cmd/test2json does.

The program marks lines that change which test the output belongs to with the byte 0x16. Times are virtual: they begin
at the run's first instant, 2009-11-10T23:00:00Z.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2009, 11, 10, 23, tzinfo=UTC)
MARK = b"\x16"
_ERROR_MARKS = {b"\x0f": "error", b"\x0e": "error-continue"}

_UPDATE = re.compile(
    rb"(=== (RUN|PAUSE|CONT|NAME|ATTR) +|( *)--- (PASS|FAIL|SKIP|BENCH): )(\S+)(?: \(([0-9.]+)s\))?(.*)\n"
)
_ACTIONS = {"RUN": "run", "PAUSE": "pause", "CONT": "cont", "PASS": "pass", "FAIL": "fail", "SKIP": "skip"}


class Converter:
    """A binary stream that writes the events of one package's test to `emit`. `now` is virtual ns."""

    def __init__(self, package: str, emit: Callable[[str], None], now: Callable[[], int]) -> None:
        self.package = package
        self.emit = emit
        self.now = now
        self.test = ""
        self.rest = b""
        self.reports: list[tuple[str, str, float, int]] = []
        """Reports whose logs may still follow: (action, test, elapsed, depth), outermost first."""

    # ------------------------------------------------------------ the stream

    def write(self, data: bytes) -> int:
        self.rest += data
        while (end := self._line_end()) > 0:
            line, self.rest = self.rest[:end], self.rest[end:]
            self._line(line)
        return len(data)

    def flush(self) -> None:
        pass

    def _line_end(self) -> int:
        """Where the next line ends: at a newline, or before a mark."""
        newline, mark = self.rest.find(b"\n"), self.rest.find(MARK, 1)
        return mark if 0 < mark < newline or newline < 0 < mark else newline + 1

    def _line(self, line: bytes) -> None:
        framed = line.startswith(MARK)
        if framed:
            line = line[1:]
        match = _UPDATE.fullmatch(line)
        if match is not None and (framed or match[3] is not None):
            self._update(line, match)
            return
        if (framed and line in (b"PASS\n", b"FAIL\n")) or (framed and line.startswith(b"FAIL\t")):
            self._close(0)
            self.test = ""
            self.output(line, "frame")
            return
        kind = _ERROR_MARKS.get(line[:1], "")
        self.output(line[1:] if kind else line, kind)

    def _update(self, line: bytes, match: re.Match[bytes]) -> None:
        verb = (match[2] or match[4]).decode()
        name = match[5].decode("utf-8", "replace")
        if match[4] is not None:
            depth = len(match[3]) // 4
            self._close(depth)
            self.test = name
            self.output(line[len(match[3]) :], "frame")
            self.reports.append((_ACTIONS.get(verb, "bench"), name, float(match[6] or 0), depth))
            return
        self._close(0)
        self.test = name
        if verb in ("RUN", "CONT"):
            self.event(_ACTIONS[verb])
        if verb == "ATTR":
            key, _, value = match[7].decode("utf-8", "replace").strip().partition(" ")
            self.event("attr", Key=key, Value=value)
        if verb != "NAME":
            self.output(line, "frame")
        if verb == "PAUSE":
            self.event("pause")

    def _close(self, depth: int) -> None:
        """Tell of the reports that are at least so deep: nothing more belongs to them."""
        for action, name, elapsed, level in reversed(self.reports):
            if level >= depth:
                self._event(action, Test=name, Elapsed=elapsed)
        self.reports = [report for report in self.reports if report[3] < depth]

    # ------------------------------------------------------------ events

    def output(self, line: bytes, kind: str = "") -> None:
        extra = {"OutputType": kind} if kind else {}
        self.event("output", Output=line.decode("utf-8", "replace"), **extra)

    def event(self, action: str, **details: object) -> None:
        """An event of the test at hand."""
        self._event(action, **({"Test": self.test} if self.test else {}), **details)

    def _event(self, action: str, **details: object) -> None:
        time = EPOCH + timedelta(microseconds=self.now() // 1000)
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S.%f").rstrip("0").rstrip(".") + "Z"
        elapsed = details.get("Elapsed")
        if isinstance(elapsed, float) and elapsed.is_integer():
            details["Elapsed"] = int(elapsed)
        self.emit(_json({"Time": stamp, "Action": action, "Package": self.package, **details}))

    def start(self) -> None:
        self._event("start")

    def summary(self, line: str, action: str, elapsed: float, failed: bool, **details: object) -> None:
        """The package's own line and result, after the program has ended."""
        if self.rest:
            self.rest += b"\n"
            self.write(b"")
        self._close(0)
        self.test = ""
        self.output(line.encode(), "frame" if failed else "")
        self._event(action, Elapsed=elapsed, **details)


def build_events(path: str, lines: list[str]) -> list[str]:
    """The events of a build that failed."""
    out = [_json({"ImportPath": path, "Action": "build-output", "Output": line + "\n"}) for line in lines]
    return [*out, _json({"ImportPath": path, "Action": "build-fail"})]


def _json(event: dict[str, object]) -> str:
    """One line as Go's encoder writes it: no spaces, HTML's characters escaped."""
    text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
