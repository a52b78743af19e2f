"""What checking a package yields, and how gc orders and limits the errors it prints."""

from __future__ import annotations

from collections.abc import Iterator

from minigo.record import field, record
from minigo.source import Diagnostic, pos_file, pos_line
from minigo.types.info import Info
from minigo.types.objects import Package, TypeName
from minigo.types.types import Named


@record(slots=True)
class CheckResult:
    """`reported` are all errors in the order in which they were found; `warnings` is what was let pass."""

    package: Package
    info: Info
    reported: list[Diagnostic]
    warnings: list[Diagnostic] = field(default_factory=list)

    def declared_types(self) -> list[Named]:
        """All types that the package declares, local ones included."""
        objects = [obj for obj in self.info.defs.values() if isinstance(obj, TypeName)]
        return [obj.type for obj in objects if isinstance(obj.type, Named) and obj.type.obj is obj]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All errors in the order of the source, without duplicates."""
        return sort_diagnostics(self.reported)

    @property
    def printed(self) -> list[Diagnostic]:
        """The errors as gc prints them: the ten that were found first, sorted, and then a word on the rest."""
        return limit_diagnostics(self.reported)


def sort_diagnostics(reported: list[Diagnostic]) -> list[Diagnostic]:
    """By position (the order of finding decides among equals), equal ones once.

    Files come in the order in which something was found in them.
    """
    files: dict[int, int] = {}
    for d in reported:
        files.setdefault(pos_file(d.pos), len(files))
    out: list[Diagnostic] = []
    for d in sorted(_distinct(reported), key=lambda d: (files[pos_file(d.pos)], d.pos)):
        if not out or out[-1].pos != d.pos or out[-1].message != d.message:
            out.append(d)
    return out


def _distinct(reported: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Without errors on the same line and with the same text as the one found before."""
    last: Diagnostic | None = None
    for d in reported:
        if last is None or pos_line(last.pos) != pos_line(d.pos) or last.message != d.message:
            yield d
            last = d


def limit_diagnostics(reported: list[Diagnostic], limit: int | None = 10) -> list[Diagnostic]:
    """What gc prints of errors given in the order of finding.

    It stops at the `limit`-th error (None: at none), sorts what it has and adds `too many errors` at the last
    one's position.
    """
    kept: list[Diagnostic] = []
    for d in _distinct(reported):
        kept.append(d)
        if len(kept) == limit:
            return [*sort_diagnostics(kept), Diagnostic(d.pos, "too many errors")]
    return sort_diagnostics(kept)
