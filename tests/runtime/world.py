"""Go types built by hand, and a run without a scheduler: what the tests of the runtime stand on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest

from minigo.runtime.chooser import SeededChooser
from minigo.runtime.events import Bus
from minigo.runtime.panics import GoPanic
from minigo.runtime.rtypes import RType, Universe
from minigo.runtime.run import Run, Streams
from minigo.types import types as t
from minigo.types.objects import Func, Package, Scope, TypeName, Var
from minigo.types.universe import TYP

MAIN = Package("main", "main", Scope(None, "package"))
INT, STRING, BYTE, FLOAT, BOOL = TYP["int"], TYP["string"], TYP["uint8"], TYP["float64"], TYP["bool"]
ANY = t.Interface([])


def field(name: str, type: t.Type, embedded: bool = False) -> Var:
    return Var(name, type, pkg=MAIN, is_field=True, embedded=embedded)


def struct(*fields: tuple[str, t.Type] | Var) -> t.Struct:
    return t.Struct([f if isinstance(f, Var) else field(*f) for f in fields])


def named(name: str, under: t.Type, pkg: Package = MAIN) -> t.Named:
    obj = TypeName(name, None, pkg=pkg, parent=pkg.scope)
    obj.type = n = t.Named(obj, under)
    return n


def signature(params: Sequence[t.Type] = (), results: Sequence[t.Type] = (), variadic: bool = False) -> t.Signature:
    def tuple_of(items: Sequence[t.Type]) -> t.Tuple:
        return t.Tuple([Var("", item) for item in items])

    return t.Signature(tuple_of(params), tuple_of(results), variadic)


def method(name: str, sig: t.Signature | None = None, ptr_recv: bool = False, pkg: Package = MAIN) -> Func:
    return Func(name, sig or signature(), pkg=pkg, ptr_recv=ptr_recv)


def interface(*methods: Func) -> t.Interface:
    return t.Interface(list(methods))


class FakeMachine:
    """A machine on which only the test's own goroutine runs; `on_pause` stands for the others."""

    def __init__(self) -> None:
        self.budget = 1 << 40
        self.on_pause: Any = None
        self.events: list[tuple[Any, ...]] = []

    def stop_run(self, outcome: BaseException | None) -> None:
        assert outcome is not None
        raise outcome

    def pause_rmw(self) -> None:
        self.budget = 1 << 40
        if self.on_pause is not None:
            self.on_pause()

    def emit(self, kind: str, *details: Any) -> None:
        self.events.append((kind, *details))

    def _no_channels(self, *args: Any) -> Any:
        raise AssertionError("no channels here")

    make_chan = chan_send = chan_recv = chan_recv2 = chan_close = chan_len = chan_cap = select = _no_channels


def make_run(seed: int = 0, universe: Universe | None = None) -> Run:
    streams = Streams(io.BytesIO(), io.BytesIO(), io.BytesIO())
    run = Run(FakeMachine(), SeededChooser(seed), Bus(), streams, universe=universe)
    u = run.universe
    run.fault_types = {"error": u.rtype(named("errorString", STRING)), "plain": u.rtype(named("plainError", STRING))}
    return run


def panic_message(function: Any, *args: Any) -> str:
    """The message of the runtime panic that the call raises."""
    with pytest.raises(GoPanic) as caught:
        function(*args)
    fault = caught.value.fault
    assert fault is not None
    return fault.message


def rtypes(*types: t.Type) -> list[RType]:
    universe = Universe()
    return [universe.rtype(each) for each in types]
