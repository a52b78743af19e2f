"""Which functions of the test files are tests, benchmarks, fuzz tests and examples, and what examples are to print.

The rules are those of `go test`: TestXxx(*testing.T) and its kin, where Xxx does not begin with a lowercase letter; an
example runs when the last comment of its body begins with "Output:" or "Unordered output:".
"""

from __future__ import annotations

import re

from minigo.record import field, record
from minigo.source import Pos, make_pos, pos_column, pos_file, pos_line
from minigo.syntax import ast

_PARAMETERS = {"Test": ("t", "T"), "Benchmark": ("b", "B"), "Fuzz": ("f", "F")}

_TOKEN = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)|`[^`]*`|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|(?P<brace>[{}])", re.DOTALL
)
_OUTPUT = re.compile(r"\s*(unordered )?output:", re.IGNORECASE)


@record(slots=True, frozen=True)
class Example:
    """An example with the output that it must have, in any order of lines if `unordered`."""

    name: str
    output: str
    unordered: bool


@record(slots=True)
class TestFunctions:
    """The functions of some test files, in source order. `main`: there is a TestMain. `errors`: what is wrong, with the
    place."""

    __test__ = False

    tests: list[str] = field(default_factory=list)
    benchmarks: list[str] = field(default_factory=list)
    fuzz_tests: list[str] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    main: bool = False
    errors: list[tuple[Pos, str]] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether the main program of the test refers to the package."""
        return bool(self.tests or self.benchmarks or self.fuzz_tests or self.examples or self.main)


def test_functions(trees: list[ast.SourceFile]) -> TestFunctions:
    """The functions of these test files."""
    found = TestFunctions()
    for tree in trees:
        for decl in tree.decls:
            if isinstance(decl, ast.FuncDecl) and decl.recv is None:
                _classify(decl, tree, found)
    return found


test_functions.__test__ = False  # type: ignore[attr-defined]


def _classify(decl: ast.FuncDecl, tree: ast.SourceFile, found: TestFunctions) -> None:
    name = decl.name.name
    if name == "TestMain":
        if _takes(decl, "T", "M"):
            if _takes(decl, "M"):
                found.main = True
                return
        else:
            found.errors.append((decl.pos, _signature_error(name, "m", "M")))
            return
    for prefix, (variable, kind) in _PARAMETERS.items():
        if is_test_name(name, prefix):
            if not _takes(decl, kind) or decl.type.type_params is not None:
                found.errors.append((decl.pos, _signature_error(name, variable, kind)))
            else:
                {"T": found.tests, "B": found.benchmarks, "F": found.fuzz_tests}[kind].append(name)
            return
    if is_test_name(name, "Example") and not decl.type.params.fields and decl.body is not None:
        example = _example(name, decl.body, tree)
        if example is not None:
            found.examples.append(example)


def _signature_error(name: str, variable: str, kind: str) -> str:
    return f"wrong signature for {name}, must be: func {name}({variable} *testing.{kind})"


def is_test_name(name: str, prefix: str) -> bool:
    """Whether `name` is the prefix alone, or followed by something that is no lowercase letter."""
    if not name.startswith(prefix):
        return False
    rest = name[len(prefix) :]
    return not rest or not rest[0].islower()


def _takes(decl: ast.FuncDecl, *kinds: str) -> bool:
    """Whether the function takes one parameter, a pointer to a type of one of these names, and returns nothing."""
    params = decl.type.params.fields
    if decl.type.results is not None and decl.type.results.fields:
        return False
    if len(params) != 1 or len(params[0].names) > 1 or not isinstance(params[0].type, ast.StarExpr):
        return False
    pointee = params[0].type.x
    if isinstance(pointee, ast.Ident):
        return pointee.name in kinds
    return isinstance(pointee, ast.SelectorExpr) and pointee.sel.name in kinds


# ---------------------------------------------------------------- what examples print


def _example(name: str, body: ast.BlockStmt, tree: ast.SourceFile) -> Example | None:
    """The example with the output that its last comment asks for; None if there is no such comment."""
    groups = _groups(_text_from(tree.source.text, body.pos))
    comment = _comment_text(groups[-1][1]) if groups else ""
    match = _OUTPUT.match(comment)
    if match is None:
        return None
    output = comment[match.end() :].lstrip(" ")
    return Example(name, output.removeprefix("\n"), match[1] is not None)


def _text_from(text: str, pos: Pos) -> str:
    start = 0
    for _ in range(pos_line(pos) - 1):
        start = text.index("\n", start) + 1
    # Columns count bytes.
    before = text[start:].encode("utf-8", "surrogateescape")[: pos_column(pos) - 1]
    return text[start + len(before.decode("utf-8", "surrogateescape")) :]


def comment_groups(tree: ast.SourceFile, body: Pos) -> list[tuple[Pos, str]]:
    """The groups of comments in the block that begins at `body`, with the places where they begin."""
    text = _text_from(tree.source.text, body)
    found = []
    for start, group in _groups(text):
        before = text[:start]
        line = pos_line(body) + before.count("\n")
        column = len(before[before.rfind("\n") + 1 :].encode("utf-8", "surrogateescape")) + 1
        if line == pos_line(body):
            column += pos_column(body) - 1
        found.append((make_pos(pos_file(body), line, column), _comment_text(group)))
    return found


def is_output_comment(text: str) -> bool:
    """Whether a comment says what an example prints."""
    return _OUTPUT.match(text) is not None


def _groups(text: str) -> list[tuple[int, list[str]]]:
    """The groups of comments in the block that `text` begins with: where each begins, and its comments."""
    depth = 0
    groups: list[tuple[int, list[str]]] = []
    end = 0
    for token in _TOKEN.finditer(text):
        if token["brace"] == "{":
            depth += 1
        elif token["brace"] == "}":
            depth -= 1
            if depth == 0:
                break
        elif token["comment"]:
            between = text[end : token.start()]
            if not groups or between.strip() or between.count("\n") > 1:
                groups.append((token.start(), []))
            groups[-1][1].append(token["comment"])
            end = token.end()
    return groups


def _comment_text(group: list[str]) -> str:
    """The text of comments without their marks: one leading space, trailing space and outer blank lines are dropped."""
    lines: list[str] = []
    for comment in group:
        if comment.startswith("//"):
            lines.append(comment[2:].removeprefix(" "))
        else:
            lines += comment[2:-2].split("\n")
    kept: list[str] = []
    for line in (line.rstrip() for line in lines):
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "".join(line + "\n" for line in kept)
