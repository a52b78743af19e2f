"""Records the expected output of the cases: runs them with the real toolchain."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from tests.modules.cases import Case, all_cases, comparable


def record(case: Case) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        case.write_files(folder)
        env = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "", "GOPROXY": "off"}
        target = case.command[-1]
        done = subprocess.run(
            ["go", "run", target], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120
        )
        case.expected["stdout"] = done.stdout
        case.expected["stderr"] = comparable(done.stderr, folder)
        exit_status = done.stderr.rpartition("exit status ")[2].strip()
        code = int(exit_status) if exit_status.isdigit() else done.returncode
        case.expected["code"] = f"{code}\n" if code else ""
        case.save()


for each in all_cases():
    if not each.expected["minigo"]:
        record(each)
