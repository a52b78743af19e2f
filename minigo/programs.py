"""Compiled programs in the cache: found by what they are made of, kept after a run.

An entry belongs to a target, the options that its code depends on, and this very minigo on this very Python. It holds
what loading saw of the file system, as digests, and the image of what was compiled; it counts while all of that is
still so.
"""

from __future__ import annotations

import marshal
import os
from typing import TYPE_CHECKING, Any

from minigo.bundle import fingerprint
from minigo.inputs import Inputs, digest

if TYPE_CHECKING:
    from minigo.cache.store import Store
    from minigo.stdlib.trees import Trees


class Programs:
    """The programs in a store that were compiled by the minigo with this fingerprint (minigo.bundle)."""

    def __init__(self, store: Store, fingerprint: str) -> None:
        self._store = store
        self._fingerprint = fingerprint

    def trees(self) -> Trees:
        """The syntax trees of library packages in the same store."""
        from minigo.stdlib.trees import Trees

        return Trees(self._store, self._fingerprint)

    def find(self, target: str, options: tuple[Any, ...]) -> tuple[Inputs, dict[str, Any]] | None:
        """The image of the program `target`, and the inputs that it was made of, which are as they were."""
        content = self._store.get(self._name(target, options))
        if content is None:
            return None
        evidence, image = marshal.loads(content)
        inputs = Inputs()
        return (inputs, image) if inputs.agree(evidence) else None

    def keep(self, target: str, options: tuple[Any, ...], inputs: Inputs, image: dict[str, Any]) -> None:
        """Store the image of a program, unless minigo has changed since it was started."""
        if fingerprint() != self._fingerprint:
            return
        self._store.put(self._name(target, options), marshal.dumps((inputs.evidence(), image)))

    def _name(self, target: str, options: tuple[Any, ...]) -> str:
        return "program-" + digest(repr((self._fingerprint, os.path.abspath(target), options)).encode()).hex()
