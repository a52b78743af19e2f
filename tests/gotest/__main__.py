"""Records the expected output of the cases (all, or those named): runs them with the real toolchain."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.gotest.cases import Case, all_cases, transcript


def record(case: Case) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        case.write_files(folder)
        env = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-vet=off", "GOPROXY": "off", "GOMAXPROCS": "1"}
        for command in case.commands:
            if command.oracle:
                done = subprocess.run(
                    ["go", "test", *command.args],
                    cwd=folder / command.folder,
                    env=env,
                    capture_output=True,
                    text=True,
                    check=False,
                    timeout=120,
                )
                command.expected = transcript(done.stdout, done.stderr, done.returncode, folder)
    case.save()


for each in all_cases():
    if len(sys.argv) == 1 or each.path.stem in sys.argv[1:]:
        record(each)
