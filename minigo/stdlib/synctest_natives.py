"""Natives of package internal/synctest: the machine's bubbles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked
from minigo.stdlib.sync_natives import machine_of

if TYPE_CHECKING:
    from minigo.runtime.run import Run


@linked("internal/synctest.Run")
def bubble_run(run: Run) -> Callable[[Any], None]:
    m = machine_of(run)
    return lambda f: m.bubble_run(f, "testing/synctest.Test")


@linked("internal/synctest.Wait")
def bubble_wait(run: Run) -> Callable[[], None]:
    return machine_of(run).bubble_wait
