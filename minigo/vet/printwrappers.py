"""Which functions print like fmt's: those that are known, and those of the module that pass their arguments on.

A function with `args ...any` at its end is a wrapper when it hands them, as they came, to one that prints; if that one
takes a format, so must the wrapper, right before. Function literals that a variable is given count too. Passing
arguments on without `...` is a mistake, which is told to `on_mistake`.
"""

from __future__ import annotations

from collections.abc import Callable

from minigo.core.astwalk import nodes
from minigo.record import record
from minigo.syntax import ast
from minigo.types.objects import Func, Object, Var
from minigo.types.types import Interface, Signature, Slice, unalias
from minigo.types.typeset import type_set
from minigo.types.universe import STRING
from minigo.vet.inspect import Pass

PRINT, PRINTF, ERRORF = "print", "printf", "errorf"

_PACKAGES = {
    "fmt": "Append Appendf Appendln Errorf Fprint Fprintf Fprintln Print Printf Println Sprint Sprintf Sprintln",
    "log": "Fatal Fatalf Fatalln Panic Panicf Panicln Print Printf Println",
    "runtime/trace": "Logf",
}
_LOGGER = _PACKAGES["log"].split()
_TESTING = ["Error", "Errorf", "Fatal", "Fatalf", "Log", "Logf", "Skip", "Skipf"]
KNOWN = frozenset(
    [
        *(f"{path}.{name}" for path, names in _PACKAGES.items() for name in names.split()),
        *(f"(*log.Logger).{name}" for name in _LOGGER),
        *(f"(*testing.common).{name}" for name in _TESTING),
        *(f"(testing.TB).{name}" for name in _TESTING),
    ]
)


@record(slots=True, eq=False)
class _Wrapper:
    """A function that may pass its arguments on; `callers` are those that pass theirs on to it, with the calls."""

    obj: Object
    body: ast.BlockStmt
    format: Var | None
    args: Var
    callers: list[tuple[_Wrapper, ast.CallExpr]]


class Printers:
    """What kind of printing function each function is."""

    def __init__(self, p: Pass, on_mistake: Callable[[ast.CallExpr, str], None]) -> None:
        self.p = p
        self.kinds: dict[Object, str] = {}
        for package, info in p.local:
            _Wrappers(Pass(package, info, package.path, []), self.kinds, lambda call, kind: None)
        _Wrappers(p, self.kinds, on_mistake)

    def kind(self, obj: Object) -> str:
        """PRINT, PRINTF, ERRORF or ""."""
        return kind_of(self.p, obj, self.kinds)


def kind_of(p: Pass, obj: Object, kinds: dict[Object, str]) -> str:
    """What a function is known to be, by its name or in `kinds`."""
    if isinstance(obj, Func) and obj.origin is not None:
        obj = obj.origin
    if obj in kinds:
        return kinds[obj]
    name = p.full_name(obj)
    if name not in KNOWN:
        return ""
    if name == "fmt.Errorf":
        return ERRORF
    return PRINTF if name.endswith("f") else PRINT


class _Wrappers:
    """Finds the wrappers of one package and adds them to `kinds`."""

    def __init__(self, p: Pass, kinds: dict[Object, str], on_mistake: Callable[[ast.CallExpr, str], None]) -> None:
        self.p = p
        self.kinds = kinds
        self.on_mistake = on_mistake
        self.by_object: dict[Object, _Wrapper] = {}
        for function in p.functions():
            obj = self.object_of(function)
            sig = p.type_of(function) if isinstance(function, ast.FuncLit) else obj.type if obj is not None else None
            if obj is not None and isinstance(sig, Signature) and function.body is not None:
                format_, args = printf_params(sig)
                if args is not None:
                    self.by_object[obj] = _Wrapper(obj, function.body, format_, args, [])
        for wrapper in self.by_object.values():
            self.look(wrapper)

    def object_of(self, function: ast.FuncDecl | ast.FuncLit) -> Object | None:
        """The function, or the variable that a literal is assigned to."""
        if isinstance(function, ast.FuncDecl):
            return self.p.info.defs.get(function.name)
        parent = self.p.parent[function]
        targets: list[ast.Expr] = []
        if isinstance(parent, ast.ValueSpec) and function in parent.values:
            targets = [parent.names[parent.values.index(function)]] if len(parent.names) == len(parent.values) else []
        elif isinstance(parent, ast.AssignStmt) and function in parent.rhs:
            targets = [parent.lhs[parent.rhs.index(function)]]
        for target in targets:
            obj = self.p.object_of(target) if isinstance(target, ast.Ident) else self.p.used_object(target)
            if isinstance(obj, Var):
                return obj
        return None

    def look(self, wrapper: _Wrapper) -> None:
        """Follow the calls that pass the arguments on, up to where the parameters are changed."""
        own = [v for v in (wrapper.format, wrapper.args) if v is not None]
        for node in nodes(wrapper.body):
            if isinstance(node, ast.AssignStmt) and any(self.is_one(e, own) for e in node.lhs):
                return
            if isinstance(node, ast.UnaryExpr) and node.op == "&" and self.is_one(node.x, own):
                return
            if isinstance(node, ast.CallExpr) and node.args and self.is_one(node.args[-1], [wrapper.args]):
                callee = self.p.callee(node)
                if callee is None:
                    continue
                other = self.by_object.get(callee)
                if other is not None:
                    other.callers.append((wrapper, node))
                kind = kind_of(self.p, callee, self.kinds)
                if kind:
                    self.propagate(wrapper, node, kind)

    def is_one(self, e: ast.Expr, variables: list[Var]) -> bool:
        return isinstance(e, ast.Ident) and self.p.object_of(e) in variables

    def propagate(self, wrapper: _Wrapper, call: ast.CallExpr, kind: str) -> None:
        if not self.forwards(wrapper, call, kind) or self.kinds.get(wrapper.obj) == kind:
            return
        self.kinds[wrapper.obj] = kind
        for caller, its_call in wrapper.callers:
            self.propagate(caller, its_call, kind)

    def forwards(self, wrapper: _Wrapper, call: ast.CallExpr, kind: str) -> bool:
        """Whether a call passes all on as it has to be."""
        if kind != PRINT:
            wanted = [wrapper.format] if wrapper.format is not None else []
            if len(call.args) < 2 or not self.is_one(call.args[-2], wanted):
                return False
        if call.has_ellipsis:
            return True
        sig = self.p.type_of(call.fun)
        if isinstance(sig, Signature) and len(call.args) <= len(sig.params.vars):
            self.on_mistake(call, kind)
        return False


def printf_params(sig: Signature) -> tuple[Var | None, Var | None]:
    """The parameters `format string` and `args ...any` at the end of a signature, if they are there."""
    if not sig.variadic:
        return None, None
    params = sig.params.vars
    args = params[-1]
    if not takes_anything(args):
        return None, None
    format_ = params[-2] if len(params) >= 2 and params[-2].type is STRING else None
    return format_, args


def takes_anything(args: Var) -> bool:
    """Whether a variadic parameter is `...any`."""
    elem = unalias(args.type.elem) if isinstance(args.type, Slice) else None
    return isinstance(elem, Interface) and not type_set(elem).methods and type_set(elem).terms is None
