"""A function of core as Python code: parameters, deferred calls, recover, closures.

A function literal that captures becomes a factory, a function of its captured boxes and values that returns the
literal; the others are functions of the namespace. Code objects carry the Go function's name and file, and Go's lines.
"""

from __future__ import annotations

import ast
import warnings
from types import CodeType

from minigo.core import nodes as c
from minigo.core.visit import statements
from minigo.engine import pyast as py
from minigo.engine.control import Control, TooDeep
from minigo.engine.factories import inner_code
from minigo.engine.flat import Flat
from minigo.engine.loops import Loops
from minigo.engine.names import DEFERS, RUN, TOKEN, UNWINDING
from minigo.engine.unit import Link

ERROR = "error:"


def compile_function(link: Link, function: c.Function, path: str) -> CodeType:
    """The code of a function that captures nothing, or of the factory of one that does. `path`: of its Go file."""
    function.complete()
    definition, captures, _ = _definition(link, function)
    if captures:
        line = definition.lineno
        body: list[ast.stmt] = [definition]
        if function.recovers:
            mark = py.attr_target(line, py.name(line, definition.name), "recovers")
            body.append(py.assign(line, mark, py.const(line, True)))
        body.append(py.returning(line, py.name(line, definition.name)))
        definition = py.define(line, "factory", captures, body)
    module = ast.Module([definition], [])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # what Python finds strange, as None[0], may be right in Go
        code = compile(module, path, "exec", dont_inherit=True, optimize=0)
    return _qualified(inner_code(code), function.name)


def variable_names(link: Link, function: c.Function) -> dict[str, c.Var]:
    """The variables of a function by their names in its code: translating it again gives the same names."""
    return {name: v for v, name in _definition(link, function.complete())[2].items()}


def _definition(link: Link, function: c.Function) -> tuple[ast.FunctionDef, list[str], dict[c.Var, str]]:
    """The function's definition, the names of its captured variables, and of all."""
    try:
        return _translate(link, function, flat=False)
    except TooDeep:
        return _translate(link, function, flat=True)


def _translate(link: Link, function: c.Function, flat: bool) -> tuple[ast.FunctionDef, list[str], dict[c.Var, str]]:
    unit = Loops(link, function)
    line = unit.line
    captures = [unit.var(v) for v in function.captures]
    params = [unit.var(v) for v in function.params]
    out: list[ast.stmt] = []
    if function.recovers and not function.hidden:
        token = py.call(line, py.attr(line, py.name(line, RUN), "take_token"), [])
        out.append(py.set_name(line, TOKEN, token))
    for v in function.params:
        if v.boxed:
            out.append(unit.declare(line, v, py.name(line, unit.var(v))))
    body: list[ast.stmt] = []
    if function.has_defer:
        defers = py.call(line, py.name(line, "Defers"), [py.name(line, RUN)])
        out.append(py.set_name(line, DEFERS, defers))
    else:
        body = out
    if flat:
        Flat(unit).translate(function.body, body)
    else:
        unit.body(function.body, body)
        unit.end(unit.at(function.end), body)
    if function.has_defer:
        out += _guard(unit, body)
    if unit.globals:
        out.insert(0, py.global_names(line, sorted(unit.globals)))
    definition = py.define(line, function.name, params, out or [py.nothing(line)])
    return definition, captures, unit.names


def _guard(unit: Control, body: list[ast.stmt]) -> list[ast.stmt]:
    """`body`, left by a panic or Goexit, runs the deferred calls; when they recover, the results are what they are."""
    line = unit.line
    unwind = py.attr(line, py.name(line, DEFERS), "unwind")
    handler = [py.evaluate(line, py.call(line, unwind, [py.name(line, ERROR)]))]
    guarded = py.guarded(line, body, UNWINDING, list(handler))
    guarded.handlers[0].name = ERROR
    return [guarded, py.returning(line, unit.results(line))]


def _qualified(code: CodeType, name: str) -> CodeType:
    """`code` and the code in it, under the Go function's name."""
    consts = tuple(_qualified(k, name) if isinstance(k, CodeType) else k for k in code.co_consts)
    return code.replace(co_qualname=name, co_consts=consts)


def has_loops(function: c.Function) -> bool:
    """Whether there is a loop in a completed function."""
    return any(isinstance(s, c.Loop) for s in statements(function.body))
