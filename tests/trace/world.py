"""Running a program in this process under options, for tests of what is said about a run."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from minigo.session import Options, Result, Session

SPINNERS = """package main

import (
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			for start := time.Now(); time.Since(start) < 2*time.Millisecond; {
			}
		})
	}
	wg.Wait()
	time.Sleep(3 * time.Millisecond)
}
"""
"""Six goroutines that keep their P busy for 2 ms each."""


def run(folder: Path, text: str, **options: Any) -> tuple[Result, str, str]:
    """The result, stdout and stderr of the program `text`."""
    path = folder / "prog.go"
    path.write_text(text)
    stdout, stderr = io.BytesIO(), io.BytesIO()
    session = Session(Options(**options))
    result = session.run(session.load(str(path)), io.BytesIO(), stdout, stderr)
    return result, stdout.getvalue().decode(), stderr.getvalue().decode()
