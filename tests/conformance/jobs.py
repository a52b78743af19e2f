"""Runs jobs in processes of their own, a few at a time, each with limits of processor time, waiting time and memory.

A job is a function and its arguments; it prints to file descriptors 1 and 2, which both lead to one file, and returns
its exit code. The processes are forked, so that minigo is imported once for all of them.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

INTERNAL = 70
"""The exit code of a job that raised an exception: a bug of minigo."""

MEMORY = 4 << 30
"""Bytes of address space for a job."""

WAITING = 30
"""How many times longer than its processor time a job may take: the machine may be busy with others."""


@dataclass(slots=True, frozen=True)
class Job:
    """A call to make in a process: in which folder, and how many seconds of processor time it may take."""

    key: Any
    function: Callable[..., int]
    args: tuple[Any, ...]
    folder: Path
    seconds: float


@dataclass(slots=True, frozen=True)
class Done:
    """How a job ended. `code` is None for one that ran out of time or memory."""

    key: Any
    code: int | None
    output: bytes


@dataclass(slots=True)
class _Running:
    job: Job
    process: ForkProcess
    output: Path
    deadline: float


def run_jobs(jobs: list[Job], workers: int) -> Iterator[Done]:
    """The results in the order in which the jobs end."""
    fork = multiprocessing.get_context("fork")
    waiting = list(reversed(jobs))
    running: dict[int, _Running] = {}
    with tempfile.TemporaryDirectory(prefix="conformance") as name:
        folder = Path(name)
        number = 0
        while waiting or running:
            while waiting and len(running) < workers:
                job = waiting.pop()
                number += 1
                output = folder / str(number)
                process = fork.Process(target=_child, args=(job, output))
                process.start()
                running[process.sentinel] = _Running(job, process, output, time.monotonic() + WAITING * job.seconds)
            wait(list(running), timeout=1.0)
            for sentinel, item in list(running.items()):
                if item.process.is_alive():
                    if time.monotonic() < item.deadline:
                        continue
                    item.process.kill()
                item.process.join()
                del running[sentinel]
                yield _result(item)


def _result(item: _Running) -> Done:
    code = item.process.exitcode
    item.process.close()
    output = item.output.read_bytes() if item.output.exists() else b""
    item.output.unlink(missing_ok=True)
    return Done(item.job.key, None if code is None or code < 0 else code, output)


def _child(job: Job, output: Path) -> None:
    """Runs in the new process: sets the limits and the output, calls the function and never returns."""
    code = INTERNAL
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (int(job.seconds), int(job.seconds) + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        file = os.open(output, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        os.dup2(file, 1)
        os.dup2(file, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(job.folder)
        code = job.function(*job.args)
    except BaseException:
        os.write(2, traceback.format_exc().encode("utf-8", "surrogateescape"))
    finally:
        sys.stdout.flush()
        os._exit(code)
