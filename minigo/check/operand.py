"""Operands: the intermediate values of the checker, and how messages print them.

Invariant: `value` is set exactly when `mode` is "constant". An operand of mode "invalid" has been reported already;
whoever meets one stays silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import record
from minigo.source import NO_POS, Pos
from minigo.syntax.exprstring import expr_string, start_pos
from minigo.types.constants import const_string
from minigo.types.predicates import has_empty_type_set, is_generic, is_untyped
from minigo.types.types import (
    INVALID,
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
    Tuple,
    Type,
    TypeParam,
    unalias,
)
from minigo.types.typeset import core_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from minigo.syntax import ast
    from minigo.types.constants import ConstValue

# The modes of operands and the words messages use for them.
MODE_WORDS = {
    "invalid": "invalid operand",
    "novalue": "no value",
    "builtin": "built-in",
    "type": "type",
    "constant": "constant",
    "variable": "variable",
    "mapindex": "map index expression",
    "value": "value",
    "nilvalue": "nil",
    "commaok": "comma, ok expression",
}


@record(slots=True, eq=False)
class Operand:
    """`mode` is one of MODE_WORDS: "variable" is addressable, "mapindex" and "commaok" permit a second, boolean value.
    `expr` is the syntax it stems from, `builtin` the name of a built-in function, `label` what messages say instead of
    the syntax (for one of the results of a call)."""

    mode: str = "invalid"
    type: Type = INVALID
    value: ConstValue | None = None
    expr: ast.Expr | None = None
    builtin: str = ""
    label: str = ""

    @property
    def pos(self) -> Pos:
        """Where messages about it point."""
        return start_pos(self.expr) if self.expr is not None else NO_POS

    @property
    def valid(self) -> bool:
        return self.mode != "invalid"

    @property
    def is_nil(self) -> bool:
        return self.mode == "nilvalue"

    def syntax(self) -> ast.Expr:
        """The expression it stems from; operands of checked expressions always have one."""
        assert self.expr is not None
        return self.expr

    def invalidate(self) -> None:
        self.mode = "invalid"
        self.value = None

    def set_const(self, typ: Type, value: ConstValue) -> None:
        self.mode = "constant"
        self.type = typ
        self.value = value

    def set_value(self, typ: Type, mode: str = "value") -> None:
        """Make it a non-constant operand of type `typ`."""
        self.mode = mode
        self.type = typ
        self.value = None

    def copy(self) -> Operand:
        return Operand(self.mode, self.type, self.value, self.expr, self.builtin, self.label)

    def assign(self, other: Operand) -> None:
        """Become what `other` is."""
        self.mode, self.type, self.value = other.mode, other.type, other.value
        self.expr, self.builtin, self.label = other.expr, other.builtin, other.label


@record(slots=True, eq=False)
class Target:
    """What an uninstantiated generic function is assigned to: a function type, and how messages call the place."""

    sig: Signature
    desc: str

    @staticmethod
    def of(t: Type | None, desc: str) -> Target | None:
        """The target that a place of type `t` is, if it takes functions."""
        if t is None or t is INVALID:
            return None
        core = core_type(t)
        return Target(core, desc) if isinstance(core, Signature) else None


def composite_kind(t: Type) -> str:
    """The kind word of a composite type, "" for basic types and type parameters."""
    if isinstance(unalias(t), TypeParam):
        return ""
    return _KIND_WORDS.get(type(t.underlying()), "")


_KIND_WORDS: dict[type[Type], str] = {
    Array: "array",
    Slice: "slice",
    Struct: "struct",
    Pointer: "pointer",
    Signature: "func",
    Interface: "interface",
    Map: "map",
    Chan: "chan",
    Tuple: "tuple",
}


def operand_string(x: Operand, type_string: Callable[[Type | None], str]) -> str:
    """`x` as messages print it: `1 (untyped int constant)`, `x (variable of struct type T)`, `nil`."""
    if x.mode == "nilvalue":
        if x.type is INVALID:
            return "nil (with invalid type)"
        if isinstance(x.type, Basic) and x.type.kind == "untyped nil":
            return "nil"
        return f"nil (of type {type_string(x.type)})"

    if x.label:
        text = x.label
    elif x.expr is not None:
        text = expr_string(x.expr)
    elif x.mode == "builtin":
        text = x.builtin
    elif x.mode == "type":
        text = type_string(x.type)
    elif x.mode == "constant" and x.value is not None:
        text = const_string(x.value)
    else:
        text = ""

    words = []
    typed = x.mode not in ("invalid", "novalue", "builtin", "type")
    if typed and is_untyped(x.type):
        words.append(type_string(x.type))
        typed = False
    words.append(MODE_WORDS[x.mode])
    if x.mode == "constant" and x.value is not None:
        shown = const_string(x.value)
        if shown != text:
            words.append(shown)
    if typed:
        words.append(_of_type(x.type, type_string))
    inside = " ".join(words)
    return f"{text} ({inside})" if text else inside


def _of_type(t: Type, type_string: Callable[[Type | None], str]) -> str:
    if t is INVALID:
        return "with invalid type"
    actual = unalias(t)
    kind = "generic " if is_generic(t) else ""
    if isinstance(t, Alias | Named) and not isinstance(actual, TypeParam):
        under = t.underlying()
        word = under.kind if isinstance(under, Basic) else composite_kind(t)
        kind += word + " " if word else ""
    text = f"of {kind}type {type_string(t)}"
    if isinstance(actual, TypeParam):
        text += f" constrained by {type_string(actual.bound)}"
        if has_empty_type_set(t):
            text += " with empty type set"
    return text
