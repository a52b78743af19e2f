"""minigo: a deterministic interpreter of Go concurrency programs on a simulated Go scheduler."""

from minigo.version import __version__

__all__ = ["__version__"]
