"""Lowering of the predeclared functions."""

from __future__ import annotations

from collections.abc import Callable

from minigo.core import nodes as c
from minigo.core.base import LowererBase
from minigo.core.kinds import array_type, default_type, elem_type, is_aggregate, kind_is, kind_of, zero
from minigo.source import InternalError, Pos
from minigo.syntax import ast
from minigo.types.sizes import size_align
from minigo.types.types import Array, Basic, Chan, Interface, Map, Pointer, Signature, Slice, Struct, Tuple, Type
from minigo.types.universe import ANY, TYP

_STATEMENTS = frozenset(("close", "copy", "delete", "clear", "panic", "print", "println", "recover"))


class Builtins(LowererBase):
    def builtin(self, e: ast.CallExpr, name: str) -> c.Expr:
        if name in _STATEMENTS:
            if name == "recover":
                return self.recover(e.lparen)
            args, types, let = self.builtin_arguments(e, name)
            x = self.apply_builtin(e.lparen, name, args, types)
            if x is None:
                return c.Const(e.pos, None)
            return x if let is None else c.LetExpr(let.pos, let.var, let.value, x)
        if self.multi_types(e) is not None:
            return self._of_results(e, name)
        lower = _EXPRESSIONS.get(name)
        if lower is None:
            raise InternalError(f"builtin {name} at {self.fset.format(e.pos)}")
        return lower(self, e)

    def _size(self, e: ast.CallExpr, which: int) -> c.Expr:
        """unsafe.Sizeof or Alignof of what is no constant before its type parameters are known."""
        return c.Const(e.pos, size_align(self._type(e.args[0]))[which])

    # ------------------------------------------------------------ statements

    def builtin_arguments(self, e: ast.CallExpr, name: str) -> tuple[list[c.Expr], list[Type], c.Let | None]:
        results = self.multi_types(e)
        if results is not None:
            args, let = self._results(e, results)
            if name == "delete":
                args[1] = self.convert_to(args[1], results[1], _key_type(results[0]))
            return args, results, let
        types = [self._type(a) for a in e.args]
        if name == "panic":
            any_type = ANY
            return [self.value(e.args[0], any_type)], [any_type], None
        if name == "delete":
            key = _key_type(types[0])
            return [self.expr(e.args[0]), self.converted(e.args[1], key)], [types[0], key], None
        return [self.expr(a) for a in e.args], types, None

    def _results(self, e: ast.CallExpr, types: list[Type]) -> tuple[list[c.Expr], c.Let]:
        """The results of the call that is the only argument, one by one, and a Let of them all."""
        pos = e.args[0].pos
        var = self.temp(Tuple([]), "args")
        let = c.Let(pos, var, self.expr(e.args[0]))
        return [c.TupleItem(pos, c.Local(pos, var), i) for i in range(len(types))], let

    def _type(self, e: ast.Expr) -> Type:
        return default_type(self.type_of(e))

    def apply_builtin(self, pos: Pos, name: str, args: list[c.Expr], types: list[Type]) -> c.Expr | None:
        match name:
            case "close":
                self.frame.effects = True
                return self.op(pos, "chan.close", args)
            case "copy":
                self.frame.effects = True
                if kind_is(types[1], "string"):
                    return self.op(pos, "copyslice.string", args)
                return self.op(pos, "copyslice", args, elem_type(types[0].underlying()))
            case "delete":
                return self.op(pos, "delete", args)
            case "clear":
                u = types[0].underlying()
                if isinstance(u, Map):
                    return self.op(pos, "clear.map", args)
                return self.op(pos, "clear.slice", args, elem_type(u))
            case "panic":
                self.emit(c.Panic(pos, args[0], self.info.lang < (1, 21)))
                return None
            case "print" | "println":
                return self.op(pos, name, args, *[_print_kind(t) for t in types])
            case _:
                raise InternalError(f"builtin {name} as a statement")

    def recover(self, pos: Pos, deferred: bool = False) -> c.Expr:
        if self.frame.is_range:  # the body of a range over a function is not the deferred function itself
            return c.Const(pos, None)
        self.frame.function.recovers = True
        self.frame.effects = True
        return c.Recover(pos, deferred)

    # ------------------------------------------------------------ expressions

    def _of_results(self, e: ast.CallExpr, name: str) -> c.Expr:
        """A builtin with a value, applied to the results of one call."""
        types = self.multi_types(e) or []
        args, let = self._results(e, types)
        x: c.Expr
        if name == "append":
            t = self.type_of(e)
            elem = elem_type(t.underlying())
            items = [self.convert_to(a, at, elem) for a, at in zip(args[1:], types[1:], strict=True)]
            x = self.op(e.pos, "append.item" if len(items) == 1 else "append.items", [args[0], *items], elem)
        elif name == "complex":
            x = self.op(e.pos, name, args, self._width(e))
        else:
            x = self._fold(e.pos, f"{name}.{kind_of(self._type(e))}", args)
        return c.LetExpr(let.pos, let.var, let.value, x)

    def _len(self, e: ast.CallExpr) -> c.Expr:
        return self._length(e, "len")

    def _cap(self, e: ast.CallExpr) -> c.Expr:
        return self._length(e, "cap")

    def _length(self, e: ast.CallExpr, name: str) -> c.Expr:
        x, t = self.expr(e.args[0]), self.type_of(e.args[0])
        array = array_type(t)
        if array is not None:
            length = c.Const(e.pos, array.len)
            if isinstance(x, c.Local | c.Global):
                return length
            return c.LetExpr(e.pos, self.temp(t), x, length)
        match t.underlying():
            case Slice():
                suffix = "slice"
            case Map():
                suffix = "map"
            case Chan():
                suffix = "chan"
            case _:
                suffix = "string"
        return self.op(e.pos, f"{name}.{suffix}", [x])

    def _append(self, e: ast.CallExpr) -> c.Expr:
        t = self.type_of(e)
        u = t.underlying()
        elem = elem_type(u) if isinstance(u, Slice) else TYP["uint8"]
        s = self.converted(e.args[0], t)
        if e.has_ellipsis:
            other = self.expr(e.args[1])
            if kind_is(self._type(e.args[1]), "string"):
                return self.op(e.pos, "append.string", [s, other])
            return self.op(e.pos, "append", [s, other], elem)
        if len(e.args) == 1:
            return s
        items = [self.value(a, elem) for a in e.args[1:]]
        return self.op(e.pos, "append.item" if len(items) == 1 else "append.items", [s, *items], elem)

    def _make(self, e: ast.CallExpr) -> c.Expr:
        t = self.type_of(e.args[0])
        sizes = [self.expr(a) for a in e.args[1:]]
        match t.underlying():
            case Slice():
                if len(sizes) == 1:
                    sizes.append(c.Const(e.pos, None))
                return self.op(e.pos, "make.slice", sizes, t)
            case Map():
                return self.op(e.pos, "make.map", sizes or [c.Const(e.pos, 0)], t)
            case _:
                return self.op(e.pos, "make.chan", sizes or [c.Const(e.pos, 0)], t)

    def _new(self, e: ast.CallExpr) -> c.Expr:
        arg = e.args[0]
        t = self._type(arg)
        if self.tv(arg).mode != "type":  # new(expr)
            elem = elem_type(self.type_of(e))
            x = self.value(arg, elem)
            return x if is_aggregate(elem) else self.op(e.pos, "box", [x])
        return zero(e.pos, t) if is_aggregate(t) else self.op(e.pos, "new", [], t)

    def _min(self, e: ast.CallExpr) -> c.Expr:
        return self._extreme(e, "min")

    def _max(self, e: ast.CallExpr) -> c.Expr:
        return self._extreme(e, "max")

    def _extreme(self, e: ast.CallExpr, name: str) -> c.Expr:
        return self._fold(e.pos, f"{name}.{kind_of(self._type(e))}", [self.expr(a) for a in e.args])

    def _fold(self, pos: Pos, op: str, args: list[c.Expr]) -> c.Expr:
        x = args[0]
        for arg in args[1:]:
            x = self.op(pos, op, [x, arg])
        return x

    def _complex(self, e: ast.CallExpr) -> c.Expr:
        return self.op(e.pos, "complex", [self.expr(a) for a in e.args], self._width(e))

    def _width(self, e: ast.Expr) -> int:
        """The bits of a complex type."""
        return 64 if kind_is(self._type(e), "complex64") else 128

    def _real(self, e: ast.CallExpr) -> c.Expr:
        return self._part(e, "real")

    def _imag(self, e: ast.CallExpr) -> c.Expr:
        return self._part(e, "imag")

    def _part(self, e: ast.CallExpr, name: str) -> c.Expr:
        return self.op(e.pos, name, [self.expr(e.args[0])], self._width(e.args[0]))


_EXPRESSIONS: dict[str, Callable[[Builtins, ast.CallExpr], c.Expr]] = {
    "len": Builtins._len,
    "cap": Builtins._cap,
    "append": Builtins._append,
    "make": Builtins._make,
    "new": Builtins._new,
    "min": Builtins._min,
    "max": Builtins._max,
    "complex": Builtins._complex,
    "real": Builtins._real,
    "imag": Builtins._imag,
    "unsafe.Sizeof": lambda self, e: self._size(e, 0),
    "unsafe.Alignof": lambda self, e: self._size(e, 1),
}


def _key_type(t: Type) -> Type:
    m = t.underlying()
    assert isinstance(m, Map)
    return m.key


def _print_kind(t: Type) -> str:
    """How print shows a value: a kind of the operation table, bool, interface, slice or pointer."""
    u = t.underlying()
    match u:
        case Basic():
            return "pointer" if u.kind in ("unsafe.Pointer", "untyped nil") else kind_of(u)
        case Interface():
            return "interface"
        case Slice():
            return "slice"
        case Pointer() | Map() | Chan() | Signature() | Array() | Struct():
            # Arrays and structs: only in generic functions, whose calls gc refuses for such types.
            return "pointer"
        case _:
            raise InternalError(f"cannot print {u!r}")
