"""Deferred calls: how a function that defers is left, normally, by a panic or by Goexit.

What an engine does with a function that has defers (`d = Defers(run)` on entry):

    try:
        body                      # `defer f(x)` is d.push(f, (x,)); return stores the results and leaves the block
    except (Exception, Goexit) as error:
        d.unwind(error)           # returns when a deferred call recovered, else raises
    else:
        d.finish()
    return the result variables

recover() works only in the deferred function itself. So before it calls a function that has the attribute `recovers`,
Defers leaves the current panic in `run.recover_token`; the function takes it (`run.take_token()`) before anything else
happens, and hands it to `run.recover(token)`. A wrapper has `recovers` too, and leaves the token for what it wraps;
around the method of an interface value it tells where that is, for only the value knows whether its method recovers.

Invariants: no token is left when a function without `recovers` is called; calls run last in, first out, each once;
FatalError, ProgramExit and greenlets' exits run no deferred calls.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import MethodType
from typing import Any, Protocol

from minigo.runtime.panics import Goexit, GoPanic, nil_dereference

DeferredCall = tuple[Callable[..., Any] | None, tuple[Any, ...]]


class PanicState(Protocol):
    """What Defers need of the Run."""

    recover_token: GoPanic | None

    def as_panic(self, error: BaseException) -> GoPanic: ...


class Defers:
    """The deferred calls of one call of a function."""

    __slots__ = ("calls", "state")

    def __init__(self, state: PanicState) -> None:
        self.state = state
        self.calls: list[DeferredCall] = []

    def push(self, function: Callable[..., Any] | None, args: tuple[Any, ...]) -> None:
        """`defer function(args...)`; a nil function panics when it is run."""
        self.calls.append((function, args))

    def references(self) -> list[Any]:
        """The Go values that the deferred calls hold."""
        return list(self.calls)

    def finish(self) -> None:
        """The function has returned: runs its deferred calls. Raises what they leave with, unless that is recovered."""
        calls = self.calls
        while calls:
            function, args = calls.pop()
            try:
                call_deferred(function, args)
            except (Exception, Goexit) as error:
                self.unwind(error)
                return

    def unwind(self, error: BaseException) -> None:
        """The function is left by `error` (a panic, an error of Python's that stands for one, or Goexit): runs its
        deferred calls. Returns when one of them recovered; else raises the panic or Goexit that is under way in the
        end."""
        state = self.state
        calls = self.calls
        current = state.as_panic(error)
        while calls:
            function, args = calls.pop()
            state.recover_token = current if recovers(function, args) else None
            try:
                call_deferred(function, args)
            except (Exception, Goexit) as newer:
                older, current = current, state.as_panic(newer)
                current.add_link(older)
                current.handlers.append((sys._getframe(), older))
                continue
            finally:
                state.recover_token = None
            if current.recovered:
                goexit = current.linked_goexit()
                if goexit is None:
                    self.finish()
                    return
                current = goexit
        if current.goexit:
            raise Goexit().with_traceback(current.__traceback__)
        raise current


def recovers(function: Callable[..., Any] | None, args: tuple[Any, ...]) -> bool:
    """Whether `function`, called with `args`, takes a token: its attribute `recovers` is true, or names the attributes
    of the receiver that lead to an interface value, and the method of that to ask."""
    place = getattr(function, "recovers", False)
    while isinstance(place, tuple):
        x: Any = function.__self__ if isinstance(function, MethodType) else args[0]
        for name in place[:-1]:
            x = getattr(x, name, None)
        if x is None:
            return False
        function, args = x[0].methods[place[-1]], (x[1],)
        place = getattr(function, "recovers", False)
    return bool(place)


def call_deferred(function: Callable[..., Any] | None, args: tuple[Any, ...]) -> None:
    """Calls it; a nil function panics. (A function of its own: stack traces tell by it where deferred calls ran.)"""
    if function is None:
        raise nil_dereference()
    function(*args)
