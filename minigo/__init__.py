"""minigo: a deterministic interpreter of Go concurrency programs on a simulated Go scheduler.

`minigo.run(source)` runs a program and returns a `minigo.Result`; see minigo.api. Importing minigo
imports nothing else.
"""

from typing import TYPE_CHECKING, Any

from minigo.version import __version__

if TYPE_CHECKING:
    from minigo.api import Result, SourceError, run

__all__ = ["Result", "SourceError", "__version__", "run"]


def __getattr__(name: str) -> Any:
    if name in ("Result", "SourceError", "run"):
        from minigo import api

        return getattr(api, name)
    raise AttributeError(f"module 'minigo' has no attribute {name!r}")
