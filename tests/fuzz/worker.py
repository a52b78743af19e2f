"""A process that runs programs from its standard input: a line of JSON for each, and one for its outcome.

It has little memory, so that a program that asks for much ends with MemoryError and not the machine.
"""

from __future__ import annotations

import faulthandler
import json
import resource
import sys

from tests.fuzz.harness import Harness

MEMORY = 3 << 30
"""Bytes of address space; 512 MB of it are the thread's stack."""


def main() -> None:
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    harness = Harness()
    out = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        try:
            outcome = harness.run(json.loads(line))
            answer = [outcome.status, outcome.signature, outcome.details]
        except MemoryError:
            answer = ["memory", "", ""]
        out.write(json.dumps(answer) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
