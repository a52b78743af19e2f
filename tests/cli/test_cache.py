"""The cache as a user meets it: warm runs import little, `minigo cache`, `--no-cache`, and what others planted."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minigo.cli.main import plain_run
from minigo.cli.run import run as run_command
from minigo.session import Options

ROOT = Path(__file__).resolve().parents[2]
HELLO = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n'

LOADED = """
import sys
from minigo.cli import main
try:
    main.main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
"""Runs minigo and tells which modules it imported."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a program in it."""
    (tmp_path / "hello.go").write_text(HELLO)
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    """The environment in which the cache lies in `home`."""
    left_out = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "GOMAXPROCS")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "PYTHONPATH": str(ROOT), "HOME": str(home)}


def minigo(home: Path, *args: str, code: str = "from minigo.cli.main import main; main()") -> tuple[int, str, str]:
    command = [sys.executable, "-c", code, *args]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=home, env=environment(home), timeout=120, check=False
    )
    return done.returncode, done.stdout, done.stderr


def entries(home: Path) -> dict[str, Path]:
    """The entries by the first word of their names."""
    return {path.name.split("-")[0]: path for path in (home / ".cache" / "minigo").glob("*.entry")}


def modules(stderr: str) -> set[str]:
    return set(stderr.split())


def test_a_warm_run_imports_little(home: Path) -> None:
    code, out, cold = minigo(home, "run", "hello.go", code=LOADED)
    assert (code, out) == (0, "hello\n")
    assert {"lark", "minigo.check.checker", "minigo.engine.functions"} <= modules(cold)
    for _ in range(2):  # by files, then from the bundle
        code, out, warm = minigo(home, "run", "hello.go", code=LOADED)
        assert (code, out) == (0, "hello\n")
        heavy = {"lark", "rich", "click", "platformdirs", "dataclasses", "hashlib", "ast", "pickle", "json", "pathlib"}
        assert not heavy & modules(warm)
        packages = {".".join(name.split(".")[:2]) for name in modules(warm) if name.startswith("minigo.")}
        assert not {"minigo.syntax", "minigo.check", "minigo.modules", "minigo.load"} & packages
        assert "minigo.core.nodes" not in modules(warm)
    assert set(entries(home)) == {"program", "library", "modules"}


def test_the_cold_run_of_an_installed_minigo_does_not_make_tables(home: Path) -> None:
    spy = "import minigo.syntax.tables as t; t.build = None\n" + LOADED
    code, out, _ = minigo(home, "run", "--no-cache", "hello.go", code=spy)
    assert (code, out) == (0, "hello\n")


def test_no_cache(home: Path) -> None:
    assert minigo(home, "run", "--no-cache", "hello.go")[1] == "hello\n"
    assert os.listdir(home) == ["hello.go"]
    minigo(home, "run", "hello.go")
    program = entries(home)["program"]
    program.write_bytes(b"damaged")
    assert minigo(home, "run", "--no-cache", "hello.go")[1] == "hello\n"
    assert program.read_bytes() == b"damaged"


def test_info_and_clear(home: Path) -> None:
    assert minigo(home, "cache", "info")[1].splitlines()[1] == "entries  0"
    minigo(home, "run", "hello.go")
    code, out, _ = minigo(home, "cache", "info")
    count = len(list((home / ".cache" / "minigo").glob("*.entry")))
    assert code == 0
    assert out.splitlines()[:2] == [f"folder   {home}/.cache/minigo", f"entries  {count}"]
    assert minigo(home, "cache", "clear") == (0, f"{count} entries removed\n", "")
    assert entries(home) == {}
    assert minigo(home, "run", "hello.go")[1] == "hello\n"
    (home / ".cache" / "minigo").chmod(0o777)
    assert minigo(home, "cache", "info")[1].splitlines()[-1] == "The folder is not private to you: it is not used."
    assert minigo(home, "run", "hello.go")[1] == "hello\n"


PLANT = "import os; os.mkdir('planted')"


def evil_contents() -> list[bytes]:
    """What would run PLANT if anybody believed it: as an image, as a bundle, as a pickle."""
    code = compile(f"import os\n{PLANT}\ndef main(*args):\n    {PLANT}", "evil", "exec")
    image = {"code": {"f:main.main": (code, []), "f:init": (code, [])}}
    names = ("minigo.session", "minigo.cli.execute", "minigo.programs", "minigo.engine.restored", "minigo.inputs")
    bundle = {name: ("/evil.py", False, marshal.dumps(code)) for name in names}
    pickled = b"cbuiltins\nexec\n(V" + PLANT.encode() + b"\ntR."
    return [marshal.dumps(([], image)), marshal.dumps(bundle), pickled]


def test_planted_entries_are_never_executed(home: Path) -> None:
    from minigo.cache.store import DIGEST, MAGIC
    from minigo.digests import blake2b

    for _ in range(2):
        minigo(home, "run", "hello.go")
    good = {path: path.read_bytes() for path in (home / ".cache" / "minigo").iterdir()}
    for evil in evil_contents():
        for head in (b"", MAGIC, MAGIC + bytes(DIGEST), MAGIC + blake2b(evil, digest_size=DIGEST).digest()):
            for path in good:
                path.write_bytes(head + evil)
            assert minigo(home, "run", "hello.go") == (0, "hello\n", "")
            assert not (home / "planted").exists()
    for path, data in good.items():  # good heads with other contents
        path.write_bytes(data[: len(MAGIC) + DIGEST] + evil_contents()[0])
    for _ in range(2):
        assert minigo(home, "run", "hello.go") == (0, "hello\n", "")
    assert not (home / "planted").exists()
    assert {path.name for path in good} == {path.name for path in (home / ".cache" / "minigo").iterdir()}
    assert minigo(home, "run", "hello.go", code=LOADED)[2].count("lark") == 0  # they were written anew


def test_many_at_once(home: Path) -> None:
    command = [sys.executable, "-m", "minigo", "run", "hello.go"]
    running = [
        subprocess.Popen(command, cwd=home, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [process.communicate() for process in running] == [(b"hello\n", b"")] * 4
    assert minigo(home, "run", "hello.go", code=LOADED)[2].count("lark") == 0


def test_which_command_lines_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOMAXPROCS", raising=False)
    assert plain_run(["run", "x.go", "a", "b"]) == ["x.go", "a", "b"]
    assert plain_run(["run", "folder"]) == ["folder"]
    assert plain_run(["x.go", "a"]) == ["x.go", "a"]
    for words in ([], ["run"], ["folder"], ["check", "x.go"], ["run", "--stats", "x.go"], ["x.go", "-v"], ["run", "-"]):
        assert plain_run(words) is None
    monkeypatch.setenv("GOMAXPROCS", "2")
    assert plain_run(["x.go"]) is None


def test_a_plain_command_line_means_what_click_makes_of_it() -> None:
    values = run_command.make_context("run", ["x.go"]).params
    plain = Options()
    for name in ("gomaxprocs", "preempt", "engine", "timeout", "max_steps", "realtime", "lang", "allow_unused"):
        assert values[name] == getattr(plain, name), name
    assert values["seed"] == plain.seed
    assert (values["color"], values["stats"], values["no_cache"]) == ("auto", False, False)
