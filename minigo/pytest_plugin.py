"""A pytest plugin: with --minigo, the tests in *_test.go files and golden programs are pytest items."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SEEDS_HELP = "run golden programs and Go tests under N seeds"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("minigo", "Go programs on a simulated scheduler")
    group.addoption("--minigo", action="store_true", help="collect *_test.go files and golden programs")
    group.addoption("--minigo-seeds", type=int, default=1, metavar="N", help=SEEDS_HELP)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if not parent.config.getoption("minigo") or file_path.suffix != ".go":
        return None
    if file_path.name.endswith("_test.go"):
        return GoTestFile.from_parent(parent, path=file_path)
    if file_path.with_suffix(".out").is_file():
        return GoldenFile.from_parent(parent, path=file_path)
    return None


class GoFailure(Exception):
    """A Go test failed, or a program differs from its expected output: the text to show."""


class GoItem(pytest.Item):
    """An item whose failure is a text."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, GoFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name

    @property
    def seeds(self) -> int:
        seeds: int = self.config.getoption("minigo_seeds")
        return max(seeds, 1)


class GoldenFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        yield GoldenItem.from_parent(self, name=self.path.stem)


class GoldenItem(GoItem):
    def runtest(self) -> None:
        from minigo.cli.golden import describe
        from minigo.golden import check

        verdict = check(self.path, range(self.seeds))
        if not verdict.passed:
            raise GoFailure(describe(verdict))


class GoTestFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        from minigo.gotest.discover import test_functions
        from minigo.source import FileSet
        from minigo.syntax.parser import parse

        text = self.path.read_text(encoding="utf-8", errors="replace")
        tree, _ = parse(FileSet().add(self.path.name, str(self.path), text))
        if tree is None:
            # Running it tells what is wrong.
            yield GoTestItem.from_parent(self, name="build")
            return
        found = test_functions([tree])
        for name in [*found.tests, *found.fuzz_tests, *(example.name for example in found.examples)]:
            yield GoTestItem.from_parent(self, name=name)


class GoTestItem(GoItem):
    def runtest(self) -> None:
        from minigo.gotest.flags import parse_flags
        from minigo.gotest.runner import Tester

        flags = parse_flags([f"-run=^{self.name}$", f"-seeds={self.seeds}"])
        out, err = io.BytesIO(), io.BytesIO()
        tester = Tester(flags, 0, out, err, folder=self.path.parent)
        tester.programs = self.session.stash.setdefault(_PROGRAMS, {})
        if tester.run():
            raise GoFailure((out.getvalue() + err.getvalue()).decode("utf-8", "replace"))


_PROGRAMS = pytest.StashKey[dict[Any, Any]]()
"""The programs of the folders, each built once."""
