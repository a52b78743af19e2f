"""A campaign: inputs from Hypothesis go to a worker; what fails is told once, made small."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.corpus import tokens
from tests.fuzz.harness import Outcome

ROOT = Path(__file__).parents[2]

HANG = 5.0
"""Seconds of processor time after which a program counts as hanging."""
PATIENCE = 60.0
"""The same in seconds that pass, for a worker that waits for something."""
WORKER = "from tests.fuzz.worker import main; main()"
FRESH = 300
"""Programs after which the worker is replaced, since what it has checked stays in memory."""


class Worker:
    """A worker process, restarted when it hangs or dies."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.served = 0
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115

    def run(self, text: str) -> Outcome:
        """What became of a program."""
        if self.process is None or self.served >= FRESH:
            self.close()
            self.errors.truncate(0)
            self.process = subprocess.Popen(
                [sys.executable, "-c", WORKER],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.errors,
                cwd=ROOT,
            )
            self.served = 0
            self._ask('package main\n\nimport "fmt"\n\nfunc main() { fmt.Println() }\n', PATIENCE)
        self.served += 1
        return self._ask(text, HANG)

    def _ask(self, text: str, limit: float) -> Outcome:
        process = self.process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        before = _cpu_seconds(process.pid)
        with contextlib.suppress(BrokenPipeError):  # it died before: the answer will be missing
            process.stdin.write(json.dumps(text).encode() + b"\n")
            process.stdin.flush()
        waited = 0.0
        while not select.select([process.stdout], [], [], 0.25)[0]:
            waited += 0.25
            if _cpu_seconds(process.pid) - before > limit or waited > PATIENCE:
                self.close()
                return Outcome("failed", "hang", f"took more than {limit} s")
        line = process.stdout.readline()
        if not line:
            code = process.wait()
            self.errors.seek(0)
            last_words = self.errors.read()[-6000:].decode("utf-8", "replace")
            self.close()
            return Outcome("failed", f"the process died with {code}", last_words)
        outcome = Outcome(*json.loads(line))
        if outcome.status == "memory":  # what filled it may still be there
            self.close()
        return outcome

    def close(self) -> None:
        """End the process."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


def _cpu_seconds(pid: int) -> float:
    """Processor time that a process has used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Finding:
    """A failure: the program as found, and made small."""

    outcome: Outcome
    program: str
    small: str


@dataclass(slots=True)
class Report:
    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


def campaign(
    programs: st.SearchStrategy[str], count: int, number: int, *, tell: Callable[[Finding], None] | None = None
) -> Report:
    """Run `count` programs; `number` is the seed. Each new failure is reduced and handed to `tell`."""
    report = Report()
    known: set[str] = set()
    worker = Worker()

    @seed(number)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
    )
    @given(programs)
    def one(text: str) -> None:
        outcome = worker.run(text)
        report.counts[outcome.status] += 1
        if outcome.status == "failed" and outcome.signature not in known:
            known.add(outcome.signature)
            finding = Finding(outcome, text, reduce(text, outcome.signature, worker))
            report.findings.append(finding)
            if tell is not None:
                tell(finding)

    try:
        one()
    finally:
        worker.close()
    return report


def reduce(text: str, wanted: str, worker: Worker, budget: int = 300) -> str:
    """A smaller program that fails in the same way: lines and then tokens are left out as long as it does (delta
    debugging, Zeller and Hildebrandt 2002). `budget` is the number of programs that may be tried."""

    def fails(candidate: str) -> bool:
        nonlocal budget
        budget -= 1
        return worker.run(candidate).signature == wanted

    for parts, glue in ((text.split("\n"), "\n"), (None, "")):
        pieces = parts if parts is not None else tokens(text)
        size = max(len(pieces) // 2, 1)
        while budget > 0:
            at, shrunk = 0, False
            while at < len(pieces) and budget > 0:
                candidate = pieces[:at] + pieces[at + size :]
                if candidate and fails(glue.join(candidate)):
                    pieces, shrunk = candidate, True
                else:
                    at += size
            if size == 1 and not shrunk:
                break
            size = max(size // 2, 1)
        text = glue.join(pieces)
    return text
