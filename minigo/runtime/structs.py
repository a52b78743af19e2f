"""The Python class of a struct type: one attribute a field, and methods that copy, assign in place and compare.

A struct object *is* its pointer: equality and hash of the class are those of objects, and Go's == is `_equal`.
Objects of two classes whose Go types have identical underlying types are laid out alike, so a conversion between them
changes nothing. Values of struct and array fields are never shared between two struct objects.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.record import record

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.types.types import Type


@record(slots=True, frozen=True)
class StructField:
    """A field as the runtime sees it; `attr` is its Python attribute, `pkg_path` is empty when it is exported."""

    name: str
    attr: str
    index: int
    type: Type
    rtype: RType
    embedded: bool
    tag: str
    pkg_path: str


def make_class(string: str, fields: list[StructField]) -> type[Any]:
    """The class for a struct type that prints as `string`. Its constructor takes all fields in order; `_fields` lists
    them."""
    env: dict[str, Any] = {"create": object.__new__}
    params = "".join(f", {f.attr}" for f in fields)
    lines = [f"def __init__(self{params}):"]
    lines += [f"    self.{f.attr} = {f.attr}" for f in fields] or ["    pass"]
    lines += ["def _copy(self, create=create):", "    new = create(cls)"]  # quicker than by the constructor
    lines += [f"    new.{f.attr} = {_copied(f, env)}" for f in fields]
    lines.append("    return new")
    lines.append("def _assign(self, other):")
    lines += [_assigned(f, env) for f in fields] or ["    pass"]
    compared = [f for f in fields if f.name != "_"]
    lines.append("def _equal(self, other):")
    lines.append(f"    return {' and '.join(_compared(f, env) for f in compared) or 'True'}")
    lines.append("def _hash_key(self):")
    lines.append(f"    return ({''.join(_hashed(f, env) + ', ' for f in compared)})")
    lines.append("def _zero():")
    lines.append(f"    return cls({', '.join(_zero(f, env) for f in fields)})")
    exec(compile("\n".join(lines), f"<struct {string}>", "exec"), env)
    members: dict[str, Any] = {"__slots__": tuple(f.attr for f in fields), "_fields": tuple(fields)}
    for name in ("__init__", "_copy", "_assign", "_equal", "_hash_key"):
        members[name] = env[name]
    members["_zero"] = staticmethod(env["_zero"])
    members["__repr__"] = _repr(string, fields)
    cls = type(string, (), members)
    env["cls"] = cls
    return cls


def _helper(env: dict[str, Any], prefix: str, f: StructField, function: object) -> str:
    name = f"{prefix}_{f.index}"
    env[name] = function
    return name


def _copied(f: StructField, env: dict[str, Any]) -> str:
    if f.rtype.kind == "struct":
        return f"self.{f.attr}._copy()"
    if f.rtype.kind == "array":
        return f"{_helper(env, 'copy', f, f.rtype.copy)}(self.{f.attr})"
    return f"self.{f.attr}"


def _assigned(f: StructField, env: dict[str, Any]) -> str:
    if f.rtype.kind == "struct":
        return f"    self.{f.attr}._assign(other.{f.attr})"
    if f.rtype.kind == "array":
        return f"    {_helper(env, 'assign', f, f.rtype.assign)}(self.{f.attr}, other.{f.attr})"
    return f"    self.{f.attr} = other.{f.attr}"


def _compared(f: StructField, env: dict[str, Any]) -> str:
    if f.rtype.plain_compare:
        return f"self.{f.attr} == other.{f.attr}"
    return f"{_helper(env, 'equal', f, f.rtype.equal)}(self.{f.attr}, other.{f.attr})"


def _hashed(f: StructField, env: dict[str, Any]) -> str:
    if f.rtype.plain_key:
        return f"self.{f.attr}"
    return f"{_helper(env, 'hash', f, f.rtype.hash_key)}(self.{f.attr})"


def _zero(f: StructField, env: dict[str, Any]) -> str:
    if f.rtype.deep:
        return f"{_helper(env, 'zero', f, f.rtype.zero)}()"
    return _helper(env, "zero", f, f.rtype.zero_value)


def _repr(string: str, fields: list[StructField]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:
        return f"{string}{{{', '.join(f'{f.name}: {getattr(self, f.attr)!r}' for f in fields)}}}"

    return __repr__
