"""`python -m benchmarks.startup`: how long `minigo run hello.go` takes, as a multiple of `python -c pass`.

Warm: the cache has the program and minigo's modules. Cold: without any cache. The commands take turns, so that a busy
machine slows all of them down alike; compared are medians of the wall-clock time. Exit code 1 when an aim is missed by
a factor of two: less than that may be the machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HELLO = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hello, world")\n}\n'
AIMS = {"warm": 6.0, "cold": 40.0}
"""The ratios aimed at."""
FACTOR = 2
"""By how much an aim is missed that fails."""
ROUNDS = {"bare": 1, "warm": 1, "cold": 4}
"""Every how many rounds a command is run."""
ATTEMPTS = 3
"""How often to measure what misses its aim, in case the machine was busy."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=21, help="how often to run each command (cold: a quarter of it)")
    rounds = parser.parse_args().rounds
    missed: list[str] = []
    for _ in range(ATTEMPTS):
        times = measure(rounds)
        bare = times["bare"]
        print(f"python -c pass   {bare * 1e3:6.1f} ms")
        for name, aim in AIMS.items():
            print(f"minigo, {name:8} {times[name] * 1e3:6.1f} ms   {times[name] / bare:5.2f}   (aim {aim:g})")
        missed = [name for name, aim in AIMS.items() if times[name] > FACTOR * aim * bare]
        if not missed:
            return 0
    return 1


def measure(rounds: int) -> dict[str, float]:
    """The median seconds that each of the commands takes."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "hello.go").write_text(HELLO)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": folder}
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "GOMAXPROCS"):
            environment.pop(name, None)
        # Modules are compiled beforehand, as they are once minigo is installed.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = os.path.join(folder, "bytecode")
        minigo = [sys.executable, "-m", "minigo", "run"]
        commands = {
            "bare": [sys.executable, "-c", "pass"],
            "warm": [*minigo, "hello.go"],
            "cold": [*minigo, "--no-cache", "hello.go"],
        }
        for name in ("warm", "warm", "cold"):
            _run(commands[name], folder, environment)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for i in range(rounds):
            for name, command in commands.items():
                if i % ROUNDS[name] == 0:
                    times[name].append(_run(command, folder, environment))
    return {name: statistics.median(found) for name, found in times.items()}


def _run(command: list[str], folder: str, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
