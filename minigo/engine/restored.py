"""The compiler of a program that comes from an image: what was compiled before is taken from there.

Functions are those of the image, known by their symbols, and types are made of its data, until something is needed
that the image does not hold. Then the sources are loaded, as they were when the image was found to fit them, and
lowering is asked again for all that it was asked for before, so that the functions have the symbols they had. What is
compiled from then on talks about *fresh* types; each is taken for the type of the image that is the same.

Invariant: a symbol has one callable, a declared type one Named in the universe.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any

from minigo.core.program import Function, Program
from minigo.engine.compiler import Compiled
from minigo.engine.image import BUILTINS, TOKEN, Image, extend
from minigo.engine.linker import GoFunction
from minigo.runtime.values import Box
from minigo.source import NO_POS, InternalError, Pos
from minigo.types.codec import Data, TypeReader, TypeWriter
from minigo.types.objects import Package, Scope, TypeName
from minigo.types.types import Named, Type

if TYPE_CHECKING:
    from minigo.engine.tokens import Token
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run
    from minigo.source import FileSet

Reload = Callable[[], tuple[Program, list[Named]]]
"""Loads the program from its sources: what lowering makes of it, and all types that it declares."""


class Restored(Compiled):
    """A program linked from an image. `reload` is called when the image lacks something, once."""

    def __init__(self, image: Image, run: Run, files: FileSet, reload: Reload, opt: int = 1) -> None:
        self.image = image
        self.reload = reload
        self.types = TypeReader(image["entities"], image["names"])
        self.known = {symbol: _function(symbol, data) for symbol, data in image["functions"].items()}
        self._fresh: Fresh | None = None
        program = Program({}, {}, self.known[image["init"]], self.known[image["main"]], self._no_methods)
        super().__init__(program, run, files, self._runtime(), opt)
        self.constants_named = image["count"]
        self.tokens.update(
            (symbol, data[TOKEN]) for symbol, data in image["functions"].items() if data[TOKEN] is not None
        )

    def _runtime(self) -> Package:
        """Package runtime with the types that its panics have."""
        package = Package("runtime", "runtime", Scope(None, "package"))
        for name, data in self.image["runtime"].items():
            package.scope.insert(TypeName(name, self.types.read(data), NO_POS, package))
        return package

    def _no_methods(self, t: Type) -> dict[str, Function]:
        raise InternalError("the methods of a restored program are in its image")

    # ------------------------------------------------------------ what the image holds

    def _translate(self, name: str, function: Function, made: FunctionType) -> None:
        known = self.image["code"].get(name)
        if known is None:
            super()._translate(name, self._to_lower(function), made)
            return
        code, loops, needed = known
        for other in needed:
            if other not in self.namespace:
                self._bind(other)
        self._install(name, function, made, code, loops)

    def _bind(self, name: str) -> None:
        """Put what `name` stands for into the namespace."""
        kind, _, rest = name.partition(":")
        if kind == "f":
            function = self.known[rest]
            if self.tokens.get(rest):
                self.value(function)
            self.function(function)
        elif kind == "c":
            self.factory(self.known[rest])
        elif kind == "m":
            self.methods(rest)
        elif kind == "g":
            data, boxed = self.image["globals"][rest]
            zero = self.rtype(self.types.read(data)).zero()
            self.namespace[name] = Box(zero) if boxed else zero
        else:
            self.namespace[name] = self._constant(self.image["constants"][name])

    def _constant(self, data: Data) -> Any:
        match data:
            case ("plain", value):
                return value
            case ("rtype", t):
                return self.rtype(self.types.read(t))
            case ("tuple", items):
                return tuple([self._constant(item) for item in items])
            case ("part", t, attribute):
                return getattr(self.rtype(self.types.read(t)), attribute)
            case ("builtin", name):
                return BUILTINS[name]
            case _:
                raise InternalError(f"no such object: {data}")

    # ------------------------------------------------------------ one callable for each symbol

    def callable(self, function: Function) -> GoFunction:
        return super().callable(self.known.setdefault(function.symbol, function))

    def factory(self, f: Function) -> str:
        name = f"c:{f.symbol}"
        return name if name in self.namespace else super().factory(self.known.setdefault(f.symbol, f))

    def takes_token(self, function: Function) -> Token:
        return super().takes_token(self._to_lower(function))

    def _native(self, function: Function) -> GoFunction:
        data = self.image["functions"].get(function.symbol)
        if data is not None:
            import_module(data[3])
            function.native_types = [self.types.read(t) for t in data[4]]
        return super()._native(function)

    def function_named(self, symbol: str) -> GoFunction:
        function = self.known.get(symbol)
        if function is None:
            function = self.fresh.program.functions.get(symbol)
        if function is None:
            raise InternalError(f"there is no function {symbol}")
        return self.callable(function)

    def link_method(self, rtype: RType, name: str) -> GoFunction:
        data = TypeWriter(self.image["entities"], self.image["names"], self.types.keys).write(rtype.type)
        symbol = self.image["methods"].get(data, {}).get(name)
        if symbol is not None:
            return self.value(self.known[symbol])
        function = self.fresh.program.methods(self.fresh.read(data)).get(name)
        if function is None:
            raise InternalError(f"type {rtype.string} has no method {name}")
        return self.value(function)

    # ------------------------------------------------------------ what it does not

    @property
    def fresh(self) -> Fresh:
        """The program as loaded from its sources."""
        if self._fresh is None:
            program, declared = self.reload()
            self._fresh = Fresh(program, declared, self.image, self.types.keys)
            self._fresh.replay(self.image["log"])
            for name in self.image["constants"]:  # equal constants are one object
                if name not in self.namespace:
                    self._bind(name)
                self.name_constant(self.namespace[name], name)
        return self._fresh

    def _to_lower(self, function: Function) -> Function:
        """The function with a body that is known as `function`."""
        found = self.fresh.program.functions.get(function.symbol)
        if found is None:
            raise InternalError(f"there is no function {function.symbol} any more")
        return found

    def lowered(self, function: Function) -> Function:
        return self._to_lower(function).complete()

    def methods_of(self, t: Type) -> list[Function]:
        keys = {**self.types.keys, **self.fresh.keys}
        data = TypeWriter(self.image["entities"], self.image["names"], keys).write(t)
        return list(self.fresh.program.methods(self.fresh.read(data)).values())

    def source(self) -> Program:
        return self.fresh.program

    def rtype(self, t: Type) -> RType:
        if self._fresh is not None:
            t = self.types.read(self._fresh.write(t))
        return super().rtype(t)

    @property
    def grown(self) -> bool:
        """Whether the image lacked something."""
        return self._fresh is not None

    def extend_image(self) -> None:
        """Add what was missing to the image. Raises NoImage."""
        for symbol in self.image["functions"]:
            self.functions.pop(symbol, None)
        for symbol, token in self.tokens.items():
            if symbol in self.image["functions"]:
                self.image["functions"][symbol] = (*self.image["functions"][symbol][:TOKEN], token)
        extend(self.image, self, self.fresh.keys, self.fresh.program.log)

    def program_methods(self, t: Type) -> dict[str, Function]:
        functions = self.fresh.program.methods(t)
        return {name: f for name, f in functions.items() if f.symbol in self.image["functions"]}


class Fresh(TypeReader):
    """A program that was loaded again. Reads types as its own, and writes them as the image knows them."""

    def __init__(self, program: Program, declared: list[Named], image: Image, keys: dict[Named, Data]) -> None:
        super().__init__(image["entities"], image["names"])
        self.program = program
        self._declared = {("declared", t.obj.pos, t.obj.name): t for t in declared}
        self.keys = keys
        self._writer = TypeWriter(image["entities"], image["names"], keys)
        self._written: dict[Type, Data] = {}

    def write(self, t: Type) -> Data:
        data = self._written.get(t)
        if data is None:
            data = self._written[t] = self._writer.write(t)
        return data

    def named(self, key: Data) -> Named:
        from minigo.types.subst import instantiate_named

        match key:
            case ("instance", origin, args):
                t = instantiate_named(self.named(origin), [self.read(arg) for arg in args])
            case ("local", pos, name, number):
                t = list(self._declared["declared", pos, name].instances.values())[number]
            case _:
                t = self._declared[key]
        self.keys[t] = key
        return t

    def replay(self, log: list[str | Data]) -> None:
        """Ask lowering for what it was asked for."""
        for asked in log:
            if isinstance(asked, str):
                function = self.program.functions.get(asked)
                if function is not None:
                    function.complete()
            else:
                self.program.methods(self.read(asked))


def _function(symbol: str, data: tuple[Any, ...]) -> Function:
    """A function as stack traces and the linker need it."""
    name, hidden, native, _, _, has_params, pos, _ = data
    params: list[Any] = [None] if has_params else []
    return Function(symbol, name, params, [], 0, native=native, hidden=hidden, pos=Pos(pos))
