"""A program for tests of panics and deferred calls."""

from __future__ import annotations

import pytest

from tests.runtime.gocode import Program


@pytest.fixture
def go() -> Program:
    return Program()
