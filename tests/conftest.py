"""What every test module shares: tests marked `oracle` or `exhaustive` run only when `-m` asks for them, and those
marked `oracle` only where the Go toolchain is."""

from __future__ import annotations

import shutil

import pytest

ON_REQUEST = ("oracle", "exhaustive")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = config.getoption("-m") or ""
    no_go = pytest.mark.skip(reason="no Go toolchain on PATH: pip install '.[oracle]'")
    for item in items:
        for name in ON_REQUEST:
            if name not in asked and item.get_closest_marker(name) is not None:
                item.add_marker(pytest.mark.skip(reason=f"runs with -m {name}"))
        if shutil.which("go") is None and item.get_closest_marker("oracle") is not None:
            item.add_marker(no_go)
