"""Kept programs: they run as if they had been loaded anew, whatever part of them was kept, and only while all of their
inputs are as they were."""

from __future__ import annotations

import io
import marshal
from pathlib import Path
from typing import Any

import pytest

from minigo.bundle import fingerprint
from minigo.cache.store import Store
from minigo.engine.restored import Restored
from minigo.programs import Programs
from minigo.session import Loaded, Options, Session, Stored
from minigo.source import DiagnosticError
from tests.corpus import PROGRAMS

OPTIONS = Session()._code_options
"""What entries are named by besides their target, when no option is given."""


@pytest.fixture
def cache(tmp_path: Path) -> Programs:
    return Programs(Store(str(tmp_path / "cache" / "minigo"), str(tmp_path / "data" / "minigo")), fingerprint())


def run(target: Path, cache: Programs | None, **options: Any) -> tuple[Any, ...]:
    """Everything that a run shows, and whether the program was a kept one."""
    session = Session(Options(max_steps=2_000_000, **options), cache)
    out, err = io.BytesIO(), io.BytesIO()
    program = session.load(str(target))
    result = session.run(program, io.BytesIO(b"1 2\n"), out, err, record=True)
    assert result.recorder is not None
    seen = (result.exit_code, out.getvalue(), err.getvalue(), result.recorder.digest(), result.steps)
    return seen, isinstance(program, Stored)


SAMPLE = [
    "failures/deadlock_method_and_generic.go",
    "failures/panic_type_assertion_method.go",
    "failures/panic_values.go",
    "language/generic_types_in_interfaces.go",
    "language/library_in_use.go",
    "language/method_expressions.go",
    "language/range_functions.go",
    "tour/context_cause.go",
    "tour/errors_wrapping.go",
    "tour/ticker.go",
]


@pytest.mark.parametrize("name", SAMPLE)
def test_a_kept_program_does_the_same(name: str, cache: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    target = PROGRAMS / name
    plain, _ = run(target, None)
    assert run(target, cache) == (plain, False)
    with monkeypatch.context() as patch:
        patch.setattr(Session, "check", None)  # nothing is loaded again
        assert run(target, cache) == (plain, True)
    forget(target, cache)
    assert run(target, cache) == (plain, True)
    with monkeypatch.context() as patch:
        patch.setattr(Session, "check", None)  # what was forgotten is there again
        assert run(target, cache) == (plain, True)


def forget(target: Path, cache: Programs) -> None:
    """Remove every other function and all method tables from the image of a program."""
    found = cache.find(str(target), OPTIONS)
    assert found is not None
    inputs, image = found
    for name in sorted(image["code"])[::2]:
        del image["code"][name]
    image["methods"].clear()
    cache.keep(str(target), OPTIONS, inputs, image)


GROWING = """package main

import (
	"fmt"
	"os"
	"strings"
)

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

type list[T any] []T

func (l list[T]) String() string { return strings.Repeat("x", len(l)) }

func rare() {
	type local struct{ a, b int }
	var s shape = square{3}
	fmt.Println(s.area(), list[local]{{1, 2}, {3, 4}}, map[local]string{{1, 2}: "y"})
	defer func() { fmt.Println("recovered:", recover()) }()
	var none *square
	fmt.Println(none.side)
}

func main() {
	fmt.Println(square{2}, len(os.Args))
	if len(os.Args) > 1 {
		rare()
		fmt.Println(list[int]{1, 2, 3})
	}
}
"""


def test_an_image_grows_by_what_a_run_needs(tmp_path: Path, cache: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.go"
    target.write_text(GROWING)
    more, _ = run(target, None, args=("more",))
    assert run(target, cache)[1] is False
    grown = []
    extend = Restored.extend_image
    monkeypatch.setattr(Restored, "extend_image", lambda self: (grown.append(self), extend(self)))
    assert run(target, cache, args=("more",)) == (more, True)
    assert len(grown) == 1
    assert run(target, cache, args=("more",)) == (more, True)
    assert run(target, cache)[1] is True
    assert len(grown) == 1


def test_a_program_that_changes_while_it_runs_stays_what_it_was(tmp_path: Path, cache: Programs) -> None:
    target = tmp_path / "x.go"
    target.write_text(GROWING)
    more, _ = run(target, None, args=("more",))
    run(target, cache)
    session = Session(Options(max_steps=2_000_000, args=("more",)), cache)
    program = session.load(str(target))
    target.write_text("package main\n\nfunc main() {}\n")
    out, err = io.BytesIO(), io.BytesIO()
    session.run(program, io.BytesIO(), out, err)
    assert (out.getvalue(), err.getvalue()) == more[1:3]
    target.write_text(GROWING)
    assert run(target, cache, args=("more",)) == (more, True)


def module(folder: Path) -> Path:
    """A module of two packages; what it prints tells what it was made of."""
    (folder / "p").mkdir(parents=True)
    (folder / "go.mod").write_text("module m\n\ngo 1.22\n")
    (folder / "main.go").write_text('package main\n\nimport "m/p"\n\nfunc main() { println(p.F(), loop()) }\n')
    (folder / "loop.go").write_text(
        "package main\n\nfunc loop() int {\n\tvar f func() int\n\tfor i := 0; i < 3; i++ {\n\t\tif i == 0 {\n"
        "\t\t\tf = func() int { return i }\n\t\t}\n\t}\n\treturn f()\n}\n"
    )
    (folder / "p" / "p.go").write_text("package p\n\nfunc F() int { return 1 }\n")
    return folder


def printed(folder: Path, cache: Programs, **options: Any) -> tuple[str, bool]:
    seen, kept = run(folder, cache, **options)
    return seen[2].decode().strip(), kept


def test_every_input_counts(tmp_path: Path, cache: Programs) -> None:
    folder = module(tmp_path / "m")
    assert printed(folder, cache) == ("1 0", False)
    assert printed(folder, cache) == ("1 0", True)
    (folder / "p" / "p.go").write_text("package p\n\nfunc F() int { return 2 }\n")
    assert printed(folder, cache) == ("2 0", False)
    (folder / "go.mod").write_text("module m\n\ngo 1.21\n")
    assert printed(folder, cache) == ("2 3", False)
    assert printed(folder, cache, lang="go1.22") == ("2 0", False)
    assert printed(folder, cache) == ("2 3", True)
    (folder / "p" / "q.go").write_text('package p\n\nfunc init() { println("q") }\n')
    assert printed(folder, cache) == ("q\n2 3", False)
    (folder / "p" / "q.go").write_text('//go:build ignore\n\npackage p\n\nfunc init() { println("q") }\n')
    assert printed(folder, cache) == ("2 3", False)
    (folder / "p" / "q.go").unlink()
    assert printed(folder, cache) == ("2 3", False)
    (folder / "p" / "go.mod").write_text("module other\n")
    with pytest.raises(Exception, match="diagnostics"):
        run(folder, cache)
    (folder / "p" / "go.mod").unlink()
    assert printed(folder, cache)[0] == "2 3"


def test_a_go_mod_further_up_counts(tmp_path: Path, cache: Programs) -> None:
    folder = module(tmp_path / "m")
    for name in ("go.mod", "main.go"):
        (folder / name).unlink()
    (folder / "main.go").write_text("package main\n\nfunc main() { println(loop()) }\n")
    assert printed(folder, cache) == ("0", False)
    assert printed(folder, cache) == ("0", True)
    (tmp_path / "go.mod").write_text("module m\n\ngo 1.20\n")
    assert printed(folder, cache) == ("3", False)


def test_same_name_other_content(tmp_path: Path, cache: Programs) -> None:
    target = tmp_path / "x.go"
    for text in ("one", "two", "one"):
        target.write_text(f'package main\n\nfunc main() {{ println("{text}") }}\n')
        seen, kept = run(target, cache)
        assert (seen[2], kept) == (f"{text}\n".encode(), False)


def test_another_minigo_does_not_see_it(tmp_path: Path, cache: Programs) -> None:
    target = tmp_path / "x.go"
    target.write_text("package main\n\nfunc main() {}\n")
    run(target, cache)
    assert cache.find(str(target), OPTIONS) is not None
    assert Programs(cache._store, "0").find(str(target), OPTIONS) is None
    # A minigo that was changed while it ran keeps nothing.
    changed = Programs(cache._store, "1")
    run(target, changed)
    assert changed.find(str(target), OPTIONS) is None


def test_errors_are_told_every_time(tmp_path: Path, cache: Programs) -> None:
    target = tmp_path / "x.go"
    target.write_text("package main\n\nfunc main() { x := 1 }\n")
    for _ in range(2):
        with pytest.raises(DiagnosticError) as error:
            run(target, cache)
        assert Session().format_diagnostics(error.value) == [
            f"{Session().display_name(target)}:3:15: declared and not used: x"
        ]
    warnings = [Session(Options(allow_unused=True), cache).load(str(target)).warnings for _ in range(2)]
    assert len(warnings[0]) == len(warnings[1]) == 1


def test_the_walker_needs_no_image(tmp_path: Path, cache: Programs) -> None:
    target = tmp_path / "x.go"
    target.write_text(GROWING)
    compiled, _ = run(target, cache)
    assert run(target, cache, engine="walk") == (compiled, False)


def test_library_packages_are_parsed_once(tmp_path: Path, cache: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "one.go", tmp_path / "other.go"
    one.write_text(GROWING)
    other.write_text('package main\n\nimport "strings"\n\nfunc main() { println(strings.ToUpper("x")) }\n')
    monkeypatch.setattr("minigo.stdlib.importer._parsed", {})
    run(one, cache)
    monkeypatch.setattr("minigo.stdlib.importer._parsed", {})  # as in another process
    monkeypatch.setattr("minigo.stdlib.importer.parse", None)
    seen, kept = run(other, cache)
    assert (seen[2], kept) == (b"X\n", False)
    kept_packages = {name.split("-")[1] for name, _, _ in cache._store.entries() if name.startswith("library-")}
    assert "strings" in kept_packages
    assert "context" not in kept_packages


EVIL = b"cos\nsystem\n(S'touch evil'\ntR."
"""A pickle that runs a command."""


def test_trees_can_hold_nothing_but_nodes(tmp_path: Path, cache: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even an entry that has the right digest."""
    monkeypatch.chdir(tmp_path)
    trees = cache.trees()
    cache._store.put(trees._name("errors"), EVIL)
    assert trees.get("errors", []) is None
    assert not Path("evil").exists()


def test_an_image_is_data(tmp_path: Path, cache: Programs) -> None:
    target = tmp_path / "x.go"
    target.write_text(GROWING)
    session = Session(Options(), cache)
    program = session.load(str(target))
    assert isinstance(program, Loaded)
    session.run(program, io.BytesIO(), io.BytesIO(), io.BytesIO())
    content = cache._store.get(cache._name(str(target), OPTIONS))
    assert content is not None
    evidence, image = marshal.loads(content)
    assert [(question, path) for question, path, _ in evidence if question == "read"] == [("read", str(target))]
    assert {"f:main.main", "f:main.square.area"} & set(image["code"]) == {"f:main.main"}
