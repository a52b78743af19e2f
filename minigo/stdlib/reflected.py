"""reflect.Value as natives see it: an object with f_typ (an RType, None for the zero Value), f_ptr and f_flag.

`f_ptr` is the value, or its address when the flag has ADDRESSABLE: a reference with the attribute `v`, for structs and
arrays the object itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType

ADDRESSABLE = 1
"""In the flag of a Value that lies in a variable."""
READ_ONLY = 2
"""In the flag of a Value that was reached through an unexported field."""


def is_reflect_value(rtype: RType) -> bool:
    """Whether `rtype` is reflect.Value."""
    package = rtype.package
    return package is not None and package.path == "reflect" and rtype.string == "reflect.Value"


def value_of(v: Any) -> Any:
    """The value that a reflect.Value holds, not copied."""
    return v.f_ptr.v if v.f_flag & ADDRESSABLE and not v.f_typ.deep else v.f_ptr


def own_value_of(v: Any) -> Any:
    """The value, independent of the variable that it lies in."""
    value = value_of(v)
    return v.f_typ.copy(value) if v.f_flag & ADDRESSABLE else value


def interface_of(v: Any) -> Any:
    """The interface value that holds what a reflect.Value does, None for the zero Value."""
    if v.f_typ is None:
        return None
    value = own_value_of(v)
    return value if v.f_typ.kind == "interface" else (v.f_typ, value)
