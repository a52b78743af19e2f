"""What the real toolchain says of a program today: the tests are older than it, so its word decides which still count.

Verdicts are kept in a temporary folder, named by the toolchain's version and the program's content.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from tests.conformance.expectations import Reported, complaints, wanted_errors
from tests.conformance.programs import ERRORCHECK, Program, imports

TIMEOUT = 120.0
"""Seconds of waiting for a build or a run."""


@dataclass(slots=True, frozen=True)
class Verdict:
    """What real Go made of a program. reason: why the program does not count today, "" when it passes. output: what a
    RUN program printed, stdout and stderr together."""

    reason: str
    output: str = ""


class GoTool:
    """The toolchain on the PATH."""

    def __init__(self) -> None:
        self.environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod"}
        self._exports: dict[str, str] = {}

    @staticmethod
    def available() -> bool:
        """Whether there is a toolchain at all."""
        return shutil.which("go") is not None

    @cached_property
    def cache(self) -> Path:
        """The folder of the verdicts."""
        version = self._go("env", "GOVERSION").stdout.strip()
        folder = Path(tempfile.gettempdir()) / f"minigo-conformance-{version}"
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def verdict(self, program: Program) -> Verdict:
        """What real Go makes of the program, from the cache if it was asked before."""
        text = program.path.read_bytes()
        expected = program.expected_output() or b""
        key = hashlib.sha256(b"\0".join([program.name.encode(), text, expected])).hexdigest()
        path = self.cache / f"{key}.json"
        if path.exists():
            return Verdict(**json.loads(path.read_text(encoding="utf-8")))
        with tempfile.TemporaryDirectory(prefix="conformance") as folder:
            judge = self._errors if program.kind == ERRORCHECK else self._run
            verdict = judge(program, Path(folder))
        path.write_text(json.dumps(asdict(verdict)), encoding="utf-8")
        return verdict

    def _run(self, program: Program, folder: Path) -> Verdict:
        binary = folder / "program"
        built = self._go("build", "-o", str(binary), str(program.path))
        if built.returncode != 0:
            return Verdict("real Go does not build it")
        command = [str(binary), *program.args]
        try:
            done = subprocess.run(
                command,
                cwd=program.path.parent,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Verdict("real Go does not end")
        if done.returncode != 0:
            return Verdict(f"real Go exits with {done.returncode}")
        return Verdict("", done.stdout.decode("utf-8", "surrogateescape"))

    def _errors(self, program: Program, folder: Path) -> Verdict:
        text = program.path.read_bytes().decode("utf-8", "replace")
        config = folder / "importcfg"
        config.write_text(self._import_config(imports(text)), encoding="utf-8")
        command = ["tool", "compile", "-p=p", "-C", "-e", f"-importcfg={config}", "-o", str(folder / "object")]
        if program.lang is not None:
            command.append(f"-lang={program.lang}")
        done = self._go(*command, str(program.path))
        errors = parse_errors(done.stdout + done.stderr, program.path)
        found = complaints(wanted_errors(text, program.path.name), errors)
        return Verdict(f"real Go: {found[0]}" if found else "")

    def _import_config(self, paths: set[str]) -> str:
        """Where the compiler finds the packages that a program imports."""
        wanted = sorted(p for p in paths if p not in self._exports and p not in ("C", "unsafe"))
        if wanted:
            template = "{{if .Export}}{{.ImportPath}} {{.Export}}{{end}}"
            listed = self._go("list", "-e", "-export", "-deps", "-f", template, *wanted).stdout
            for line in listed.splitlines():
                path, _, file = line.partition(" ")
                if file:
                    self._exports[path] = file
        return "".join(f"packagefile {path}={file}\n" for path, file in sorted(self._exports.items()))

    def _go(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["go", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            errors="surrogateescape",
            timeout=5 * TIMEOUT,
            check=False,
        )


def parse_errors(output: str, path: Path) -> list[Reported]:
    """The errors in what the compiler printed: `file:line: text`, further lines of one begin with a tab."""
    out: list[Reported] = []
    for line in output.splitlines():
        if line.startswith("\t") and out:
            out[-1] = Reported(out[-1].line, f"{out[-1].text}\n{line}")
            continue
        found = re.match(r"(.+?):(\d+)(?::\d+)?: (.*)", line)
        if found and Path(found[1]).name == path.name:
            out.append(Reported(int(found[2]), found[3]))
    return out
