"""Natives of package errors: the comparisons and assignments that need the dynamic types of values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked, native
from minigo.runtime.typevalues import iface_equal

if TYPE_CHECKING:
    from minigo.runtime.run import Run


@native("errors.equal")
def equal(a: Any, b: Any) -> bool:
    """a == b, false where that would panic."""
    if a is None or b is None:
        return a is b
    return a[0] is b[0] and a[0].comparable and iface_equal(a, b)


@linked("errors.assign")
def assign(run: Run) -> Callable[[Any, Any], bool]:
    def assign(error: Any, target: Any) -> bool:
        """`*target = error` when its dynamic type allows; panics with As's own complaints about the target."""
        if target is None:
            raise run.string_panic("errors: target cannot be nil")
        rtype, pointer = target
        if rtype.kind != "ptr" or pointer is None:
            raise run.string_panic("errors: target must be a non-nil pointer")
        wanted = rtype.elem_type()
        if wanted.kind == "interface":
            if not error[0].implements(wanted):
                return False
            pointer.v = error
            return True
        if "Error" not in wanted.method_set:
            raise run.string_panic("errors: *target must be interface or implement error")
        if error[0] is not wanted:
            return False
        if wanted.deep:
            wanted.assign(pointer, wanted.copy(error[1]))
        else:
            pointer.v = error[1]
        return True

    return assign
