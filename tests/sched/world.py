"""A machine for tests whose goroutines are plain Python functions, and Go-like helpers for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minigo.runtime.chooser import SeededChooser
from minigo.runtime.events import Bus, Recorder
from minigo.runtime.sched.machine import Machine
from minigo.runtime.sched.state import Hooks, Settings


class IntType:
    def zero(self) -> int:
        return 0


INT = IntType()


class MutexState:
    def __init__(self) -> None:
        self.f_state = 0
        self.f_sema = 0


class Mutex:
    def __init__(self) -> None:
        self.f_mu = MutexState()


class Counter:
    def __init__(self) -> None:
        self.f_v = 0


class RWMutex:
    def __init__(self) -> None:
        self.f_w = Mutex()
        self.f_writerSem = 0
        self.f_readerSem = 0
        self.f_readerCount = Counter()
        self.f_readerWait = Counter()


class WaitGroup:
    def __init__(self) -> None:
        self.f_state = Counter()
        self.f_sema = 0


class World:
    """`run(main)` runs a Python function as the main goroutine, on one P unless told otherwise."""

    def __init__(self, procs: int = 1, seed: int = 0, hooks: Hooks | None = None, **settings: Any) -> None:
        self.bus = Bus()
        self.recorder: Recorder | None = None
        self.m = Machine(Settings(gomaxprocs=procs, **settings), SeededChooser(seed), self.bus, hooks)
        self.log: list[Any] = []

    def record(self, *kinds: str) -> Recorder:
        self.recorder = Recorder(self.bus, *kinds)
        return self.recorder

    def run(self, main: Callable[[], Any]) -> list[Any]:
        try:
            self.m.run_main(main)
        finally:
            self.m.close()
        return self.log

    def go(self, fn: Callable[..., Any], *args: Any) -> None:
        self.m.go(fn, args, ("main.main", "main.go:1"))

    def select(self, cases: list[tuple[str, Any, Any]], has_default: bool) -> tuple[int, Any, bool]:
        """The cases are ("send", channel, value) and ("recv", channel, None)."""
        kinds = "".join(direction[0] for direction, _, _ in cases)
        operands = [x for d, channel, value in cases for x in ((channel, value) if d == "send" else (channel,))]
        return self.m.select(kinds, tuple(operands), has_default)

    def tick(self) -> None:
        """A loop's back edge."""
        self.m.budget -= 1
        if self.m.budget < 0:
            self.m.pause_loop()

    def entry(self) -> None:
        """A function's entry."""
        self.m.budget -= 1
        if self.m.budget < 0:
            self.m.pause_entry()

    def pure(self, line: int = 1) -> None:
        """The back edge of a loop that changes nothing."""
        self.m.budget -= 1
        if self.m.budget < 0:
            self.m.pause_pure(line)

    def spin(self, ns: int) -> None:
        """Keeps the processor busy for some virtual time."""
        start = self.m.now()
        while self.m.now() - start < ns:
            self.tick()

    def chan(self, capacity: int = 0) -> Any:
        return self.m.make_chan(capacity, INT)
