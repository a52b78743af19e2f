"""The pytest plugin: what it collects with --minigo, and how failures show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FILES = {
    "a_test.go": """package a

import (
	"fmt"
	"testing"
)

func TestGood(t *testing.T) {}

func TestBad(t *testing.T) { t.Error("it fails") }

func ExampleA() {
	fmt.Println("x")
	// Output: x
}
""",
    "good.go": 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(1) }\n',
    "good.out": "1\n",
    "differs.go": 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(2) }\n',
    "differs.out": "3\n",
    "plain.go": "package main\n\nfunc main() {}\n",
}


def run_pytest(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "minigo.pytest_plugin", "-p", "no:cacheprovider", "-v", *args, "."]
    # Where minigo is installed its entry point would load the plugin a second time.
    env = {"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "go").mkdir()
    for name, text in FILES.items():
        # Programs lie in folders of their own: the tests' package is called a.
        path = tmp_path / ("go" if name.startswith("a_") else "golden") / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_collects_and_runs(folder: Path) -> None:
    done = run_pytest(folder, "--minigo", "--minigo-seeds=2")
    assert done.returncode == 1, done.stdout
    for line in (
        "go/a_test.go::TestGood PASSED",
        "go/a_test.go::TestBad FAILED",
        "go/a_test.go::ExampleA PASSED",
        "golden/good.go::good PASSED",
        "golden/differs.go::differs FAILED",
    ):
        assert line in done.stdout
    assert "    a_test.go:10: it fails" in done.stdout
    assert "-3\n+2\n" in done.stdout
    assert "plain" not in done.stdout
    assert "2 failed, 3 passed" in done.stdout


def test_only_when_asked(folder: Path) -> None:
    done = run_pytest(folder)
    assert done.returncode == 5
    assert "collected 0 items" in done.stdout
