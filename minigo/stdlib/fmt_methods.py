"""Which of a value's own methods fmt calls to format it, and what it takes for nil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime.maps import NIL_MAP
from minigo.runtime.values import NIL_ARRAY
from minigo.types.types import INVALID, Basic, Named, Signature, unalias

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType

# The methods that fmt asks for, with their numbers of parameters and results.
_SHAPES = {"Error": (0, 1), "String": (0, 1), "GoString": (0, 1), "Format": (2, 0)}


def own_method(rtype: RType, name: str) -> Any:
    """The callable behind a formatting method (receiver first), None when the type has none of that signature."""
    method = rtype.method_set.get(name)
    if method is None:
        return None
    signature = method.func.type
    assert isinstance(signature, Signature)
    if (len(signature.params.vars), len(signature.results.vars)) != _SHAPES[name]:
        return None
    if signature.results.vars:
        result = unalias(signature.results.vars[0].type or INVALID)
        if not isinstance(result, Basic) or result.kind != "string":
            return None
    elif not _takes_state_and_rune(signature):
        return None
    return rtype.methods[name]


def _takes_state_and_rune(signature: Signature) -> bool:
    state, verb = (unalias(v.type or INVALID) for v in signature.params.vars)
    return (
        isinstance(state, Named)
        and state.obj.name == "State"
        and state.obj.pkg is not None
        and state.obj.pkg.path == "fmt"
        and isinstance(verb, Basic)
        and verb.kind in ("int32", "rune")
    )


def is_nil(rtype: RType, value: Any) -> bool:
    """Whether a pointer, function, channel, slice or map is nil."""
    if rtype.kind == "slice":
        return value.array is NIL_ARRAY
    if rtype.kind == "map":
        return value is NIL_MAP
    return value is None
