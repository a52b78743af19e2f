"""Programs for `minigo vet`, with what it finds beside them (x.vet), one `line:column: message [check]` a line.

`python -m tests.vet.corpus` fills in what the checks of real vet find, from the real `go vet`; what minigo's own checks
find stays as it is, unless `--own` asks for it to be recorded from minigo. Every program is a package of its own in
one module; a program whose name ends in `_test` is a test file.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from minigo.check import check_package
from minigo.source import FileSet, pos_column, pos_line
from minigo.stdlib.importer import LibraryImporter
from minigo.syntax.parser import parse
from minigo.vet.checks import CHECKS, NAMES, vet_package

PROGRAMS = Path(__file__).parent / "programs"
MODULE = "example.com/vet"


def programs() -> list[Path]:
    return sorted(PROGRAMS.glob("*.go"))


def expected(program: Path) -> list[str]:
    return program.with_suffix(".vet").read_text(encoding="utf-8").splitlines()


class Vet:
    """Looks at programs; the library is checked once for all of them."""

    def __init__(self) -> None:
        self.files = FileSet()
        self.library = LibraryImporter(self.files)

    def findings(self, program: Path) -> list[str]:
        text = program.read_text(encoding="utf-8")
        tree, errors = parse(self.files.add(program.name, str(program), text))
        assert tree is not None
        assert not errors
        asked = re.match(r"//go:build (go1\.\d+)\n", text)
        tree.go_version = asked[1] if asked else ""
        path = f"{MODULE}/{program.stem}"
        own = tree.package.name if tree.package.name == "main" else path
        result = check_package([tree], own, self.files, self.library)
        assert not result.reported, [self.files.format(d.pos) + d.message for d in result.reported]
        found = vet_package(result.package, result.info, path, [], NAMES)
        return sorted(
            (f"{pos_line(f.pos)}:{pos_column(f.pos)}: {_line(f.message)} [{f.check}]" for f in found), key=_place
        )


def real_findings(which: list[Path]) -> dict[str, list[str]]:
    """What the real `go vet` finds in programs (their names differ), by the checks that minigo has too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "go.mod").write_text(f"module {MODULE}\n\ngo 1.27\n")
        for program in which:
            (folder / program.stem).mkdir()
            (folder / program.stem / program.name).write_text(program.read_text(encoding="utf-8"))
        env = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "", "GOPROXY": "off"}
        command = ["go", "vet", "-json", "./..."]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=300)
    assert "vet:" not in done.stderr, done.stderr
    text = re.sub(r"^#.*\n", "", done.stdout + done.stderr, flags=re.MULTILINE)
    found: dict[str, list[str]] = {program.stem: [] for program in which}
    decoder = json.JSONDecoder()
    at = 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        report, at = decoder.raw_decode(text, at)
        for checks in report.values():
            for check, findings in checks.items():
                if check in NAMES:
                    for finding in findings:
                        path, line, column = finding["posn"].rsplit(":", 2)
                        found[Path(path).stem].append(f"{line}:{column}: {_line(finding['message'])} [{check}]")
    return {stem: sorted(lines, key=_place) for stem, lines in found.items()}


def _line(message: str) -> str:
    """A message on one line."""
    return message.replace("\n", "\\n")


def _place(line: str) -> tuple[int, int, str]:
    row, column, rest = line.split(":", 2)
    return int(row), int(column), rest


def is_own(line: str) -> bool:
    """Whether a finding is one of a check that real vet does not have."""
    return any(line.endswith(f" [{check.name}]") for check in CHECKS if check.own)


def record(own: bool) -> None:
    real = real_findings(programs())
    vet = Vet()
    for program in programs():
        path = program.with_suffix(".vet")
        if own:
            ours = vet.findings(program)
        else:
            ours = expected(program) if path.exists() else []
        lines = sorted([*real[program.stem], *filter(is_own, ours)], key=_place)
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    record("--own" in sys.argv[1:])
