"""The options of the race detector, which come from the environment variable GORACE as in Go."""

from __future__ import annotations

from typing import Any

from minigo.record import record

RACES_FOUND = 66
"""The exit code of a program with races, unless GORACE says otherwise."""


@record(slots=True, frozen=True)
class RaceOptions:
    """The options of GORACE. log_path: stderr, stdout, or the beginning of a file's name."""

    exitcode: int = RACES_FOUND
    halt_on_error: bool = False
    strip_path_prefix: str = ""
    log_path: str = "stderr"


def parse_gorace(text: str) -> RaceOptions:
    """`key=value` pairs with spaces between; options about what minigo does not have are left out.

    Raises ValueError for an exitcode that is no number.
    """
    values: dict[str, Any] = {}
    for pair in text.split():
        key, _, value = pair.partition("=")
        if key == "exitcode":
            values[key] = int(value)
        elif key == "halt_on_error":
            values[key] = value not in ("0", "")
        elif key in ("strip_path_prefix", "log_path"):
            values[key] = value
    return RaceOptions(**values)
