"""What Go constructs become in core: the dumps of small programs, beside them in testdata/*.core.

`MINIGO_UPDATE=1 pytest tests/core/test_dump.py` rewrites the expected dumps.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minigo.core.dump import dump_function
from tests.core.lowering import lower

DATA = Path(__file__).parent / "testdata"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.go")), ids=lambda p: p.stem)
def test_dump(path: Path) -> None:
    program = lower(path.read_text(encoding="utf-8"))
    functions = [f for f in program.functions.values() if f.symbol.startswith("main.")]
    got = "\n".join(dump_function(f) for f in functions)
    expected = path.with_suffix(".core")
    if os.environ.get("MINIGO_UPDATE"):
        expected.write_text(got, encoding="utf-8")
    assert got == expected.read_text(encoding="utf-8")
