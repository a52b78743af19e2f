"""What both engines need to turn a lowered program into something that runs: callables for functions, natives, methods.

Invariants: a function has one callable, made when it is first asked for; a callable's `__name__` is the Go function's
name, and it has the attribute `recovers` when it takes a recover token (or is a wrapper that leaves it to what it
wraps).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from types import FrameType, FunctionType
from typing import TYPE_CHECKING, Any

from minigo.engine.deepstack import RecursionLimit, give_room
from minigo.engine.faults import fault_types
from minigo.runtime.natives import lookup
from minigo.runtime.panics import FatalError
from minigo.runtime.sched.stacks import max_frames
from minigo.runtime.traceback import Frame, frames_of, live_frames
from minigo.source import NO_POS, FileSet, InternalError, Pos, pos_line

if TYPE_CHECKING:
    from minigo.core import nodes
    from minigo.core import program as c
    from minigo.engine.tokens import Token
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run
    from minigo.runtime.sched.machine import Machine
    from minigo.types.objects import Package
    from minigo.types.types import Type

GoFunction = Callable[..., Any]

LIBRARY_PREFIX = "$GOROOT/"
"""How the paths of the library's files begin."""


class Linked(ABC):
    """A program linked for one run: `run` executes it on a machine. `opt`: 1 when code is optimised, else 0; what the
    program does is the same."""

    def __init__(self, program: c.Program, run: Run, files: FileSet, runtime: Package | None, opt: int = 1) -> None:
        self.program = program
        self.opt = opt
        self.shared = run
        self.files = files
        self.max_depth = max_frames(run.max_stack)
        """How many Go calls fit a stack."""
        self._limit: RecursionLimit | None = None
        self._callables: dict[c.Function, GoFunction] = {}
        self.tokens: dict[str, Token] = {}
        """Whether a function takes a recover token, by symbol, for those that became values."""
        self._frames: dict[tuple[c.Function, int], Frame] = {}
        run.describe = self.describe
        run.is_go_code = self.is_go_code
        run.function_named = self.function_named
        run.set_max_stack = self.set_max_stack
        run.universe.link_method = self.link_method
        holders = getattr(run.machine, "holders", None)
        if holders is not None:
            holders.mark = self.mark
        if runtime is not None:
            run.fault_types = fault_types(run.universe, runtime)

    # ------------------------------------------------------------ images

    @property
    def grown(self) -> bool:
        """Whether a program that comes from an image needed what is not in it."""
        return False

    def extend_image(self) -> None:
        """Add what was missing to the image. Raises NoImage."""
        raise NotImplementedError

    # ------------------------------------------------------------ running

    def run(self, machine: Machine) -> None:
        """Initialise the packages (tied to the first thread) and run main.main as the main goroutine of `machine`.
        Raises what the run ended with, see Machine.run_main."""
        machine.hooks.function_name = self.function_name
        machine.hooks.position = self.position
        init, main = self.callable(self.program.init), self.callable(self.program.main)

        def entry() -> None:
            machine.lock_os_thread()
            init()
            machine.unlock_os_thread()
            main()

        entry.__name__ = self.program.main.name
        give_room(entry)
        self._limit = RecursionLimit()
        self._limit.allow(self.python_frames())
        try:
            machine.run_main(entry)
        finally:
            self._limit.restore()

    @abstractmethod
    def python_frames(self) -> int:
        """How many Python frames the deepest goroutine may need."""

    def set_max_stack(self, size: int) -> int:
        """debug.SetMaxStack: sets the greatest size of a stack in bytes, returns the old one."""
        old, self.shared.max_stack = self.shared.max_stack, size
        self.max_depth = max_frames(size)
        if self._limit is not None:
            self._limit.allow(self.python_frames())
        return old

    # ------------------------------------------------------------ functions

    def callable(self, function: c.Function) -> GoFunction:
        """What calls `function`, which captures nothing."""
        known = self._callables.get(function)
        if known is None:
            known = self._native(function) if function.native is not None else self.make(function)
            self._callables[function] = known
        return known

    @abstractmethod
    def make(self, function: c.Function) -> GoFunction:
        """The callable of a function that has a body and captures nothing."""

    def _native(self, function: c.Function) -> GoFunction:
        assert function.native is not None
        native = lookup(function.native)
        if native is None:
            raise InternalError(f"function {function.native} has neither a body nor a native")
        made = native.bind(self.shared, [self.rtype(t) for t in function.native_types])
        return self.shared.guard_native(function.native, function.pos, made)

    def value(self, function: c.Function) -> GoFunction:
        """The callable of a function that becomes a value, and so may be deferred: `recovers` must be known."""
        made = self.callable(function)
        if function.native is None:
            token = self.tokens.get(function.symbol)
            if token is None:
                token = self.tokens[function.symbol] = self.takes_token(function)
            if token:
                made.recovers = token  # type: ignore[attr-defined]
        return made

    def takes_token(self, function: c.Function) -> Token:
        """Whether Defers must leave a token for `function`."""
        from minigo.engine.tokens import takes_token

        return takes_token(function)

    def link_method(self, rtype: RType, name: str) -> GoFunction:
        """The callable behind the method `name` of the values of a type."""
        function = self.program.methods(rtype.type).get(name)
        if function is None:
            raise InternalError(f"type {rtype.string} has no method {name}")
        return self.value(function)

    def function_named(self, symbol: str) -> GoFunction:
        """The callable of a Go function by its symbol."""
        function = self.program.functions.get(symbol)
        if function is None:
            raise InternalError(f"there is no function {symbol}")
        return self.callable(function)

    def rtype(self, t: Type) -> RType:
        return self.shared.universe.rtype(t)

    # ------------------------------------------------------------ names and stacks

    def function_name(self, function: Any) -> str:
        """A function value as stack traces print it."""
        return str(getattr(function, "__name__", type(function).__name__))

    def position(self, pos: Pos | None) -> str:
        """A position as stack traces print it."""
        if not pos:
            return "-"
        return f"{self.path(pos)}:{pos_line(pos)}"

    def path(self, pos: Pos) -> str:
        """The file of a position."""
        return "<autogenerated>" if pos == NO_POS else self.files.file(pos).path

    def stack(self, frame: FrameType | None) -> list[Frame]:
        """The Go frames of a goroutine whose innermost Python frame is `frame`, innermost first."""
        return live_frames(frame, self.describe)

    def stack_at(self, error: BaseException) -> list[Frame]:
        """The Go frames at the moment `error` was raised, innermost first."""
        if isinstance(error, FatalError) and error.text == "stack overflow":
            return self._overflow(error)
        return frames_of(error, self.describe)

    def _overflow(self, error: FatalError) -> list[Frame]:
        """The frames that fit the stack, and the one that did not, which stands at its beginning: there it asked for
        more."""
        frames: list[Frame] = []
        for function, line in self.overflown(error):
            full = len(frames) >= self.max_depth
            frame = self.go_frame(function, pos_line(function.pos) if full else line)
            if frame is not None:
                frames.append(frame)
            if full:
                break
        frames.reverse()
        return frames

    def overflown(self, error: FatalError) -> Iterator[tuple[c.Function, int]]:
        """The calls on an overflown stack, outermost first."""
        tb = error.__traceback__
        last: tuple[FrameType, tuple[c.Function, int]] | None = None
        while tb is not None:
            call = self.call_of(tb.tb_frame, tb.tb_lineno)
            if call is not None:
                # The frame that caught Python's error and raised this one comes twice; what counts is the second time.
                if last is not None and last[0] is not tb.tb_frame:
                    yield last[1]
                last = tb.tb_frame, call
            tb = tb.tb_next
        if last is not None:
            yield last[1]

    def describe(self, frame: FrameType, line: int) -> Frame | None:
        """The Go frame that a Python frame is; None for minigo's own and for hidden functions."""
        call = self.call_of(frame, line)
        return None if call is None else self.go_frame(*call)

    @abstractmethod
    def call_of(self, frame: FrameType, line: int) -> tuple[c.Function, int] | None:
        """The Go function that a Python frame at `line` is a call of, and the Go line; None for minigo's own frames."""

    def mark(self, frame: FrameType | None) -> Any:
        """Where the program's own code stands that Python's `frame` belongs to (library code only if nothing else is on
        the stack); quick to make, `marked` reads it."""
        outermost = None
        while frame is not None:
            call = self.call_of(frame, frame.f_lineno)
            if call is not None and not call[0].hidden:
                outermost = call
                if not self.path(call[0].pos).startswith(LIBRARY_PREFIX):
                    break
            frame = frame.f_back
        return outermost

    def place_of(self, mark: Any) -> tuple[c.Function, int] | None:
        """The function and the line that `mark` noted, None if there were none."""
        place: tuple[c.Function, int] | None = mark
        return place

    def marked(self, mark: Any) -> Frame | None:
        """The same as a frame."""
        place = self.place_of(mark)
        return None if place is None else self.go_frame(*place)

    # ------------------------------------------------------------ variables: what analyses look at

    @abstractmethod
    def variables(self, frame: FrameType) -> dict[nodes.Var, Any]:
        """The variables of the Go call that a Python frame is: their values, or Boxes; captured ones too."""

    @abstractmethod
    def temporaries(self, frame: FrameType) -> list[Any]:
        """What the Go call that a Python frame is holds besides its variables: deferred calls, and what it returns."""

    def hands_on(self, frame: FrameType) -> bool:
        """Whether a Python frame that is called by Go code and calls Go code only hands on its arguments."""
        return False

    @abstractmethod
    def package_values(self) -> dict[str, Any]:
        """The package variables that were used so far, by symbol: their values, or Boxes."""

    @abstractmethod
    def function_of(self, value: FunctionType) -> c.Function | None:
        """The Go function that a function value calls; None when it is none."""

    @abstractmethod
    def captured(self, value: FunctionType) -> dict[nodes.Var, Any]:
        """The variables that a Go function value captured: their values, or Boxes."""

    def lowered(self, function: c.Function) -> c.Function:
        """The function with its body."""
        return function.complete()

    def methods_of(self, t: Type) -> list[c.Function]:
        """The functions behind the methods of a type's values."""
        return list(self.program.methods(t).values())

    def source(self) -> c.Program:
        """The program with the bodies of its functions and the declarations of its variables."""
        return self.program

    @abstractmethod
    def is_go_code(self, frame: FrameType) -> bool:
        """Whether Python's errors in a frame stand for Go's."""

    def go_frame(self, function: c.Function, line: int) -> Frame | None:
        """A call of `function` that is at `line`."""
        if function.hidden:
            return None
        known = self._frames.get((function, line))
        if known is None:
            signature = function.signature
            params = bool(signature.params.vars) if signature is not None else bool(function.params)
            if signature is not None and signature.recv is not None:
                params = True
            known = self._frames[function, line] = Frame(function.name, self.path(function.pos), line, params)
        return known
