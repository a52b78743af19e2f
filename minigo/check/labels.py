"""Labels, and the break, continue and goto statements: where they lead, and whether they may go there."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.record import field, record, replace
from minigo.source import Diagnostic, Pos
from minigo.syntax import ast


@record(slots=True, eq=False)
class _Label:
    name: str
    pos: Pos
    stmt: ast.LabeledStmt
    block: _Block
    used: bool = False


@record(slots=True, eq=False)
class _Goto:
    """A jump to a label that has not been met yet. `jumped`: the last variable declared since."""

    stmt: ast.BranchStmt
    label: ast.Ident
    jumped: tuple[str, Pos] | None = None


@record(slots=True, eq=False)
class _Block:
    """A block of statements. `start` is where it begins, `label` the label of the statement it belongs to."""

    parent: _Block | None
    start: Pos
    label: _Label | None = None
    gotos: list[_Goto] = field(default_factory=list)


OUT_OF_PLACE = "fallthrough statement out of place"


@record(slots=True, frozen=True)
class _Context:
    """The innermost statements that break and continue leave, and the labelled statements around. `fall`: what is
    wrong with a fallthrough, unless it is the last statement of a clause."""

    breakable: bool = False
    loop: bool = False
    fall: str = OUT_OF_PLACE
    enclosing: tuple[tuple[_Label, ast.Stmt], ...] = ()


class Labels(ExprBase):
    def early_error(self, pos: Pos, msg: str) -> None:
        self.errors.insert(self.early_errors, Diagnostic(pos, msg))
        self.early_errors += 1

    def labels(self, body: ast.BlockStmt) -> None:
        scope = _LabelScope(self)
        root = _Block(None, body.pos)
        scope.stmts(root, body.stmts, _Context())
        scope.finish(root)


class _LabelScope:
    """The labels of one function; those of function literals inside are theirs."""

    def __init__(self, checker: Labels) -> None:
        self.checker = checker
        self.declared: dict[str, _Label] = {}

    def finish(self, root: _Block) -> None:
        for g in root.gotos:
            label = self.declared.get(g.label.name)
            if label is not None:
                # it is declared in a block that the goto is not in
                label.used = True
                start = self.checker.format_pos(label.block.start)
                self.checker.early_error(g.label.pos, f"goto {label.name} jumps into block starting at {start}")
            else:
                self.checker.early_error(g.label.pos, f"label {g.label.name} not defined")
        for label in self.declared.values():
            if not label.used:
                self.checker.early_error(label.pos, f"label {label.name} defined and not used")

    # ------------------------------------------------------------ walking

    def block(self, parent: _Block, start: Pos, stmts: list[ast.Stmt], ctxt: _Context, last: str | None = None) -> None:
        """`last`: what is wrong with a fallthrough as the last statement, "" if nothing is, None if what is wrong with
        any other."""
        inner = _Block(parent, start)
        self.stmts(inner, stmts, ctxt, last)
        # what was not found inside may be found behind the block, where the block's variables are out of scope
        for g in inner.gotos:
            g.jumped = None
            parent.gotos.append(g)

    def stmts(self, block: _Block, stmts: list[ast.Stmt], ctxt: _Context, last: str | None = None) -> None:
        end = len(stmts) - 1
        while end >= 0 and isinstance(stmts[end], ast.EmptyStmt):
            end -= 1  # a fallthrough may be followed by empty statements
        for i, s in enumerate(stmts):
            self.stmt(block, s, ctxt, None, last if i == end else None)

    def stmt(self, block: _Block, s: ast.Stmt, ctxt: _Context, label: _Label | None, last: str | None = None) -> None:
        match s:
            case ast.LabeledStmt():
                self.stmt(block, s.stmt, ctxt, self._declare(block, s), last)
            case ast.BranchStmt() if s.op == "fallthrough":
                wrong = ctxt.fall if last is None else last
                if wrong:
                    self.checker.early_error(s.pos, wrong)
            case ast.BranchStmt():
                self._branch(block, s, ctxt)
            case ast.DeclStmt() if s.decl.tok == "var":
                for spec in s.decl.specs:
                    if isinstance(spec, ast.ValueSpec):
                        self._declared_variable(block, spec.names[0].name, spec.names[0].pos)
            case ast.AssignStmt() if s.op == ":=":
                name = s.lhs[0]
                self._declared_variable(block, name.name if isinstance(name, ast.Ident) else "", s.op_pos)
            case ast.BlockStmt():
                self.block(block, s.pos, s.stmts, _inside(ctxt, label, s))
            case ast.IfStmt():
                inner = _inside(ctxt, label, s)
                self.block(block, s.body.pos, s.body.stmts, inner)
                if s.orelse is not None:
                    self.stmt(block, s.orelse, inner, None)
            case ast.ForStmt() | ast.RangeStmt():
                inner = _inside(ctxt, label, s)
                self.block(block, s.body.pos, s.body.stmts, _Context(True, True, enclosing=inner.enclosing))
            case ast.SwitchStmt():
                inner = _Context(True, ctxt.loop, enclosing=_inside(ctxt, label, s).enclosing)
                for case in s.body:
                    last = "cannot fallthrough final case in switch" if case is s.body[-1] else ""
                    self.block(block, case.pos, case.body, inner, last)
            case ast.TypeSwitchStmt() | ast.SelectStmt():
                fall = OUT_OF_PLACE if isinstance(s, ast.SelectStmt) else "cannot fallthrough in type switch"
                inner = _Context(True, ctxt.loop, fall, _inside(ctxt, label, s).enclosing)
                for clause in s.body:
                    self.block(block, clause.pos, clause.body, inner)

    def _declare(self, block: _Block, s: ast.LabeledStmt) -> _Label | None:
        name = s.label.name
        if name == "_":
            return None
        other = self.declared.get(name)
        if other is not None:
            at = self.checker.format_pos(other.pos)
            self.checker.early_error(s.label.pos, f"label {name} already defined at {at}")
            return None
        label = _Label(name, s.label.pos, s, block)
        self.declared[name] = label
        # jumps forward to it, from this block or from blocks inside
        waiting = [g for g in block.gotos if g.label.name == name]
        block.gotos = [g for g in block.gotos if g.label.name != name]
        for g in waiting:
            label.used = True
            if g.jumped is not None:
                variable, pos = g.jumped
                at = self.checker.format_pos(pos)
                self.checker.early_error(g.label.pos, f"goto {name} jumps over declaration of {variable} at {at}")
        return label

    @staticmethod
    def _declared_variable(block: _Block, name: str, pos: Pos) -> None:
        for g in block.gotos:
            g.jumped = (name, pos)

    # ------------------------------------------------------------ branches

    def _branch(self, block: _Block, s: ast.BranchStmt, ctxt: _Context) -> None:
        if s.label is None:
            if s.op == "break" and not ctxt.breakable:
                self.checker.early_error(s.pos, "break is not in a loop, switch, or select")
            elif s.op == "continue" and not ctxt.loop:
                self.checker.early_error(s.pos, "continue is not in a loop")
            return
        if s.op == "goto":
            self._goto(block, s, s.label)
            return
        name = s.label.name
        target = next((pair for pair in ctxt.enclosing if pair[0].name == name), None)
        if target is not None:
            label, stmt = target
            label.used = True
            loop = isinstance(stmt, ast.ForStmt | ast.RangeStmt)
            if loop or (s.op == "break" and isinstance(stmt, ast.SwitchStmt | ast.TypeSwitchStmt | ast.SelectStmt)):
                return
            self.checker.early_error(s.label.pos, f"invalid {s.op} label {name}")
        elif name in self.declared:
            self.declared[name].used = True
            self.checker.early_error(s.label.pos, f"invalid {s.op} label {name}")
        else:
            self.checker.early_error(s.label.pos, f"{s.op} label not defined: {name}")

    def _goto(self, block: _Block, s: ast.BranchStmt, target: ast.Ident) -> None:
        label = self.declared.get(target.name)
        if label is None:
            block.gotos.append(_Goto(s, target))
            return
        label.used = True
        b: _Block | None = block
        while b is not None:
            if b is label.block:
                return
            b = b.parent
        start = self.checker.format_pos(label.block.start)
        self.checker.early_error(target.pos, f"goto {target.name} jumps into block starting at {start}")


def _inside(ctxt: _Context, label: _Label | None, s: ast.Stmt) -> _Context:
    """The context inside the labelled statement `s`."""
    if label is None:
        return ctxt
    return replace(ctxt, enclosing=((label, s), *ctxt.enclosing))
