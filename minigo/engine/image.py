"""Images: what was compiled of a program, as data and code objects, so that another run can go on from there.

An image is a dictionary of plain data and code objects. It holds what the runs so far have needed, not the whole
program: a run that needs more loads the program from its sources, compiles what is missing, and leaves a larger image.

    files      names, paths and numbers of the files
    packages   the import paths of the library packages that were loaded
    names      package names by path
    entities   declared types (minigo.types.codec)
    functions  symbol -> (name, hidden, native, module and type arguments of the native, has parameters, position,
               token); token: whether it takes a recover token, None when nobody asked
    code       name in the namespace -> (code object, whether there are loops in it, the names that it needs)
    constants  names of shared objects -> what they are, see `Describer`
    globals    symbol -> (type, boxed)
    methods    type -> method name -> symbol
    runtime    the types of package runtime that its panics have, by name
    log        what lowering was asked for, in order (Program.log)
    count      how many shared objects got a name
    init, main symbols
"""

from __future__ import annotations

from types import CodeType
from typing import TYPE_CHECKING, Any

from minigo.engine.compiler import Compiled
from minigo.engine.faults import FAULT_TYPES
from minigo.runtime.natives import lookup
from minigo.runtime.rtypes import RType
from minigo.types.codec import Data, NotData, TypeWriter
from minigo.types.objects import Package, TypeName
from minigo.types.types import Type

if TYPE_CHECKING:
    from minigo.core.program import Function
    from minigo.engine.linker import Linked
    from minigo.source import FileSet
    from minigo.types.types import Named

Image = dict[str, Any]

TABLES = ("names", "entities", "functions", "code", "constants", "globals", "methods", "runtime")
"""The parts of an image that only grow."""
TOKEN = 7
"""Where a function's tuple has its token."""
ATTRIBUTES = ("cls", "zero", "zero_value", "copy", "assign", "equal", "hash_key")
"""What compiled code may use of an RType."""
BUILTINS: dict[str, object] = {"bytearray": bytearray}
_PLAIN = (bool, int, float, complex, bytes, str, type(None))


class NoImage(Exception):
    """Something cannot be part of an image: the program is compiled anew in every run."""


def extend(image: Image, linked: Compiled, keys: dict[Named, Data], log: list[str | Type]) -> None:
    """Add to `image`, which may be empty, what `linked` has compiled. `keys` are those of the types whose keys are
    known, `log` is the program's. Raises NoImage."""
    for table in TABLES:
        image.setdefault(table, {})
    types = TypeWriter(image["entities"], image["names"], keys)
    describer = Describer(linked, types)
    try:
        for name, (code, loops) in linked.codes.items():
            needed = sorted(n for n in _names(code) if n in linked.namespace and n not in linked.given)
            image["code"][name] = (code, loops, needed)
            for other in needed:
                _name(image, other, linked, describer)
        for symbol, function in linked.functions.items():
            image["functions"][symbol] = _function(function, linked, types)
        for asked in log:
            if isinstance(asked, Type):
                table = image["methods"].setdefault(types.write(asked), {})
                table.update({name: f.symbol for name, f in linked.program_methods(asked).items()})
        image["log"] = [types.write(asked) if isinstance(asked, Type) else asked for asked in log]
    except NotData as error:
        raise NoImage(str(error)) from error
    image["count"] = linked.constants_named


def image_of(linked: Linked, files: FileSet, packages: list[str], runtime: Package) -> Image:
    """The image of what `linked` has compiled. Raises NoImage."""
    if not isinstance(linked, Compiled):
        raise NoImage("nothing is compiled")
    keys: dict[Named, Data] = {}
    image: Image = {
        "files": [(file.name, file.path, file.index) for file in files.files],
        "packages": packages,
        "init": linked.program.init.symbol,
        "main": linked.program.main.symbol,
    }
    extend(image, linked, keys, linked.program.log)
    _runtime_types(runtime, image, keys)
    return image


def _runtime_types(runtime: Package, image: Image, keys: dict[Named, Data]) -> None:
    """Add the types of the runtime's panics to `image`."""
    types = TypeWriter(image["entities"], image["names"], keys)
    for name in FAULT_TYPES:
        obj = runtime.scope.lookup(name)
        if isinstance(obj, TypeName) and obj.type is not None:
            image["runtime"][name] = types.write(obj.type)


def _names(code: CodeType) -> set[str]:
    """The global names in a code object and those inside it (and names of attributes)."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            names |= _names(constant)
    return names


def _name(image: Image, name: str, linked: Compiled, describer: Describer) -> None:
    """Make sure that `image` knows what `name` stands for."""
    kind, colon, rest = name.partition(":")
    if kind == "k" and colon:
        if name not in image["constants"]:
            image["constants"][name] = describer.describe(linked.namespace[name])
    elif kind == "g" and colon:
        if rest not in image["globals"]:
            g = linked.globals[rest]
            image["globals"][rest] = (describer.types.write(g.type), g.boxed)
    elif kind not in ("f", "c", "m") or not colon:
        raise NoImage(f"code refers to {name}")


def _function(f: Function, linked: Compiled, types: TypeWriter) -> tuple[Any, ...]:
    signature = f.signature
    params = bool(signature.params.vars or signature.recv is not None) if signature is not None else bool(f.params)
    native_types = [types.write(t) for t in f.native_types]
    native = lookup(f.native) if f.native is not None else None
    module = native.function.__module__ if native is not None else ""
    return (f.name, f.hidden, f.native, module, native_types, params, f.pos, linked.tokens.get(f.symbol))


class Describer:
    """Describes shared objects: how to get one of an RType, or of its parts."""

    def __init__(self, linked: Compiled, types: TypeWriter) -> None:
        self.types = types
        self._parts: dict[int, tuple[RType, str]] = {}
        for rtype in linked.shared.universe.known():
            for name in ATTRIBUTES:
                try:
                    part = RType.__dict__[name].__get__(rtype)
                except AttributeError:  # not computed yet
                    continue
                if not isinstance(part, _PLAIN):
                    self._parts.setdefault(id(part), (rtype, name))

    def describe(self, value: Any) -> Data:
        """(kind, ...): plain value; rtype; part of an RType; tuple; builtin."""
        if isinstance(value, _PLAIN):
            return ("plain", value)
        if isinstance(value, RType):
            return ("rtype", self.types.write(value.type))
        if isinstance(value, tuple):
            return ("tuple", tuple(self.describe(item) for item in value))
        part = self._parts.get(id(value))
        if part is not None:
            return ("part", self.types.write(part[0].type), part[1])
        for name, builtin in BUILTINS.items():
            if builtin is value:
                return ("builtin", name)
        raise NoImage(f"code refers to {value!r}")
