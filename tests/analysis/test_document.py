"""The report for machines: what it holds, that it fits its schema, and how it is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from minigo.analysis.document import document, document_text
from minigo.analysis.options import Analyses
from minigo.analysis.race.options import RaceOptions
from minigo.cli.commands import cli
from tests.analysis.test_delays import TWO
from tests.analysis.test_explain import AB_BA
from tests.analysis.test_leaks import SENDER
from tests.analysis.world import main_of, run_text

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text())
ALL = Analyses(lock_order=True, starvation=True, collect=True)
RUN = {"args": [], "seed": 0, "gomaxprocs": 4, "preempt": "async", "engine": "compiled"}

RACE = main_of("	n := 0\n	go func() { n++ }()\n	n++\n	time.Sleep(time.Millisecond)")
PROGRAMS: dict[str, tuple[str, dict[str, Any]]] = {
    "deadlock": (AB_BA, {}),
    "goroutine leak": (SENDER, {}),
    "data race": (RACE, {"race": RaceOptions()}),
    "panic": (main_of("	panic(1)"), {}),
    "fatal error": (main_of("	var mu sync.Mutex\n	mu.Unlock()"), {}),
    "limit": (main_of("	for n := 0; ; n++ {\n	}"), {"max_steps": 1000}),
    "starvation": (TWO, {"gomaxprocs": 1}),
}


def of(kind: str) -> dict[str, Any]:
    text, options = PROGRAMS[kind]
    seen = run_text(text, ALL, **options)
    return document("prog.go", RUN, seen.code, seen.findings, virtual_ns=1, steps=1)


@pytest.mark.parametrize("kind", PROGRAMS)
def test_fits_the_schema(kind: str) -> None:
    data = json.loads(document_text(of(kind)))
    jsonschema.validate(data, SCHEMA)
    assert [finding["kind"] for finding in data["findings"]] == [kind]


def test_the_schema_is_strict() -> None:
    data = of("deadlock")
    data["findings"][0]["kind"] = "mood"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_race_and_panic() -> None:
    (race,) = of("data race")["findings"]
    assert race["objects"] == [{"kind": "variable", "name": "n", "declared": "-:12"} | race["objects"][0]]
    assert [stack["title"].split()[0] for stack in race["stacks"]] in (["read", "write"], ["write", "write"])
    (panic,) = of("panic")["findings"]
    assert panic["name"] == "1"
    assert panic["stacks"][0]["frames"][0]["function"] == "main.main"


def test_command(tmp_path: Path) -> None:
    program, report = tmp_path / "prog.go", tmp_path / "report.json"
    program.write_text(AB_BA)
    done = CliRunner().invoke(cli, ["run", "--no-cache", "--json", str(report), str(program)], standalone_mode=False)
    assert done.return_value == 2
    data = json.loads(report.read_text())
    jsonschema.validate(data, SCHEMA)
    assert (data["exit_code"], data["program"], data["findings"][0]["name"]) == (2, str(program), "lock cycle")

    program.write_text("package main\n\nfunc main() { x }\n")
    done = CliRunner().invoke(cli, ["run", "--no-cache", "--json", str(report), str(program)], standalone_mode=False)
    assert done.return_value == 1
    data = json.loads(report.read_text())
    jsonschema.validate(data, SCHEMA)
    assert data["findings"][0]["kind"] == "compile error"
    assert data["findings"][0]["message"] == "undefined: x"

    missing = str(tmp_path / "no" / "report.json")
    done = CliRunner().invoke(cli, ["run", "--no-cache", "--json", missing, str(program)], standalone_mode=False)
    assert done.return_value == 1
    assert "No such file or directory" in done.output


def test_options_of_the_command(tmp_path: Path) -> None:
    program = tmp_path / "prog.go"
    program.write_text(SENDER)

    def run(*options: str) -> tuple[int, str]:
        done = CliRunner().invoke(cli, ["run", "--no-cache", *options, str(program)], standalone_mode=False)
        return done.return_value, done.output

    assert run() == (0, "")
    code, output = run("--check-leaks")
    assert (code, output.count("goroutine leak")) == (0, 1)
    code, output = run("--leaks=error")
    assert (code, output.count("goroutine leak")) == (2, 1)
