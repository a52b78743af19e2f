"""The walker: the tree-walking interpreter, which says what core means. Slow, short, and without cleverness.

A function's body is turned into closures once, when it is first called. Each call has an Activation with its variables;
`Activation.pos` is where it is, for stack traces.

Invariant: `depths` tells how many Go calls are on each goroutine's stack (by its id).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import CodeType, FrameType, FunctionType
from typing import TYPE_CHECKING, Any

from minigo.core import nodes as c
from minigo.engine import rows, walk_access
from minigo.engine.linker import GoFunction, Linked
from minigo.engine.walk_access import Run as Step
from minigo.engine.walk_stmts import WalkStmts
from minigo.runtime import ops
from minigo.runtime.defers import Defers
from minigo.runtime.helpers import HELPERS
from minigo.runtime.optable import template_function
from minigo.runtime.panics import FatalError, Goexit, stack_overflow
from minigo.runtime.values import Box
from minigo.source import Pos, pos_line

if TYPE_CHECKING:
    from minigo.runtime.run import Run
    from minigo.source import FileSet
    from minigo.types.objects import Package

PYTHON_FRAMES = 40
"""Python frames that a Go call may need: the closures of nested statements and expressions."""


def inspect_cell(value: FunctionType, name: str) -> Any:
    """What a Python closure has captured under a name."""
    cells = value.__closure__ or ()
    return cells[value.__code__.co_freevars.index(name)].cell_contents


class Activation:
    """A call: `vars` holds values, or Boxes of boxed variables. `result` is what it returns; `defers` (in functions
    that defer) its deferred calls, `token` (in those that recover) what recover() needs."""

    __slots__ = ("defers", "function", "pos", "result", "token", "vars")

    def __init__(self, function: c.Function, variables: dict[c.Var, Any]) -> None:
        self.function = function
        self.pos: Pos = function.pos
        self.vars = variables
        self.result: Any = None

    defers: Defers
    token: Any

    def references(self) -> list[Any]:
        """The Go values that the call holds."""
        return [*self.vars.values(), getattr(self, "defers", None), self.result]


class Walker(Linked):
    """A program linked with the walker."""

    def __init__(self, program: c.Program, run: Run, files: FileSet, runtime: Package | None, opt: int = 1) -> None:
        super().__init__(program, run, files, runtime, opt)
        self.machine: Any = run.machine
        self.globals: dict[c.GlobalVar, Any] = {}
        self.depths: dict[int, int] = {}
        self._call_code: CodeType | None = None
        self._overflown: list[tuple[c.Function, int]] = []
        self._bodies: dict[c.Function, tuple[Step, list[Step]]] = {}
        self._signals: dict[tuple[str, c.Label], tuple[str, c.Label]] = {}
        helpers = {**HELPERS, **rows.HELPERS, "M": run.machine}
        self._operations = {
            **ops.linked_functions(run),
            **{name: template_function(row, helpers) for name, row in rows.engine_rows().items()},
        }

    def python_frames(self) -> int:
        return self.max_depth * PYTHON_FRAMES

    # ------------------------------------------------------------ what closures are made of

    def operation(self, name: str) -> tuple[GoFunction, bool]:
        """The function of a row of the operation table, and whether it is pure."""
        function = self._operations.get(name)
        if function is None:
            function = self._operations[name] = ops.row_function(name)
        row = ops.ROWS.get(name)
        return function, row is not None and row.pure

    def declare_global(self, v: c.GlobalVar) -> None:
        if v not in self.globals:
            zero = self.rtype(v.type).zero()
            self.globals[v] = Box(zero) if v.boxed else zero

    def signal(self, kind: str, label: c.Label) -> tuple[str, c.Label]:
        """The signal of a jump: always the same object."""
        return self._signals.setdefault((kind, label), (kind, label))

    def _body(self, function: c.Function) -> tuple[Step, list[Step]]:
        """The body of a function, and what evaluates its result variables in the end."""
        made = self._bodies.get(function)
        if made is None:
            function.complete()
            translator = WalkStmts(self, function)
            made = self._bodies[function] = translator.function_body(), translator.exprs(function.returned)
        return made

    # ------------------------------------------------------------ calls

    def make(self, function: c.Function) -> GoFunction:
        return self._callable(function, {})

    def closure(self, function: c.Function, captured: dict[c.Var, Any]) -> GoFunction:
        """A function value with its captured values and Boxes."""
        made = self._callable(function, captured)
        if function.recovers:
            made.recovers = True  # type: ignore[attr-defined]
        return made

    def _callable(self, function: c.Function, captured: dict[c.Var, Any]) -> GoFunction:
        machine, depths, bodies = self.machine, self.depths, self._bodies
        params = function.params

        def call(*args: Any) -> Any:
            body, returned = bodies.get(function) or self._body(function)
            variables = {params[0]: args[0]} if len(args) == 1 else dict(zip(params, args, strict=True))
            if captured:
                variables.update(captured)
            a = Activation(function, variables)
            if function.recovers and not function.hidden:
                a.token = self.shared.take_token()
            g = machine.g.id
            depth = depths.get(g, 0)
            depths[g] = depth + 1
            try:
                if depth >= self.max_depth:
                    raise stack_overflow(self.shared.max_stack)
                if function.has_defer:
                    self._with_defers(a, body, g, depth + 1)
                else:
                    body(a)
            except FatalError as error:
                self._note_overflow(error, a)
                raise
            if depth:
                depths[g] = depth
            else:
                del depths[g]
            if returned:
                results = [value(a) for value in returned]
                return results[0] if len(results) == 1 else tuple(results)
            return a.result

        call.__name__ = function.name
        self._call_code = call.__code__
        return call

    def _note_overflow(self, error: FatalError, a: Activation) -> None:
        """Notes the call `a` of an overflown stack. Python's traceback of it would need twice the memory again."""
        if error.text == "stack overflow":
            self._overflown.append((a.function, pos_line(a.pos)))
            error.__traceback__ = None

    def _with_defers(self, a: Activation, body: Step, g: int, depth: int) -> None:
        defers = a.defers = Defers(self.shared)
        try:
            if body(a) is None:
                a.pos = a.function.end
            defers.finish()
        except (Exception, Goexit) as error:
            self.depths[g] = depth
            defers.unwind(error)

    # ------------------------------------------------------------ frames

    def call_of(self, frame: FrameType, line: int) -> tuple[c.Function, int] | None:
        if frame.f_code is not self._call_code:
            return None
        a: Activation | None = frame.f_locals.get("a")
        # None: the call has hardly begun.
        return None if a is None else (a.function, pos_line(a.pos))

    def variables(self, frame: FrameType) -> dict[c.Var, Any]:
        a: Activation | None = frame.f_locals.get("a")
        return {} if a is None else a.vars

    def temporaries(self, frame: FrameType) -> list[Any]:
        a: Activation | None = frame.f_locals.get("a")
        return [] if a is None else [getattr(a, "defers", None), a.result]

    def package_values(self) -> dict[str, Any]:
        return {variable.symbol: value for variable, value in self.globals.items()}

    def function_of(self, value: FunctionType) -> c.Function | None:
        if value.__code__ is not self._call_code:
            return None
        function: c.Function = inspect_cell(value, "function")
        return function

    def captured(self, value: FunctionType) -> dict[c.Var, Any]:
        captured: dict[c.Var, Any] = inspect_cell(value, "captured")
        return captured

    def overflown(self, error: FatalError) -> Iterator[tuple[c.Function, int]]:
        return reversed(self._overflown)

    def is_go_code(self, frame: FrameType) -> bool:
        return frame.f_code.co_filename == walk_access.__file__
