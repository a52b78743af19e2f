"""Rows of the operation table: what a row is, and the Python function that a template stands for.

A template is a Python expression. Its names are the row's operands, its attributes (types as RTypes, strings and ints
as they are), its temporaries (bound in the template by `:=`; who pastes it renames them) and helpers. Invariants: a
template has no effects but the operation's own, and may name an operand several times or on one path only: who pastes
it sees to it that each operand is evaluated once, from left to right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import CodeType
from typing import TYPE_CHECKING, Any

from minigo.record import field, record

if TYPE_CHECKING:
    import ast

TEMPLATE_FILE = "<op "


@record(frozen=True)
class OpRow:
    """A row.

    params: the operands; `*name` stands for any number of them. attrs: the names of the static attributes, likewise.
    temps: the names that the template binds. pure: it can neither panic nor have an effect, and yields the same again.
    """

    name: str
    params: tuple[str, ...]
    template: str
    pure: bool = False
    attrs: tuple[str, ...] = ()
    temps: tuple[str, ...] = field(default=())

    @cached_property
    def expression(self) -> ast.expr:
        """The parsed template; must not be changed."""
        import ast

        return ast.parse(self.template, f"{TEMPLATE_FILE}{self.name}>", "eval").body

    @cached_property
    def uses(self) -> dict[str, int]:
        """How often each name occurs in the template."""
        import ast

        counts: dict[str, int] = {}
        for node in ast.walk(self.expression):
            if isinstance(node, ast.Name):
                counts[node.id] = counts.get(node.id, 0) + 1
        return counts

    @cached_property
    def helpers(self) -> tuple[str, ...]:
        """The names that are neither operands nor attributes nor temporaries."""
        own = {name.lstrip("*") for name in (*self.params, *self.attrs, *self.temps)}
        return tuple(name for name in self.uses if name not in own)


class Rows(dict[str, OpRow]):
    """Rows by name."""

    def row(
        self, name: str, params: str, template: str, *, pure: bool = False, attrs: str = "", temps: str = ""
    ) -> None:
        """Add a row; `params`, `attrs` and `temps` are names with spaces between."""
        if name in self:
            raise ValueError(f"two rows are called {name}")
        self[name] = OpRow(name, tuple(params.split()), template, pure, tuple(attrs.split()), tuple(temps.split()))


def is_template(code: CodeType) -> bool:
    """Whether `code` was made of a template: Python's errors in it stand for Go's panics."""
    return code.co_filename.startswith(TEMPLATE_FILE)


def template_function(row: OpRow, helpers: Mapping[str, Any]) -> Callable[..., Any]:
    """The function of a row: called with the operands, then the attributes, in order."""
    names = [*row.params, *row.attrs]
    if any(name.startswith("*") for name in names):
        return _variadic_function(row, helpers)
    return _compile(f"lambda {', '.join(names)}: {row.template}", row, helpers)


def _variadic_function(row: OpRow, helpers: Mapping[str, Any]) -> Callable[..., Any]:
    names = ", ".join(name.lstrip("*") for name in (*row.params, *row.attrs))
    inner = _compile(f"lambda {names}: {row.template}", row, helpers)
    fixed = len([name for name in row.params if not name.startswith("*")])
    if row.attrs and row.attrs[0].startswith("*"):  # as many attributes as operands
        return lambda *args: inner(args[: len(args) // 2], args[len(args) // 2 :])
    last = len(row.attrs)
    return lambda *args: inner(*args[:fixed], args[fixed : len(args) - last], *args[len(args) - last :])


def _compile(source: str, row: OpRow, helpers: Mapping[str, Any]) -> Callable[..., Any]:
    code = compile(source, f"{TEMPLATE_FILE}{row.name}>", "eval")
    function: Callable[..., Any] = eval(code, dict(helpers))
    return function
