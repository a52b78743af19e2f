"""copylocks: locks that are copied, by assignments, calls, returns, range loops and value receivers.

What is a lock: a struct whose pointer, but not itself, has Lock and Unlock, and whatever contains one. What library
types contain is listed, since minigo's have other fields than Go's.
"""

from __future__ import annotations

from minigo.syntax import ast
from minigo.types.objects import Builtin, Func, Var
from minigo.types.types import Array, Interface, Named, Pointer, Signature, Struct, Tuple, Type, TypeParam, unalias
from minigo.vet.inspect import Pass, implements, structural_terms, unparen

_NO_COPY = "sync.noCopy"
_ATOMIC = "sync/atomic.noCopy"
_COMMON = ("testing.common", "sync.RWMutex")
LIBRARY: dict[str, tuple[str, ...]] = {
    "sync.Mutex": (),
    "sync.RWMutex": (),
    **dict.fromkeys(("sync.Cond", "sync.Map", "sync.Once", "sync.Pool", "sync.WaitGroup"), (_NO_COPY,)),
    **{f"sync/atomic.{n}": (_ATOMIC,) for n in ["Bool", "Int32", "Int64", "Pointer", "Uint32", "Uint64", "Uintptr"]},
    "golang.org/x/sync/errgroup.Group": ("sync.WaitGroup", _NO_COPY),
    "golang.org/x/sync/semaphore.Weighted": ("sync.Mutex",),
    "golang.org/x/sync/singleflight.Group": ("sync.Mutex",),
    "io.PipeReader": ("io.pipe", "sync.Mutex"),
    "io.PipeWriter": ("io.PipeReader", "io.pipe", "sync.Mutex"),
    "log.Logger": ("sync.Mutex",),
    "os.Process": ("sync/atomic.Uint32", _ATOMIC),
    "strings.Replacer": ("sync.Once", _NO_COPY),
    "testing.B": _COMMON,
    "testing.F": _COMMON,
    "testing.M": ("sync.Once", _NO_COPY),
    "testing.T": _COMMON,
}
"""Library types that hold locks, with the types from the outside to the lock."""

_LOCKER = Interface([Func(name, Signature(Tuple([]), Tuple([]))) for name in ("Lock", "Unlock")])
_MEASURES = frozenset(("len", "cap", "Sizeof", "Offsetof", "Alignof"))


def run(p: Pass) -> None:
    _Copylocks(p).run()


class _Copylocks:
    def __init__(self, p: Pass) -> None:
        self.p = p

    def run(self) -> None:
        p = self.p
        for loop in p.all(ast.RangeStmt):
            for var in (loop.key, loop.value):
                self.range_var(var)
        for f in p.all(ast.FuncDecl):
            if f.recv is not None and f.recv.fields:
                self.declared(f.name.name, f.recv.fields[0])
            self.parameters(f.name.name, f.type)
        for lit in p.all(ast.FuncLit):
            self.parameters("func", lit.type)
        for call in p.all(ast.CallExpr):
            callee = p.callee(call)
            if not isinstance(callee, Builtin) or callee.name not in _MEASURES:
                for arg in call.args:
                    self.copied(arg, "call of {} copies lock value", call.fun)
        for assign in p.all(ast.AssignStmt):
            self.assign(assign)
        for spec in p.all(ast.ValueSpec):
            for name, value in zip(spec.names, spec.values, strict=False):
                self.copied(value, "variable declaration copies lock value to {}", name)
        for literal in p.all(ast.CompositeLit):
            for elt in literal.elts:
                x = elt.value if isinstance(elt, ast.KeyValueExpr) else elt
                self.copied(x, "literal copies lock value from {}", x)
        for ret in p.all(ast.ReturnStmt):
            for x in ret.results:
                self.copied(x, "return copies lock value")

    def copied(self, x: ast.Expr, what: str, quoted: ast.Expr | None = None) -> bool:
        """Report that `x` is copied if it holds a lock; `what` says how, with {} for what is quoted."""
        path = self.path_of_value(x)
        if path:
            how = what.replace("{}", self.p.text(quoted)) if quoted is not None else what
            self.p.report(x.pos, f"{how}: {' contains '.join(path)}")
        return bool(path)

    def declared(self, name: str, field: ast.Field) -> None:
        path = self.path(self.p.type_of(field.type), set())
        if path:
            self.p.report(field.type.pos, f"{name} passes lock by value: {' contains '.join(path)}")

    def parameters(self, name: str, signature: ast.FuncType) -> None:
        for field in signature.params.fields:
            if not isinstance(field.type, ast.Ellipsis):
                self.declared(name, field)

    def assign(self, s: ast.AssignStmt) -> None:
        p = self.p
        found = False
        for i, x in enumerate(s.rhs):
            found |= self.copied(x, "assignment copies lock value to {}", s.lhs[i])
        loop = p.parent[s]
        if found or s.op != ":=" or p.lang(s.pos) < (1, 22) or not isinstance(loop, ast.ForStmt) or loop.init is not s:
            return
        for x in s.lhs:
            obj = p.info.defs.get(x) if isinstance(x, ast.Ident) and x.name != "_" else None
            path = self.path(obj.type, set()) if obj is not None else []
            if path:
                message = f"for loop iteration copies lock value to {p.text(x)}: {' contains '.join(path)}"
                p.report(x.pos, message)

    def range_var(self, e: ast.Expr | None) -> None:
        if e is None or (isinstance(e, ast.Ident) and e.name == "_"):
            return
        path = self.path(self.p.type_of(e), set())
        if path:
            self.p.report(e.pos, f"range var {self.p.text(e)} copies lock: {' contains '.join(path)}")

    # ------------------------------------------------------------ what holds a lock

    def path_of_value(self, x: ast.Expr) -> list[str]:
        """The types from that of `x` to a lock, if evaluating `x` copies something that exists already."""
        x = unparen(x)
        if isinstance(x, ast.CompositeLit | ast.CallExpr):
            return []
        if isinstance(x, ast.StarExpr) and isinstance(unparen(x.x), ast.CallExpr):
            return []
        known = self.p.info.types.get(x)
        if known is None or known.mode in ("type", "builtin", "novalue"):
            return []
        return self.path(known.type, set())

    def path(self, t: Type | None, seen: set[Type]) -> list[str]:
        if t is None or t in seen:
            return []
        seen.add(t)
        if isinstance(unalias(t), TypeParam):
            for tilde, term in structural_terms(t) or []:
                below = self.path(term, seen)
                if below:
                    return [self.p.type_string(t), ("~" if tilde else "") + below[0], *below[1:]]
            return []
        while isinstance(t.underlying(), Array):
            array = t.underlying()
            assert isinstance(array, Array)
            t = array.elem
        under = t.underlying()
        parts: list[Var] = under.vars if isinstance(under, Tuple) else under.fields if isinstance(under, Struct) else []
        own = self.p.type_string(t)
        named = unalias(t)
        if isinstance(named, Named) and named.obj.pkg is not None and isinstance(under, Struct):
            listed = LIBRARY.get(f"{named.obj.pkg.path}.{named.obj.name}")
            if listed is not None:
                return [own, *listed]
        if isinstance(under, Struct) and implements(Pointer(t), _LOCKER) and not implements(t, _LOCKER):
            return [own]
        for var in parts:
            below = self.path(var.type, seen)
            if below:
                return [own, *below]
        return []
