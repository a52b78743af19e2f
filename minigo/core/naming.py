"""The names of functions, as Go's stack traces print them, and the symbols that tell them apart.

A symbol spells type arguments out ("main.recv[int]"), a name does not ("main.recv[...]"). Both begin with the
package's path, whose dots after the last slash are escaped. Literals are numbered in their function: main.main.func1,
the first one inside that main.main.func1.1, the body of a range over a function main.main-range1.
"""

from __future__ import annotations

from minigo.types.objects import Func, Package
from minigo.types.types import Named, Pointer, Signature, Type, unalias
from minigo.types.typestring import Qualifier, TypeWriter


def package_prefix(pkg: Package | None) -> str:
    if pkg is None:
        return ""
    head, slash, tail = pkg.path.rpartition("/")
    return f"{head}{slash}{tail.replace('.', '%2e')}."


class _FullPaths(Qualifier):
    """Qualifies with the import path."""

    def __call__(self, pkg: Package) -> str:
        return pkg.path


_WRITER = TypeWriter(_FullPaths(None))


def type_name(t: Type) -> str:
    """The type written out with full package paths."""
    return _WRITER.string(t)


def _arguments(targs: list[Type]) -> str:
    return "[" + ",".join(type_name(t) for t in targs) + "]" if targs else ""


def _dots(targs: list[Type]) -> str:
    return "[...]" if targs else ""


def receiver_named(func: Func) -> tuple[Named | None, bool]:
    """The receiver's base type as declared, and whether the receiver is a pointer."""
    sig = func.type
    if not isinstance(sig, Signature) or sig.recv is None or sig.recv.type is None:
        return None, False
    t = unalias(sig.recv.type)
    pointer = isinstance(t, Pointer)
    if isinstance(t, Pointer):
        t = unalias(t.elem)
    return (t if isinstance(t, Named) else None), pointer


def function_name(func: Func, targs: list[Type]) -> tuple[str, str, str]:
    """Symbol, name in traces and native key of a declared function or method with type arguments `targs`."""
    prefix = package_prefix(func.pkg)
    named, pointer = receiver_named(func)
    if named is None:
        base = prefix + func.name
        return base + _arguments(targs), base + _dots(targs), base
    count = len(named.type_args)
    of_recv, own = targs[:count], targs[count:]
    out = []
    for first, last in ((_arguments(of_recv), _arguments(own)), (_dots(of_recv), _dots(own)), ("", "")):
        recv = named.obj.name + first
        out.append(f"{prefix}(*{recv}).{func.name}{last}" if pointer else f"{prefix}{recv}.{func.name}{last}")
    return out[0], out[1], out[2]


def literal_suffix(nested: bool, number: int) -> str:
    return f".{number}" if nested else f".func{number}"
