"""Natives of package os/signal and of syscall.Kill, over the machine's table of signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked
from minigo.runtime.sched import signals
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run
    from minigo.runtime.sched.chan import Channel
    from minigo.runtime.values import Slice


@linked("os/signal.notify")
def notify(run: Run) -> Callable[[Channel, Slice, tuple[Any, int]], None]:
    """`example` is any signal of the type that is to be sent."""
    table = machine_of(run).signals

    def notify(channel: Channel, numbers: Slice, example: tuple[Any, int]) -> None:
        rtype = example[0]
        table.notify(channel, numbers.items(), lambda number: (rtype, number))

    return notify


@linked("os/signal.Stop")
def stop(run: Run) -> Callable[[Channel], None]:
    return machine_of(run).signals.stop


@linked("os/signal.forget")
def forget(run: Run) -> Callable[[Slice, bool], None]:
    table = machine_of(run).signals
    return lambda numbers, ignore: table.forget(set(numbers.items()), ignore)


@linked("os/signal.isIgnored")
def is_ignored(run: Run) -> Callable[[int], bool]:
    table = machine_of(run).signals
    return lambda number: number in table.ignored


@linked("syscall.raise")
def raise_signal(run: Run) -> Callable[[int], None]:
    m = machine_of(run)
    return lambda number: signals.send(m, number)
