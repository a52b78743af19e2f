"""The operation table: all rows, all helpers, and the functions that templates stand for.

`ROWS` is the table. Names in templates that are neither operands nor attributes nor temporaries are helpers:
`HELPERS` holds those that are the same in all runs, `link_ops(run)` adds those that need the run. An attribute that
is a type is given as its RType.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from minigo.runtime import ops_float, ops_iface, ops_int, ops_race, ops_slice, ops_string, ops_unsafe, ops_value
from minigo.runtime.optable import OpRow, Rows, template_function
from minigo.runtime.printing import print_text, println_text
from minigo.runtime.values import gostring

if TYPE_CHECKING:
    from minigo.runtime.maps import Map
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run


def _linked_rows() -> Rows:
    rows = Rows()
    rows.row("make.map", "hint", "make_map(hint, type)", attrs="type")
    rows.row("map.iter", "m", "map_iter(m)")
    rows.row("make.chan", "n", "make_chan(n, type.elem)", attrs="type")
    rows.row("chan.send", "c v", "chan_send(c, v)")
    rows.row("chan.recv", "c", "chan_recv(c)")
    rows.row("chan.recv2", "c", "chan_recv2(c)")
    rows.row("chan.close", "c", "chan_close(c)")
    rows.row("len.chan", "c", "chan_len(c)")
    rows.row("cap.chan", "c", "chan_cap(c)")
    rows.row("print", "*values", "builtin_print((*values,), (*kinds,))", attrs="*kinds")
    rows.row("println", "*values", "builtin_println((*values,), (*kinds,))", attrs="*kinds")
    return rows


def _table() -> dict[str, OpRow]:
    parts = (
        ops_int.int_rows(),
        ops_float.float_rows(),
        ops_string.string_rows(),
        ops_slice.slice_rows(),
        ops_value.value_rows(),
        ops_iface.iface_rows(),
        ops_race.race_rows(),
        ops_unsafe.unsafe_rows(),
        _linked_rows(),
    )
    table: dict[str, OpRow] = {}
    for part in parts:
        for name, row in part.items():
            if name in table:
                raise ValueError(f"two rows are called {name}")
            table[name] = row
    return table


ROWS: dict[str, OpRow] = _table()

HELPERS: dict[str, object] = {
    **ops_int.HELPERS,
    **ops_float.HELPERS,
    **ops_string.HELPERS,
    **ops_slice.HELPERS,
    **ops_value.HELPERS,
    **ops_iface.HELPERS,
    **ops_unsafe.HELPERS,
}

LINKED = (
    "builtin_print",
    "builtin_println",
    "chan_cap",
    "chan_close",
    "chan_len",
    "chan_recv",
    "chan_recv2",
    "chan_send",
    "make_chan",
    "make_map",
    "map_iter",
    *ops_race.HELPERS,
)
"""The helpers that need the run."""


def link_ops(run: Run) -> dict[str, Callable[..., Any]]:
    """The helpers in LINKED, for one run; those of the race detector only when there is one."""
    machine = run.machine

    def make_map(hint: int, rtype: RType) -> Map:
        return run.new_map(rtype)

    def builtin_print(values: tuple[Any, ...], kinds: tuple[str, ...]) -> None:
        run.write(2, gostring(print_text(kinds, values, run.address)))

    def builtin_println(values: tuple[Any, ...], kinds: tuple[str, ...]) -> None:
        run.write(2, gostring(println_text(kinds, values, run.address)))

    return {
        "builtin_print": builtin_print,
        "builtin_println": builtin_println,
        "chan_cap": machine.chan_cap,
        "chan_close": machine.chan_close,
        "chan_len": machine.chan_len,
        "chan_recv": machine.chan_recv,
        "chan_recv2": machine.chan_recv2,
        "chan_send": machine.chan_send,
        "make_chan": machine.make_chan,
        "make_map": make_map,
        "map_iter": run.map_iter,
        **run.accesses,
    }


@cache
def row_function(name: str) -> Callable[..., Any]:
    """The function of a row that needs no run: called with the operands, then the attributes. Raises KeyError when
    there is no such row, ValueError when it needs the run."""
    row = ROWS[name]
    if not HELPERS.keys() >= set(row.helpers):
        raise ValueError(f"row {name} needs the run")
    return template_function(row, HELPERS)


def linked_functions(run: Run) -> dict[str, Callable[..., Any]]:
    """The functions of the rows that need the run, by row name."""
    helpers = {**HELPERS, **link_ops(run)}
    return {
        name: template_function(row, helpers) for name, row in ROWS.items() if not HELPERS.keys() >= set(row.helpers)
    }
