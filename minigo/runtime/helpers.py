"""The helpers of the operation table: what the names in templates stand for.

`HELPERS` holds those that are the same in all runs, `link_ops(run)` gives those that need the run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.runtime import ops_float, ops_iface, ops_int, ops_race, ops_slice, ops_string, ops_unsafe, ops_value
from minigo.runtime.printing import print_text, println_text
from minigo.runtime.values import gostring

if TYPE_CHECKING:
    from minigo.runtime.maps import Map
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run

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
    "M",
    "builtin_print",
    "builtin_println",
    "chan_cap",
    "chan_close",
    "chan_len",
    "chan_recv",
    "chan_send",
    "make_chan",
    "make_map",
    "map_iter",
    *ops_race.HELPERS,
)
"""The helpers that need the run."""


def link_ops(run: Run) -> dict[str, Any]:
    """The helpers in LINKED, for one run; those of the race detector only when there is one."""
    machine = run.machine

    def make_map(hint: int, rtype: RType) -> Map:
        return run.new_map(rtype)

    def builtin_print(values: tuple[Any, ...], kinds: tuple[str, ...]) -> None:
        run.write(2, gostring(print_text(kinds, values, run.address)))

    def builtin_println(values: tuple[Any, ...], kinds: tuple[str, ...]) -> None:
        run.write(2, gostring(println_text(kinds, values, run.address)))

    return {
        "M": machine,
        "builtin_print": builtin_print,
        "builtin_println": builtin_println,
        "chan_cap": machine.chan_cap,
        "chan_close": machine.chan_close,
        "chan_len": machine.chan_len,
        "chan_recv": machine.chan_recv,
        "chan_send": machine.chan_send,
        "make_chan": machine.make_chan,
        "make_map": make_map,
        "map_iter": run.map_iter,
        **run.accesses,
    }
