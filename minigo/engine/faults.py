"""The Go types of the panics that the runtime raises itself, looked up in package runtime."""

from __future__ import annotations

from minigo.runtime.rtypes import RType, Universe
from minigo.types.objects import Package, TypeName

_TYPES: dict[str, str] = {
    "error": "errorString",
    "memory": "errorString",
    "bounds": "boundsError",
    "plain": "plainError",
    "unhashable": "plainError",
    "assertion": "*TypeAssertionError",
    "nilpanic": "*PanicNilError",
}
FAULT_TYPES = sorted({name.lstrip("*") for name in _TYPES.values()})
"""The types of package runtime that its panics have."""


def fault_types(universe: Universe, runtime: Package) -> dict[str, RType]:
    """RTypes by Fault.kind; kinds whose type `runtime` does not declare are left out."""
    found: dict[str, RType] = {}
    for kind, name in _TYPES.items():
        obj = runtime.scope.lookup(name.lstrip("*"))
        if isinstance(obj, TypeName) and obj.type is not None:
            rtype = universe.rtype(obj.type)
            found[kind] = universe.pointer_to(rtype) if name.startswith("*") else rtype
    return found
