"""What the suite takes from the text of a program, and how it judges the errors that are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.expectations import Reported, complaints, wanted_errors
from tests.conformance.programs import ERRORCHECK, RUN, collect

PROGRAM = """package p
var a = x // ERROR "undefined.*x|no such" "second"
var b = y //// ERROR "not wanted"
var c = z // GC_ERROR "declared at LINE-1"
"""


def test_every_pattern_wants_an_error_on_its_line() -> None:
    wanted = wanted_errors(PROGRAM, "p.go")
    assert [(w.line, w.regexp.pattern) for w in wanted] == [
        (2, "undefined.*x|no such"),
        (2, "second"),
        (4, "declared at p.go:3"),
    ]


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        ([(2, "undefined: x"), (2, "a second one"), (4, "declared at p.go:3")], []),
        ([(2, "undefined: x, second"), (4, "declared at p.go:3")], ["2: missing error 'second'"]),
        (
            [(2, "undefined: x"), (2, "second"), (3, "more"), (4, "declared at p.go:3")],
            ["3: unwanted error: more"],
        ),
        (
            [(2, "undefined: x"), (2, "second"), (4, "declared")],
            ["4: no match for 'declared at LINE-1' in: declared"],
        ),
    ],
)
def test_complaints(reported: list[tuple[int, str]], expected: list[str]) -> None:
    assert complaints(wanted_errors(PROGRAM, "p.go"), [Reported(line, text) for line, text in reported]) == expected


def test_what_counts(tmp_path: Path) -> None:
    programs = {
        "a.go": "// run\n\npackage main\n",
        "b.go": '// run arg1 "two words"\n\npackage main\n\nimport "os"\n',
        "c.go": '// run\n\npackage main\n\nimport (\n\t"fmt"\n\t"unsafe"\n)\n',
        "d.go": '// run\n\npackage main\n\nimport "runtime"\n\nfunc f() { runtime.SetFinalizer(nil, nil) }\n',
        "e.go": '// run\n\npackage main\n\nimport "runtime"\n\n// no runtime.SetFinalizer\nfunc f() { runtime.GC() }\n',
        "f.go": "//go:build windows\n// run\n\npackage main\n",
        "g.go": "// errorcheck -lang=go1.17\n\npackage p\n",
        "h.go": "// errorcheck -0 -m\n\npackage p\n",
        "i.go": '// errorcheck\n\npackage p\n\nimport "unsafe"\n',
        "j.go": "// rundir\n\npackage main\n",
        "k.dir/a.go": "// run\n\npackage main\n",
        "sub/l.go": "// +build linux\n// run\n\npackage main\n",
    }
    for name, text in programs.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = {p.name: (p.kind, p.folder, p.args, p.lang, p.excluded) for p in collect(tmp_path)}
    assert found == {
        "a.go": (RUN, ".", (), None, ""),
        "b.go": (RUN, ".", ("arg1", "two words"), None, ""),
        "c.go": (RUN, ".", (), None, "unsafe"),
        "d.go": (RUN, ".", (), None, "runtime internals"),
        "e.go": (RUN, ".", (), None, ""),
        "f.go": (RUN, ".", (), None, "build constraint"),
        "g.go": (ERRORCHECK, ".", (), "go1.17", ""),
        "h.go": (ERRORCHECK, ".", (), None, "compiler flags -0 -m"),
        "i.go": (ERRORCHECK, ".", (), None, ""),
        "sub/l.go": (RUN, "sub", (), None, ""),
    }
