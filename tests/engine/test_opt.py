"""What the compiler finds out for speed, and that it is true."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from minigo.core import nodes as c
from minigo.core.visit import expressions, statement_operands, statements
from minigo.engine.counted import accumulators, counted
from minigo.engine.direct import plan_of
from minigo.engine.facts import facts_of
from minigo.engine.intervals import FULL, exact, meet, narrowed, result, within
from minigo.record import replace
from minigo.session import Options
from tests.core.lowering import function
from tests.corpus import run

HEAD = "package main\n\nfunc use(...int) {}\nfunc cond() bool { return true }\n"
CALL = "func main() { f(0, 0, nil, nil, 0) }\n"


def lowered(body: str) -> c.Function:
    return function(f"{HEAD}func f(n, m int, a []int, s []string, b uint8) {{\n{body}\n}}\n{CALL}", "main.f")


def used(body: str) -> list[tuple[int, int] | None]:
    """The intervals of the arguments of use(...) in a body."""
    f = lowered(body)
    facts = facts_of(f, 1)
    found = []
    for s in statements(f.body):
        for e in statement_operands(s):
            for x in expressions(e):
                if isinstance(x, c.Call) and isinstance(x.callee, c.FuncRef) and x.callee.function.name == "main.use":
                    args = x.args[0]
                    assert isinstance(args, c.ArrayLit)
                    found += [facts.intervals.get(v) for v in args.values]
    return found


FULL64 = FULL["int64"]
MAX = FULL64[1]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x := 3; use(x, x+4, x*n)", [(3, 3), (7, 7), FULL64]),
        ("if n > 2 && n <= 10 { use(n, n-1) } else { use(n) }", [(3, 10), (2, 9), FULL64]),
        ("if n < 2 { return }; use(n)", [(2, MAX)]),
        ("if n < 0 || n > 5 { n = 1 }; use(n)", [(0, 5)]),
        ("if !(n == 7) { n = 8 }; use(n)", [(7, 8)]),
        ("for i := 0; i < 10; i++ { use(i) }", [(0, 9)]),
        ("for i := 9; i >= 0; i-- { use(i) }", [(0, 9)]),
        ("for i := 0; i < n; i += 3 { use(i) }", [FULL64]),
        ("for i := 0; i < n; i++ { use(i) }", [(0, MAX - 1)]),
        ("for i := range a { use(i, i+1) }", [(0, (1 << 30) - 1), (1, 1 << 30)]),
        ("x := 0; for cond() { use(x); x = (x + 7) % 10 }", [(0, 9)]),
        ("x := 5; for cond() { x++ }; use(x)", [FULL64]),
        ("x := 5; for x < 9 { x++ }; use(x)", [(9, 9)]),
        ("x := 1; for cond() { if x > 4 { break }; x = 3 }; use(x)", [(1, 3)]),
        ("use(n & 15, n % 8, int(b) << 4)", [(0, 15), (-7, 7), (0, 255 * 16)]),
        ("_ = a[n]; use(n, n+1)", [(0, (1 << 31) - 1), (1, 1 << 31)]),
        ("_ = a[n-1]; use(n)", [FULL64]),
        ("lo, hi := 0, len(a); for lo < hi { m := (lo + hi) / 2; use(m); if cond() { lo = m + 1 } else { hi = m } }",
         [(0, (1 << 31) - 1)]),
        ("x := 1; func() { x = -1 }(); use(x)", [None]),
    ],
)  # fmt: skip
def test_intervals(body: str, expected: list[tuple[int, int] | None]) -> None:
    got = used(body)
    assert len(got) == len(expected)
    for found, wanted in zip(got, expected, strict=True):
        if wanted is None or wanted == FULL64:
            assert found is None or found[0] < -MAX
        else:
            assert found is not None
            assert within(found, wanted), (found, wanted)


@pytest.mark.parametrize("operation", ["add", "sub", "mul", "div", "rem", "and", "or", "xor", "andnot", "shl", "shr"])
def test_interval_arithmetic_covers_all_results(operation: str) -> None:
    def go(x: int, y: int) -> int | None:
        if operation in ("div", "rem"):
            if y == 0:
                return None
            q = abs(x) // abs(y) * (1 if (x < 0) == (y < 0) else -1)
            return (q + 128) % 256 - 128 if operation == "div" else x - q * y
        if operation in ("shl", "shr") and y < 0:
            return None
        simple = {
            "add": x + y, "sub": x - y, "mul": x * y, "and": x & y, "or": x | y, "xor": x ^ y, "andnot": x & ~y,
        }  # fmt: skip
        value = simple[operation] if operation in simple else (x << y if operation == "shl" else x >> y)
        return (value + 128) % 256 - 128

    bounds = [-128, -9, -1, 0, 1, 2, 7, 127]
    pairs = [(low, high) for low in bounds for high in bounds if low <= high]
    for x in pairs:
        for y in [(-3, 2), (0, 0), (0, 3), (1, 1), (1, 7), (-9, -1), (2, 127)]:
            low, high = result(operation, "int8", x, y)
            for a in {x[0], x[1], (x[0] + x[1]) // 2}:
                for b in range(y[0], y[1] + 1):
                    value = go(a, b)
                    assert value is None or low <= value <= high, (operation, a, b)


def test_comparisons_narrow() -> None:
    assert narrowed("lt", (0, 10), (3, 5)) == (0, 4)
    assert narrowed("ge", (0, 10), (3, 5)) == (3, 10)
    assert narrowed("eq", (0, 10), (11, 12)) is None
    assert narrowed("ne", (0, 10), (10, 10)) == (0, 9)
    assert narrowed("ne", (4, 4), (4, 4)) is None
    assert meet((0, 3), (4, 5)) is None
    assert exact("mul", (-2, 3), (-5, 4)) == (-15, 12)


def first_loop(body: str) -> tuple[c.Function, c.Loop]:
    f = lowered(body)
    return f, next(s for s in statements(f.body) if isinstance(s, c.Loop))


@pytest.mark.parametrize(
    ("loop", "counts"),
    [
        ("for i := 0; i < n; i++ { use(i) }", True),
        ("for i := n; i > m; i -= 2 { use(i) }", True),
        ("for i := 0; i <= len(a)-1; i++ { use(i) }", True),
        ("for i := range s { use(i) }", True),
        ("for i := 0; i < n; i++ { i = 3 }", False),
        ("for i := 0; i < n; i++ { n-- }", False),
        ("for i := 0; i < n; i += m { use(i) }", False),
        ("for i := 0; i != n; i++ { use(i) }", False),
        ("for i := 0; i < len(a); i++ { a = a[1:] }", False),
        ("for i := 0; i < n; i-- { use(i) }", False),
        ("for i := 0; i < n; i++ { p := &i; *p = 2 }", False),
        ("for i := 0; i < 10 && cond(); i++ { }", False),
    ],
)
def test_counted_loops(loop: str, counts: bool) -> None:
    f, found = first_loop(loop)
    assert (counted(found, facts_of(f, 1)) is not None) == counts


def test_sums_that_are_wrapped_later() -> None:
    def sums(loop: str) -> set[str]:
        f, found = first_loop("x, y := n, n; " + loop + "; use(x, y)")
        facts = facts_of(f, 1)
        count = counted(found, facts)
        assert count is not None
        return {v.name for v in accumulators(count, facts)}

    assert sums("for i := 0; i < m; i++ { x += i; y -= a[i] }") == {"x", "y"}
    assert sums("for i := 0; i < m; i++ { x += i; y += x }") == {"y"}
    assert sums("for i := 0; i < m; i++ { x += x }") == set()
    assert sums("for i := 0; i < m; i++ { x *= 3; if y > 2 { y += 1 } }") == set()


def test_prepared_accesses() -> None:
    def prepared(loop: str) -> list[tuple[int, bool]]:
        f, found = first_loop("rows := [][]int{a, a}; _ = rows; " + loop)
        count = counted(found, facts_of(f, 1))
        assert count is not None
        plan = plan_of(count)
        return [] if plan is None else [(x.linear.factor, x.certain) for x in plan.accesses]

    assert prepared("for i := 1; i < n; i++ { a[i] = a[i-1] + a[m] + a[2*i+1] }") == [
        (1, True), (1, True), (0, True), (2, True),
    ]  # fmt: skip
    assert prepared("for i := 0; i < n; i++ { a[n-1-i] = 0 }") == [(-1, True)]
    assert prepared("for i := 0; i < n; i++ { if i > 0 && a[i] > a[i-1] { m++ } }") == []
    assert prepared("for i := 0; i < n; i++ { a = append(a, a[i]) }") == []
    assert prepared("for i := 0; i < n; i++ { rows[i] = a; m += rows[1][i] }") == [(1, True), (0, True)]


def test_code_is_what_opt_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from minigo.engine import functions

    texts: dict[int, list[str]] = {0: [], 1: []}
    program = tmp_path / "main.go"
    program.write_text(
        "package main\n\nfunc main() {\n\ts := 0\n\tfor i := 0; i < 9; i++ {\n\t\ts += i\n\t}\n\tprintln(s)\n}\n"
    )
    definition = functions._definition
    for opt, found in texts.items():

        def traced(link: object, f: c.Function, found: list[str] = found) -> object:
            made = definition(link, f)  # type: ignore[arg-type]
            if f.name == "main.main":
                found.append(ast.unparse(made[0]))
            return made

        monkeypatch.setattr(functions, "_definition", traced)
        assert run(program, replace(Options(), opt=opt)).stderr == "36\n"
    assert "while" in texts[0][0]
    assert "range(" not in texts[0][0]
    assert "in range(" in texts[1][0]


PORTIONS = """package main

func nine() int { return 9 }

func main() {
	a := make([]int, 4)
	for i := 0; i < 9; i += 2 {
		a[i%4] += i
	}
	for j := 20; j >= 0; j -= 3 {
		if j == 8 {
			continue
		}
		if j < 3 {
			break
		}
		a[j%4]++
	}
	for k := range a[1:] {
		a[k] *= a[k+1]
	}
	println(a[0], a[1], a[2], a[3], a[nine()])
}
"""


@pytest.mark.parametrize("budget", range(1, 40))
def test_portions_end_where_the_budget_does(tmp_path: Path, budget: int) -> None:
    program = tmp_path / "main.go"
    program.write_text(PORTIONS)
    options = Options(max_steps=budget)
    compiled = run(program, options)
    assert compiled == run(program, replace(options, engine="walk"))
    assert compiled == run(program, replace(options, opt=0))
