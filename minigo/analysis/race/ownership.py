"""Sends and closes of channels that cannot race with each other, so that nobody need watch them.

A send reads its channel, and closing writes it. They cannot race when
- all sends and closes of a channel are done by one goroutine: the channel is made for a local variable that nothing
  else is assigned to, the variable is only used to send, receive, close and measure, and the functions in which it is
  sent to and closed are the one that declares it, or a literal that one go statement outside of loops starts, with the
  literals that they defer or call at once;
- or no other channels of its type are closed anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from minigo.core.astwalk import children
from minigo.record import field, record
from minigo.source import Pos
from minigo.syntax import ast
from minigo.types.objects import Builtin, Object, Var
from minigo.types.types import Chan, Type
from minigo.types.typeset import identical

if TYPE_CHECKING:
    from minigo.check.result import CheckResult
    from minigo.types.info import Info

_HARMLESS = ("len", "cap")
_Path = tuple[ast.Node, ...]
"""The nodes from a declaration down to one, which is not among them."""


@record(slots=True, eq=False)
class _Use:
    """A send or close. `elem` is the channel's element type, None where it depends on type arguments. `variable` is the
    channel's, if it is one."""

    pos: Pos
    path: _Path
    closes: bool
    elem: Type | None
    variable: Object | None


@record(slots=True, eq=False)
class _Channel:
    """A local variable for which a channel is made. `kept`: nothing is known to happen to it but what `uses` tell."""

    path: _Path
    kept: bool = True
    uses: list[_Use] = field(default_factory=list)


def unwatched_channels(packages: Iterable[CheckResult], library: frozenset[str]) -> frozenset[Pos]:
    """The positions of such sends and (of their parentheses) closes in the program's own packages; `library` are the
    import paths of the others."""
    uses: list[_Use] = []
    owned: set[_Use] = set()
    reflects = False
    for result in packages:
        if result.package.path in library:
            reflects = reflects or result.package.path == "reflect"
            continue
        for file in result.package.files:
            for decl in file.decls:
                finder = _Finder(result.info, decl)
                finder.visit(decl)
                uses += finder.uses
                for channel in finder.channels.values():
                    if channel.kept and finder.by_one_goroutine(channel):
                        owned.update(channel.uses)
    others = [use.elem for use in uses if use.closes and use not in owned]
    found = [use.pos for use in uses if use in owned]
    if not reflects:
        found += [use.pos for use in uses if not use.closes and not _may_be_closed(use.elem, others)]
    return frozenset(found)


def _may_be_closed(elem: Type | None, closed: list[Type | None]) -> bool:
    return any(elem is None or other is None or identical(elem, other) for other in closed)


class _Finder:
    """Looks through a declaration."""

    def __init__(self, info: Info, decl: ast.Decl) -> None:
        self.info = info
        self.generic = isinstance(decl, ast.FuncDecl) and (
            decl.type.type_params is not None or (decl.recv is not None and _has_parameters(decl.recv))
        )
        self.uses: list[_Use] = []
        self.channels: dict[Object, _Channel] = {}
        self._path: list[ast.Node] = []
        self._jumps = False

    def visit(self, node: ast.Node) -> None:
        match node:
            case ast.Ident():
                self._ident(node)
            case ast.BranchStmt(op="goto"):
                self._jumps = True
            case ast.SendStmt():
                self._use(node.pos, node.chan, False)
            case ast.CallExpr() if self._builtin(node) == "close" and len(node.args) == 1:
                self._use(node.lparen, node.args[0], True)
        self._path.append(node)
        for child in children(node):
            self.visit(child)
        self._path.pop()

    def _builtin(self, call: ast.CallExpr) -> str:
        obj = self.info.uses.get(call.fun) if isinstance(call.fun, ast.Ident) else None
        return obj.name if isinstance(obj, Builtin) else ""

    def _use(self, pos: Pos, chan: ast.Expr, closes: bool) -> None:
        elem = None
        if not self.generic:
            known = self.info.types.get(chan)
            t = known.type.underlying() if known is not None else None
            elem = t.elem if isinstance(t, Chan) else None
        variable = self.info.uses.get(chan) if isinstance(chan, ast.Ident) else None
        use = _Use(pos, tuple(self._path), closes, elem, variable)
        self.uses.append(use)
        channel = self.channels.get(variable) if variable is not None else None
        if channel is not None:
            channel.uses.append(use)

    def _ident(self, ident: ast.Ident) -> None:
        parent = self._path[-1] if self._path else None
        made = self.info.defs.get(ident)
        if made is not None:
            local = any(isinstance(node, ast.FuncLit | ast.FuncDecl) for node in self._path)
            if local and isinstance(made, Var) and parent is not None and self._makes(parent, ident):
                self.channels[made] = _Channel(tuple(self._path))
            return
        channel = self.channels.get(self.info.uses[ident]) if ident in self.info.uses else None
        if channel is None:
            return
        match parent:
            case ast.SendStmt() if parent.chan is ident:
                pass
            case ast.UnaryExpr(op="<-") | ast.RangeStmt() if parent.x is ident:
                pass
            case ast.CallExpr() if self._builtin(parent) in ("close", *_HARMLESS):
                pass
            case _:
                channel.kept = False

    def _makes(self, parent: ast.Node, ident: ast.Ident) -> bool:
        """Whether `parent` declares a variable and makes a channel for it."""
        match parent:
            case ast.AssignStmt(op=":="):
                names, values = list(parent.lhs), parent.rhs
            case ast.ValueSpec():
                names, values = list(parent.names), parent.values
            case _:
                return False
        if len(names) != len(values):
            return False
        value = values[next(i for i, name in enumerate(names) if name is ident)]
        if not isinstance(value, ast.CallExpr) or self._builtin(value) != "make":
            return False
        return isinstance(self.info.types[value].type.underlying(), Chan)

    # ------------------------------------------------------------ who does it

    def by_one_goroutine(self, channel: _Channel) -> bool:
        """Whether one goroutine alone sends to the channel and closes it."""
        doers = [self._doer(use.path, channel.path) for use in channel.uses]
        return all(doer is not None and doer is doers[0] for doer in doers)

    def _doer(self, path: _Path, declared: _Path) -> ast.Node | None:
        """What stands for the goroutine that does what stands below `path`, if there is one for each time that the
        variable is declared: the function that declares it, or a literal."""
        start = max(i for i, node in enumerate(declared) if isinstance(node, ast.FuncLit | ast.FuncDecl))
        doer: ast.Node = declared[start]
        for i in range(start + 1, len(path)):
            node = path[i]
            if isinstance(node, ast.GoStmt):
                if len(path) < i + 3 or self._jumps or any(_repeats(path, declared, j) for j in range(start + 1, i)):
                    return None
                doer = path[i + 2]
            elif isinstance(node, ast.FuncLit):
                call = path[i - 1]
                if not isinstance(call, ast.CallExpr) or call.fun is not node:
                    return None
        return doer


def _repeats(path: _Path, declared: _Path, i: int) -> bool:
    """Whether path[i] is a loop that may execute what is below more than once for one declaration."""
    loop = path[i]
    if not isinstance(loop, ast.ForStmt | ast.RangeStmt):
        return False
    return not (i + 1 < len(declared) and declared[i] is loop and declared[i + 1] is loop.body)


def _has_parameters(recv: ast.FieldList) -> bool:
    return any(isinstance(node, ast.IndexExpr) for f in recv.fields for node in _below(f.type))


def _below(node: ast.Node | None) -> Iterable[ast.Node]:
    if node is not None:
        yield node
        for child in children(node):
            yield from _below(child)
