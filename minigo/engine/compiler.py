"""The compiler: functions of core become Python functions, when they are first called.

All functions of a program live in one namespace, together with its package variables, the helpers of the operation
table and the objects that code refers to. A function exists from the moment somebody refers to it; its code is a stub
that, called, compiles the function and puts the real code in its place. So references stay valid, and calls are direct.
"""

from __future__ import annotations

import builtins
import itertools
from types import CodeType, FrameType, FunctionType
from typing import TYPE_CHECKING, Any

from minigo.core import nodes as c
from minigo.core.visit import statements
from minigo.engine import rows
from minigo.engine.functions import UNWINDING, compile_function, go_code
from minigo.engine.linker import GoFunction, Linked
from minigo.engine.unit import MACHINE, RUN
from minigo.engine.warmup import needs_warming, warm_up
from minigo.runtime import ops
from minigo.runtime.defers import Defers
from minigo.runtime.ops_string import panic_index
from minigo.runtime.panics import Goexit, user_panic
from minigo.runtime.values import Box, Slice

if TYPE_CHECKING:
    from minigo.runtime.optable import OpRow
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run
    from minigo.source import FileSet
    from minigo.types.objects import Package

_ROWS: dict[str, OpRow] = {**ops.ROWS, **rows.engine_rows()}
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
        self._count = itertools.count(1)
        self._constants: dict[Any, str] = {}
        self._kept: list[Any] = []
        self._go_code: dict[int, c.Function] = {}
        self._stubs: dict[str, tuple[c.Function, FunctionType]] = {}
        self._function_names: dict[c.Function, str] = {}
        self._factory_names: dict[c.Function, str] = {}
        self.namespace: dict[str, Any] = {
            "__builtins__": builtins,
            **ops.HELPERS,
            **ops.link_ops(run),
            **rows.HELPERS,
            MACHINE: run.machine,
            RUN: run,
            UNWINDING: (Exception, Goexit),
            _COMPILE: self._compile,
            "Box": Box,
            "Defers": Defers,
            "Slice": Slice,
            "panic_index": panic_index,
            "user_panic": user_panic,
        }

    def python_frames(self) -> int:
        return self.max_depth

    def package_variables(self) -> list[Any]:
        return [value for name, value in self.namespace.items() if name.startswith("g:")]

    # ------------------------------------------------------------ functions

    def make(self, function: c.Function) -> GoFunction:
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
        code = compile_function(self, function, self.path(function.pos))
        own = go_code(code, function)
        self._remember(own, function)
        if self.opt and needs_warming() and any(isinstance(s, c.Loop) for s in statements(function.body)):
            warm_up(own)
        made.__code__ = code
        return made

    def _remember(self, code: CodeType, function: c.Function) -> None:
        self._kept.append(code)
        self._go_code[id(code)] = function

    # ------------------------------------------------------------ names for code

    def row(self, name: str) -> OpRow:
        return _ROWS[name]

    def constant(self, value: Any) -> str:
        key = _key(value)
        name = self._constants.get(key)
        if name is None:
            name = self._constants[key] = f"k:{next(self._count)}"
            self._kept.append(value)
            self.namespace[name] = value
        return name

    def function(self, f: c.Function) -> str:
        name = self._function_names.get(f)
        if name is None:
            name = self._function_names[f] = f"f:{f.symbol}"
            self.namespace[name] = self.callable(f)
        return name

    def function_value(self, f: c.Function) -> str:
        self.value(f)
        return self.function(f)

    def factory(self, f: c.Function) -> str:
        name = self._factory_names.get(f)
        if name is None:
            name = self._factory_names[f] = f"c:{f.symbol}"
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
            zero = self.rtype(g.type).zero()
            self.namespace[name] = Box(zero) if g.boxed else zero
        return name

    # ------------------------------------------------------------ frames

    def call_of(self, frame: FrameType, line: int) -> tuple[c.Function, int] | None:
        function = self._go_code.get(id(frame.f_code))
        return None if function is None else (function, line)

    def is_go_code(self, frame: FrameType) -> bool:
        return id(frame.f_code) in self._go_code


def _key(value: Any) -> Any:
    """What tells constants apart: their identity; for tuples, that of their items where these are objects."""
    if isinstance(value, tuple):
        return ("tuple", *(_key(item) for item in value))
    if isinstance(value, bool | int | float | complex | bytes | str | None):
        return (type(value), repr(value))
    return ("object", id(value))
