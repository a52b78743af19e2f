"""Packages with tests, and what `go test` prints for them under several sets of flags.

A case is an archive: a comment that says what it is for, files, each after a line `-- name --`, and for each command
line a section `-- test FLAGS --` with what comes out: stdout, then stderr after a line `[stderr]`, then a line `[exit
N]`. Commands run in the case's folder; `test @sub FLAGS` runs in the folder sub. `python -m tests.gotest` fills the
sections in with the real toolchain; those called `minigo FLAGS` are minigo's own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"

_SECTION = re.compile(r"^-- (.+) --\n", re.MULTILINE)
_COMMAND = re.compile(r"(test|minigo)(?: @(\S+))?(?: (.*))?")


@dataclass(slots=True)
class Command:
    """A command line and what it prints. `oracle`: real Go can run it too."""

    title: str
    oracle: bool
    folder: str
    args: list[str]
    expected: str


@dataclass(slots=True)
class Case:
    path: Path
    comment: str
    files: dict[str, str]
    commands: list[Command]

    def write_files(self, folder: Path) -> None:
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if "go.mod" not in self.files:
            (folder / "go.mod").write_text("module example.com/m\n\ngo 1.27\n", encoding="utf-8")

    def save(self) -> None:
        parts = [*self.files.items(), *((c.title, c.expected) for c in self.commands)]
        text = self.comment + "".join(f"-- {name} --\n{body}" for name, body in parts)
        self.path.write_text(text, encoding="utf-8")


def read_case(path: Path) -> Case:
    comment, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
    case = Case(path, comment, {}, [])
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        match = _COMMAND.fullmatch(name)
        if match is None:
            case.files[name] = body
        else:
            args = (match[3] or "").split()
            case.commands.append(Command(name, match[1] == "test", match[2] or ".", args, body))
    return case


def all_cases() -> list[Case]:
    return [read_case(path) for path in sorted(CASES.glob("*.txtar"))]


def transcript(stdout: str, stderr: str, code: int, folder: Path) -> str:
    """What a command printed, as it stands in a section."""
    if stdout.startswith("{"):
        lines = _short_reports(_without_stacks(stdout.replace(str(folder), "$DIR").splitlines()))
        stdout = "".join(_event(line) + "\n" for line in lines)
    text = _comparable(stdout, folder)
    if stderr:
        text += "[stderr]\n" + re.sub(r" -(engine|vet)=\w+", "", _comparable(stderr, folder))
    return f"{text}[exit {code}]\n"


def _event(line: str) -> str:
    """An event of -json without its times."""
    event = json.loads(line)
    event.pop("Time", None)
    event.pop("Elapsed", None)
    if "Output" in event:
        event["Output"] = _times(event["Output"])
    return json.dumps(event, ensure_ascii=False)


def _times(text: str) -> str:
    """Times and measurements are zero: they differ by nature."""
    text = re.sub(r"\b\d+\.\d{3}s\b|\(cached\)", "0.000s", text)
    text = re.sub(r"\(\d+\.\d+s\)", "(0.00s)", text)
    text = re.sub(r"\b(testing|fuzz|benchmark)\.go:\d+", r"\1.go:1", text)
    text = re.sub(r"(addr|pc)=0x[0-9a-f]+", r"\1=0x0", text)
    text = re.sub(
        r"^(Benchmark\S*?)(?:-\d+)?( *)\t *\d+\t *[\d.]+ ns/op", r"\1\2\t0\t0 ns/op", text, flags=re.MULTILINE
    )
    text = re.sub(r"^cpu: .*", "cpu: x", text, flags=re.MULTILINE)
    return re.sub(r"^Benchmark\S+-\d+$", lambda m: m[0].rpartition("-")[0], text, flags=re.MULTILINE)


def _comparable(text: str, folder: Path) -> str:
    """Without what differs by nature: times, folders, and the stacks of goroutines."""
    text = _times(text.replace(str(folder), "$DIR"))
    return "".join(_short_reports(_without_stacks(text.splitlines(keepends=True))))


def _short_reports(lines: list[str]) -> list[str]:
    """Of reports of data races only what the accesses are and where in the case's own files things happened."""
    out: list[str] = []
    inside = False
    for line in lines:
        text = json.loads(line).get("Output", "") if line.startswith("{") else line
        if text.startswith("====="):
            inside = not inside
        elif inside and text.startswith("      $DIR"):
            line = re.sub(r" \+0x[0-9a-f]+", "", line)
        elif inside and re.match(r"(Previous )?\w+ at 0x", text):
            line = re.sub(r" at 0x[0-9a-f]+ by .*?:", ":", line)
        elif inside and not text.startswith("WARNING"):
            continue
        out.append(line)
    return out


def _without_stacks(lines: list[str]) -> list[str]:
    """Without the stacks of goroutines, in a text or in the output of events."""
    out: list[str] = []
    in_stack = False
    for line in lines:
        text = json.loads(line).get("Output", "FAIL") if line.startswith("{") else line
        if re.match(r"goroutine \d+ \[", text):
            in_stack = True
        elif in_stack and re.match(r"(exit status|FAIL|ok|---|===|leak: )", text):
            in_stack = False
        if not in_stack:
            out.append(line)
    return out
