"""Sends one program through parser, checker, lowering and both engines, in a process of its own kind: see worker.py.

The outcome is a line: `rejected` (it does not compile), `ran`, or what went wrong. A failure is told from others by the
kind of error and where in minigo it came up, so that it is reported once.
"""

from __future__ import annotations

import io
import traceback
from dataclasses import dataclass
from pathlib import Path

from minigo.check import check_package
from minigo.core.lower import lower_program
from minigo.session import Loaded, Options, Session
from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter
from minigo.stdlib.registry import load_natives
from minigo.syntax.parser import parse
from tests.core.verify import verify

MINIGO = Path(__file__).parents[2] / "minigo"

MAX_STEPS = 20_000
MAX_OUTPUT = 1 << 16
"""Bytes of stdout and of stderr that are kept and compared."""


class Output(io.BytesIO):
    """Keeps the first bytes of what is written to it."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() < MAX_OUTPUT:
            super().write(data[: MAX_OUTPUT - self.tell()])
        return len(data)


@dataclass(slots=True)
class Outcome:
    """`status` is rejected, ran or failed; `signature` tells failures apart; `details` is for people."""

    status: str
    signature: str = ""
    details: str = ""


class Harness:
    """Runs programs one after the other; the library's packages are checked once for all of them."""

    def __init__(self) -> None:
        self.files = FileSet()
        self.library = LibraryImporter(self.files)
        self.library.import_package("runtime")

    def run(self, text: str) -> Outcome:
        """Send a program through everything. Raises nothing but KeyboardInterrupt and MemoryError."""
        try:
            return self._run(text)
        except MemoryError:
            raise
        except (Exception, RecursionError) as error:
            return Outcome("failed", signature(error), "".join(traceback.format_exception(error))[-6000:])

    def _run(self, text: str) -> Outcome:
        loaded = self._load(text)
        if loaded is None:
            return Outcome("rejected")
        results = []
        for engine in ("compiled", "walk"):
            if engine == "walk":
                loaded = self._load(text)
                assert loaded is not None
            stdout, stderr = Output(), Output()
            session = Session(Options(engine=engine, max_steps=MAX_STEPS, timeout=60))
            result = session.run(loaded, io.BytesIO(b"1 2 three\n"), stdout, stderr, record=True)
            assert result.recorder is not None
            report = stderr.getvalue()
            if b"internal error" in report:
                return Outcome("failed", "report of an internal error", report.decode("utf-8", "replace"))
            if b"fatal error: runtime: out of memory" in report:  # where that strikes is the host's affair
                raise MemoryError
            results.append((result.exit_code, stdout.getvalue(), report, result.recorder.digest()))
        if results[0] != results[1]:
            what = [name for name, x, y in zip(("code", "stdout", "stderr", "events"), *results, strict=True) if x != y]
            return Outcome("failed", f"engines differ: {' '.join(what)}", f"{results[0]}\n{results[1]}")
        return Outcome("ran")

    def _load(self, text: str) -> Loaded | None:
        """The lowered and verified program, None if it does not compile."""
        file = self.files.add("./prog.go", "/prog.go", text)
        tree, errors = parse(file)
        if tree is None or any(error.message.startswith("syntax error") for error in errors):
            assert errors, "no tree and no error"
            return None
        result = check_package([tree], tree.package.name, self.files, self.library, allow_unused=True)
        if errors or result.reported or tree.package.name != "main":
            for error in [*errors, *result.reported]:
                self.files.format(error.pos)
            return None
        load_natives(list(self.library.packages))
        program = lower_program([*self.library.packages.values(), result], "main", self.files)
        done: set[str] = set()
        while todo := [s for s in program.functions if s.startswith("main.") and s not in done]:
            for symbol in todo:
                done.add(symbol)
                verify(program.functions[symbol].complete())
        runtime = self.library.packages["runtime"].package
        return Loaded(program, list(self.library.packages), self.files, "prog.go", runtime, [], None)


def signature(error: BaseException) -> str:
    """The kind of an exception and the innermost place in minigo (or the verifier) that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if f.filename.startswith(str(MINIGO)) or f.filename.endswith("verify.py")]
    if isinstance(error, RecursionError) and own:
        return f"{type(error).__name__} in {Path(own[-1].filename).name}"
    where = f"{Path(own[-1].filename).name}:{own[-1].name}:{own[-1].lineno}" if own else "outside"
    return f"{type(error).__name__} at {where}"
