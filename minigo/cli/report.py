"""`minigo run --json`: writes the report for machines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from minigo.analysis.document import document, document_text
from minigo.analysis.findings import COMPILE, Finding
from minigo.cli.console import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minigo.session import Options, Result
    from minigo.source import DiagnosticError


def write_report(
    file: str, program: str, options: Options, code: int, findings: Iterable[Finding], result: Result | None = None
) -> int:
    """Writes the document to `file` (-: stderr). Returns `code`, or 1 when it cannot be written."""
    data = document(
        program,
        {
            "seed": options.seed,
            "gomaxprocs": options.gomaxprocs,
            "preempt": options.preempt,
            "engine": options.engine,
            "args": list(options.args),
        },
        code,
        findings,
        virtual_ns=result.virtual_ns if result is not None else 0,
        steps=result.steps if result is not None else 0,
    )
    text = document_text(data)
    if file == "-":
        sys.stderr.write(text)
        sys.stderr.flush()
        return code
    try:
        with open(file, "w", encoding="utf-8") as out:
            out.write(text)
    except OSError as error:
        say(f"minigo: {file}: {error.strerror}")
        return 1
    return code


def compile_errors(error: DiagnosticError) -> list[Finding]:
    """What the compiler says, each as a finding."""
    found = []
    for diagnostic in error.diagnostics:
        finding = Finding(COMPILE, "", diagnostic.message.split("\n", 1)[0], error.format(diagnostic) + "\n")
        if diagnostic.pos:
            finding.objects = [{"kind": "position", "name": "", "declared": error.position(diagnostic.pos)}]
        found.append(finding)
    return found
