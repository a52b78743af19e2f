"""One program under several models of concurrency, side by side: what a goroutine is not.

All models run on the same simulated machine; they differ in the number of Ps, in when a goroutine can lose its P, and
in what starting one and changing between two costs. So the table shows these three differences and nothing else: the
threads of the last model are queued and stolen as goroutines are, and not as a kernel's scheduler would.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minigo.record import record, replace
from minigo.runtime.sched.g import RUNNABLE
from minigo.runtime.sched.starvation import Starvation
from minigo.runtime.sched.state import TIME_SLICE_NS
from minigo.session import EXIT_LIMIT, Options, Session

if TYPE_CHECKING:
    from minigo.runtime.sched.machine import Machine

THREAD_STACK = 8 << 20
"""Bytes: the default of RLIMIT_STACK, which pthread_create(3) gives to each thread on Linux."""
THREAD_CREATE_NS = 10_000
"""pthread_create on Linux, x86-64: starting and joining a thread that does nothing takes 10 to 20 microseconds."""
THREAD_SWITCH_NS = 1_500
"""A switch between threads of a process: 1.2 to 1.5 microseconds on one CPU according to E. Bendersky, "Measuring
context switching and memory overheads for Linux threads" (2018)."""


@record(slots=True, frozen=True)
class Model:
    """`options` are those of its runs; `stack` is what each stack takes in bytes, None where stacks grow."""

    name: str
    options: Options
    stack: int | None = None


@record(slots=True, frozen=True)
class Outcome:
    """How a run under a model ended. `ending` is "ok", "exit N", "starves" or "limit". `starved`: goroutines that were
    runnable in the end and had been so for longer than a time slice without getting a P. `stacks`: bytes that all
    stacks took together at most."""

    ending: str
    stdout: bytes
    virtual_ns: int
    switches: int
    stacks: int
    starved: int


@record(slots=True, frozen=True)
class Row:
    """A model's outcome beside that of the first model and of the same model with one P. `speedup`: the time with one P
    divided by the time; None when one of these runs did not end by itself."""

    model: Model
    outcome: Outcome
    same_output: bool
    speedup: float | None


def models(options: Options, *, create_ns: int, switch_ns: int, stack: int) -> list[Model]:
    """Goroutines, coroutines, goroutines before Go 1.14, and threads with these costs (ns) and stacks (bytes)."""
    return [
        Model("goroutines (M:N, preemptive)", replace(options, preempt="async")),
        Model("coroutines (N:1, cooperative)", replace(options, preempt="none", gomaxprocs=1)),
        Model("Go 1.13 (M:N, cooperative)", replace(options, preempt="cooperative")),
        Model("threads (1:1)", replace(options, preempt="async", go_ns=create_ns, switch_ns=switch_ns), stack),
    ]


def run_model(target: str, model: Model, options: Options, stdin: bytes) -> Outcome:
    """How the program ends under `model` with these options. Raises what Session.load does."""
    session = Session(replace(options, stats=model.stack is None))
    stdout = io.BytesIO()
    machines: list[Machine] = []
    result = session.run(session.load(target), io.BytesIO(stdin), stdout, io.BytesIO(), watch=machines.append)
    machine = machines[0]
    ending = "ok" if result.exit_code == 0 else f"exit {result.exit_code}"
    if isinstance(machine.outcome, Starvation):
        ending = "starves"
        starved = len(machine.outcome.starved)
    else:
        if result.exit_code == EXIT_LIMIT:
            ending = "limit"
        late = result.virtual_ns - TIME_SLICE_NS
        starved = sum(g.status == RUNNABLE and g.since < late for g in machine.allgs.values())
    stats = result.stats
    stacks = stats.goroutines_peak * model.stack if model.stack is not None else 0
    if result.stacks is not None:
        stacks = result.stacks.peak
    return Outcome(ending, stdout.getvalue(), result.virtual_ns, stats.switches, stacks, starved)


def compare(target: str, wanted: Sequence[Model], stdin: bytes) -> list[Row]:
    """A row for each model; the first one's output is what the others' is compared with. Raises what run_model does."""
    rows: list[Row] = []
    for model in wanted:
        outcome = run_model(target, model, model.options, stdin)
        alone = outcome
        if model.options.gomaxprocs > 1:
            alone = run_model(target, model, replace(model.options, gomaxprocs=1), stdin)
        ended = {outcome.ending, alone.ending}.isdisjoint(("starves", "limit")) and outcome.virtual_ns > 0
        speedup = alone.virtual_ns / outcome.virtual_ns if ended else None
        first = rows[0].outcome if rows else outcome
        same = (outcome.stdout, outcome.ending) == (first.stdout, first.ending)
        rows.append(Row(model, outcome, same, speedup))
    return rows
