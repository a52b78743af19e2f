"""Pasting the templates of the operation table into a tree, so that each operand is evaluated once and in order.

An operand is *stable* when it may be evaluated at any time and any number of times: a constant or a plain local
variable (whose name in Python is never that of a template's parameter). Others are put in place when the template
evaluates them unconditionally and in order; a second use reads a temporary, bound with `:=` at the first. Where a
template has another order (or evaluates an operand on one path only) its unstable operands are bound before it.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from minigo.engine import pyast as py
from minigo.record import record


@record(slots=True)
class Operand:
    """Python code for an operand."""

    code: ast.expr
    stable: bool


_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class _Paste:
    """One use of a template. `names` maps its temporaries to the names they get here."""

    def __init__(
        self, line: int, operands: dict[str, Operand], names: dict[str, ast.expr], temp: Callable[[], str]
    ) -> None:
        self.line = line
        self.operands = operands
        self.names = names
        self.temp = temp
        self.bound: dict[str, str] = {}
        self.renamed: dict[str, str] = {}

    # -------------------------------------------------- constants first: they may decide which path is taken

    def prepared(self, node: ast.expr) -> ast.expr:
        """A copy of `node` in which constant operands are put in and conditions over constants are decided. Names of
        unstable operands remain."""
        copy = self._copy(node)
        assert isinstance(copy, ast.expr)
        return copy

    def _copy(self, node: ast.AST) -> ast.AST:
        line = self.line
        match node:
            case ast.Name():
                return self._name(node)
            case ast.IfExp():
                test = self._copy(node.test)
                assert isinstance(test, ast.expr)
                decided = _decide(test)
                if decided is not None:
                    return self._copy(node.body if decided else node.orelse)
                body, orelse = self._copy(node.body), self._copy(node.orelse)
                assert isinstance(body, ast.expr)
                assert isinstance(orelse, ast.expr)
                return py.conditional(line, test, body, orelse)
            case ast.Constant():
                return py.const(line, node.value)
        fields: dict[str, Any] = {}
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.AST):
                fields[field] = value if isinstance(value, ast.expr_context) else self._copy(value)
            elif isinstance(value, list):
                fields[field] = [self._copy(v) if isinstance(v, ast.AST) else v for v in value]
            else:
                fields[field] = value
        out = type(node)(**fields)
        if isinstance(out, ast.expr | ast.arg | ast.keyword):
            out.lineno = out.end_lineno = line
            out.col_offset = out.end_col_offset = 0
        return out

    def _name(self, node: ast.Name) -> ast.expr:
        operand = self.operands.get(node.id)
        if operand is not None:
            if operand.stable:
                return _duplicate(operand.code, self.line)
            return py.name(self.line, node.id)
        known = self.names.get(node.id)
        if known is not None:
            return _duplicate(known, self.line)
        renamed = self.renamed.get(node.id, node.id)
        return py.target(self.line, renamed) if isinstance(node.ctx, ast.Store) else py.name(self.line, renamed)

    # -------------------------------------------------- then the others

    def placed(self, node: ast.expr) -> ast.expr:
        """`node` with the unstable operands put in."""
        waiting = [name for name, operand in self.operands.items() if not operand.stable]
        if not waiting:
            return node
        uses: list[tuple[str, bool]] = []
        _uses(node, False, uses)
        first: dict[str, bool] = {}
        for name, conditional in uses:
            if name in self.operands:
                first.setdefault(name, conditional)
        if list(first) == waiting and not any(first.values()):
            counts = {name: sum(1 for used, _ in uses if used == name) for name in waiting}
            return self._substitute(node, counts)
        bindings: list[ast.expr] = []
        for name in waiting:
            temp = self.temp()
            bindings.append(py.walrus(self.line, temp, self.operands[name].code))
            self.bound[name] = temp
        return py.after(self.line, bindings, self._substitute(node, {}))

    def _substitute(self, node: ast.expr, counts: dict[str, int]) -> ast.expr:
        paste = self

        class Substitution(ast.NodeTransformer):
            def visit_Name(self, name: ast.Name) -> ast.expr:
                return paste._operand(name, counts)

        out = Substitution().visit(node)
        assert isinstance(out, ast.expr)
        return out

    def _operand(self, name: ast.Name, counts: dict[str, int]) -> ast.expr:
        operand = self.operands.get(name.id)
        if operand is None or operand.stable:
            return name
        temp = self.bound.get(name.id)
        if temp is not None:
            return py.name(self.line, temp)
        if counts[name.id] == 1:
            return operand.code
        temp = self.bound[name.id] = self.temp()
        return py.walrus(self.line, temp, operand.code)


def paste(
    line: int,
    template: ast.expr,
    operands: dict[str, Operand],
    names: dict[str, ast.expr],
    temps: tuple[str, ...],
    temp: Callable[[], str],
) -> ast.expr:
    """The code of `template`, whose parameters are `operands` (in order), and where `names` stand for attributes.
    `temp` makes fresh names; the template's own `temps` get some."""
    work = _Paste(line, operands, names, temp)
    for name in temps:
        work.renamed[name] = temp()
    return work.placed(work.prepared(template))


def _duplicate(code: ast.expr, line: int) -> ast.expr:
    """A copy of stable code, which is a name or a constant, or the names of a tuple or list of them."""
    match code:
        case ast.Name():
            return py.name(line, code.id)
        case ast.Constant():
            return py.const(line, code.value)
        case ast.Tuple():
            return py.pair(line, [_duplicate(x, line) for x in code.elts])
        case _:
            raise TypeError(f"{type(code).__name__} is not stable")


def _decide(test: ast.expr) -> bool | None:
    """The outcome of a condition over constants, None when it is not determined."""
    match test:
        case ast.Constant():
            return bool(test.value)
        case ast.Compare():
            left = test.left
            for op, right in zip(test.ops, test.comparators, strict=True):
                evaluate = _COMPARE.get(type(op))
                if evaluate is None or not isinstance(left, ast.Constant) or not isinstance(right, ast.Constant):
                    return None
                if not evaluate(left.value, right.value):
                    return False
                left = right
            return True
        case ast.BoolOp():
            outcomes = [_decide(value) for value in test.values]
            if isinstance(test.op, ast.And):
                return False if outcomes[0] is False else True if all(outcomes) else None
            return True if outcomes[0] else False if all(o is False for o in outcomes) else None
        case _:
            return None


def _uses(node: ast.AST, conditional: bool, out: list[tuple[str, bool]]) -> None:
    """The names that `node` reads, in the order of evaluation; True: perhaps, or not exactly once."""
    match node:
        case ast.Name():
            if isinstance(node.ctx, ast.Load):
                out.append((node.id, conditional))
        case ast.IfExp():
            _uses(node.test, conditional, out)
            _uses(node.body, True, out)
            _uses(node.orelse, True, out)
        case ast.BoolOp():
            for i, value in enumerate(node.values):
                _uses(value, conditional or i > 0, out)
        case ast.Compare():
            _uses(node.left, conditional, out)
            for i, value in enumerate(node.comparators):
                _uses(value, conditional or i > 0, out)
        case ast.NamedExpr():
            _uses(node.value, conditional, out)
        case ast.Lambda() | ast.ListComp() | ast.GeneratorExp() | ast.SetComp() | ast.DictComp():
            for child in ast.iter_child_nodes(node):
                _uses(child, True, out)
        case _:
            for child in ast.iter_child_nodes(node):
                _uses(child, conditional, out)
