"""Panics, fatal errors and the other ways in which Go code is left without returning.

- GoPanic: a panic under way. A panic that the runtime itself starts carries a Fault and no value: the Go value (a
  runtime.Error) is only made when somebody recovers it, by the run that knows package runtime's types.
- Goexit, FatalError and ProgramExit derive from BaseException: deferred calls run for Goexit only, and recover sees
  none of them.

In Go code Python's own errors stand for Go's; `translate` tells which. The same errors raised by minigo's
own code are bugs, and become InternalError.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FrameType
from typing import Any

from minigo.record import record
from minigo.source import InternalError

NIL_DEREFERENCE = "invalid memory address or nil pointer dereference"
SIGNAL_LINE = "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]"
"""What follows the text of a nil dereference when it ends the program."""


OUT_OF_MEMORY = "runtime: out of memory"


@record(slots=True, frozen=True)
class Fault:
    """A panic of the runtime's own. `kind` says which Go type its value has: error (runtime.errorString), bounds
    (runtime.boundsError), plain (runtime.plainError), assertion (*runtime.TypeAssertionError), nilpanic
    (*runtime.PanicNilError), memory (errorString, by a signal), unhashable (plainError); `text` is without the prefix
    "runtime error: "."""

    kind: str
    text: str

    @property
    def message(self) -> str:
        """What the value's Error method returns."""
        return "runtime error: " + self.text if self.kind in _PREFIXED else self.text


_PREFIXED = frozenset(("error", "bounds", "memory", "nilpanic"))


class GoPanic(Exception):
    """A panic under way.

    `value` is the interface value; for a `fault` it is made on demand (Run.panic_value). `link` is the panic (or
    Goexit) that was under way when this one was raised, so the chain is what a crash prints. `recovered`: recover()
    returned it. `repanicked`: the next panic of the chain has the same value. `goexit`: it stands for
    Goexit.
    """

    def __init__(self, value: Any = None, fault: Fault | None = None) -> None:
        super().__init__(value, fault)
        self.value = value
        self.fault = fault
        self.link: GoPanic | None = None
        self.recovered = False
        self.repanicked = False
        self.goexit = False
        self.handlers: list[tuple[FrameType, GoPanic]] = []
        """For each frame of Defers.unwind that it was raised on top of: the panic that was handled there."""
        self.announced = False
        """Whether the event bus has heard of it."""

    @property
    def by_signal(self) -> bool:
        """Whether the panic is a nil dereference, which prints a line about the signal."""
        return self.fault is not None and self.fault.kind == "memory"

    def chain(self) -> list[GoPanic]:
        """This panic and those it is linked to, oldest first."""
        chain: list[GoPanic] = []
        panic: GoPanic | None = self
        while panic is not None:
            chain.append(panic)
            panic = panic.link
        chain.reverse()
        return chain

    def linked_goexit(self) -> GoPanic | None:
        """The Goexit under way beneath this panic, if any: it goes on when the panic is recovered."""
        panic = self.link
        while panic is not None and not panic.goexit:
            panic = panic.link
        return panic

    def add_link(self, older: GoPanic) -> None:
        """`older` was under way when this panic left the deferred call that `older` had started."""
        newest: GoPanic = self
        while newest.link is not None:
            if newest.link is older or newest is older:
                return
            newest = newest.link
        if newest is older:
            return
        newest.link = older
        older.repanicked = older.repanicked or same_word(newest.value, older.value)


class Goexit(BaseException):
    """runtime.Goexit: the goroutine's deferred calls run, then it ends."""


class FatalError(BaseException):
    """`fatal error: TEXT`: ends the program, no deferred call runs. `preface` is printed before it; `all_goroutines`:
    the dump shows every goroutine, not only the one that failed. `signal` adds the line about SIGSEGV. `printed`: the
    panic whose value was being printed when this happened."""

    def __init__(
        self,
        text: str,
        preface: str = "",
        all_goroutines: bool = False,
        signal: bool = False,
        printed: GoPanic | None = None,
    ) -> None:
        super().__init__(text)
        self.text = text
        self.preface = preface
        self.all_goroutines = all_goroutines
        self.signal = signal
        self.printed = printed


class ProgramExit(BaseException):
    """os.Exit(code)."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class LimitExceeded(BaseException):
    """The run was ended from outside: `limit` is timeout, max-steps, max-goroutines, max-memory or max-output, `value`
    what it was set to."""

    def __init__(self, limit: str, value: float) -> None:
        super().__init__(limit, value)
        self.limit = limit
        self.value = value


def same_word(a: Any, b: Any) -> bool:
    """Whether two interface values are the same two machine words: a value that was recovered and is panicked with
    again. Pointers keep their identity when they pass through a type assertion, other values do not."""
    if a is None or b is None:
        return False
    if a is b:
        return True
    return a[0] is b[0] and a[0].kind in ("ptr", "chan", "map", "func") and a[1] is b[1]


# ---------------------------------------------------------------- panics of the runtime


def runtime_error(text: str) -> GoPanic:
    """`runtime error: TEXT`."""
    return GoPanic(fault=Fault("error", text))


def plain_error(text: str) -> GoPanic:
    """A runtime.Error whose text has no prefix."""
    return GoPanic(fault=Fault("plain", text))


def bounds_error(text: str) -> GoPanic:
    return GoPanic(fault=Fault("bounds", text))


def assertion_error(text: str) -> GoPanic:
    return GoPanic(fault=Fault("assertion", "interface conversion: " + text))


def nil_dereference() -> GoPanic:
    return GoPanic(fault=Fault("memory", NIL_DEREFERENCE))


def divide_error() -> GoPanic:
    return runtime_error("integer divide by zero")


def shift_error() -> GoPanic:
    return runtime_error("negative shift amount")


def user_panic(value: Any) -> GoPanic:
    """panic(value): the exception to raise. nil becomes a *runtime.PanicNilError."""
    if value is None:
        return GoPanic(fault=Fault("nilpanic", "panic called with nil argument"))
    return GoPanic(value)


def stack_overflow(limit: int) -> FatalError:
    """The goroutine's stack is deeper than `limit` bytes."""
    return FatalError("stack overflow", f"runtime: goroutine stack exceeds {limit}-byte limit\n")


# ---------------------------------------------------------------- Python's errors as Go's


def translate(error: Exception, is_go_frame: Callable[[FrameType], bool], max_stack: int) -> BaseException:
    """The exception that `error`, caught where Go code was running, stands for.

    A GoPanic stands for itself. ZeroDivisionError, a negative shift and an operation on None are Go's panics when
    the innermost frame satisfies `is_go_frame` (compiled Go code, or a template of the operation table), and so is a
    call of None by a native of the library.
    RecursionError (a stack beyond `max_stack` bytes) and MemoryError are fatal wherever they arise. Raises
    InternalError, from `error`, for everything else.
    """
    if isinstance(error, GoPanic):
        return error
    if isinstance(error, InternalError):
        raise error
    fatal = _resource_error(error, max_stack)
    if fatal is not None:
        return fatal.with_traceback(error.__traceback__)
    frame = _innermost(error)
    if frame is not None and (is_go_frame(frame) or _calls_nil(error, frame)):
        panic = _arithmetic_panic(error)
        if panic is not None:
            return panic.with_traceback(error.__traceback__)
    raise InternalError(f"{type(error).__name__}: {error}") from error


def _resource_error(error: Exception, max_stack: int) -> FatalError | None:
    if isinstance(error, RecursionError):
        return stack_overflow(max_stack)
    if isinstance(error, MemoryError):
        return FatalError(OUT_OF_MEMORY)
    return None


def _innermost(error: Exception) -> FrameType | None:
    """The frame that raised."""
    tb = error.__traceback__
    if tb is None:
        return None
    while tb.tb_next is not None:
        tb = tb.tb_next
    return tb.tb_frame


def _calls_nil(error: Exception, frame: FrameType) -> bool:
    """Whether a native called the function that it was given, and that was nil."""
    native = frame.f_globals.get("__name__", "").startswith("minigo.stdlib.")
    return native and isinstance(error, TypeError) and str(error) == "'NoneType' object is not callable"


def _arithmetic_panic(error: Exception) -> GoPanic | None:
    if isinstance(error, ZeroDivisionError):
        return divide_error()
    if isinstance(error, AttributeError) and error.obj is None:
        return nil_dereference()
    if isinstance(error, TypeError) and "NoneType" in str(error):
        return nil_dereference()
    if isinstance(error, ValueError) and "negative shift count" in str(error):
        return shift_error()
    return None
