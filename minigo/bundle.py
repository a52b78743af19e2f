"""minigo's own modules from the cache: one file to read instead of a hundred, and nothing to compile.

Python keeps compiled modules itself, but not where it may not write, and looks for each by itself. A bundle belongs to
one state of minigo's files (`fingerprint`) and has the modules that runs of kept programs imported; the others are
imported as always.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec

import minigo
from minigo.cache.store import user_store
from minigo.digests import blake2b
from minigo.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType
    from typing import Any

    from minigo.cache.store import Store

_SOURCES = (".py", ".go", ".lark", ".tables", ".json")


def fingerprint() -> str:
    """What tells this minigo on this Python from all others: names, sizes and times of all files of the package.

    Raises OSError where these are no files.
    """
    found = []
    folders = [os.path.dirname(os.path.abspath(minigo.__file__))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                name = entry.name
                if name.endswith(_SOURCES):
                    status = entry.stat()
                    found.append((entry.path, status.st_size, status.st_mtime_ns))
                elif "." not in name and name != "__pycache__":
                    folders.append(entry.path)
    found.sort()
    python = (sys.version, sys.implementation.cache_tag, sys.flags.optimize)
    return blake2b(repr((__version__, python, found)).encode(), digest_size=32).hexdigest()


class Bundle:
    """Finds and loads the modules of a bundle (a finder and loader of importlib's)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.fingerprint = fingerprint()
        content = store.get(self._name)
        self._modules: dict[str, tuple[str, bool, bytes]] = marshal.loads(content) if content is not None else {}
        """Name -> (path, whether it is a package, marshalled code)."""

    @property
    def _name(self) -> str:
        return f"modules-{self.fingerprint}"

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        known = self._modules.get(name)
        if known is None:
            return None
        spec = ModuleSpec(name, self, origin=known[0], is_package=known[1])  # type: ignore[arg-type]
        spec.has_location = True
        if known[1]:
            spec.submodule_search_locations = [os.path.dirname(known[0])]
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, name: str) -> CodeType:
        """The code of a module in the bundle."""
        code: CodeType = marshal.loads(self._modules[name][2])
        return code

    def keep(self) -> None:
        """Add the modules that were imported, if that changes anything, for the runs to come."""
        missing = {
            name: module
            for name, module in list(sys.modules.items())
            if name.partition(".")[0] == "minigo" and name not in self._modules and name != "minigo.__main__"
        }
        if not missing:
            return
        for name, module in missing.items():
            spec = module.__spec__
            loader: Any = spec.loader if spec is not None else None
            if spec is None or spec.origin is None or not hasattr(loader, "get_code"):
                continue
            code = loader.get_code(name)
            if code is not None:
                self._modules[name] = (spec.origin, spec.submodule_search_locations is not None, marshal.dumps(code))
        if fingerprint() == self.fingerprint:  # nobody has changed a file meanwhile
            self.store.put(self._name, marshal.dumps(self._modules))


def open_bundle() -> Bundle | None:
    """The bundle in the user's store, through which modules are imported from now on; None where minigo does not
    consist of files."""
    try:
        bundle = Bundle(user_store())
    except OSError:
        return None
    sys.meta_path.insert(0, bundle)
    return bundle
