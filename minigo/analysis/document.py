"""The report for machines: one JSON document a run, described by docs/report.schema.json.

The document is the same for the same program, options and input: it holds no times of the host and no addresses.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from minigo.analysis.findings import Finding
from minigo.record import fields
from minigo.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = "minigo.report/1"
"""Changes when a reader of the document would have to change; new members alone do not change it."""


def document(
    program: str,
    options: dict[str, Any],
    exit_code: int,
    findings: Iterable[Finding],
    *,
    virtual_ns: int = 0,
    steps: int = 0,
) -> dict[str, Any]:
    """The document. options: what the schedule depends on (seed, gomaxprocs, preempt, engine)."""
    return {
        "schema": SCHEMA,
        "minigo": __version__,
        "program": program,
        **options,
        "exit_code": exit_code,
        "virtual_ns": virtual_ns,
        "steps": steps,
        "findings": [finding_data(finding) for finding in findings],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as the document has it."""
    return {f.name: getattr(finding, f.name) for f in fields(finding)}


def document_text(data: dict[str, Any]) -> str:
    """The document as text; bytes that are no UTF-8 are escaped."""
    return json.dumps(data, indent=2, ensure_ascii=True) + "\n"
