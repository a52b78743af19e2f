"""README's terminal sessions are what minigo really prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def commands() -> list[tuple[str, str]]:
    """Every command of README with what is shown below it."""
    found = []
    for block in BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown))
    return found


COMMANDS = commands()


def test_there_are_sessions() -> None:
    assert sum(command.startswith("minigo ") for command, _ in COMMANDS) >= 3


@pytest.mark.parametrize(("command", "shown"), [c for c in COMMANDS if c[0].startswith("minigo ")])
def test_session(tmp_path: Path, command: str, shown: str) -> None:
    for other, text in COMMANDS:
        if other.startswith("cat "):
            (tmp_path / other.removeprefix("cat ")).write_text(text)
    (tmp_path / "programs").symlink_to(ROOT / "programs")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("GOMAXPROCS", None)
    done = subprocess.run(
        [sys.executable, "-m", "minigo", *command.split()[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env=environment,
        timeout=120,
        check=False,
    )
    printed = done.stdout.replace(str(tmp_path), "/src")
    if shown.endswith("...\n"):
        shown = shown.removesuffix("...\n")
        assert printed.startswith(shown)
    else:
        assert printed == shown
