"""The engines by name, and linking: a lowered program and a run become something that can be executed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.engine.compiler import Compiled
from minigo.engine.walker import Walker

if TYPE_CHECKING:
    from minigo.core.nodes import Program
    from minigo.engine.linker import Linked
    from minigo.runtime.run import Run
    from minigo.source import FileSet
    from minigo.types.objects import Package

ENGINES: dict[str, type[Linked]] = {"compiled": Compiled, "walk": Walker}


def link(
    program: Program,
    run: Run,
    files: FileSet,
    engine: str = "compiled",
    runtime: Package | None = None,
    opt: int = 1,
) -> Linked:
    """Links `program` for one run, and sets the hooks of `run`.

    `files` are the program's; `runtime` is the checked package runtime, whose types the runtime's own panics have;
    `opt` tells the compiler how much to do for speed: 0 or 1. Raises KeyError for an unknown engine.
    """
    return ENGINES[engine](program, run, files, runtime, opt)
