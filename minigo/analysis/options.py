"""What a run is watched for, beside data races."""

from __future__ import annotations

from minigo.record import record


@record(slots=True, frozen=True)
class Analyses:
    """explain: text, dot or mermaid: a deadlock is explained after Go's own report. check_leaks: "exit": goroutines
    that leak are told at the end, "always": as soon as it is certain, "tests": whoever runs tests looks for them.
    leaks_are_errors: then the exit code is 2 where
    it would be 0. lock_order: potential deadlocks are told at the end. starvation: goroutines that waited long for a P
    or a Mutex are. collect: findings are kept for Result.findings; leaks are looked for then, and not told."""

    explain: str | None = None
    check_leaks: str | None = None
    leaks_are_errors: bool = False
    lock_order: bool = False
    starvation: bool = False
    collect: bool = False
