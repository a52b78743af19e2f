"""Checks of tests, both Go's: testinggoroutine and tests."""

from __future__ import annotations

from minigo.buildtags import is_test
from minigo.gotest.discover import comment_groups, is_output_comment, is_test_name
from minigo.record import record
from minigo.syntax import ast
from minigo.types.lookup import lookup_field_or_method
from minigo.types.objects import Func, Object, Var
from minigo.types.predicates import is_valid
from minigo.types.types import Pointer, Signature, Slice, Type, unalias
from minigo.types.typeset import identical
from minigo.types.universe import BYTE, TYP
from minigo.vet.inspect import Pass, is_named, unparen

# ---------------------------------------------------------------- testinggoroutine

_ENDING = frozenset(("FailNow", "Fatal", "Fatalf", "Skip", "Skipf", "SkipNow"))


@record(slots=True)
class _Started:
    """A go statement: `region` is the code that it runs, `fun` what it calls."""

    stmt: ast.GoStmt
    region: ast.Node
    fun: ast.Expr


def goroutines(p: Pass) -> None:
    """t.Fatal and its kin end the goroutine that calls them, which must be the test's."""
    if not p.imports("testing"):
        return
    decls = {p.info.defs.get(decl.name): decl for decl in p.all(ast.FuncDecl)}
    started: dict[ast.Node, list[_Started]] = {}
    for stmt in p.all(ast.GoStmt):
        if not isinstance(stmt.call, ast.CallExpr) or not _in_test(p, stmt):
            continue
        fun = unparen(stmt.call.fun)
        region: ast.Node = stmt
        value = p.declared_value(fun)
        obj = p.used_object(fun)
        if isinstance(value, ast.FuncLit):
            region = value
        elif isinstance(obj, Func) and obj in decls:
            region = decls[obj]
        started.setdefault(region, []).append(_Started(stmt, region, fun))
    regions = {*started, *_subtests(p)}
    for call in p.all(ast.CallExpr):
        method = _ending_method(p, call)
        if not method:
            continue
        region = next((node for node in _around(p, call) if node in regions), None) or call
        for start in started.get(region, []):
            place, context = start.stmt.pos, ""
            if isinstance(start.fun, ast.FuncLit):
                place = call.pos
            elif isinstance(start.fun, ast.Ident):
                context = f" ({start.fun.name} calls {method})"
            p.report(place, f"call to {method} from a non-test goroutine{context}")


def _around(p: Pass, node: ast.Node) -> list[ast.Node]:
    found = []
    while node in p.parent:
        node = p.parent[node]
        found.append(node)
    return found


def _in_test(p: Pass, node: ast.Node) -> bool:
    """Whether the function around `node` has a parameter *testing.T or *testing.B."""
    decl = next((n for n in _around(p, node) if isinstance(n, ast.FuncDecl)), None)
    params = decl.type.params.fields if decl is not None else []
    return any(p.text(field.type) in ("*testing.T", "*testing.B") for field in params)


def _subtests(p: Pass) -> list[ast.Node]:
    """The function literals that t.Run runs."""
    found: list[ast.Node] = []
    for call in p.all(ast.CallExpr):
        callee = p.callee(call)
        if len(call.args) != 2 or not isinstance(callee, Func) or callee.name != "Run":
            continue
        if callee.pkg is not None and callee.pkg.path == "testing":
            fun = unparen(call.args[1])
            value = fun if isinstance(fun, ast.FuncLit) else p.declared_value(fun)
            found += [value] if isinstance(value, ast.FuncLit) else [call]
    return found


def _ending_method(p: Pass, call: ast.CallExpr) -> str:
    """`(*testing.T).Fatal` if the call is one of a variable's method that ends the test; else ""."""
    fun = unparen(call.fun)
    selection = p.info.selections.get(fun) if isinstance(fun, ast.SelectorExpr) else None
    if selection is None or not isinstance(fun, ast.SelectorExpr):
        return ""
    x = unparen(fun.x)
    if not isinstance(x, ast.Ident) or not isinstance(p.info.uses.get(x), Var):
        return ""
    method = selection.obj
    if not isinstance(method, Func) or method.name not in _ENDING:
        return ""
    if method.pkg is None or method.pkg.path != "testing":
        return ""
    return f"({p.type_string(selection.recv)}).{method.name}"


# ---------------------------------------------------------------- tests

_FUZZ_TYPES: list[Type] = [
    *(TYP[kind] for kind in ("string", "bool", "float32", "float64")),
    *(TYP[f"{sign}int{bits}"] for sign in ("", "u") for bits in ("", 8, 16, 32, 64)),
    Slice(BYTE),
]


def tests(p: Pass) -> None:
    """Names and signatures of tests and examples, calls of fuzz targets, output comments."""
    for tree in p.package.files:
        if not is_test(tree.source.path):
            continue
        for decl in tree.decls:
            if not isinstance(decl, ast.FuncDecl) or decl.recv is not None:
                continue
            name = decl.name.name
            if name.startswith("Example"):
                _example_name(p, decl)
                _example_output(p, decl, tree)
                continue
            for prefix in ("Test", "Benchmark", "Fuzz"):
                if name.startswith(prefix):
                    _test(p, decl, prefix)
                    if prefix == "Fuzz":
                        _Fuzz(p, decl).check()


def _test(p: Pass, decl: ast.FuncDecl, prefix: str) -> None:
    params = decl.type.params.fields
    if (decl.type.results is not None and decl.type.results.fields) or len(params) != 1 or len(params[0].names) > 1:
        return
    star = params[0].type
    named = star.x if isinstance(star, ast.StarExpr) else None
    kind = named.sel.name if isinstance(named, ast.SelectorExpr) else named.name if isinstance(named, ast.Ident) else ""
    if kind != prefix[0]:
        return
    name = decl.name.name
    if decl.type.type_params is not None and decl.type.type_params.fields:
        message = f"{name} has type parameters: it will not be run by go test as a {prefix}XXX function"
        p.report(decl.type.type_params.pos, message)
    if not is_test_name(name, prefix):
        p.report(decl.name.pos, f"{name} has malformed name: first letter after '{prefix}' must not be lowercase")


def _is_suffix(text: str) -> bool:
    return text[:1].islower()


def _example_name(p: Pass, decl: ast.FuncDecl) -> None:
    name = decl.name.name
    if decl.type.params.fields:
        p.report(decl.pos, f"{name} should be niladic")
    if decl.type.results is not None and decl.type.results.fields:
        p.report(decl.pos, f"{name} should return nothing")
    if decl.type.type_params is not None and decl.type.type_params.fields:
        p.report(decl.pos, f"{name} should not have type params")
    rest = name.removeprefix("Example")
    if not rest:
        return
    ident, *more = rest.split("_", 2)
    objects = _objects(p, ident)
    if ident and not objects:
        p.report(decl.pos, f"{name} refers to unknown identifier: {ident}")
        return
    if not more:
        return
    if not ident:
        suffix = rest.removeprefix("_")
        if not _is_suffix(suffix):
            p.report(decl.pos, f"{name} has malformed example suffix: {suffix}")
        return
    if not _is_suffix(more[0]) and not any(_has_member(obj, more[0]) for obj in objects):
        p.report(decl.pos, f"{name} refers to unknown field or method: {ident}.{more[0]}")
    if len(more) == 2 and not _is_suffix(more[1]):
        p.report(decl.pos, f"{name} has malformed example suffix: {more[1]}")


def _objects(p: Pass, name: str) -> list[Object]:
    """What an example's name may mean: something of the package or of one that it imports."""
    own = p.package.scope.lookup(name)
    if own is not None:
        return [own]
    found = [package.scope.lookup(name) for package in p.package.imports]
    return [obj for obj in found if obj is not None]


def _has_member(obj: Object, name: str) -> bool:
    t = obj.type
    return t is not None and is_valid(t) and lookup_field_or_method(t, True, obj.pkg, name).obj is not None


def _example_output(p: Pass, decl: ast.FuncDecl, tree: ast.SourceFile) -> None:
    if decl.body is None:
        return
    groups = comment_groups(tree, decl.body.pos)
    outputs = [pos for pos, text in groups if is_output_comment(text)]
    message = "output comment block must be the last comment block"
    if len(outputs) > 1:
        message = "there can only be one output comment block per example"
    for pos in outputs:
        if pos != groups[-1][0]:
            p.report(pos, message)


class _Fuzz:
    """The calls of f.Fuzz and f.Add in one fuzz test."""

    def __init__(self, p: Pass, decl: ast.FuncDecl) -> None:
        self.p = p
        self.calls = [call for call in p.all(ast.CallExpr) if p.inside(call, decl)]
        self.params: list[Var] | None = None

    def check(self) -> None:
        targets = [call.args[0] for call in self.calls if self.method(call) == "Fuzz" and len(call.args) == 1]
        for target in targets:
            self.target(target)
        if self.params is not None:
            for call in self.calls:
                if self.method(call) == "Add":
                    self.add(call, self.params)

    def method(self, call: ast.CallExpr) -> str:
        """The method of testing.F that is called, "" for any other call."""
        fun = call.fun
        if isinstance(fun, ast.SelectorExpr) and _is_testing(self.p.type_of(fun.x), "F"):
            return fun.sel.name
        return ""

    def target(self, e: ast.Expr) -> None:
        p = self.p
        t = p.type_of(e)
        sig = t.underlying() if t is not None else None
        if not isinstance(sig, Signature):
            p.report(e.pos, "argument to Fuzz must be a function")
            return
        if sig.results.vars:
            p.report(e.pos, "fuzz target must not return any value")
        if not sig.params.vars:
            p.report(e.pos, "fuzz target must have 1 or more argument")
            return
        if self.parameters(e, sig.params.vars) and self.params is None:
            self.params = sig.params.vars
        for call in self.calls:
            if self.method(call) not in ("", "Name", "Failed") and p.inside(call, e):
                p.report(call.pos, "fuzz target must not call any *F methods")

    def parameters(self, e: ast.Expr, params: list[Var]) -> bool:
        places = [e.pos] * len(params)
        if isinstance(e, ast.FuncLit):
            places = [field.type.pos for field in e.type.params.fields for _ in range(max(1, len(field.names)))]
        right = True
        if not _is_testing(params[0].type, "T"):
            self.p.report(places[0], "the first parameter of a fuzz target must be *testing.T")
            right = False
        for place, param in zip(places[1:], params[1:], strict=True):
            if not any(identical(param.type, t) for t in _FUZZ_TYPES):
                types = ", ".join(map(self.p.type_string, _FUZZ_TYPES))
                self.p.report(place, f"fuzzing arguments can only have the following types: {types}")
                right = False
        return right

    def add(self, call: ast.CallExpr, params: list[Var]) -> None:
        p = self.p
        wanted = [param.type for param in params[1:]]
        if len(call.args) != len(wanted):
            message = "wrong number of values in call to (*testing.F).Add: {}, fuzz target expects {}"
            p.report(call.pos, message.format(len(call.args), len(wanted)))
            return
        given = [p.type_of(arg) for arg in call.args]
        wrong = [i for i, t in enumerate(given) if not identical(t, wanted[i])]
        if len(wrong) == 1:
            i = wrong[0]
            kinds = f"{p.type_string(given[i])}, fuzz target expects {p.type_string(wanted[i])}"
            p.report(call.args[i].pos, f"mismatched type in call to (*testing.F).Add: {kinds}")
        elif wrong:
            both = [f"[{' '.join(map(p.type_string, types))}]" for types in (given, wanted)]
            message = f"mismatched types in call to (*testing.F).Add: {both[0]}, fuzz target expects {both[1]}"
            p.report(call.pos, message)


def _is_testing(t: Type | None, name: str) -> bool:
    pointer = unalias(t) if t is not None else None
    return isinstance(pointer, Pointer) and is_named(pointer.elem, "testing", name)
