"""Rows for the accesses to memory that the race detector hears of (core/passes/races.py puts them in).

Every row ends with the attributes `pos text decl`: where the access is, what the source calls the place, and where the
variable in that is declared. The helpers belong to the detector of the run (`Run.accesses`); without one no program
has these rows. Those of channels are those of plain programs, but for what is asked before compiled code does it by
itself (see analysis/race/order.py). `race.field`, `race.map`... pass on their operand: the access comes just before the
engine's own.
"""

from __future__ import annotations

from minigo.runtime.optable import Rows

_PLACE = "pos text decl"

_ACCESSES = {
    "race.box": ("x", ""),
    "race.set.box": ("x v", ""),
    "race.box.written": ("x", ""),
    "race.deref": ("x", ""),
    "race.set.deref": ("x v", ""),
    "race.field": ("x", "name index"),
    "race.set.field": ("x v", "name index"),
    "race.index.slice": ("x i", ""),
    "race.index.array": ("x i", ""),
    "race.set.slice": ("x i v", ""),
    "race.set.array": ("x i v", ""),
    "race.global": ("", "symbol write"),
    "race.map": ("x", "what"),
    "race.struct": ("x", "write"),
    "race.array": ("x", "type write"),
    "race.slice": ("x", "write what"),
    "race.append.items": ("x", "count"),
    "race.append.slice": ("x y", ""),
    "race.append.string": ("x y", ""),
    "race.copy": ("x y", ""),
    "race.chan": ("x", "write"),
    "race.atomic": ("x", "function"),
}
"""Operands and own attributes."""


def helper_name(row: str) -> str:
    """The helper that does a row."""
    return row.replace(".", "_")


HELPERS = (*(helper_name(row) for row in _ACCESSES), "race_send", "race_recv")
"""All of them."""


def race_rows() -> Rows:
    rows = Rows()
    for name, (params, own) in _ACCESSES.items():
        attrs = f"{own} {_PLACE}".strip()
        rows.row(name, params, f"{helper_name(name)}({', '.join(f'{params} {attrs}'.split())})", attrs=attrs)
    # Nothing but the buffer changes when all that went through a channel and who uses it know the same.
    known = "c is not None and c.settled is M.g.thread.settled"
    room = f"{known} and len(c.buffer) < c.capacity and not c.recvq"
    rows.row("race.send", "c v", f"(c.buffer.append(v) if {room} else race_send(c, v))")
    values = f"{known} and c.buffer and not c.sendq"
    rows.row("race.recv", "c", f"(c.buffer.popleft() if {values} else race_recv(c))")
    rows.row("race.recv2", "c", f"((c.buffer.popleft(), True) if {values} else (race_recv(c), M.received))")
    rows.row("race.then", "t x", "(t or x)")
    return rows
