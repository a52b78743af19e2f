"""The engines by name, and linking: a lowered program and a run become something that can be executed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minigo.core.nodes import Program
    from minigo.engine.linker import Linked
    from minigo.runtime.run import Run
    from minigo.source import FileSet
    from minigo.types.objects import Package


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
    return _engine(engine)(program, run, files, runtime, opt)


def _engine(name: str) -> type[Linked]:
    """An engine, which is imported only when it is used."""
    if name == "compiled":
        from minigo.engine.compiler import Compiled

        return Compiled
    if name == "walk":
        from minigo.engine.walker import Walker

        return Walker
    raise KeyError(name)
