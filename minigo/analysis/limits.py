"""What is said when a limit ends a run: which one, and where every goroutine stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.runtime.traceback import dump_text

if TYPE_CHECKING:
    from minigo.analysis.dumps import Dumper
    from minigo.runtime.panics import LimitExceeded

_WORDS = {
    "timeout": "timed out after {value:g} s (--timeout)",
    "max-steps": "stopped after {value:,.0f} steps (--max-steps)",
    "max-goroutines": "stopped at more than {value:,.0f} goroutines (--max-goroutines)",
    "max-memory": "stopped at more than {value:,.0f} bytes of memory (--max-memory)",
    "max-output": "stopped after {value:,.0f} bytes of output (--max-output)",
}


def limit_report(error: LimitExceeded, dumper: Dumper, raised: BaseException | None = None) -> str:
    """One line that names the limit, then a dump of every goroutine; the current one stood where it raised `raised`."""
    line = _WORDS[error.limit].format(value=error.value)
    now = dumper.machine.clock() / 1e9
    return f"minigo: {line}, at {now:g} s of virtual time\n\n{dump_text(dumper.everybody(raised))}"
