"""What a run depends on besides the program and its input.

Invariant: options that exist are valid ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import record
from minigo.types.info import NEWEST

if TYPE_CHECKING:
    from minigo.analysis.options import Analyses
    from minigo.analysis.race.options import RaceOptions

ENGINES = ("compiled", "walk")
PREEMPT = ("async", "cooperative", "none")
MAX_PROCESSORS = 1024
LANG_VERSIONS = tuple(f"go{NEWEST[0]}.{n}" for n in range(1, NEWEST[1] + 1))


@record(slots=True, frozen=True)
class Options:
    """What a run depends on besides the program and its input.

    seed: which of the possible schedules. gomaxprocs: simulated processors. preempt: async, cooperative, none. engine:
    compiled or walk. opt: 0 or 1, what the compiler does for speed. timeout: host seconds. max_steps: Ticks.
    max_goroutines: that exist at the same time. max_memory: bytes by which the process may grow. max_output: bytes that
    the program may write. realtime: sleep for real. schedtrace: virtual ms between traces on stderr, scheddetail: with
    a line for each P, M and G. stats: count. go_ns, switch_ns: what starting a goroutine costs, and changing from one
    to another, None for what it costs in Go. lang: "go1.N", None for go.mod's or the newest. allow_unused: unused
    variables and imports are warnings. race: the race detector's options, None without one. analyses: what
    else the run is watched for. args: os.Args without the
    program's name. env: the environment. allow_read, allow_write: files and folders of the host that the program may
    read, or read and change, with what is in them. folder: its working directory, if not this process's. temporary:
    the name by which it knows a folder for temporary files of its own, "" if it has none. signals: (number, virtual
    ns) of those that will come.

    Raises ValueError when one of seed, gomaxprocs, preempt, engine, a limit or lang is none.
    """

    seed: int = 0
    gomaxprocs: int = 4
    preempt: str = "async"
    engine: str = "compiled"
    opt: int = 1
    timeout: float | None = None
    max_steps: int | None = None
    max_goroutines: int | None = None
    max_memory: int | None = None
    max_output: int | None = None
    schedtrace: int | None = None
    scheddetail: bool = False
    stats: bool = False
    go_ns: int | None = None
    switch_ns: int | None = None
    realtime: bool = False
    lang: str | None = None
    allow_unused: bool = False
    race: RaceOptions | None = None
    analyses: Analyses | None = None
    args: tuple[str, ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    allow_read: tuple[str, ...] = ()
    allow_write: tuple[str, ...] = ()
    folder: str = ""
    temporary: str = ""
    signals: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        for name, known in (("engine", ENGINES), ("preempt", PREEMPT)):
            if getattr(self, name) not in known:
                raise ValueError(f"{name} must be {', '.join(known[:-1])} or {known[-1]}, not {getattr(self, name)!r}")
        if self.seed < 0:
            raise ValueError(f"seed must not be negative: {self.seed}")
        if not 1 <= self.gomaxprocs <= MAX_PROCESSORS:
            raise ValueError(f"gomaxprocs must be from 1 to {MAX_PROCESSORS}, not {self.gomaxprocs}")
        for name in ("timeout", "max_steps", "max_goroutines", "max_memory", "max_output"):
            limit = getattr(self, name)
            if limit is not None and limit <= 0:
                raise ValueError(f"{name} must be positive, not {limit}")
        if self.lang is not None and self.lang not in LANG_VERSIONS:
            raise ValueError(f"lang must be from {LANG_VERSIONS[0]} to {LANG_VERSIONS[-1]}, not {self.lang!r}")
