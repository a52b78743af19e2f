"""Race reports made comparable: what differs from run to run, or is minigo's own, is taken out.

`python -m tests.race.reports` makes the expected reports anew, with the real toolchain (which needs gcc).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
PROGRAMS = Path(__file__).parent / "programs"


def normalised(text: str, folder: Path) -> str:
    """Addresses, program counters, goroutine numbers and folders replaced; names of variables left out."""
    text = re.sub(r" \+0x[0-9a-f]+$", "", text, flags=re.MULTILINE)
    text = re.sub(r"0x[0-9a-f]{12}", "ADDRESS", text)
    text = re.sub(r"(?i)(goroutine) \d+", r"\1 N", text)
    text = re.sub(r"^Location is .*\n\n?|^exit status \d+\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"\S+/go/src/", "$GOROOT/src/", text)
    text = text.replace("\n\n==================\n", "\n==================\n")
    return text.replace(f"{folder}/", "")


def build(program: Path, output: Path) -> None:
    """Compile a program with the real race detector. Raises CalledProcessError."""
    subprocess.run(["go", "build", "-race", "-o", output, program], check=True, capture_output=True)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        binary = Path(folder) / "program"
        for program in sorted(REPORTS.glob("*.go")):
            build(program, binary)
            result = subprocess.run([binary], capture_output=True, text=True, check=False)
            program.with_suffix(".err").write_text(normalised(result.stderr, program.parent))
            program.with_suffix(".code").write_text(f"{result.returncode}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
