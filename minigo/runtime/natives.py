"""The registry of natives: the library functions whose body is Python, by their Go name.

A native is called like any Go function. `native` registers the function itself; `linked` a factory that is given the
run when the program is linked and returns the function. Names are full: "math.Sqrt", "sync.(*Mutex).Lock",
"time.Duration.String". Invariants: a name is registered once; nothing of a run is kept here, so runs do not see each
other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from minigo.record import record

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run

Function = TypeVar("Function", bound=Callable[..., Any])
GoFunction = Callable[..., Any]


@record(slots=True, frozen=True)
class Native:
    """`function` is the implementation, or (linked) what makes it from the run. generic: the RTypes of the type
    arguments come before the arguments."""

    name: str
    function: GoFunction
    linked: bool
    generic: bool

    def bind(self, run: Run, type_args: list[RType]) -> GoFunction:
        """The callable for one run and, if generic, one list of type arguments."""
        function: GoFunction = self.function(run) if self.linked else self.function
        if not self.generic:
            return function

        def generic(*args: Any) -> Any:
            return function(*type_args, *args)

        return generic


_registry: dict[str, Native] = {}


def native(name: str, *, generic: bool = False) -> Callable[[Function], Function]:
    """Registers the decorated function as the Go function `name`. Raises ValueError when the name is taken."""
    return _register(name, linked=False, generic=generic)


def linked(name: str, *, generic: bool = False) -> Callable[[Function], Function]:
    """Registers the decorated factory: called once a run with the Run, it returns the Go function `name`."""
    return _register(name, linked=True, generic=generic)


def lookup(name: str) -> Native | None:
    """The native called `name`."""
    return _registry.get(name)


def names() -> list[str]:
    """All names that are registered, sorted."""
    return sorted(_registry)


def _register(name: str, *, linked: bool, generic: bool) -> Callable[[Function], Function]:
    def register(function: Function) -> Function:
        if name in _registry:
            raise ValueError(f"two natives are called {name}")
        _registry[name] = Native(name, function, linked, generic)
        return function

    return register
