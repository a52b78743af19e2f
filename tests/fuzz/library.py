"""Programs that call the library's functions and methods with values from the edges of their parameters' types.

Everything exported is called, generic functions with plain type arguments, methods on zero values, and sometimes on a
nil pointer. Each call stands in a function of its own that recovers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter, library_packages
from minigo.types import types as go
from minigo.types.lookup import method_set
from minigo.types.objects import Const, Func, Package, TypeName, Var
from minigo.types.subst import instantiate_named, instantiate_signature
from minigo.types.types import unalias
from minigo.types.typeset import core_type, type_set
from minigo.types.universe import UNIVERSE
from tests.fuzz.generate import words

UNFIT = ("internal/", "testing", "runtime", "golang.org/")
"""Packages whose functions want more than values: a test that runs, a scheduler of their own."""
CALLS = 6
"""Calls in a program."""

_STRINGS = words(
    r'"" "a" "ab" "\xff" "日本" "é\xc3" "%d%s%!" "0" "-1" "9223372036854775808" "1e400" "0x1p-2" "2006-01-02" '
    r'"a,b;c=d" "\t\u0020x\n" "\x00" "*[" "/a/../b" "true" "\"q\"" "UTC"'
)
_FLOATS = words("0 1 -1 0.5 1e308 5e-324 1e16 -2.5 math.NaN() math.Inf(1) math.Inf(-1) math.Copysign(0,-1)")
_LENGTHS = words("0 1 2 3 7 8 10 16 17 36 37 63 64 65 100 127 128 255 1000")
_DYNAMIC = ("[]int{1, 2}", "[2]bool{}", "struct{ a, b any }{1, nil}", 'map[string]int{"a": 1}', "(*int)(nil)", "nil")


class Writer:
    """Writes expressions of Go; `imports` are the packages that they name."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.imports: dict[str, str] = {}

    def type(self, t: go.Type) -> str:
        """The type as source text. Raises LookupError for one that another package cannot write."""
        match unalias(t):
            case go.Basic() as basic:
                return self._use("unsafe", "unsafe") + ".Pointer" if basic.kind == "unsafe.Pointer" else basic.kind
            case go.Named() as named:
                return self._named(named)
            case go.Pointer(elem):
                return "*" + self.type(elem)
            case go.Slice(elem):
                return "[]" + self.type(elem)
            case go.Array(length, elem):
                return f"[{length}]{self.type(elem)}"
            case go.Map(key, elem):
                return f"map[{self.type(key)}]{self.type(elem)}"
            case go.Chan(direction, elem):
                return {"both": "chan ", "send": "chan<- ", "recv": "<-chan "}[direction] + f"({self.type(elem)})"
            case go.Signature() as signature:
                return "func" + self._signature(signature)
            case go.Interface(methods=[], embeddeds=[]):
                return "any"
            case go.Struct(fields=[]):
                return "struct{}"
        raise LookupError(t)

    def _named(self, t: go.Named) -> str:
        name = t.obj.name
        if t.obj.pkg is not None:
            if not t.obj.exported or t.obj.pkg.path.startswith("internal/"):
                raise LookupError(name)
            name = f"{self._use(t.obj.pkg.path, t.obj.pkg.name)}.{name}"
        return name + (f"[{', '.join(map(self.type, t.type_args))}]" if t.type_args else "")

    def _use(self, path: str, name: str) -> str:
        return self.imports.setdefault(path, name if path != "math/rand/v2" else "rand2")

    def _signature(self, t: go.Signature) -> str:
        """Parameters and results, named so that a bare return is possible."""
        params = [f"_ {self.type(p.type)}" for p in t.params.vars if p.type is not None]
        if t.variadic:
            params[-1] = params[-1].replace("[]", "...", 1)
        results = [f"_ {self.type(r.type)}" for r in t.results.vars if r.type is not None]
        return f"({', '.join(params)})" + (f" ({', '.join(results)})" if results else "")

    def value(self, t: go.Type, depth: int = 2) -> str:
        """An expression of type `t`, often from the edges of what it may be."""
        t = unalias(t)
        if isinstance(t, go.Named) and not isinstance(t.underlying(), go.Interface):
            constants = _constants(t)
            if constants and self.random.random() < 0.5:
                return f"{self._use(*constants[0])}.{self.random.choice(constants[1])}"
        match t.underlying():
            case go.Basic() as basic:
                return f"{self.type(t)}({self._basic(basic)})" if basic.kind != "unsafe.Pointer" else "nil"
            case go.Slice(elem) if self.random.random() < 0.85 and depth:
                if self._kind(elem) == "uint8":
                    return f"{self.type(t)}({self.random.choice(_STRINGS)})"
                items = ", ".join(self.value(elem, depth - 1) for _ in range(self.random.choice((0, 1, 2, 3, 5))))
                return f"{self.type(t)}{{{items}}}"
            case go.Map(key, elem) if self.random.random() < 0.8 and depth:
                return f"{self.type(t)}{{{self.value(key, 0)}: {self.value(elem, depth - 1)}}}"
            case go.Signature() as signature if self.random.random() < 0.9:
                return f"func{self._signature(signature)} {{ return }}"
            case go.Pointer(elem) if self.random.random() < 0.9:
                return f"new({self.type(elem)})"
            case go.Interface() as interface:
                return self._implementation(t, interface, depth)
        return f"*new({self.type(t)})"

    def _kind(self, t: go.Type) -> str:
        under = t.underlying()
        return under.kind if isinstance(under, go.Basic) else ""

    def _basic(self, t: go.Basic) -> str:
        if t.kind == "string":
            return self.random.choice(_STRINGS)
        if t.kind == "bool":
            return self.random.choice(("true", "false"))
        if t.has("complex"):
            part = "float32" if t.kind == "complex64" else "float64"
            return f"complex({self._float(part)}, {self._float(part)})"
        if t.has("float"):
            return self._float(t.kind)
        bits = int(re.sub(r"\D", "", t.kind) or 64)
        signed = not t.has("unsigned")
        edges = [*_LENGTHS, f"{(1 << bits - signed) - 1}"]
        edges += [f"{-(1 << bits - 1)}", "-1", "-2", "-100"] if signed else []
        edges += [f"1<<{bits - 2}", f"1<<{bits // 2}"]
        edges += ["0x10ffff", "0x110000", "0xd800", "'é'"] if bits >= 32 else []
        return self.random.choice([e for e in edges if not e.isdigit() or int(e) < 1 << bits - signed])

    def _float(self, kind: str) -> str:
        chosen = self.random.choice(_FLOATS)
        if chosen.startswith("math."):
            return f"{kind}({self._use('math', 'math')}.{chosen[5:]})"
        return "1e38" if chosen == "1e308" and kind == "float32" else chosen

    def _implementation(self, t: go.Type, interface: go.Interface, depth: int) -> str:
        """Something that implements an interface, most often not nil."""
        name = t.obj.name if isinstance(t, go.Named) else ""
        if self.random.random() < 0.1:
            return "nil"
        if name == "error":
            return f'{self._use("errors", "errors")}.New("e")'
        if name in ("Reader", "RuneReader", "ByteReader", "ReaderAt", "RuneScanner", "ByteScanner"):
            return f"{self._use('strings', 'strings')}.NewReader({self.random.choice(_STRINGS)})"
        if name == "Writer":
            return f"new({self._use('strings', 'strings')}.Builder)"
        if name == "Context":
            return f"{self._use('context', 'context')}.Background()"
        if not interface.methods and not interface.embeddeds:
            if self.random.random() < 0.4:
                return self.random.choice(_DYNAMIC)
            kind = self.random.choice(("int", "string", "float64", "uint8", "bool", "complex128"))
            basic = UNIVERSE.names[kind].type
            assert isinstance(basic, go.Basic)
            return f"{kind}({self._basic(basic)})"
        return "nil"

    def call(self, target: str, signature: go.Signature) -> str:
        """A statement that calls `target` and prints its results."""
        arguments = [self.value(p.type) for p in signature.params.vars if p.type is not None]
        if signature.variadic:
            arguments[-1] += "..."
        text = f"{target}({', '.join(arguments)})"
        return f"fmt.Println({text})" if signature.results.vars else text


@functools.cache
def _packages() -> tuple[Package, ...]:
    importer = LibraryImporter(FileSet())
    found = [importer.import_package(path) for path in library_packages() if not path.startswith(UNFIT)]
    return tuple(p for p in found if isinstance(p, Package))


@functools.cache
def _constants(t: go.Named) -> tuple[tuple[str, str], list[str]] | None:
    """The exported constants and error variables of a type of the library, with its package."""
    pkg = t.obj.pkg
    if pkg is None:
        return None
    names = [n for n, obj in pkg.scope.names.items() if obj.exported and isinstance(obj, Const | Var) and obj.type is t]
    return ((pkg.path, pkg.name), names) if names else None


@functools.cache
def targets(path: str) -> tuple[tuple[str, Func, go.Named | None], ...]:
    """What a package has to be called: the functions, and the methods with the types they are called on."""
    package = next(p for p in _packages() if p.path == path)
    return tuple(_targets(package))


def paths() -> tuple[str, ...]:
    """The packages whose functions are called."""
    return tuple(p.path for p in _packages() if targets(p.path))


def _targets(package: Package) -> Iterator[tuple[str, Func, go.Named | None]]:
    for name, obj in sorted(package.scope.names.items()):
        if not obj.exported:
            continue
        if isinstance(obj, Func):
            yield name, obj, None
        if isinstance(obj, TypeName) and isinstance(obj.type, go.Named):
            if isinstance(obj.type.underlying(), go.Interface):
                continue
            named = obj.type
            if named.type_params:
                named = instantiate_named(named, [_plain(p) for p in named.type_params])
            for method, _ in method_set(go.Pointer(named)):
                if method.exported:
                    yield f"{name}.{method.name}", method, named


def _plain(parameter: go.TypeParam) -> go.Type:
    """A type argument for a parameter: int, or what its constraint's core type makes of it.

    Raises LookupError for one that asks for methods.
    """
    number = UNIVERSE.names["int"].type
    assert number is not None
    constraint = parameter.underlying()
    if isinstance(constraint, go.Interface) and type_set(constraint).methods:
        raise LookupError(parameter)
    match core_type(parameter):
        case go.Slice():
            return go.Slice(number)
        case go.Map():
            return go.Map(number, number)
        case go.Signature() | go.Chan() | go.Basic() as core:
            return core
    return number


def statement(random: Random, writer: Writer, path: str, target: tuple[str, Func, go.Named | None]) -> str:
    """Statements that call a function or method. Raises LookupError where that cannot be written."""
    _, function, named = target
    signature = function.type
    assert isinstance(signature, go.Signature)
    package = writer._use(path, path.rsplit("/", 1)[-1])
    if named is None:
        arguments = [_plain(p) for p in signature.type_params]
        given = f"[{', '.join(map(writer.type, arguments))}]" if arguments else ""
        if arguments:
            signature = instantiate_signature(signature, arguments)
        return writer.call(f"{package}.{function.name}{given}", signature)
    if signature.type_params:
        raise LookupError(function.name)
    receiver = f"var x {writer.type(named)}"
    if random.random() < 0.1:
        receiver = f"var x *{writer.type(named)}"
    elif not isinstance(named.underlying(), go.Struct):
        receiver = f"x := {writer.value(named)}"
    return f"{receiver}\n\t\t{writer.call(f'x.{function.name}', signature)}"


def program(random: Random, calls: list[tuple[str, tuple[str, Func, go.Named | None]]]) -> str:
    """A program of these calls; those that cannot be written are left out."""
    writer = Writer(random)
    writer._use("fmt", "fmt")
    body = []
    for path, target in calls:
        draft = Writer(random)
        draft.imports = dict(writer.imports)
        try:
            text = statement(random, draft, path, target)
        except LookupError:
            continue
        writer = draft
        body.append(f'\ttry("{path}.{target[0]}", func() {{\n\t\t{text}\n\t}})\n')
    imports = "".join(
        f'\t{name if name != path.rsplit("/", 1)[-1] else ""} "{path}"\n'.replace("\t ", "\t")
        for path, name in sorted(writer.imports.items())
    )
    return f"package main\n\nimport (\n{imports})\n{TRY}\nfunc main() {{\n{''.join(body)}}}\n"


TRY = """
func try(name string, f func()) {
	fmt.Println(name)
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("panic %T %v\\n", r, r)
		}
	}()
	f()
}
"""


def calling(random: Random) -> str:
    """A program with a few calls into one or several packages."""
    chosen = [random.choice(paths()) for _ in range(CALLS)]
    return program(random, [(path, random.choice(targets(path))) for path in chosen])


def library() -> st.SearchStrategy[str]:
    return st.integers(0, (1 << 64) - 1).map(lambda number: calling(Random(number)))
