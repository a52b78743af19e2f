"""A limit ends the program with one line that names it, where every goroutine stood, and exit code 124."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from minigo import hostmemory
from tests.trace.world import run

HEAD = 'package main\n\nimport "fmt"\n\nfunc wait(c chan int) { <-c }\n\nfunc main() {\n\tfmt.Print("begin\\n")\n'
HEAD += '\tdefer fmt.Println("deferred")\n\tc := make(chan int)\n\tgo wait(c)\n'
PROGRAMS: dict[str, tuple[dict[str, Any], str, str]] = {
    "goroutines": (
        {"max_goroutines": 3},
        "\tfor {\n\t\tgo wait(c)\n\t}\n}\n",
        "stopped at more than 3 goroutines (--max-goroutines)",
    ),
    "steps": ({"max_steps": 5000}, "\tfor {\n\t}\n}\n", "stopped after 5,000 steps (--max-steps)"),
    "output": (
        {"max_output": 10},
        "\tfor {\n\t\tfmt.Println(1)\n\t}\n}\n",
        "stopped after 10 bytes of output (--max-output)",
    ),
    "timeout": ({"timeout": 0.01}, "\tfor n := 0; ; n++ {\n\t}\n}\n", "timed out after 0.01 s (--timeout)"),
    "memory": (
        {"max_memory": 20 << 20},
        "\tvar all [][]string\n\tfor n := 0; ; n++ {\n\t\tall = append(all, make([]string, 10000))\n\t}\n}\n",
        "stopped at more than 20,971,520 bytes of memory (--max-memory)",
    ),
    "one large object": (
        {"max_memory": 20 << 20},
        "\tprintln(len(make([]int, 1<<31)))\n}\n",
        "stopped at more than 20,971,520 bytes of memory (--max-memory)",
    ),
}


@pytest.mark.parametrize("engine", ["compiled", "walk"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_limit(tmp_path: Path, name: str, engine: str) -> None:
    options, rest, words = PROGRAMS[name]
    if "max_memory" in options and not hostmemory.supported():
        pytest.skip("this system does not tell what a process uses")
    result, stdout, stderr = run(tmp_path, HEAD + rest, engine=engine, gomaxprocs=1, **options)
    assert result.exit_code == 124
    assert stdout == "begin\n" + ("1\n1\n" if name == "output" else "")
    first, _, dump = stderr.partition("\n\n")
    assert first.startswith(f"minigo: {words}, at ")
    assert dump.startswith("goroutine 1 [")
    assert "main.main()\n\t" in dump
    assert "\n\ngoroutine 2 [" in dump
    assert "main.wait(...)" in dump
    assert dump.count("goroutine 1 [") == 1
    assert "goroutine 4" not in dump


def test_a_line_that_is_cut_is_ended(tmp_path: Path) -> None:
    result, stdout, stderr = run(tmp_path, HEAD + '\tfmt.Print("abcdef")\n}\n', max_output=9)
    assert (result.exit_code, stdout) == (124, "begin\nabc")
    assert stderr.startswith("\nminigo: stopped after 9 bytes of output")


def test_reaching_a_limit_is_allowed(tmp_path: Path) -> None:
    result, stdout, _ = run(tmp_path, HEAD + "}\n", max_output=15, max_goroutines=2, max_memory=1 << 30)
    assert (result.exit_code, stdout) == (0, "begin\ndeferred\n")


@pytest.mark.skipif(not hostmemory.supported(), reason="this system does not tell what a process uses")
def test_the_report_may_need_more_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostmemory, "SLACK", 0)
    result, stdout, stderr = run(tmp_path, HEAD + "\tfor {\n\t\tgo wait(c)\n\t}\n}\n", max_memory=24 << 20)
    assert (result.exit_code, stdout) == (124, "begin\n")
    assert stderr.count("main.wait(...)") > 1000
