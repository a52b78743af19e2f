"""`python -m benchmarks.race [names]`: what `--race` costs the programs with goroutines.

Compared is the processor time, without start-up, with and without the detector, and the greatest resident memory of
the process. Programs that start no goroutine are not watched and cost nothing. Exit code 1 when an aim is missed.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import COMPILED, MINIGO, Contender, Job, Workshop
from benchmarks.suite import BENCHMARKS, CHANNELS, LEAST

AIM_TIME = 4.0
AIM_MEMORY = 5.0
"""The ratios that no program is to exceed."""
LONGER = 2
"""How many times the short size is run: the fastest programs take a third of a second then."""
RACE = Contender("race", (*MINIGO, "--race"))


def run(command: list[str]) -> tuple[float, int]:
    """Processor time in seconds, and greatest resident memory in KB. Raises CalledProcessError."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", help="which programs (default: all with goroutines)")
    parser.add_argument("--rounds", type=int, default=3, help="how often to run each")
    options = parser.parse_args()
    ratios: list[float] = []
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        for benchmark in BENCHMARKS:
            if benchmark.group != CHANNELS or (options.names and benchmark.name not in options.names):
                continue
            jobs = [Job(c, size) for c in (COMPILED, RACE) for size in (LEAST, LONGER * benchmark.short)]
            found: dict[Job, list[tuple[float, int]]] = {job: [] for job in jobs}
            for _ in range(options.rounds):
                for job in jobs:
                    found[job].append(run(workshop.command(benchmark, job)))
            seconds = [statistics.median(time for time, _ in found[job]) for job in jobs]
            memory = [statistics.median(size for _, size in found[job]) for job in jobs]
            plain, watched = seconds[1] - seconds[0], seconds[3] - seconds[2]
            ratio, more = watched / plain, memory[3] / memory[1]
            ratios.append(ratio)
            missed = missed or ratio > AIM_TIME or more > AIM_MEMORY
            print(f"{benchmark.name:20}{plain:6.2f} s{watched:7.2f} s{ratio:6.1f}   memory{more:5.1f}", flush=True)
    print(f"{'geometric mean':20}{math.exp(statistics.fmean(map(math.log, ratios))):23.1f}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
