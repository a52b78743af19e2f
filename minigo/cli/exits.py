"""The exit codes that are minigo's own."""

from __future__ import annotations

EXIT_USAGE = 64
EXIT_INTERNAL = 70
EXIT_LIMIT = 124
EXIT_INTERRUPTED = 130
