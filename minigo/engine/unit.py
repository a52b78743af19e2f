"""Unit: the state of one function while it is translated to Python; Link: what a function needs of its surroundings.

Names: a Go variable x becomes `x_3`, a temporary `t.3`, a package variable `g:main.x`, a function `f:main.f`, the
factory of a function literal `c:main.main.func1`, a shared object `k:12`, methods `m:Area`. Names with a colon or
dot cannot clash with the helpers of the operation table, which are Python identifiers, and no Go identifier ever stands
alone.

Invariants: `pre` are statements that run before the one that is being translated; None where nothing can be put before
(the right side of &&, the condition of a loop). `dirty`: something was translated in this statement that remains
after `pre` and that must not be overtaken.
"""

from __future__ import annotations

import ast
from typing import Any, Protocol

from minigo.core import nodes as c
from minigo.engine import pyast as py
from minigo.runtime.optable import OpRow
from minigo.runtime.rtypes import RType
from minigo.source import NO_POS, Pos, pos_line
from minigo.types.types import Type

DEEP = 60
"""Nesting beyond which the innermost operand gets a statement of its own: Python's compiler is recursive."""


class Link(Protocol):
    """Gives objects names in the namespace in which the code will run. Asked twice it gives the same name.
    `opt`: 1 when code is optimised, else 0."""

    opt: int

    def rtype(self, t: Type) -> RType: ...

    def row(self, name: str) -> OpRow: ...

    def constant(self, value: Any) -> str:
        """The name of an object that Python's constants cannot be."""
        ...

    def function(self, f: c.Function) -> str:
        """A function that is called."""
        ...

    def function_value(self, f: c.Function) -> str:
        """A function that becomes a value."""
        ...

    def factory(self, f: c.Function) -> str: ...

    def methods(self, name: str) -> str:
        """The table of all methods of one name, by the RType of the receiver."""
        ...

    def global_var(self, g: c.GlobalVar) -> str: ...


class Unit:
    """See the module's docstring. `line` is the last line seen, for nodes without a position."""

    def __init__(self, link: Link, function: c.Function) -> None:
        self.link = link
        self.function = function
        self.line = max(pos_line(function.pos), 1)
        self.pre: list[ast.stmt] | None = None
        self.dirty = False
        self.depth = 0
        """How deep the expression is nested that is being translated."""
        self.globals: set[str] = set()
        """Package variables that the function assigns."""
        self.names: dict[c.Var, str] = {}
        """The Python names of the variables met so far."""
        self._count = 0

    def at(self, pos: Pos) -> int:
        """The line of `pos`; that of the code before when it has none."""
        if pos != NO_POS:
            self.line = pos_line(pos)
        return self.line

    def var(self, v: c.Var) -> str:
        """The Python name of a variable."""
        name = self.names.get(v)
        if name is None:
            self._count += 1
            name = self.names[v] = f"{v.name}_{self._count}"
        return name

    def temp(self) -> str:
        """A fresh name."""
        self._count += 1
        return f"t.{self._count}"

    @property
    def can_hoist(self) -> bool:
        """Whether what comes next may as well be done in a statement of its own, before this one."""
        return self.pre is not None and not self.dirty

    @property
    def is_deep(self) -> bool:
        """Whether what comes next has to get a statement of its own."""
        return self.depth > DEEP and self.can_hoist

    def hoist(self, line: int, name: str, value: ast.expr) -> None:
        """Put `name = value` before the current statement; only when `can_hoist` held before `value` was translated."""
        assert self.pre is not None
        self.pre.append(py.set_name(line, name, value))
        self.dirty = False
