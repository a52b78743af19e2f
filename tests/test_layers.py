"""The architecture as a test: a package imports only packages below it, and no package has an import cycle inside."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "minigo"

# From the ground up: a layer may import itself and what stands before it.
LAYERS = [
    "version",
    "record",
    "source",
    "digests",
    "inputs",
    "cache",
    "bundle",
    "unidata",
    "syntax",
    "types",
    "check",
    "core",
    "runtime",
    "runtime.sched",
    "engine",
    "stdlib",
    "analysis",
    "trace",
    "hostmemory",
    "buildtags",
    "load",
    "gomod",
    "modules",
    "programs",
    "options",
    "session",
    "compare",
    "gotest",
    "vet",
    "golden",
    "api",
    "cli",
    "pytest_plugin",
    "__main__",
]

# Imported only inside functions: start-up time counts.
LAZY = {"rich", "lark"}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = list(path.relative_to(ROOT.parent).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        found[".".join(parts)] = path
    return found


MODULES = modules()


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imports(name: str, *, top_level_only: bool = False) -> set[str]:
    """The modules that `name` imports at run time, imports for type checking left out."""
    found: set[str] = set()
    todo: list[ast.AST] = [ast.parse(MODULES[name].read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        if is_type_checking(node):
            continue
        if top_level_only and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import"
            module = node.module or ""
            for alias in node.names:
                qualified = f"{module}.{alias.name}"
                found.add(qualified if qualified in MODULES else module)
        todo.extend(ast.iter_child_nodes(node))
    return found


def layer(module: str) -> str | None:
    """The layer of a module of minigo: the longest name in LAYERS that is a prefix of it."""
    if module == "minigo":
        return None
    rest = module.removeprefix("minigo.")
    matches = [name for name in LAYERS if rest == name or rest.startswith(name + ".")]
    assert matches, f"{module} belongs to no layer"
    return max(matches, key=len)


@pytest.mark.parametrize("name", [m for m in MODULES if m != "minigo"])
def test_imports_go_down(name: str) -> None:
    own = layer(name)
    assert own is not None
    for imported in imports(name):
        if not imported.startswith("minigo."):
            continue
        other = layer(imported)
        assert other is not None
        assert LAYERS.index(other) <= LAYERS.index(own), f"{name} ({own}) imports {imported} ({other})"


def test_no_cycles() -> None:
    graph = {name: {i for i in imports(name) if i in MODULES} for name in MODULES}
    state: dict[str, str] = {}

    def visit(name: str, path: list[str]) -> None:
        if state.get(name) == "done":
            return
        assert state.get(name) != "active", f"import cycle: {' -> '.join([*path, name])}"
        state[name] = "active"
        for imported in sorted(graph[name]):
            visit(imported, [*path, name])
        state[name] = "done"

    for name in MODULES:
        visit(name, [])


@pytest.mark.parametrize("name", list(MODULES))
def test_heavy_packages_are_imported_lazily(name: str) -> None:
    if name.startswith("minigo.syntax."):
        pytest.skip("the syntax layer is itself imported lazily")
    heavy = {i.split(".")[0] for i in imports(name, top_level_only=True)} & LAZY
    assert not heavy, f"{name} imports {heavy} at top level"


@pytest.mark.parametrize("name", list(MODULES))
def test_a_file_says_what_it_holds(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), f"{name} has no docstring"
