"""The compiler: functions of core become Python functions, when they are first called.

All functions of a program live in one namespace, together with its package variables, the helpers of the operation
table and the objects that code refers to. A function exists from the moment somebody refers to it; its code is a stub
that, called, compiles the function and puts the real code in its place. So references stay valid, and calls are direct.
"""

from __future__ import annotations

import builtins
from functools import cache
from types import CodeType, FrameType, FunctionType
from typing import TYPE_CHECKING, Any

from minigo.engine import rows
from minigo.engine.factories import inner_code
from minigo.engine.linker import LIBRARY_PREFIX, GoFunction, Linked
from minigo.engine.names import MACHINE, RUN, UNWINDING
from minigo.runtime.defers import Defers
from minigo.runtime.helpers import HELPERS, link_ops
from minigo.runtime.ops_string import panic_index
from minigo.runtime.panics import Goexit, GoPanic, user_panic
from minigo.runtime.values import Box, Slice

if TYPE_CHECKING:
    from minigo.core import nodes as c
    from minigo.runtime.optable import OpRow
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run
    from minigo.source import FileSet
    from minigo.types.objects import Package
    from minigo.types.types import Type

_COMPILE = "compile:"


def _stub(*args: Any) -> Any:
    return _COMPILE_PLACEHOLDER("symbol")(*args)  # type: ignore[name-defined]  # noqa: F821


_STUB_CODE = _stub.__code__


class Methods(dict["RType", GoFunction]):
    """The methods of one name, by the RType of the receiver; fetched when first called."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, rtype: RType) -> GoFunction:
        function = self[rtype] = rtype.methods[self._name]
        return function


class Compiled(Linked):
    """A program linked with the compiler."""

    def __init__(self, program: c.Program, run: Run, files: FileSet, runtime: Package | None, opt: int = 1) -> None:
        super().__init__(program, run, files, runtime, opt)
        self.constants_named = 0
        """How many shared objects have a name."""
        self._constants: dict[Any, str] = {}
        self._kept: list[Any] = []
        self._go_code: dict[int, c.Function] = {}
        holders = getattr(run.machine, "holders", None)
        self._own_codes: set[int] | None = holders.codes if holders is not None else None
        self._stubs: dict[str, tuple[c.Function, FunctionType]] = {}
        self._function_names: dict[c.Function, str] = {}
        self._factory_names: dict[c.Function, str] = {}
        self.codes: dict[str, tuple[CodeType, bool]] = {}
        """The code of what was compiled, by its name in the namespace, and whether there are loops in it."""
        self.functions: dict[str, c.Function] = {}
        """The functions that have a name in the namespace, by symbol."""
        self.globals: dict[str, c.GlobalVar] = {}
        """The package variables that have one, by symbol."""
        self.namespace: dict[str, Any] = {
            "__builtins__": builtins,
            **HELPERS,
            **link_ops(run),
            **rows.HELPERS,
            MACHINE: run.machine,
            RUN: run,
            UNWINDING: (Exception, Goexit),
            _COMPILE: self._compile,
            "Box": Box,
            "Defers": Defers,
            "Slice": Slice,
            "panic_index": panic_index,
            "GoPanic": GoPanic,
            "user_panic": user_panic,
        }
        self.given = frozenset(self.namespace)
        """The names that are there in every program."""
        self._variables: dict[c.Function, dict[str, c.Var]] = {}

    def python_frames(self) -> int:
        return self.max_depth

    # ------------------------------------------------------------ functions

    def make(self, function: c.Function) -> GoFunction:
        self.functions[function.symbol] = function
        return self._new(f"f:{function.symbol}", function)

    def _new(self, name: str, function: c.Function) -> FunctionType:
        """A function whose code is yet to be compiled."""
        consts = tuple(name if k == "symbol" else k for k in _STUB_CODE.co_consts)
        names = tuple(_COMPILE if n == "_COMPILE_PLACEHOLDER" else n for n in _STUB_CODE.co_names)
        code = _STUB_CODE.replace(co_consts=consts, co_names=names)
        made = FunctionType(code, self.namespace, function.name)
        self._stubs[name] = (function, made)
        self.namespace[name] = made
        return made

    def _compile(self, name: str) -> GoFunction:
        """Gives the function `name` its code."""
        stub = self._stubs.pop(name, None)
        if stub is None:  # compiled meanwhile, by a goroutine that ran while this one looked up the stub
            return self.namespace[name]  # type: ignore[no-any-return]
        function, made = stub
        self._translate(name, function, made)
        return made

    def _translate(self, name: str, function: c.Function, made: FunctionType) -> None:
        """Gives `made`, which is called `name` in the namespace, the code of `function`."""
        # Imported when something has to be compiled: a program from the cache does without.
        from minigo.engine.functions import compile_function, has_loops

        code = compile_function(self, function, self.path(function.pos))
        self.codes[name] = code, has_loops(function)
        self._install(name, function, made, *self.codes[name])

    def _install(self, name: str, function: c.Function, made: FunctionType, code: CodeType, loops: bool) -> None:
        """Gives `made` its code."""
        own = inner_code(code) if name.startswith("c:") else code
        self._remember(own, function)
        if self.opt and loops:
            from minigo.engine.warmup import needs_warming, warm_up

            if needs_warming():
                warm_up(own)
        made.__code__ = code

    def _remember(self, code: CodeType, function: c.Function) -> None:
        self._kept.append(code)
        self._go_code[id(code)] = function
        if self._own_codes is not None and not code.co_filename.startswith(LIBRARY_PREFIX):
            self._own_codes.add(id(code))

    # ------------------------------------------------------------ names for code

    def row(self, name: str) -> OpRow:
        return _rows()[name]

    def constant(self, value: Any) -> str:
        key = _key(value)
        name = self._constants.get(key)
        if name is None:
            self.constants_named += 1
            name = self._constants[key] = f"k:{self.constants_named}"
            self._kept.append(value)
            self.namespace[name] = value
        return name

    def name_constant(self, value: Any, name: str) -> None:
        """Let `value` be known by the name that it has in the namespace."""
        self._constants.setdefault(_key(value), name)
        self._kept.append(value)

    def function(self, f: c.Function) -> str:
        name = self._function_names.get(f)
        if name is None:
            name = self._function_names[f] = f"f:{f.symbol}"
            self.functions[f.symbol] = f
            self.namespace[name] = self.callable(f)
        return name

    def function_value(self, f: c.Function) -> str:
        self.value(f)
        return self.function(f)

    def factory(self, f: c.Function) -> str:
        name = self._factory_names.get(f)
        if name is None:
            name = self._factory_names[f] = f"c:{f.symbol}"
            self.functions[f.symbol] = f
            self._new(name, f)
        return name

    def methods(self, name: str) -> str:
        key = f"m:{name}"
        if key not in self.namespace:
            self.namespace[key] = Methods(name)
        return key

    def global_var(self, g: c.GlobalVar) -> str:
        name = f"g:{g.symbol}"
        if name not in self.namespace:
            self.globals[g.symbol] = g
            zero = self.rtype(g.type).zero()
            self.namespace[name] = Box(zero) if g.boxed else zero
        return name

    def program_methods(self, t: Type) -> dict[str, c.Function]:
        """The methods of a type that were linked."""
        return {name: f for name, f in self.program.methods(t).items() if f.symbol in self.functions}

    # ------------------------------------------------------------ frames

    def call_of(self, frame: FrameType, line: int) -> tuple[c.Function, int] | None:
        function = self._go_code.get(id(frame.f_code))
        return None if function is None else (function, line)

    def is_go_code(self, frame: FrameType) -> bool:
        return id(frame.f_code) in self._go_code

    def mark(self, frame: FrameType | None) -> Any:
        outermost = None
        while frame is not None:
            code = frame.f_code
            if id(code) in self._go_code:
                outermost = (code, frame.f_lasti)
                if not code.co_filename.startswith(LIBRARY_PREFIX):
                    break
            frame = frame.f_back
        return outermost

    def place_of(self, mark: Any) -> tuple[c.Function, int] | None:
        if mark is None:
            return None
        code, at = mark
        line = next((line for start, end, line in code.co_lines() if start <= at < end), None)
        return self._go_code[id(code)], line or code.co_firstlineno

    # ------------------------------------------------------------ variables

    def variables(self, frame: FrameType) -> dict[c.Var, Any]:
        function = self._go_code.get(id(frame.f_code))
        if function is None:
            return {}
        names = self._names_in(function)
        return {names[name]: value for name, value in frame.f_locals.items() if name in names}

    def _names_in(self, function: c.Function) -> dict[str, c.Var]:
        """The variables of a function by their names in its code."""
        names = self._variables.get(function)
        if names is None:
            from minigo.engine.functions import variable_names

            names = self._variables[function] = variable_names(self, self.lowered(function))
        return names

    def temporaries(self, frame: FrameType) -> list[Any]:
        # What other operands are bound to is not taken back after use.
        return [value for name, value in frame.f_locals.items() if type(value) is Defers and not name.isidentifier()]

    def hands_on(self, frame: FrameType) -> bool:
        return frame.f_code.co_filename == _STUB_CODE.co_filename and frame.f_code.co_name == _STUB_CODE.co_name

    def package_values(self) -> dict[str, Any]:
        return {name[2:]: value for name, value in self.namespace.items() if name.startswith("g:")}

    def function_of(self, value: FunctionType) -> c.Function | None:
        function = self._go_code.get(id(value.__code__))
        if function is None and value.__code__.co_name == _STUB_CODE.co_name:
            for const in value.__code__.co_consts:
                if const in self._stubs:
                    return self._stubs[const][0]
        return function

    def captured(self, value: FunctionType) -> dict[c.Var, Any]:
        function = self.function_of(value)
        if function is None or not value.__closure__:
            return {}
        names = self._names_in(function)
        cells = zip(value.__code__.co_freevars, value.__closure__, strict=True)
        return {names[name]: cell.cell_contents for name, cell in cells}


@cache
def _rows() -> dict[str, OpRow]:
    """The operation table."""
    from minigo.runtime.ops import ROWS

    return {**ROWS, **rows.engine_rows()}


def _key(value: Any) -> Any:
    """What tells constants apart: their identity; for tuples, that of their items where these are objects."""
    if isinstance(value, tuple):
        return ("tuple", *(_key(item) for item in value))
    if isinstance(value, bool | int | float | complex | bytes | str | None):
        return (type(value), repr(value))
    return ("object", id(value))
