"""Operations on interface values: comparison, type tests and assertions, bound methods."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import MethodType
from typing import TYPE_CHECKING, Any

from minigo.runtime.optable import Rows
from minigo.runtime.panics import assertion_error, nil_dereference
from minigo.runtime.typevalues import iface_equal

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType


def bind_method(function: Callable[..., Any], receiver: Any) -> Callable[..., Any]:
    """The method value of a method and its receiver. It has the function's attributes: deferring it is deferring the
    method. (Python calls bound methods without using the C stack; but their receivers cannot be None.)"""
    if receiver is not None:
        return MethodType(function, receiver)

    def bound(*args: Any) -> Any:
        return function(None, *args)

    return wraps(function)(bound)


def bind_interface(x: Any, name: str) -> Callable[..., Any]:
    """The method value x.name of an interface value."""
    if x is None:
        raise nil_dereference()
    return bind_method(x[0].methods[name], x[1])


def assert_concrete(x: Any, rtype: RType, iface: RType) -> Any:
    """x.(T) for a T that is no interface: the value; panics when x holds another type. `iface` is x's static type."""
    if x is not None and x[0] is rtype:
        return x[1]
    if x is None:
        raise assertion_error(f"{_static(iface)} is nil, not {rtype.string}")
    found: RType = x[0]
    text = f"{_static(iface)} is {found.string}, not {rtype.string}"
    if found.string == rtype.string:
        here, there = rtype.package, found.package
        same = here is None or there is None or here.path == there.path
        text += f" (types from different {'scopes' if same else 'packages'})"
    raise assertion_error(text)


def assert_interface(x: Any, target: RType, iface: RType) -> Any:
    """x.(I) for an interface I: x itself; panics when its dynamic type does not implement I."""
    if x is None:
        raise assertion_error(f"interface is nil, not {target.string}")
    missing = x[0].missing_method(target)
    if missing is not None:
        raise assertion_error(f"{x[0].string} is not {target.string}: missing method {missing}")
    return x


def assert_interface2(x: Any, target: RType) -> tuple[Any, bool]:
    """v, ok := x.(I) for an interface I."""
    return (x, True) if x is not None and x[0].missing_method(target) is None else (None, False)


def _static(iface: RType) -> str:
    return iface.string if iface.kind == "interface" else "interface"


def iface_rows() -> Rows:
    rows = Rows()
    rows.row("eq.iface", "x y", "iface_equal(x, y)")
    rows.row("ne.iface", "x y", "(not iface_equal(x, y))")
    rows.row("iface.convert", "x", "x", pure=True, attrs="target source")
    rows.row("iface.bind", "x", "bind_interface(x, name)", attrs="name")
    rows.row("bind", "f x", "bind_method(f, x)")
    rows.row("iface.type", "x", "(x and x[0])", pure=True)
    rows.row("iface.value", "x", "x[1]", pure=True)
    rows.row("type.is", "x", "(x is type)", pure=True, attrs="type")
    rows.row("type.implements", "x", "(x is not None and x.missing_method(type) is None)", pure=True, attrs="type")
    rows.row(
        "assert.concrete",
        "x",
        "(x[1] if x is not None and x[0] is type else assert_concrete(x, type, iface))",
        attrs="type iface",
    )
    rows.row("assert.interface", "x", "assert_interface(x, type, iface)", attrs="type iface")
    rows.row(
        "assert.concrete2",
        "x",
        "((x[1], True) if x is not None and x[0] is type else (type.zero(), False))",
        attrs="type",
    )
    rows.row("assert.interface2", "x", "assert_interface2(x, type)", attrs="type")
    return rows


HELPERS: dict[str, object] = {
    "assert_concrete": assert_concrete,
    "assert_interface": assert_interface,
    "assert_interface2": assert_interface2,
    "bind_interface": bind_interface,
    "bind_method": bind_method,
    "iface_equal": iface_equal,
}
