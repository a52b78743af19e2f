"""docs/library.md lists what is there, and what of the real packages is left out."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter
from minigo.stdlib.table import BEGIN, END, LEFT_OUT, NOTES, document, exports, packages
from minigo.types.objects import Package

ROOT = Path(__file__).resolve().parents[2]
TOOL = Path(__file__).parent / "tools" / "exports.go"
# Names that only the documentation of package unsafe has.
DOC_ONLY = {"ArbitraryType", "IntegerType"}


def test_the_page_is_up_to_date() -> None:
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    shown = text.partition(BEGIN + "\n")[2].partition(END)[0]
    assert shown == document(), "run python -m minigo.stdlib.table docs/library.md"


@pytest.mark.oracle
@pytest.mark.skipif(shutil.which("go") is None, reason="needs the Go toolchain")
def test_what_is_left_out(tmp_path: Path) -> None:
    paths = [path for path in packages() if "." not in path.split("/")[0] and path not in NOTES]
    environment = {**os.environ, "GOTOOLCHAIN": "local"}
    done = subprocess.run(["go", "run", str(TOOL), *paths], capture_output=True, text=True, check=True, env=environment)
    real: dict[str, set[str]] = {}
    for line in done.stdout.splitlines():
        path, name = line.split()
        real.setdefault(path, set()).add(name)
    importer = LibraryImporter(FileSet())
    for path in paths:
        package = importer.import_package(path)
        assert isinstance(package, Package)
        found = exports(package)
        ours = set(found) | {f"{name}.{member}" for name, members in found.items() for member in members}
        # The members of a type that is an alias, or is not there, are not told one by one.
        missing = {n for n in real[path] - ours - DOC_ONLY if "." not in n or found.get(n.split(".")[0])}
        assert missing == set(LEFT_OUT.get(path, "").split()), path
        theirs = real[path] | {n for n in ours if "." in n}
        assert ours <= theirs, path
