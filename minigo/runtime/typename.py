"""Types as the runtime prints them: what `%T`, reflect and panic texts show ("main.T", "struct { X int }").

Packages are written by name, but by path inside the type arguments of a generic type, as gc's link names do.
"""

from __future__ import annotations

from minigo.types.objects import Package, Var
from minigo.types.quote import quote
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
    Type,
)
from minigo.types.typeset import type_set


def type_string(t: Type, by_path: bool = False) -> str:
    """`t` as the runtime prints it; `by_path`: as a type argument, with full package paths."""
    match t:
        case Basic():
            return t.kind
        case Alias():
            return type_string(t.actual, by_path)
        case Named():
            return _named(t, by_path)
        case Pointer():
            return "*" + type_string(t.elem, by_path)
        case Slice():
            return "[]" + type_string(t.elem, by_path)
        case Array():
            return f"[{t.len}]" + type_string(t.elem, by_path)
        case Map():
            return f"map[{type_string(t.key, by_path)}]{type_string(t.elem, by_path)}"
        case Chan():
            return _chan(t, by_path)
        case Struct():
            return _struct(t, by_path)
        case Signature():
            return "func" + signature_string(t, by_path)
        case Interface():
            return _interface(t, by_path)
        case _:
            raise TypeError(f"{type(t).__name__} is no type of a value")


def signature_string(t: Signature, by_path: bool = False) -> str:
    """Parameters and results: "(int, ...string) (int, error)"."""
    params = [type_string(v.type, by_path) for v in t.params.vars if v.type]
    if t.variadic:
        params[-1] = "..." + params[-1][2:]
    results = [type_string(v.type, by_path) for v in t.results.vars if v.type]
    text = f"({', '.join(params)})"
    if len(results) == 1:
        return f"{text} {results[0]}"
    return f"{text} ({', '.join(results)})" if results else text


def _named(t: Named, by_path: bool) -> str:
    """A local type has its number when it is part of another name, and the type arguments of its function."""
    obj = t.obj
    if obj.pkg is None:
        return obj.name
    name = f"{obj.pkg.path if by_path else obj.pkg.name}.{obj.name}"
    outer, own = (",".join([type_string(a, True) for a in args]) for args in (t.origin.outer_args, t.type_args))
    if outer or own:
        name += f"[{outer};{own}]" if outer and own else f"[{outer}{own}]"
    return f"{name}·{obj.number}" if by_path and obj.number else name


def _chan(t: Chan, by_path: bool) -> str:
    elem = type_string(t.elem, by_path)
    if t.dir == "send":
        return "chan<- " + elem
    if t.dir == "recv":
        return "<-chan " + elem
    if isinstance(t.elem, Chan) and t.elem.dir == "recv":
        return f"chan ({elem})"
    return "chan " + elem


def _struct(t: Struct, by_path: bool) -> str:
    if not t.fields:
        return "struct {}"
    return "struct { " + "; ".join(_field(f, i, t, by_path) for i, f in enumerate(t.fields)) + " }"


def _field(f: Var, i: int, t: Struct, by_path: bool) -> str:
    text = type_string(f.type, by_path) if f.type else ""
    if not f.embedded:
        text = f"{_field_prefix(f, by_path)}{f.name} {text}"
    if i < len(t.tags) and t.tags[i]:
        text += " " + quote(t.tags[i].encode("utf-8", "surrogateescape"))
    return text


def _field_prefix(f: Var, by_path: bool) -> str:
    """Within another name unexported fields have their package, as methods have always."""
    return _method_prefix(f.name, f.pkg, True) if by_path else ""


def _interface(t: Interface, by_path: bool) -> str:
    methods = sorted(type_set(t).methods, key=lambda m: (m.name, m.pkg.path if m.pkg else ""))
    parts = []
    for m in methods:
        text = signature_string(m.type, by_path) if isinstance(m.type, Signature) else "()"
        parts.append(f"{_method_prefix(m.name, m.pkg, by_path)}{m.name}{text}")
    return "interface { " + "; ".join(parts) + " }" if parts else "interface {}"


def _method_prefix(name: str, pkg: Package | None, by_path: bool) -> str:
    if pkg is None or name[:1].isupper():
        return ""
    return (pkg.path if by_path else pkg.name) + "."
