"""Places in the program's text: as "file:line", and what a lock is called where it was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo.analysis.names import declared_at, root_text
from minigo.source import NO_POS, pos_line

if TYPE_CHECKING:
    from minigo.analysis.sites import Sites
    from minigo.engine.linker import Linked
    from minigo.source import Pos

_LOCKING = frozenset(("Lock", "RLock", "TryLock", "TryRLock"))


class Places:
    """Reads what `Linked.mark` noted. Files are called as in the compiler's messages."""

    def __init__(self, linked: Linked, sites: Sites) -> None:
        self.linked = linked
        self._files = {file.path: file.name for file in linked.files.files}
        self._sites = sites

    def at(self, path: str, line: int) -> str:
        """ "file:line"."""
        return f"{self._files.get(path, path).removeprefix('./')}:{line}"

    def position(self, pos: Pos) -> str:
        return "" if pos == NO_POS else self.at(self.linked.path(pos), pos_line(pos))

    def of(self, mark: Any) -> str:
        """The place that a mark notes, "?" if it notes none."""
        frame = self.linked.marked(mark)
        return "?" if frame is None else self.at(frame.path, frame.line)

    def lock(self, lock: Any, mark: Any) -> tuple[str, str]:
        """What the program calls a lock where it takes it, and where that is declared, "" if it is not known."""
        frame = self.linked.marked(mark)
        for site in self._sites.all():
            if frame is None or site.what not in _LOCKING or pos_line(site.pos) != frame.line:
                continue
            root, path = site.operand
            if root is not None and self.linked.path(site.pos) == frame.path:
                return root_text(root) + "".join(path), self.position(declared_at(root, path))
        return type(lock).__name__, ""
