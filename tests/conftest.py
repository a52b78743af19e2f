"""What every test module shares: tests marked `oracle` or `exhaustive` run only when `-m` asks for them, and those
marked `oracle` only where the Go toolchain is; all have a cache of their own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ON_REQUEST = ("oracle", "exhaustive")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The user's cache stays as it is: minigo's of all tests lies in a folder of their own."""
    base: Path = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    os.environ["XDG_CACHE_HOME"], os.environ["XDG_DATA_HOME"] = str(base / "cache"), str(base / "data")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = config.getoption("-m") or ""
    no_go = pytest.mark.skip(reason="no Go toolchain on PATH: pip install '.[oracle]'")
    for item in items:
        for name in ON_REQUEST:
            if name not in asked and item.get_closest_marker(name) is not None:
                item.add_marker(pytest.mark.skip(reason=f"runs with -m {name}"))
        if shutil.which("go") is None and item.get_closest_marker("oracle") is not None:
            item.add_marker(no_go)
