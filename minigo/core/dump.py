"""Core as text, for people: one line a statement, nested lists indented, variables as name.id (boxed ones with a *)."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.core.naming import type_name
from minigo.types.types import Type


def dump_program(program: c.Program) -> str:
    """All functions lowered so far, in order of their symbols."""
    parts = [dump_function(f) for _, f in sorted(program.functions.items()) if f.pending is None]
    return "\n".join(parts)


def dump_function(f: c.Function) -> str:
    """One function: its head, then its body."""
    head = f"func {f.symbol}({', '.join(_var(p) for p in f.params)})"
    if f.results:
        head += f" ({', '.join(_var(r) for r in f.results)})"
    elif f.result_count:
        head += f" {f.result_count}"
    if f.captures:
        head += f" captures {', '.join(_var(v) for v in f.captures)}"
    flags = [name for name in ("has_defer", "recovers", "hidden") if getattr(f, name)]
    if f.native is not None:
        flags.append(f"native {f.native}")
        if f.native_types:
            flags.append(f"[{', '.join(map(type_name, f.native_types))}]")
    if f.pending is not None:
        flags.append("not lowered")
    lines = [" ".join([head, *flags]) + ":"]
    _list(f.body, 1, lines)
    return "\n".join(lines) + "\n"


def _var(v: c.Var) -> str:
    return f"{v.name or '_'}.{v.id}{'*' if v.boxed else '&' if v.shared else ''}"


def _list(body: list[c.Stmt], depth: int, lines: list[str]) -> None:
    indent = "  " * depth
    for s in body:
        match s:
            case c.If():
                lines.append(f"{indent}if {expr(s.cond)}:")
                _list(s.body, depth + 1, lines)
                if s.orelse:
                    lines.append(f"{indent}else:")
                    _list(s.orelse, depth + 1, lines)
            case c.Loop():
                cond = f" {expr(s.cond)}" if s.cond is not None else ""
                lines.append(f"{indent}loop{_label(s.label)}{cond}:")
                _list(s.body, depth + 1, lines)
                if s.post:
                    lines.append(f"{indent}post:")
                    _list(s.post, depth + 1, lines)
            case c.Block():
                lines.append(f"{indent}block{_label(s.label)}:")
                _list(s.body, depth + 1, lines)
            case _:
                lines.append(indent + _simple(s))


def _label(label: c.Label) -> str:
    return f" {label.name}" if label.name else ""


def _simple(s: c.Stmt) -> str:
    match s:
        case c.Let():
            return f"let {_var(s.var)} = {expr(s.value)}"
        case c.Store():
            return f"{expr(s.place)} = {expr(s.value)}"
        case c.Unpack():
            return f"let {', '.join('_' if v is None else _var(v) for v in s.vars)} = {expr(s.value)}"
        case c.Eval():
            return f"eval {expr(s.x)}"
        case c.Break():
            return f"break{_label(s.label)}"
        case c.Continue():
            return f"continue{_label(s.label)}"
        case c.Return():
            return " ".join(["return", ", ".join(map(expr, s.values)) + ("..." if s.spread else "")]).rstrip()
        case c.Go():
            return f"go {expr(s.callee)}({_args(s.args)})"
        case c.Defer():
            to = f" in {expr(s.frame)}" if s.frame is not None else ""
            return f"defer {expr(s.callee)}({_args(s.args)}){to}"
        case c.Panic():
            return f"panic{' bare' if s.bare else ''} {expr(s.value)}"
        case c.Tick():
            return f"tick {s.kind}{' pure' if s.pure else ''}"
        case _:
            raise TypeError(f"no statement: {s!r}")


def _args(args: list[c.Expr]) -> str:
    return ", ".join(map(expr, args))


def _attr(a: object) -> str:
    return type_name(a) if isinstance(a, Type) else str(a)


def expr(e: c.Expr) -> str:
    """An expression as text."""
    match e:
        case c.Const():
            return repr(e.value)
        case c.Zero():
            return f"zero({type_name(e.type)})"
        case c.Local():
            return _var(e.var)
        case c.LocalBox():
            return f"&{_var(e.var)}"
        case c.Global():
            return e.var.symbol
        case c.GlobalBox():
            return f"&{e.var.symbol}"
        case c.FuncRef():
            return e.function.symbol
        case c.Closure():
            return f"closure({e.function.symbol})"
        case c.Op():
            attrs = f"[{', '.join(map(_attr, e.attrs))}]" if e.attrs else ""
            return f"{e.name}{attrs}({_args(e.args)})"
        case c.Field():
            return f"{expr(e.x)}.{e.name}"
        case c.Deref():
            return f"*({expr(e.x)})"
        case c.Index():
            return f"{expr(e.x)}[{expr(e.index)}]"
        case c.MapIndex():
            return f"{expr(e.x)}[{expr(e.key)}]"
        case c.StructLit():
            return f"{type_name(e.type)}{{{_args(e.values)}}}"
        case c.ArrayLit():
            return f"{type_name(e.type)}{{{_args(e.values)}}}"
        case c.MapLit():
            pairs = (f"{expr(k)}: {expr(v)}" for k, v in zip(e.keys, e.values, strict=True))
            return f"{type_name(e.type)}{{{', '.join(pairs)}}}"
        case c.ToInterface():
            return f"iface[{type_name(e.type)}]({expr(e.x)})"
        case c.TypeAssert():
            return f"{expr(e.x)}.({type_name(e.type)}{', ok' if e.commaok else ''})"
        case c.And():
            return f"({expr(e.x)} && {expr(e.y)})"
        case c.Or():
            return f"({expr(e.x)} || {expr(e.y)})"
        case c.Call():
            return f"{expr(e.callee)}({_args(e.args)}{'...' if e.spread else ''})"
        case c.CallMethod():
            return f"{expr(e.x)}.{e.name}({_args(e.args)})"
        case c.TupleItem():
            return f"{expr(e.x)}#{e.index}"
        case c.LetExpr():
            return f"(let {_var(e.var)} = {expr(e.value)} in {expr(e.body)})"
        case c.Select():
            cases = (f"{k.dir} {expr(k.chan)}" + (f" {expr(k.value)}" if k.value else "") for k in e.cases)
            return f"select({'; '.join([*cases, *(['default'] if e.has_default else [])])})"
        case c.Recover():
            return "recover" if e.deferred else "recover()"
        case c.DeferFrame():
            return "deferframe()"
        case _:
            raise TypeError(f"no expression: {e!r}")
