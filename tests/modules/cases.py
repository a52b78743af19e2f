"""Programs of several files and packages, with what the real toolchain prints for them.

A case is an archive: a comment that says what it is for, a line `run TARGET` (with flags of minigo before the target),
and then files, each after a line `-- name --`. The sections `stdout`, `stderr` and `code` are what must come out;
`python -m tests.modules` fills them in with the real toolchain. Where minigo has its own words, a section `minigo`
holds its stderr and stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
EXPECTED = ("stdout", "stderr", "code", "minigo")

_SECTION = re.compile(r"^-- (.+) --\n", re.MULTILINE)


@dataclass(slots=True)
class Case:
    path: Path
    comment: str
    files: dict[str, str]
    expected: dict[str, str]

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def command(self) -> list[str]:
        """The words after `run`."""
        line = next(line for line in self.comment.splitlines() if line.startswith("run "))
        return line.split()[1:]

    def write_files(self, folder: Path) -> None:
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def save(self) -> None:
        sections = {**self.files, **{name: self.expected[name] for name in EXPECTED if self.expected.get(name)}}
        text = self.comment + "".join(f"-- {name} --\n{body}" for name, body in sections.items())
        self.path.write_text(text, encoding="utf-8")


def read_case(path: Path) -> Case:
    comment, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = {name: sections.pop(name, "") for name in EXPECTED}
    return Case(path, comment, sections, expected)


def all_cases() -> list[Case]:
    return [read_case(path) for path in sorted(CASES.glob("*.txtar"))]


def comparable(stderr: str, folder: Path) -> str:
    """stderr without what differs by nature: where the case was unpacked, the lines that `go` adds, and in stacks the
    offsets of the code."""
    text = stderr.replace(str(folder), "$DIR")
    text = re.sub(r"^(?:# .*|exit status \d+)\n", "", text, flags=re.MULTILINE)
    return re.sub(r"(\.go:\d+) \+0x[0-9a-f]+$", r"\1", text, flags=re.MULTILINE)
