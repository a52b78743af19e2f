"""A stand-in for compiled Go code: what tests of panics and deferred calls need of a program.

Functions of the tests whose names begin with `go_` play compiled Go code: `main` is Go's main.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from minigo.runtime.defers import Defers
from minigo.runtime.panics import Goexit, GoPanic, user_panic
from minigo.runtime.run import Run
from minigo.runtime.traceback import Frame, panic_lines
from tests.runtime.world import make_run

HERE = str(Path(__file__).parent)


def describe(frame: FrameType, line: int) -> Frame | None:
    name = frame.f_code.co_name
    if not frame.f_code.co_filename.startswith(HERE) or not name.startswith("go_"):
        return None
    return Frame("main." + name[3:], "/src/main.go", line - frame.f_code.co_firstlineno)


class Program:
    """What the go_ functions need: panics, recover, and a log."""

    def __init__(self) -> None:
        self.run: Run = make_run()
        self.run.describe = describe
        self.run.is_go_code = lambda frame: describe(frame, 0) is not None
        self.log: list[Any] = []

    def str(self, text: str) -> Any:
        return self.run.string_value(text.encode())

    def panic(self, text: str) -> GoPanic:
        return user_panic(self.str(text))

    def defers(self) -> Defers:
        return Defers(self.run)

    def call(self, body: Callable[[Defers], None]) -> None:
        """Calls a function with deferred calls, as engines do."""
        d = Defers(self.run)
        try:
            body(d)
        except (Exception, Goexit) as error:
            d.unwind(error)
        else:
            d.finish()

    def recovering(self, body: Callable[[Any], None]) -> Callable[[], None]:
        """A function that calls recover(): `body` gets what it returned."""

        def function() -> None:
            token = self.run.take_token()
            body(self.run.recover(token))

        function.recovers = True  # type: ignore[attr-defined]
        return function

    def logging(self) -> Callable[[], None]:
        return self.recovering(lambda r: self.log.append(r and r[1]))

    def crash(self, body: Callable[[], None]) -> str:
        """The lines that an unrecovered panic prints."""
        with pytest.raises(GoPanic) as caught:
            body()
        return panic_lines(caught.value, self.run.show_panic)


def raising(error: BaseException) -> Callable[..., None]:
    def function(*args: Any) -> None:
        raise error

    return function
