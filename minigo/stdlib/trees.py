"""The syntax trees of library packages in the cache: each is parsed once, whatever programs import it.

An entry belongs to one state of minigo's files, as its name says. It is read with an unpickler that can make nodes of
syntax trees and nothing else.
"""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING, Any

from minigo.syntax import ast
from minigo.syntax.builder_base import Items

if TYPE_CHECKING:
    from minigo.cache.store import Store
    from minigo.source import File


class Trees:
    """The syntax trees in a store that were made by the minigo with this fingerprint."""

    def __init__(self, store: Store, fingerprint: str) -> None:
        self._store = store
        self._fingerprint = fingerprint

    def get(self, path: str, sources: list[File]) -> list[ast.SourceFile] | None:
        """The trees of the package `path`, whose files are `sources`; None when they are not kept."""
        content = self._store.get(self._name(path))
        if content is None:
            return None
        try:
            trees: list[ast.SourceFile] = _Reader(content, sources).load()
        except pickle.UnpicklingError:
            return None
        return trees

    def put(self, path: str, sources: list[File], trees: list[ast.SourceFile]) -> None:
        content = io.BytesIO()
        _Writer(content, sources).dump(trees)
        self._store.put(self._name(path), content.getvalue())

    def _name(self, path: str) -> str:
        return f"library-{path.replace('/', '+')}-{self._fingerprint}"


class _Writer(pickle.Pickler):
    """Writes trees; files stand for themselves by their place in a list."""

    def __init__(self, out: io.BytesIO, sources: list[File]) -> None:
        super().__init__(out, 5)
        self._numbers = {id(source): i for i, source in enumerate(sources)}

    def persistent_id(self, obj: Any) -> int | None:
        return self._numbers.get(id(obj))

    def reducer_override(self, obj: Any) -> Any:
        """What the parser noted about lists of expressions is not needed any more: they become plain ones."""
        return (list, (), None, iter(obj)) if isinstance(obj, Items) else NotImplemented


class _Reader(pickle.Unpickler):
    def __init__(self, content: bytes, sources: list[File]) -> None:
        super().__init__(io.BytesIO(content))
        self._sources = sources

    def persistent_load(self, pid: Any) -> File:
        source: File = self._sources[pid]
        return source

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "list"):
            return list
        found = getattr(ast, name, None) if module == ast.__name__ else None
        if not (isinstance(found, type) and issubclass(found, ast.Node)):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a syntax tree")
        return found
