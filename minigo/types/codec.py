"""Types as plain data and back: tuples of strings, numbers and tuples, for storing them.

Declared types are *entities*: a reference to one is `("named", key)`, and what it is made of stands apart, in a table
by key. A key names the declaration by its position, an instance by its generic type and arguments. Invariants: reading
a reference twice gives the same Named, also when it was written by another `TypeWriter` for the same sources; what
nobody asks for is not read. Only types without type parameters can be written, and what only checking needs (scopes,
declarations, names of parameters) is not kept.
"""

from __future__ import annotations

from typing import Any

from minigo.source import NO_POS, Pos
from minigo.types.lookup import instance_method
from minigo.types.objects import Func, Package, Scope, TypeName, Var
from minigo.types.types import (
    Alias,
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Term,
    Tuple,
    Type,
    Union,
)
from minigo.types.universe import BYTE, COMPARABLE, EMPTY_INTERFACE, ERROR, RUNE, TYP

Data = tuple[Any, ...]
"""A type as data."""


class NotData(Exception):
    """A type that cannot be written: it has type parameters."""


_NAMED_BASICS = {"byte": BYTE, "rune": RUNE}
_PREDECLARED = {"error": ERROR, "comparable": COMPARABLE}


class TypeWriter:
    """Writes types; `entities` and `packages` (path to name) grow by what they refer to. `keys` are those of types
    that a TypeReader made."""

    def __init__(self, entities: dict[Data, Data], packages: dict[str, str], keys: dict[Named, Data]) -> None:
        self.entities = entities
        self.packages = packages
        self.keys = keys
        self._waiting: list[tuple[Data, Named]] = []

    def write(self, t: Type) -> Data:
        """`t` as data. Raises NotData."""
        data = self._write(t)
        while self._waiting:
            key, named = self._waiting.pop()
            self.entities[key] = self._body(named)
        return data

    def _write(self, t: Type) -> Data:
        match t:
            case Basic():
                return ("basic", t.kind, t.name)
            case Alias():
                return self._write(t.actual)
            case Named():
                return self._named(t)
            case Pointer():
                return ("pointer", self._write(t.elem))
            case Slice():
                return ("slice", self._write(t.elem))
            case Array():
                return ("array", t.len, self._write(t.elem))
            case Map():
                return ("map", self._write(t.key), self._write(t.elem))
            case Chan():
                return ("chan", t.dir, self._write(t.elem))
            case Struct():
                fields = tuple((f.name, self._typ(f.type), self._package(f.pkg), f.embedded) for f in t.fields)
                return ("struct", fields, tuple(t.tags))
            case Signature():
                if t.type_params:
                    raise NotData(t)
                params, results = (tuple(self._typ(v.type) for v in part.vars) for part in (t.params, t.results))
                return ("func", params, results, t.variadic)
            case Union():
                return ("union", tuple((term.tilde, self._write(term.type)) for term in t.terms))
            case Interface():
                methods = tuple((m.name, self._typ(m.type), self._package(m.pkg)) for m in t.methods)
                return ("interface", methods, tuple(map(self._write, t.embeddeds)), t.implicit, t.predeclared)
            case _:
                raise NotData(t)

    def _typ(self, t: Type | None) -> Data:
        if t is None:
            raise NotData(t)
        return self._write(t)

    def _package(self, package: Package | None) -> str | None:
        if package is None:
            return None
        self.packages[package.path] = package.name
        return package.path

    def _named(self, t: Named) -> Data:
        if t.obj.pkg is None:
            return ("predeclared", t.obj.name)
        key = self.keys.get(t)
        if key is None:
            key = self.keys[t] = self._key(t)
        if key not in self.entities:
            self.entities[key] = ()
            self._waiting.append((key, t))
        return ("named", key)

    def _key(self, t: Named) -> Data:
        if t.origin_type is not None:
            return ("instance", self._origin(t.origin_type), tuple(map(self._write, t.type_args)))
        declared = t.obj.type
        if isinstance(declared, Named) and declared is not t:
            # Declared in a generic function: one for each of the function's instances.
            number = next(i for i, other in enumerate(declared.instances.values()) if other is t)
            return ("local", t.obj.pos, t.obj.name, number)
        return ("declared", t.obj.pos, t.obj.name)

    def _origin(self, t: Named) -> Data:
        key = self.keys.get(t)
        if key is None:
            key = self.keys[t] = self._key(t)
        if key not in self.entities:
            methods = tuple((m.name, None, m.ptr_recv, self._package(m.pkg)) for m in t.methods)
            self.entities[key] = (*self._head(t), None, methods, (), None)
        return key

    def _head(self, t: Named) -> Data:
        parent = t.obj.parent
        local = parent is not None and parent.kind not in ("package", "universe")
        return (self._package(t.obj.pkg), t.obj.name, t.obj.pos, local)

    def _body(self, t: Named) -> Data:
        origin = t.origin_type
        declared = t.methods if origin is None else [instance_method(t, m) for m in origin.methods]
        methods = tuple((m.name, self._typ(m.type), m.ptr_recv, self._package(m.pkg)) for m in declared)
        args = tuple(map(self._write, t.type_args))
        under = self._write(t.underlying())
        return (*self._head(t), under, methods, args, None if origin is None else self._origin(origin))


class TypeReader:
    """Makes types of data. `keys` are those of all entities that were made."""

    def __init__(self, entities: dict[Data, Data], packages: dict[str, str]) -> None:
        self.entities = entities
        self.packages = packages
        self.keys: dict[Named, Data] = {}
        self._named: dict[Data, Named] = {}
        self._packages: dict[str, Package] = {}

    def read(self, data: Data) -> Type:
        """The type that `data` stands for; the parts of a declared one are read when they are needed."""
        read = self.read
        match data[0]:
            case "basic":
                return _NAMED_BASICS.get(data[2]) or TYP[data[1]]
            case "predeclared":
                return _PREDECLARED[data[1]]
            case "named":
                return self.named(data[1])
            case "pointer":
                return Pointer(read(data[1]))
            case "slice":
                return Slice(read(data[1]))
            case "array":
                return Array(data[1], read(data[2]))
            case "map":
                return Map(read(data[1]), read(data[2]))
            case "chan":
                return Chan(data[1], read(data[2]))
            case "struct":
                fields = [
                    Var(name, read(t), pkg=self.package(pkg), embedded=embedded, is_field=True)
                    for name, t, pkg, embedded in data[1]
                ]
                return Struct(fields, list(data[2]))
            case "func":
                params, results = (Tuple([Var("", read(t)) for t in part]) for part in data[1:3])
                return Signature(params, results, data[3])
            case "union":
                return Union([Term(tilde, read(t)) for tilde, t in data[1]])
            case "interface":
                if data[4] == "any":
                    return EMPTY_INTERFACE
                methods = [Func(name, read(t), pkg=self.package(pkg)) for name, t, pkg in data[1]]
                return Interface(methods, [read(t) for t in data[2]], data[3], predeclared=data[4])
            case kind:
                raise ValueError(f"no kind of type: {kind}")

    def package(self, path: str | None) -> Package | None:
        if path is None:
            return None
        package = self._packages.get(path)
        if package is None:
            package = self._packages[path] = Package(path, self.packages[path], Scope(None, "package"))
        return package

    def named(self, key: Data) -> Named:
        """The declared type or instance with this key."""
        t = self._named.get(key)
        if t is None:
            t = self._named[key] = self._declare(key)
            self.keys[t] = key
        return t

    def _declare(self, key: Data) -> Named:
        path, name, pos, local, *_ = self.entities[key]
        package = self.package(path)
        parent = Scope(None, "block") if local or package is None else package.scope
        obj = TypeName(name, None, Pos(pos), package, parent, NO_POS)
        t = Named(obj, resolver=self._complete)
        obj.type = t
        args, origin = self.entities[key][6:8]
        t.type_args = [self.read(arg) for arg in args]
        if origin is not None:
            t.origin_type = self.named(origin)
        self._methods(t, key)
        return t

    def _methods(self, t: Named, key: Data) -> None:
        """Declare the methods; their signatures follow in `_complete`."""
        for name, _, ptr_recv, path in self.entities[key][5]:
            func = Func(name, None, pkg=self.package(path), ptr_recv=ptr_recv)
            if t.origin_type is None:
                t.methods.append(func)
            else:
                func.instance = t
                t.expanded[name] = func

    def _complete(self, t: Named) -> None:
        t.resolver = None
        under, methods = self.entities[self.keys[t]][4:6]
        funcs = t.methods if t.origin_type is None else list(t.expanded.values())
        for func, (_, signature, _, _) in zip(funcs, methods, strict=True):
            if signature is not None:
                func.type = self.read(signature)
        if under is not None:
            t.under = self.read(under)
