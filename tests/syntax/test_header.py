"""Mistakes in the head of a file are told as the go command tells them; what it printed stands beside the programs."""

from __future__ import annotations

import pytest

from minigo.source import FileSet
from minigo.syntax.header import header_error

WRONG = {
    "pakage main\n": "1:1: expected 'package', found pakage",
    "func main() {}\n": "1:1: expected 'package', found 'func'",
    'import "fmt"\n': "1:1: expected 'package', found 'import'",
    "// only a comment\n": "1:19: expected 'package', found 'EOF'",
    "package\n\nfunc main() {}\n": "3:1: expected 'IDENT', found 'func'",
    'package "main"\n': "1:9: expected 'IDENT', found \"main\"",
    "package main\n/* x\n": "2:1: comment not terminated",
    "package main\n\nimport fmt\n": "3:11: missing import path",
    "package main;import fmt\n": "1:24: missing import path",
    'package main\n\nimport = "fmt"\n': "3:8: missing import path",
    'package main\n\nimport f.g "fmt"\n': "3:9: missing import path",
    "package main\n\nimport 'fmt'\n": "3:8: illegal rune literal",
    'package main\n\nimport "fmt\n': "3:8: string literal not terminated",
    'package main\n\nimport (\n\t"fmt"\n\tos\n)\n': "5:4: missing import path",
    'package main\n\nimport (\n\t"fmt",\n\t"os"\n)\n': "4:7: expected ';', found ','",
    'package main\n\nimport (\n\t"fmt"\n\nfunc main() {}\n': "6:1: missing import path",
    'package main\n\nimport ("fmt" "os")\n': "3:15: expected ';', found \"os\"",
    'package main\n\nimport (\n\t5\n\t"os"\n)\n': "4:2: import path must be a string",
}
RIGHT = (
    'package main\n\nimport "fmt" "os"\n',
    "package main main\n",
    "package main.x\n",
    'package main\n\nimport "fmt"; import "os"\n\n#\n',
    "package main\n\n#include <stdio.h>\n",
    'package main\n\nimport "fmt" as f\n',
    "package main\n\nimport `fmt`\n\nfunc main() { ?",
    'package main // c\n\nimport (\n\t. "fmt" /* d */ ; _ "os"\n)\n\nvar s = "x\n',
)
"""The compiler tells what is wrong with these."""


@pytest.mark.parametrize("text", WRONG)
def test_wrong(text: str) -> None:
    fset = FileSet()
    error = header_error(fset.add("x.go", "/x.go", text))
    assert error is not None
    assert f"{fset.format(error.pos)}: {error.message}" == f"x.go:{WRONG[text]}"


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert header_error(FileSet().add("x.go", "/x.go", text)) is None
