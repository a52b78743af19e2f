"""The operation table: all rows, and the functions that templates stand for.

`ROWS` is the table. Names in templates that are neither operands nor attributes nor temporaries are helpers, see
helpers.py. An attribute that is a type is given as its RType.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from minigo.runtime import ops_float, ops_iface, ops_int, ops_race, ops_slice, ops_string, ops_unsafe, ops_value
from minigo.runtime.helpers import HELPERS, link_ops
from minigo.runtime.optable import OpRow, Rows, template_function

if TYPE_CHECKING:
    from minigo.runtime.run import Run


def _linked_rows() -> Rows:
    rows = Rows()
    rows.row("make.map", "hint", "make_map(hint, type)", attrs="type")
    rows.row("map.iter", "m", "map_iter(m)")
    rows.row("make.chan", "n", "make_chan(n, type.elem)", attrs="type")
    room = "c is not None and len(c.buffer) < c.room"
    rows.row("chan.send", "c v", f"(c.buffer.append(v) if {room} else chan_send(c, v))")
    values = "c is not None and c.filled"
    rows.row("chan.recv", "c", f"(c.buffer.popleft() if {values} else chan_recv(c))")
    rows.row("chan.recv2", "c", f"((c.buffer.popleft(), True) if {values} else (chan_recv(c), M.received))")
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
