"""The Run: one execution of a program, and everything of it that natives, operations and engines share.

A Run is made with its parts (machine, chooser, bus, streams); the linker then sets the hooks, which stand below.
Invariants: nothing of a run lives outside its Run; addresses are handed out in the order in which they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any, Protocol

from minigo.runtime.chooser import Chooser
from minigo.runtime.events import Bus
from minigo.runtime.hostfiles import HostFiles
from minigo.runtime.maps import NIL_MAP, Map, MapIterator, new_map
from minigo.runtime.optable import is_template
from minigo.runtime.panics import FatalError, Goexit, GoPanic, LimitExceeded, ProgramExit, translate, user_panic
from minigo.runtime.printing import indent, panic_text
from minigo.runtime.rtypes import RType, Universe
from minigo.runtime.traceback import Describe, Frame
from minigo.runtime.values import ArrayView, ElemRef, FieldRef, Slice, text
from minigo.source import Pos
from minigo.types.types import INVALID, Basic, Signature, unalias
from minigo.types.universe import TYP

GoFunction = Callable[..., Any]

DEFAULT_MAX_STACK = 1_000_000_000
"""Bytes that a goroutine's stack may grow to."""
_FIRST_ADDRESS = 0xC000012000
_ADDRESS_STEP = 64
_KILLED_BY_SIGPIPE = 128 + 13
"""The exit code that a shell shows."""
_NO_PAUSE = 1 << 62
"""A budget that never ends: while a crash is printed nobody else runs."""


class Machine(Protocol):
    """What Run and the operation table need of the simulated machine. Times are virtual nanoseconds."""

    budget: int

    def now(self) -> int: ...
    def pause_rmw(self) -> None: ...
    def emit(self, kind: str, *details: int | str | bool) -> None: ...
    def make_chan(self, capacity: int, elem: RType) -> Any: ...
    def chan_send(self, channel: Any, value: Any) -> None: ...
    def chan_recv(self, channel: Any) -> Any: ...
    def chan_recv2(self, channel: Any) -> tuple[Any, bool]: ...
    def chan_close(self, channel: Any) -> None: ...
    def chan_len(self, channel: Any) -> int: ...
    def chan_cap(self, channel: Any) -> int: ...
    def syscall(self, call: Callable[[], Any], duration: int) -> Any: ...
    def stop_run(self, outcome: BaseException | None) -> None: ...
    def select(self, kinds: str, operands: tuple[Any, ...], has_default: bool) -> tuple[int, Any, bool]: ...


class Reader(Protocol):
    """An unbuffered file, or one in memory: a read does not wait for more than what is there."""

    def read(self, size: int, /) -> bytes | None: ...


class Writer(Protocol):
    def write(self, data: bytes, /) -> object: ...
    def flush(self) -> None: ...


class Streams:
    """The program's stdin, stdout and stderr: binary files."""

    __slots__ = ("stderr", "stdin", "stdout")

    def __init__(self, stdin: Reader, stdout: Writer, stderr: Writer) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr


class Run:
    """args: os.Args. env: the environment. files: what of the host's files may be reached. output_limit: bytes that
    the program may write in all, None for any number. max_stack: bytes that a goroutine's stack may grow to.

    Hooks of the linker: describe (which Python frames are Go's), is_go_code (whether Python's errors in a frame
    stand for panics; templates always do), fault_types (RTypes by Fault.kind), function_named (the callable of a
    Go function by its symbol), set_max_stack (the greatest size of a stack in bytes; returns the old one).
    """

    def __init__(
        self,
        machine: Machine,
        chooser: Chooser,
        bus: Bus,
        streams: Streams,
        args: Sequence[str] = (),
        universe: Universe | None = None,
        output_limit: int | None = None,
    ) -> None:
        self.machine = machine
        self.chooser = chooser
        self.bus = bus
        self.streams = streams
        self.args = list(args)
        self.env: list[tuple[str, str]] = []
        self.files = HostFiles()
        self.universe = universe or Universe()
        self.output_limit = output_limit
        self.output_bytes = 0
        self.refuse_exit0 = False
        """Whether os.Exit(0) panics, as it does in tests."""
        self.traceback_all = False
        """Whether a crash prints all goroutines' stacks."""
        self.recover_token: GoPanic | None = None
        self.describe: Describe = _describe_nothing
        self.is_go_code: Callable[[FrameType], bool] = _nothing_is_go
        self.fault_types: dict[str, RType] = {}
        self.accesses: dict[str, Callable[..., Any]] = {}
        """The helpers of the rows in ops_race, when a race detector is at work."""
        self.guard_native: Callable[[str, Pos, GoFunction], GoFunction] = _unguarded
        """What the linker makes of a native that is declared at a position."""
        self.reads: Callable[[RType, Any], None] | None = None
        """Told by natives that look at a slice, a map, or what a pointer points to."""
        self.races: list[Any] = []
        """The data races that it has reported."""
        self.function_named: Callable[[str], GoFunction] = _no_function
        self.max_stack = DEFAULT_MAX_STACK
        self.set_max_stack: Callable[[int], int] = _no_stack
        self._string = self.universe.rtype(TYP["string"])
        self._addresses: dict[Any, tuple[int, Any]] = {}
        self._next_address = _FIRST_ADDRESS

    # ------------------------------------------------------------ panics

    def caught(self, error: Exception) -> GoPanic:
        """The panic that `error`, caught from Go code, is. Raises FatalError when it stands for one, InternalError
        when it is a bug of minigo's."""
        outcome = translate(error, self._is_go_frame, self.max_stack)
        if isinstance(outcome, GoPanic):
            if self.bus.on and not outcome.announced:
                outcome.announced = True
                self.machine.emit("panic", self._brief(outcome))
            return outcome
        raise outcome

    def as_panic(self, error: BaseException) -> GoPanic:
        """`error`, a panic, an error that stands for one or Goexit, as the panic that Defers handle."""
        if isinstance(error, Goexit):
            panic = GoPanic()
            panic.goexit = True
            return panic.with_traceback(error.__traceback__)
        if isinstance(error, Exception):
            return self.caught(error)
        raise error

    def _is_go_frame(self, frame: FrameType) -> bool:
        return is_template(frame.f_code) or self.is_go_code(frame)

    def take_token(self) -> GoPanic | None:
        """What a function that recovers does first: the panic that it may recover, if any."""
        token = self.recover_token
        self.recover_token = None
        return token

    def recover(self, token: GoPanic | None) -> Any:
        """recover(): the value of the panic of `token`, which is recovered by this; else None."""
        if token is None or token.recovered or token.goexit:
            return None
        token.recovered = True
        if self.bus.on:
            self.machine.emit("recover", self._brief(token))
        return self.panic_value(token)

    def deferred_recover(self, token: GoPanic | None) -> Callable[[], None]:
        """What `defer recover()` defers in a function with this token. Called when the function returns it is like a
        call by the function; called by a panic, which leaves a token, it is a deferred function that recovers nothing
        itself."""

        def deferred() -> None:
            if self.take_token() is None:
                self.recover(token)

        deferred.recovers = True  # type: ignore[attr-defined]
        return deferred

    def panic_value(self, panic: GoPanic) -> Any:
        """The interface value of a panic; that of a fault is made now. Raises LookupError when package runtime is not
        linked."""
        if panic.value is None and panic.fault is not None:
            fault = panic.fault
            rtype = self.fault_types.get(fault.kind) or self.fault_types["error"]
            panic.value = (rtype, self._fault_object(rtype, fault.text))
        return panic.value

    def _fault_object(self, rtype: RType, message: str) -> Any:
        """A value of one of package runtime's error types: strings, or pointers to structs that begin with the text."""
        if rtype.kind != "ptr":
            return message.encode()
        struct_type = rtype.elem_type()
        value = struct_type.zero()
        if struct_type.fields and struct_type.fields[0].rtype.kind == "string":
            setattr(value, struct_type.fields[0].attr, message.encode())
        return value

    def string_panic(self, message: str) -> GoPanic:
        """panic("message"), to be raised."""
        return user_panic(self.string_value(message.encode()))

    def string_value(self, value: bytes) -> tuple[RType, bytes]:
        """A string as an interface value."""
        return (self._string, value)

    def _brief(self, panic: GoPanic) -> str:
        """A panic for the event stream; runs no Go code."""
        if panic.fault is not None:
            return panic.fault.message
        if panic.value is None or panic.value[0].kind in ("ptr", "chan", "func", "map", "slice", "struct", "array"):
            return "nil" if panic.value is None else f"({panic.value[0].string})"
        return panic_text(panic.value, self.address)

    def show_panic(self, panic: GoPanic) -> str:
        """The text of a panic's value when it ends the program: calls Error or String methods, with nobody else
        running.

        Raises FatalError when they panic themselves.
        """
        if panic.fault is not None:
            return indent(panic.fault.message)
        value = panic.value
        for method in ("Error", "String"):
            if value is not None and _returns_string(value[0], method):
                return indent(self._call_for_text(panic, method))
        return panic_text(value, self.address)

    def _call_for_text(self, printed: GoPanic, method: str) -> str:
        value = printed.value
        budget, self.machine.budget = self.machine.budget, _NO_PAUSE
        try:
            return text(value[0].methods[method](value[1]))
        except Exception as error:
            panic = self.caught(error)
            shown = self.panic_value(panic)
            if shown[0] is self._string:
                what = text(shown[1])
            else:
                what = f"type {shown[0].string}"
            message = f"panic while printing panic value: {what}"
            raise FatalError(message, signal=panic.by_signal, printed=printed) from error
        finally:
            self.machine.budget = budget

    # ------------------------------------------------------------ values

    def go_function(self, symbol: str) -> GoFunction:
        """The callable of a Go function, by symbol ("fmt.format")."""
        return self.function_named(symbol)

    def new_map(self, rtype: RType) -> Map:
        """An empty map; `rtype` is the map type."""
        return new_map(rtype, self.machine)

    def map_iter(self, m: Map) -> MapIterator:
        """A range over a map."""
        return MapIterator(m, self.chooser)

    def address(self, value: Any) -> int:
        """A number that stands for the address of what `value` points to; the same whenever it is asked, 0 for nil."""
        if value is None or value is NIL_MAP:
            return 0
        if isinstance(value, Slice):
            return self._base(value.array) + 8 * value.offset if value.cap or value.array else 0
        if isinstance(value, ArrayView):
            return self._base(value.array) + 8 * value.offset
        if isinstance(value, ElemRef):
            return self._base(value.array) + 8 * value.index
        if isinstance(value, FieldRef):
            slots: tuple[str, ...] = type(value.obj).__slots__
            return self._base(value.obj) + 8 * slots.index(value.name)
        return self._base(value)

    def _base(self, thing: Any) -> int:
        entry = self._addresses.get(id(thing))
        if entry is None:
            size = max(_ADDRESS_STEP, 8 * len(thing) if isinstance(thing, list | bytearray) else 0)
            # Keeping the object keeps its identity from being given to another.
            entry = self._addresses[id(thing)] = (self._next_address, thing)
            self._next_address += -(-size // _ADDRESS_STEP) * _ADDRESS_STEP
        return entry[0]

    # ------------------------------------------------------------ output

    def read(self, size: int) -> bytes:
        """Up to `size` bytes of stdin as soon as some are there; none at its end. What was written is shown first."""
        self.streams.stdout.flush()
        return self.streams.stdin.read(size) or b""

    def write(self, stream: int, data: bytes) -> None:
        """Writes to stdout (1) or stderr (2). Ends the run when that is more than allowed, with what fits written.
        Raises ProgramExit when nobody reads any more: real Go dies by SIGPIPE then."""
        limit = self.output_limit
        if limit is not None and self.output_bytes + len(data) > limit:
            rest = data[: limit - self.output_bytes]
            self._write(stream, rest)
            if rest and not rest.endswith(b"\n"):
                self._write(2, b"\n")
            self.machine.stop_run(LimitExceeded("max-output", limit))
        self._write(stream, data)

    def _write(self, stream: int, data: bytes) -> None:
        self.output_bytes += len(data)
        if self.bus.on:
            self.machine.emit("output", stream, len(data))
        try:
            if stream == 1:
                self.streams.stdout.write(data)
            else:
                # Go does not buffer: where both streams end up in one file, their order is the program's.
                self.streams.stdout.flush()
                self.streams.stderr.write(data)
        except BrokenPipeError:
            raise ProgramExit(_KILLED_BY_SIGPIPE) from None


def _returns_string(rtype: RType, name: str) -> bool:
    """Whether the type has the method `name() string`."""
    method = rtype.method_set.get(name)
    if method is None or not isinstance(method.func.type, Signature):
        return False
    signature = method.func.type
    results = signature.results.vars
    if signature.params.vars or len(results) != 1:
        return False
    result = unalias(results[0].type or INVALID)
    return isinstance(result, Basic) and result.kind == "string"


def _describe_nothing(frame: FrameType, line: int) -> Frame | None:
    return None


def _nothing_is_go(frame: FrameType) -> bool:
    return False


def _unguarded(name: str, pos: Pos, native: GoFunction) -> GoFunction:
    return native


def _no_stack(size: int) -> int:
    raise LookupError("the program is not linked")


def _no_function(symbol: str) -> GoFunction:
    raise LookupError(f"{symbol}: the program is not linked")
