"""Programs built by hand in core, where the source language cannot show what is tested; and the templates' pasting."""

from __future__ import annotations

import ast
import itertools

import pytest

from minigo.core import nodes as c
from minigo.engine import pyast as py
from minigo.engine.structure import without_block
from minigo.engine.templates import Operand, paste
from minigo.source import FileSet, Pos, make_pos
from minigo.types.universe import TYP
from tests.engine.world import Outcome, execute

INT, STRING = TYP["int"], TYP["string"]


def at(line: int) -> Pos:
    return make_pos(1, line, 1)


P = at(1)


def const(value: object) -> c.Const:
    return c.Const(P, value)


def local(v: c.Var) -> c.Local:
    return c.Local(P, v)


def op(name: str, *args: c.Expr) -> c.Op:
    return c.Op(P, name, list(args))


def say(x: c.Expr, kind: str = "int64") -> c.Eval:
    return c.Eval(P, c.Op(P, "println", [x], (kind,)))


def function(name: str, params: list[c.Var], body: list[c.Stmt], results: int = 0) -> c.Function:
    return c.Function(f"main.{name}", f"main.{name}", params, [], results, body, pos=P, end=at(99))


def run(body: list[c.Stmt], *others: c.Function) -> Outcome:
    """Run a main function on both engines."""
    outcomes = []
    for engine in ("compiled", "walk"):
        files = FileSet()
        files.add("main.go", "/go/main.go", "")
        main = function("main", [], body)
        functions = {f.symbol: f for f in (main, *others)}
        program = c.Program(functions, {}, function("init", [], []), main, lambda t: {})
        outcomes.append(execute(program, files, engine))
    assert outcomes[0] == outcomes[1]
    return outcomes[0]


def test_a_let_in_an_expression_does_not_overtake() -> None:
    """x.v is read before the call in the let changes it."""
    box = c.Var("b", 1, INT, boxed=True)
    inner = c.Function("main.f", "main.f", [], [], 1, captures=[box], pos=P, end=P)
    inner.body = [c.Store(P, local(box), const(50)), c.Return(P, [const(7)])]
    t = c.Var("t", 2, INT)
    let = c.LetExpr(P, t, c.Call(P, c.Closure(P, inner), []), op("mul.int64", local(t), local(t)))
    body: list[c.Stmt] = [c.Let(P, box, const(1)), say(op("add.int64", local(box), let))]
    assert run(body).stderr == "50\n"


def test_a_let_that_comes_first() -> None:
    t = c.Var("t", 1, INT)
    let = c.LetExpr(P, t, const(6), op("mul.int64", local(t), local(t)))
    assert run([say(op("add.int64", let, const(1)))]).stderr == "37\n"


def test_a_let_in_the_condition_of_a_loop() -> None:
    i, t = c.Var("i", 1, INT), c.Var("t", 2, INT)
    cond = c.LetExpr(P, t, op("mul.int64", local(i), local(i)), op("lt.int64", local(t), const(10)))
    step: c.Stmt = c.Store(P, local(i), op("add.int64", local(i), const(1)))
    body: list[c.Stmt] = [
        c.Let(P, i, const(0)),
        c.Loop(P, c.Label("l"), cond, [step], [c.Tick(P, "loop")]),
        say(local(i)),
    ]
    assert run(body).stderr == "4\n"


def test_recursion_through_boxes_and_fresh_boxes_in_a_loop() -> None:
    """Each turn of the loop makes a Box of its own."""
    i, n = c.Var("i", 1, INT), c.Var("n", 2, INT, boxed=True)
    inner = c.Function("main.f", "main.f", [], [], 1, captures=[n], pos=P, end=P)
    inner.body = [c.Return(P, [local(n)])]
    first, f = c.Var("first", 3, INT, boxed=True), c.Var("f", 4, INT)
    body: list[c.Stmt] = [
        c.Let(P, first, const(None)),
        c.Let(P, i, const(0)),
        c.Loop(
            P,
            c.Label("l"),
            op("lt.int64", local(i), const(3)),
            [
                c.Let(P, n, local(i)),
                c.Let(P, f, c.Closure(P, inner)),
                c.If(P, op("eq.int64", local(i), const(0)), [c.Store(P, local(first), local(f))], []),
                c.Store(P, local(n), op("add.int64", local(n), const(40))),
            ],
            [c.Store(P, local(i), op("add.int64", local(i), const(1))), c.Tick(P, "loop")],
        ),
        say(c.Call(P, local(first), [])),
        say(c.Call(P, local(f), [])),
    ]
    assert run(body).stderr == "40\n42\n"


@pytest.mark.parametrize("depth", [3, 40])
def test_exits_through_any_number_of_loops(depth: int) -> None:
    """Continue of the outermost loop and Break of each, from the innermost."""
    counters = [c.Var("i", n, INT) for n in range(depth)]
    labels = [c.Label(f"l{n}") for n in range(depth)]
    total = c.Var("total", depth, INT)
    turn: c.Stmt = c.Store(P, local(total), op("add.int64", local(total), const(1)))
    body: list[c.Stmt] = [turn]
    for n in (depth - 1, 1, 0):
        leave: c.Stmt = c.Break(P, labels[n]) if n else c.Continue(P, labels[0])
        body.append(c.If(P, op("eq.int64", op("rem.int64", local(total), const(n + 2)), const(0)), [leave], []))
    for n in reversed(range(depth)):
        step: c.Stmt = c.Store(P, local(counters[n]), op("add.int64", local(counters[n]), const(1)))
        limit = 5 if n in (0, 1, depth - 1) else 1
        cond = op("lt.int64", local(counters[n]), const(limit))
        body = [c.Let(P, counters[n], const(0)), c.Loop(P, labels[n], cond, body, [step, c.Tick(P, "loop")])]
    outcome = run([c.Let(P, total, const(0)), *body, say(local(total))])

    count, turns = 0, itertools.count(1)
    for _ in range(5):
        for _ in range(5):
            for _ in range(5):
                count = next(turns)
                if count % (depth + 1) == 0:
                    break
                if count % 3 == 0 or count % 2 == 0:
                    break
            if count % (depth + 1) and (count % 3 == 0 or count % 2 == 0):
                break
    assert outcome.stderr == f"{count}\n"


def test_a_block_becomes_plain_ifs_when_one_branch_goes_on() -> None:
    label = c.Label("b")
    tail: c.Stmt = say(const(1))
    block = c.Block(P, label, [c.If(P, const(True), [c.Break(P, label)], []), tail])
    plain = without_block(block)
    assert plain is not None
    (branch,) = plain
    assert isinstance(branch, c.If)
    assert branch.orelse == [tail]


def test_a_block_stays_when_both_branches_go_on() -> None:
    label = c.Label("b")
    maybe: c.Stmt = c.If(P, const(True), [c.Break(P, label)], [])
    assert without_block(c.Block(P, label, [c.If(P, const(True), [maybe], []), say(const(1))])) is None
    v = c.Var("v", 1, INT)
    body: list[c.Stmt] = [
        c.Let(P, v, const(0)),
        c.Block(
            P,
            label,
            [
                c.If(P, op("eq.int64", local(v), const(0)), [c.If(P, const(False), [c.Break(P, label)], [])], []),
                say(const(1)),
                c.Break(P, label),
            ],
        ),
        say(const(2)),
    ]
    assert run(body).stderr == "1\n2\n"


# ---------------------------------------------------------------- templates


def pasted(template: str, temps: tuple[str, ...] = (), **operands: str) -> str:
    """The code of a template; an operand that is a name or number is stable."""
    names = (f"t{n}" for n in itertools.count(1))
    made = {
        name: Operand(ast.parse(code, mode="eval").body, code.isalnum() and not code.startswith("f"))
        for name, code in operands.items()
    }
    expression = ast.parse(template, mode="eval").body
    code = paste(1, expression, made, {"attr": py.name(1, "k")}, temps, lambda: next(names))
    return ast.unparse(code)


def test_stable_operands_are_repeated() -> None:
    assert pasted("x + x * y", x="a", y="2") == "a + a * 2"


def test_unstable_operands_are_bound_at_their_first_use() -> None:
    assert pasted("x + x * y", x="f()", y="b") == "(t1 := f()) + t1 * b"


def test_operands_out_of_order_are_bound_before() -> None:
    assert pasted("y - x", x="f()", y="f(1)") == "((t1 := f()), (t2 := f(1)), t2 - t1)[2]"


def test_an_operand_on_one_path_only_is_bound_before() -> None:
    assert pasted("x if y else 0", x="f()", y="b") == "((t1 := f()), t1 if b else 0)[1]"


def test_conditions_over_constants_are_decided() -> None:
    assert pasted("(x << n if 0 <= n < 64 else out(n))", x="f()", n="3") == "f() << 3"
    assert pasted("(x << n if 0 <= n < 64 else out(n))", x="a", n="64") == "out(64)"


def test_temporaries_and_attributes_get_names() -> None:
    assert pasted("t if (t := x) < 9 else wrap(t, attr)", ("t",), x="f()") == "t1 if (t1 := f()) < 9 else wrap(t1, k)"
