"""Control flow graphs of functions: blocks of what is evaluated one after the other, and where each may go on.

A condition is one node, as if all of it were always evaluated: this is how real vet sees it. A call that never returns
(panic, os.Exit, t.Fatal, ...; `never_returns` decides) ends its block without successors. Reaching the end of the body
is a return at the closing brace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minigo.record import field, record
from minigo.source import NO_POS, Pos
from minigo.syntax import ast
from minigo.types.objects import Func
from minigo.vet.inspect import Pass


@record(slots=True, eq=False)
class Block:
    """`nodes` are statements without bodies and expressions, in the order of evaluation. `returns` is where the block
    leaves the function, NO_POS if it does not."""

    nodes: list[ast.Node] = field(default_factory=list)
    following: list[Block] = field(default_factory=list)
    returns: Pos = NO_POS


@record(slots=True)
class _Targets:
    """Where break and continue lead inside a statement; `label` is the statement's."""

    label: str
    on_break: Block
    on_continue: Block | None
    fallthrough: Block | None = None


class Graph:
    """The graph of one function body; `entry` is where it begins."""

    def __init__(self, body: ast.BlockStmt, never_returns: Callable[[ast.CallExpr], bool]) -> None:
        self.never_returns = never_returns
        self.entry = self.at = Block()
        self.targets: list[_Targets] = []
        self.labels: dict[str, Block] = {}
        self._label = ""
        self._stmts(body.stmts)
        self.at.returns = body.rbrace

    def reachable(self) -> Iterator[Block]:
        """All blocks that the entry leads to."""
        seen: set[Block] = set()
        todo = [self.entry]
        while todo:
            block = todo.pop()
            if block not in seen:
                seen.add(block)
                yield block
                todo.extend(reversed(block.following))

    # ------------------------------------------------------------ building

    def _go(self, *following: Block) -> None:
        self.at.following.extend(following)

    def _jump(self, target: Block) -> None:
        """Go on at `target`; what comes next in the source is reached otherwise or never."""
        self._go(target)
        self.at = Block()

    def _stmts(self, stmts: list[ast.Stmt]) -> None:
        for stmt in stmts:
            self._stmt(stmt)

    def _stmt(self, s: ast.Stmt) -> None:
        label, self._label = self._label, ""
        match s:
            case ast.BlockStmt():
                self._stmts(s.stmts)
            case ast.DeclStmt():
                self.at.nodes += [spec for spec in s.decl.specs if isinstance(spec, ast.ValueSpec)]
            case ast.LabeledStmt():
                block = self._labelled(s.label.name)
                self._go(block)
                self.at = block
                self._label = s.label.name
                self._stmt(s.stmt)
                self._label = ""
            case ast.ReturnStmt():
                self.at.nodes.append(s)
                self.at.returns = s.pos
                self.at = Block()
            case ast.BranchStmt():
                self._branch(s)
            case ast.IfStmt():
                self._if(s)
            case ast.ForStmt():
                self._for(s, label)
            case ast.RangeStmt():
                self._range(s, label)
            case ast.SwitchStmt():
                self._switch(s, label)
            case ast.TypeSwitchStmt():
                self._type_switch(s, label)
            case ast.SelectStmt():
                self._select(s, label)
            case _:
                self.at.nodes.append(s)
                if isinstance(s, ast.ExprStmt) and isinstance(s.x, ast.CallExpr) and self.never_returns(s.x):
                    self.at = Block()

    def _labelled(self, name: str) -> Block:
        return self.labels.setdefault(name, Block())

    def _branch(self, s: ast.BranchStmt) -> None:
        name = s.label.name if s.label is not None else ""
        target: Block | None = None
        if s.op == "goto":
            target = self._labelled(name)
        for targets in reversed(self.targets):
            if target is not None or (name and targets.label != name):
                continue
            target = {"break": targets.on_break, "continue": targets.on_continue}.get(s.op, targets.fallthrough)
        if target is not None:
            self._jump(target)

    def _if(self, s: ast.IfStmt) -> None:
        if s.init is not None:
            self._stmt(s.init)
        then, done = Block(), Block()
        other = Block() if s.orelse is not None else done
        self.at.nodes.append(s.cond)
        self._go(then, other)
        self.at = then
        self._stmts(s.body.stmts)
        self._go(done)
        if s.orelse is not None:
            self.at = other
            self._stmt(s.orelse)
            self._go(done)
        self.at = done

    def _for(self, s: ast.ForStmt, label: str) -> None:
        if s.init is not None:
            self._stmt(s.init)
        body, done, post = Block(), Block(), Block()
        loop = Block() if s.cond is not None else body
        again = post if s.post is not None else loop
        self._jump(loop)
        if s.cond is not None:
            self.at = loop
            self.at.nodes.append(s.cond)
            self._go(body, done)
        self.at = body
        self._inside(_Targets(label, done, again), s.body.stmts)
        self._go(again)
        if s.post is not None:
            self.at = post
            self._stmt(s.post)
            self._go(loop)
        self.at = done

    def _range(self, s: ast.RangeStmt, label: str) -> None:
        self.at.nodes.append(s.x)
        loop, body, done = Block(), Block(), Block()
        loop.nodes += [e for e in (s.key, s.value) if e is not None]
        loop.following += [body, done]
        self._go(loop)
        self.at = body
        self._inside(_Targets(label, done, loop), s.body.stmts)
        self._go(loop)
        self.at = done

    def _inside(self, targets: _Targets, stmts: list[ast.Stmt]) -> None:
        self.targets.append(targets)
        self._stmts(stmts)
        self.targets.pop()

    def _switch(self, s: ast.SwitchStmt, label: str) -> None:
        if s.init is not None:
            self._stmt(s.init)
        if s.tag is not None:
            self.at.nodes.append(s.tag)
        done = Block()
        bodies = [Block() for _ in s.body]
        default: Block | None = None
        for clause, body in zip(s.body, bodies, strict=True):
            if clause.exprs is None:
                default = body
            for e in clause.exprs or []:
                other = Block()
                self.at.nodes.append(e)
                self._go(body, other)
                self.at = other
        self._go(default or done)
        for i, clause in enumerate(s.body):
            self.at = bodies[i]
            following = bodies[i + 1] if i + 1 < len(bodies) else None
            self._inside(_Targets(label, done, self._outer_continue(), following), clause.body)
            self._go(done)
        self.at = done

    def _type_switch(self, s: ast.TypeSwitchStmt, label: str) -> None:
        if s.init is not None:
            self._stmt(s.init)
        self.at.nodes.append(s.x)
        self._clauses([(c.body, c.exprs is None, None) for c in s.body], label, not_one=True)

    def _select(self, s: ast.SelectStmt, label: str) -> None:
        self._clauses([(c.body, c.comm is None, c.comm) for c in s.body], label, not_one=False)

    def _clauses(
        self, clauses: list[tuple[list[ast.Stmt], bool, ast.Stmt | None]], label: str, *, not_one: bool
    ) -> None:
        """One of the clauses, or with `not_one` none of them unless there is a default."""
        done = Block()
        start = self.at
        for stmts, _, comm in clauses:
            self.at = Block()
            start.following.append(self.at)
            if comm is not None:
                self.at.nodes.append(comm)
            self._inside(_Targets(label, done, self._outer_continue()), stmts)
            self._go(done)
        if not_one and not any(default for _, default, _ in clauses):
            start.following.append(done)
        self.at = done

    def _outer_continue(self) -> Block | None:
        return self.targets[-1].on_continue if self.targets else None


# ---------------------------------------------------------------- what never returns

_ENDS = frozenset(
    [
        "panic",
        "os.Exit",
        "runtime.Goexit",
        "syscall.Exit",
        *(f"log.{kind}{form}" for kind in ("Fatal", "Panic") for form in ("", "f", "ln")),
        *(f"(*log.Logger).{kind}{form}" for kind in ("Fatal", "Panic") for form in ("", "f", "ln")),
        *(f"(*testing.common).{name}" for name in ("FailNow", "SkipNow", "Fatal", "Fatalf", "Skip", "Skipf")),
    ]
)


class Endings:
    """Which calls in a package never return: those of the functions above, and of the package's own that cannot."""

    def __init__(self, p: Pass) -> None:
        self.p = p
        self.known: dict[Func, bool] = {}

    def never_returns(self, call: ast.CallExpr) -> bool:
        callee = self.p.callee(call)
        if self.p.called(call) in _ENDS:
            return True
        if not isinstance(callee, Func) or callee.pkg is not self.p.package or callee.decl is None:
            return False
        if callee not in self.known:
            self.known[callee] = False  # a recursive call counts as one that returns
            body = callee.decl.body
            if body is not None:
                graph = Graph(body, self.never_returns)
                self.known[callee] = all(block.returns == NO_POS for block in graph.reachable())
        return self.known[callee]
