"""A fixed sample of the fuzzer's programs, and all that it ever found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.campaign import Worker, campaign, reduce
from tests.fuzz.corpus import correct_programs, tokens, wrong_programs
from tests.fuzz.generate import PRELUDE, grammar_programs, mutated, noisy
from tests.fuzz.harness import Harness, Outcome
from tests.fuzz.library import calling

REGRESSIONS = sorted((Path(__file__).parent / "regressions").glob("*.go"))
SAMPLE = 60
ANSWER = "input()\nprint('[\"ran\"]', flush=True)\n"
"""A worker that answers the first program."""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.mark.parametrize("path", REGRESSIONS, ids=lambda path: path.stem)
def test_regression(path: Path, worker: Worker) -> None:
    outcome = worker.run(path.read_bytes().decode("utf-8", "surrogateescape"))
    assert outcome.status in ("ran", "rejected"), f"{outcome.signature}\n{outcome.details}"


def test_mutations(worker: Worker) -> None:
    seen = set()
    for number in range(SAMPLE):
        outcome = worker.run(mutated(Random(number)))
        assert outcome.status != "failed", f"{number}: {outcome.signature}\n{outcome.details}"
        seen.add(outcome.status)
    assert {"ran", "rejected"} <= seen


def test_noise(worker: Worker) -> None:
    for number in range(20):
        outcome = worker.run(noisy(Random(number)))
        assert outcome.status in ("ran", "rejected"), f"{number}: {outcome.signature}\n{outcome.details}"


def test_calls_of_the_library(worker: Worker) -> None:
    for number in range(30):
        outcome = worker.run(calling(Random(number)))
        assert outcome.status == "ran", f"{number}: {outcome.signature}\n{outcome.details}"


def test_programs_from_the_grammar() -> None:
    report = campaign(grammar_programs(), 30, 0)
    assert not report.findings, report.findings[0].outcome.signature
    assert sum(report.counts.values()) >= 30


# ---------------------------------------------------------------- the fuzzer itself


def test_the_tokens_are_the_program() -> None:
    for text in [*correct_programs(), *wrong_programs()]:
        assert "".join(tokens(text)) == text


def test_the_prelude_compiles() -> None:
    assert Harness().run(PRELUDE + "func main() {}\n").status == "ran"


def test_a_failure_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr("tests.fuzz.harness.lower_program", broken)
    outcome = Harness().run(PRELUDE + "func main() {}\n")
    assert (outcome.status, outcome.signature) == ("failed", "KeyError at outside")
    assert "broken" in outcome.details


def test_a_failure_is_made_small() -> None:
    class Stub(Worker):
        def run(self, text: str) -> Outcome:
            return Outcome("failed", "x" if "needle" in text else "y")

    text = "".join(f"line {i} of many\n" for i in range(40)) + "a needle here\n" + "more\n" * 30
    assert reduce(text, "x", Stub()) == "needle"


def test_a_program_that_hangs_the_worker_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.campaign.WORKER", f"{ANSWER}while True: pass")
    monkeypatch.setattr("tests.fuzz.campaign.HANG", 0.2)
    worker = Worker()
    assert worker.run("package main") == Outcome("failed", "hang", "took more than 0.2 s")
    worker.close()


def test_a_worker_that_dies_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.campaign.WORKER", f"{ANSWER}raise SystemExit('last')")
    worker = Worker()
    outcome = worker.run("package main")
    assert (outcome.status, outcome.signature) == ("failed", "the process died with 1")
    assert outcome.details == "last\n"
    worker.close()


def test_memory(worker: Worker) -> None:
    hungry = 'package main\n\nimport "strings"\n\nfunc main() { println(len(strings.Repeat("1", 1<<32))) }\n'
    assert worker.run(hungry).status == "memory"
    assert worker.process is None
    assert worker.run("package main\n\nfunc main() {}\n").status == "ran"
