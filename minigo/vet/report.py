"""The findings as `go vet -json` writes them: a JSON object for each package, by check, with absolute file names."""

from __future__ import annotations

import json

from minigo.source import pos_column, pos_line
from minigo.vet.load import Unit


def json_report(unit: Unit) -> str:
    """The object of one package. Places and messages only: minigo proposes no edits."""
    by_check: dict[str, list[dict[str, str]]] = {}
    for f in unit.findings:
        place = f"{unit.files.file(f.pos).path}:{pos_line(f.pos)}:{pos_column(f.pos)}"
        by_check.setdefault(f.check, []).append({"posn": place, "message": f.message})
    report = {unit.shown: dict(sorted(by_check.items()))} if by_check else {}
    return json.dumps(report, indent="\t", ensure_ascii=False) + "\n"
