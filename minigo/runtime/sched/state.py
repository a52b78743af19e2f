"""Sched: the state of the whole machine, virtual time, and the settings of a run.

Everything that happens is a function of this state and of the Chooser's answers; the other files of the package are
functions over it, put together in machine.py.

Invariants:
- Exactly one goroutine's Python code runs; `g` is it and `p` is its P (`p.curg is g`), except inside the scheduler.
- `running` holds the Ps that run a goroutine or look for one; `idle` (a stack) those that gave up; a P in a system call
  is in neither.
- `budget` is the number of steps the current goroutine may take before the machine must look again, and `end` the
  virtual time at which it will have taken them. So it is `end - budget * STEP_NS` now; what of that is not yet on
  `p.clock`, `settle` moves there.
- `allgs` holds the goroutines that have not ended, by id.
- `epoch` changes whenever something happens that a goroutine spinning without effect might be waiting for. (While
  there has been none, not every change of goroutines counts.)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.record import field, record
from minigo.runtime.sched.g import RUNNABLE, RUNNING
from minigo.runtime.sched.m import DEFAULT_MAX_THREADS, M
from minigo.runtime.sched.p import STEP_NS, P
from minigo.runtime.sched.sigtable import SignalTable

if TYPE_CHECKING:
    from greenlet import greenlet

    from minigo.runtime.chooser import Chooser
    from minigo.runtime.events import Bus
    from minigo.runtime.sched.bubble import Bubble
    from minigo.runtime.sched.g import G
    from minigo.runtime.sched.holders import Holders
    from minigo.runtime.sched.order import Order
    from minigo.runtime.sched.syscalls import PendingCall
    from minigo.runtime.sched.timers import Timer

GO_STEPS = 3
"""What a go statement costs beyond its Tick, unless the settings say otherwise."""
SWITCH_STEPS = 2
"""What it costs a P to change goroutines, likewise."""
SYSMON_MIN_NS = 20_000
SYSMON_MAX_NS = 10_000_000
TIME_SLICE_NS = 10_000_000
FAIRNESS_TICK = 61
"""Every so many scheduling rounds the global queue comes first."""
FIRST_TICK = 3
"""`schedtick` when a program starts: the rounds that real Go's own goroutines took until then, modulo FAIRNESS_TICK."""
OS_TICKS = 1
"""One more when package os is part of the program."""
SYSTEM_GOROUTINES = 2
"""Goroutines of Go's own runtime that wait on the only P when main.main starts; with more Ps they ran elsewhere."""

PREEMPT_MODES = ("async", "cooperative", "none")


@record(slots=True)
class Settings:
    """preempt: async (at loops and function entries), cooperative (function entries only) or none. timeout: host
    seconds.
    max_steps: Ticks over all Ps. max_goroutines: goroutines that exist at the same time. max_memory: bytes by which the
    process may grow. realtime: idle time passes on
    the host's clock too. first_tick, system_goroutines: what the start of Go's runtime leaves behind on P 0. go_steps,
    switch_steps: what a go statement costs beyond its Tick, and what it costs a P to change goroutines."""

    gomaxprocs: int = 4
    num_cpu: int = 4
    preempt: str = "async"
    timeout: float | None = None
    max_steps: int | None = None
    max_goroutines: int | None = None
    max_memory: int | None = None
    realtime: bool = False
    first_tick: int = FIRST_TICK + OS_TICKS
    system_goroutines: int = SYSTEM_GOROUTINES
    go_steps: int = GO_STEPS
    switch_steps: int = SWITCH_STEPS

    def __post_init__(self) -> None:
        if self.preempt not in PREEMPT_MODES:
            raise ValueError(f"preempt must be one of {', '.join(PREEMPT_MODES)}, not {self.preempt!r}")
        if self.gomaxprocs < 1 or self.num_cpu < 1:
            raise ValueError("there must be at least one processor")


@record(slots=True)
class Stats:
    """What a run did, counted. `global_polls`: goroutines taken from the global queue because its turn had come."""

    switches: int = 0
    steals: int = 0
    stolen: int = 0
    preemptions: int = 0
    global_polls: int = 0
    overflows: int = 0
    wakeups: int = 0
    goroutines: int = 0
    goroutines_peak: int = 0
    goroutines_reused: int = 0
    threads: int = 0
    threads_parked: int = 0
    timers_fired: int = 0
    handoffs: int = 0
    retakes: int = 0


def _plain_name(fn: Any) -> str:
    return str(getattr(fn, "__name__", type(fn).__name__))


@record(slots=True)
class Hooks:
    """What the machine asks of the world around it. host_clock: seconds, for the timeout; host_sleep: for realtime;
    host_memory: bytes by which the process has grown;
    function_name: a function as stack traces print it; position: a go statement's position as text."""

    host_clock: Callable[[], float] | None = None
    host_sleep: Callable[[float], None] | None = None
    host_memory: Callable[[], int] | None = None
    function_name: Callable[[Any], str] = _plain_name
    position: Callable[[Any], str] = str


@record(slots=True, eq=False)
class Sync:
    """State of package sync that real Go keeps beside the program's variables: waiters by the object's identity."""

    queues: dict[tuple[int, str], Any] = field(default_factory=dict)
    joined: dict[int, Any] = field(default_factory=dict)
    """By goroutine: its place in a notify list that it has joined but does not wait on yet."""
    numbers: dict[Any, tuple[Any, int]] = field(default_factory=dict)


class Sched:
    __slots__ = (
        "alarm",
        "allgs",
        "allp",
        "beginner",
        "budget",
        "bus",
        "choose",
        "chooser",
        "closing",
        "collections",
        "dead_bubble",
        "end",
        "epoch",
        "g",
        "gfree",
        "globalq",
        "go_steps",
        "gomaxprocs",
        "holders",
        "hooks",
        "host_deadline",
        "host_start",
        "hub",
        "idle",
        "idle_ms",
        "last_bubble",
        "last_channel",
        "last_gid",
        "last_message",
        "last_mid",
        "last_object",
        "last_resort",
        "limited",
        "locked_gs",
        "look_again",
        "main",
        "max_threads",
        "ms",
        "nmspinning",
        "order",
        "outcome",
        "p",
        "plain",
        "pool",
        "preempt_entries",
        "preempt_loops",
        "received",
        "running",
        "settings",
        "shelf",
        "signals",
        "source",
        "spun",
        "stats",
        "steps",
        "switch_steps",
        "switches",
        "sync",
        "syscall_seq",
        "syscalls",
        "sysmon_delay",
        "sysmon_idle",
        "sysmon_next",
        "system",
        "timed",
        "timer_seq",
        "vnow",
        "watchers",
    )

    def __init__(self, settings: Settings, chooser: Chooser, bus: Bus, hooks: Hooks | None = None) -> None:
        self.budget = 0
        self.end = 0
        self.settings = settings
        self.chooser = chooser
        self.choose = chooser.choose
        self.bus = bus
        self.hooks = hooks or Hooks()
        self.stats = Stats()
        self.switches = 0
        """Will be `stats.switches`."""

        self.go_steps = settings.go_steps
        self.switch_steps = settings.switch_steps
        self.gomaxprocs = settings.gomaxprocs
        self.preempt_loops = settings.preempt == "async"
        self.preempt_entries = settings.preempt != "none"
        self.allp = [P(i) for i in range(settings.gomaxprocs)]
        self.running: list[P] = []
        self.idle: list[P] = list(reversed(self.allp[1:]))
        self.globalq: deque[G] = deque()
        self.gfree = 0

        self.p: P = self.allp[0]
        self.g: G = None  # type: ignore[assignment]  # set before any goroutine runs
        self.allgs: dict[int, G] = {}
        self.main: G | None = None
        self.last_gid = 0

        self.ms: list[M] = []
        self.last_mid = -1
        self.idle_ms: list[M] = []
        self.max_threads = DEFAULT_MAX_THREADS
        self.nmspinning = 0
        self.look_again = False
        """See run_next."""
        self.locked_gs = 0
        """Goroutines that are locked to a thread; while 0, nobody looks for them."""
        self.system = 0
        """Goroutines of Go's own runtime in the queues."""
        self.plain = False
        """See `review`."""

        self.steps = 0
        """Ticks taken by all Ps, as far as settled."""
        self.vnow = 0
        """The latest time that anybody was told; what programs see never runs backwards."""
        self.received = False
        """Whether what was received last had been sent (the ok of `v, ok := <-ch`)."""
        self.last_channel = 0
        self.last_message = 0
        self.collections: list[int] = []
        """When the program ran a garbage collection (virtual ns)."""
        self.timer_seq = 0
        self.timed = False
        """Whether some P's heap may have a timer."""
        self.sysmon_next = SYSMON_MIN_NS
        self.sysmon_delay = SYSMON_MIN_NS
        self.sysmon_idle = 0
        self.alarm: Timer | None = None
        """A timer that does not count as something that is still to happen: it ends the run if it goes on for too
        long."""
        self.last_resort: Timer | None = None
        """Rings, once, when nobody can ever run again."""
        self.syscalls: list[PendingCall] = []
        self.syscall_seq = 0
        self.host_start = 0.0
        self.host_deadline: float | None = None
        self.limited = any(limit is not None for limit in (settings.max_steps, settings.timeout, settings.max_memory))

        self.epoch = 0
        self.spun = False
        """Whether a goroutine has ever come by a loop's Tick that changes nothing (see starvation.py)."""
        self.sync = Sync()
        self.signals = SignalTable()
        self.holders: Holders | None = None
        """Who holds which lock, if somebody may ask; set before the program is linked."""
        self.order: Order | None = None
        """Who keeps what comes before what, if somebody does; set before the program is linked."""
        self.watchers: list[Callable[[int, int], None]] = []
        """Called by sysmon, and before time jumps: `watcher(now, until)`, when nothing will change before `until`."""
        self.shelf: dict[str, Any] = {}
        """What natives keep during the run, by a name of theirs."""
        self.last_object = 0
        self.last_bubble = 0
        self.dead_bubble: Bubble | None = None
        """The bubble whose deadlock is being told: a crash shows its goroutines too."""
        self.source = ""
        """Where the goroutine that was found last came from, for the event."""

        self.hub: greenlet | None = None
        self.beginner: G | None = None
        """Whom the hub is to switch to."""
        self.pool: list[greenlet] = []
        self.outcome: BaseException | None = None
        self.closing = False

    def review(self) -> None:
        """Finds out anew whether changing goroutines is `plain`: nobody listens, no goroutine is in a bubble, locked to
        a thread or one of Go's own, none has spun or is to be preempted, and the run is not at its end. To be called
        when any of that changes."""
        self.plain = not (
            self.bus.on
            or self.last_bubble
            or self.locked_gs
            or self.system
            or self.spun
            or self.closing
            or any(p.preempt for p in self.allp)
        )

    def status_of(self, g: G) -> int:
        """The status of a goroutine as real Go has it: RUNNING if it is a P's current one."""
        if g.status == RUNNABLE and any(p.curg is g for p in self.allp):
            return RUNNING
        return g.status

    # ------------------------------------------------------------ virtual time

    def settle(self) -> int:
        """Books the used steps on the current P and returns its clock (ns)."""
        now = self.end - self.budget * STEP_NS
        p = self.p
        used = now - p.clock
        if used:
            self.steps += used // STEP_NS
            p.clock = now
        return now

    def clock(self) -> int:
        """The current P's time (ns), without booking."""
        return self.end - self.budget * STEP_NS

    def now(self) -> int:
        """Virtual nanoseconds since the program's start. Never runs backwards, on whatever P one asks."""
        self.epoch += 1
        now = self.end - self.budget * STEP_NS
        if now < self.vnow:
            return self.vnow
        self.vnow = now
        return now

    def program_now(self) -> int:
        """What the clock of the current goroutine shows: its bubble's, if it is in one."""
        bubble = self.g.bubble
        return self.now() if bubble is None else bubble.now

    def shorten(self, when: int) -> None:
        """Lets the current budget end at virtual time `when` at the latest."""
        now = self.end - self.budget * STEP_NS
        steps = (when - now) // STEP_NS
        if steps < self.budget:
            if steps < 0:
                steps = 0
            self.budget = steps
            self.end = now + steps * STEP_NS

    def grant(self, steps: int) -> None:
        """Lets the current goroutine take `steps` from now on (none if negative). Used steps must be settled."""
        self.budget = steps if steps > 0 else 0
        self.end = self.p.clock + self.budget * STEP_NS

    # ------------------------------------------------------------ events

    def emit(self, kind: str, *details: int | str | bool) -> None:
        """Announces what the current goroutine does on the current P. Callers test `bus.on` first."""
        g = self.g
        self.bus.emit(kind, g.id if g is not None else 0, self.p.id, self.clock(), *details)

    def object_id(self, thing: object, place: object = None) -> int:
        """A small number for a sync object, or for a place in an object (its field's name, its index), the same
        whenever it is asked. Only called while somebody listens."""
        key = (id(thing), place)
        entry = self.sync.numbers.get(key)
        if entry is None:
            self.last_object += 1
            # Keeping the object keeps its identity from being given to another.
            entry = self.sync.numbers[key] = (thing, self.last_object)
        return entry[1]
