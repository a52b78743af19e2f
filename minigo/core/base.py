"""What the concept files of lowering share: its state, small services, and the table of contents.

Lowering is one class made of mixins, a mixin per concept file (expressions, calls, ranges, ...), which are mutually
recursive. `LowererBase` is their common root and declares every method that one concept file calls in another, so that
no concept file imports another one. `minigo.core.lower` composes the mixins.

Invariants: `frame` describes the function being lowered; statements go to the list `frame.out`, in the order in which
they run; the syntax tree of an expression is lowered once in each instance of its function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.core import nodes as c
from minigo.core.frames import Exit, Frame, Unit
from minigo.core.kinds import is_aggregate, var_type
from minigo.core.order import order, order_expr, order_statement
from minigo.source import NO_POS, FileSet, InternalError, Pos
from minigo.types.info import Info, TypeAndValue
from minigo.types.objects import Func, Object, Package, Var
from minigo.types.subst import substitute
from minigo.types.types import Struct, Tuple, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from minigo.syntax import ast
    from minigo.types.info import Selection

    Instrument = Callable[[c.Function, list[int]], None]
    """Called with a function that is lowered, and a list whose first item is the last id of its variables."""


class LowererBase:
    """State and services of lowering; see the module's docstring."""

    def __init__(self, units: list[Unit], fset: FileSet, instrument: Instrument | None = None) -> None:
        self.units = units
        self.fset = fset
        self.instrument = instrument
        self.unit_of: dict[Package, Unit] = {u.package: u for u in units}
        self.functions: dict[str, c.Function] = {}
        self.globals: dict[str, c.GlobalVar] = {}
        self.global_of: dict[Var, c.GlobalVar] = {}
        # Declared functions with the keys of their type arguments.
        self.instances: dict[tuple[object, ...], c.Function] = {}
        self.method_tables: dict[object, dict[str, c.Function]] = {}
        self.wrappers: dict[object, c.Function] = {}
        self._frame: Frame | None = None
        self.log: list[str | Type] = []
        """What was asked for, in order: see Program.log."""

    # ------------------------------------------------------------ frames

    @property
    def frame(self) -> Frame:
        if self._frame is None:
            raise InternalError("lowering outside a function")
        return self._frame

    def enter(self, frame: Frame | None) -> Frame | None:
        """Make `frame` the current one; returns the one to go back to."""
        old, self._frame = self._frame, frame
        return old

    @property
    def info(self) -> Info:
        return self.frame.unit.info

    def variables_per_loop(self, pos: Pos) -> bool:
        """Whether the variables of a loop at `pos` live as long as the loop: so it was before Go 1.22."""
        return self.info.lang_at(pos) < (1, 22)

    # ------------------------------------------------------------ statements

    def emit(self, s: c.Stmt) -> None:
        """Append a statement; its operands are put into gc's order first."""
        frame = self.frame
        if frame.effects:
            frame.effects = False
            frame.out.extend(order_statement(s, self.temp_for))
        else:
            frame.out.append(s)

    def ordered(self, e: c.Expr) -> c.Expr:
        """An expression that is evaluated apart from what surrounds it (a loop's condition, the right side of &&)."""
        frame = self.frame
        if not frame.effects:
            return e
        frame.effects = False
        return order_expr(e, self.temp_for)

    def order_together(self, exprs: list[c.Expr]) -> None:
        """Put expressions that are evaluated one after the other into gc's order (changes the list)."""
        frame = self.frame
        if frame.effects:
            frame.effects = False
            frame.out.extend(order(exprs, self.temp_for))

    def collect(self, run: Callable[[], None]) -> list[c.Stmt]:
        """The statements that `run` emits, in a list of their own."""
        frame = self.frame
        out, frame.out = frame.out, []
        run()
        frame.out, out = out, frame.out
        return out

    # ------------------------------------------------------------ types

    def typ(self, t: Type | None) -> Type:
        """`t` with the type arguments of the current instance."""
        t = var_type(t)
        frame = self.frame
        if not frame.mapping:
            return t
        new = frame.types.get(t)
        if new is None:
            new = frame.types[t] = substitute(t, frame.mapping)
        return new

    def type_arguments(self, e: ast.Ident) -> list[Type]:
        """The type arguments of the generic function or method that `e` names, in the current instance."""
        instance = self.info.instances.get(e)
        return [self.typ(t) for t in instance.type_args] if instance is not None else []

    def tv(self, e: ast.Expr) -> TypeAndValue:
        tv = self.info.types.get(e)
        if tv is None:
            raise InternalError(f"no type recorded for {type(e).__name__} at {self.fset.format(e.pos)}")
        return tv

    def type_of(self, e: ast.Expr) -> Type:
        """The type of an expression or the type that a type expression denotes; of a comma-ok pair the first one's."""
        tv = self.tv(e)
        t = self.typ(tv.type)
        if isinstance(t, Tuple) and tv.mode == "commaok":
            return var_type(t.vars[0].type)
        return t

    # ------------------------------------------------------------ variables

    def new_var(self, name: str, t: Type, pos: Pos = NO_POS, boxed: bool = False, shared: bool = False) -> c.Var:
        ids = self.frame.ids
        ids[0] += 1
        return c.Var(name, ids[0], t, boxed, pos, shared)

    def temp(self, t: Type, name: str = "t") -> c.Var:
        return self.new_var(name, t)

    def temp_for(self, e: c.Expr) -> c.Var:
        """A temporary for a moved expression (its type does not matter to engines)."""
        return self.new_var("t", Tuple([]), e.pos)

    def let(self, e: c.Expr, t: Type, name: str = "t") -> c.Local:
        """Evaluate `e` now, into a temporary."""
        var = self.temp(t, name)
        self.emit(c.Let(e.pos, var, e))
        return c.Local(e.pos, var)

    def is_escaping(self, obj: Var) -> bool:
        """Whether `obj` is captured or its address is taken."""
        return obj in self.info.captured or obj in self.info.addressed

    def declare(self, obj: Var, assigned: bool = False) -> c.Var:
        """The variable for a local object, which is about to be declared. `assigned`: count it as assigned to."""
        info = self.info
        t = self.typ(obj.type)
        if is_aggregate(t):
            boxed, shared = False, self.is_escaping(obj)
        else:
            shared = False
            boxed = obj in info.addressed or (obj in info.captured and (assigned or obj in info.assigned))
        var = self.new_var(obj.name, t, obj.pos, boxed, shared)
        self.frame.vars[obj] = var
        return var

    def local(self, obj: Object) -> c.Var:
        """The variable of a local object, captured if it belongs to an outer function."""
        frame = self.frame
        var = frame.vars.get(obj)
        return var if var is not None else self._capture(frame, obj)

    def _capture(self, frame: Frame, obj: Object) -> c.Var:
        var = frame.vars.get(obj)
        if var is not None:
            return var
        if frame.outer is None:
            raise InternalError(f"unknown variable {obj.name} ({self.fset.format(obj.pos)})")
        var = self._capture(frame.outer, obj)
        frame.vars[obj] = var
        self._add_capture(frame, var)
        return var

    def _add_capture(self, frame: Frame, var: c.Var) -> None:
        if var not in frame.captured:
            frame.captured.add(var)
            frame.function.captures.append(var)

    def reach(self, var: c.Var, owner: Frame) -> c.Var:
        """`var`, a variable of the enclosing function `owner`, captured by all functions in between."""
        frame: Frame | None = self.frame
        while frame is not None and frame is not owner:
            self._add_capture(frame, var)
            frame = frame.outer
        return var

    # ------------------------------------------------------------ calls and copies

    def call(self, pos: Pos, callee: c.Expr, args: list[c.Expr], spread: bool = False) -> c.Call:
        self.frame.effects = True
        return c.Call(pos, callee, args, spread)

    def op(self, pos: Pos, name: str, args: list[c.Expr], *attrs: object) -> c.Op:
        return c.Op(pos, name, args, attrs)

    def copied(self, e: c.Expr, t: Type) -> c.Expr:
        """`e` as a value of its own: a copy, if it is a struct or array that somebody else holds too."""
        if not is_aggregate(t) or is_fresh(e):
            return e
        if isinstance(e, c.Op) and e.name == "nilcheck":
            e = e.args[0]
        return copy_op(e, t)

    # ------------------------------------------------------------ table of contents

    def expr(self, e: ast.Expr) -> c.Expr:
        """The value of `e`. Structs and arrays are not copied: see `value`."""
        raise NotImplementedError

    def value(self, e: ast.Expr, target: Type | None = None) -> c.Expr:
        """The value of `e` as a new binding: copied if need be, converted to `target` if that is an interface."""
        raise NotImplementedError

    def converted(self, e: ast.Expr, target: Type) -> c.Expr:
        """Like value, but not copied unless it goes into an interface: for operands that are only looked at."""
        raise NotImplementedError

    def convert_to(self, x: c.Expr, source: Type, target: Type) -> c.Expr:
        """The implicit conversion of a value in an assignment: to an interface, or none."""
        raise NotImplementedError

    def conversion(self, pos: Pos, x: c.Expr, source: Type, target: Type) -> c.Expr:
        """An explicit conversion T(x)."""
        raise NotImplementedError

    def constant(self, e: ast.Expr, tv: TypeAndValue) -> c.Expr:
        raise NotImplementedError

    def arith(self, pos: Pos, op: str, x: c.Expr, y: c.Expr, t: Type) -> c.Expr:
        """`x op y` for + - * / % & | ^ &^ << >> on operands of type `t` (the count of a shift apart)."""
        raise NotImplementedError

    def compare(self, pos: Pos, op: str, x: c.Expr, xt: Type, y: c.Expr, yt: Type) -> c.Expr:
        """`x op y` for == != < <= > >=; interfaces may be compared with concrete types."""
        raise NotImplementedError

    def is_nil(self, e: ast.Expr) -> bool:
        raise NotImplementedError

    def compare_nil(self, pos: Pos, op: str, x: c.Expr, t: Type) -> c.Expr:
        raise NotImplementedError

    def commaok(self, e: ast.Expr) -> tuple[c.Expr, Type]:
        """A pair (value, ok) from an index, assertion or receive expression, and the value's type."""
        raise NotImplementedError

    def address(self, e: ast.Expr) -> c.Expr:
        """A pointer to the place `e`."""
        raise NotImplementedError

    def place(self, e: ast.Expr) -> c.Expr:
        """The place `e`, for a Store or an assign Op."""
        raise NotImplementedError

    def global_var(self, obj: Var) -> c.GlobalVar:
        raise NotImplementedError

    def walk_path(self, x: c.Expr, t: Type, path: list[int], pos: Pos) -> tuple[c.Expr, Type]:
        """Follow field indices from a struct or a pointer to one; the expression and its type."""
        raise NotImplementedError

    def composite_lit(self, e: ast.CompositeLit) -> c.Expr:
        raise NotImplementedError

    def func_lit(self, e: ast.FuncLit) -> c.Expr:
        raise NotImplementedError

    def selector(self, e: ast.SelectorExpr) -> c.Expr:
        raise NotImplementedError

    def call_expr(self, e: ast.CallExpr) -> c.Expr:
        raise NotImplementedError

    def recover(self, pos: Pos, deferred: bool = False) -> c.Expr:
        """A call of recover(), or what `defer recover()` defers."""
        raise NotImplementedError

    def callee_and_args(self, e: ast.CallExpr) -> tuple[c.Expr, list[c.Expr]]:
        """For go and defer: what is called, with which values; builtins and conversions are wrapped in functions."""
        raise NotImplementedError

    def builtin(self, e: ast.CallExpr, name: str) -> c.Expr:
        raise NotImplementedError

    def receiver(self, e: ast.Expr, path: list[int], pointer: bool, pos: Pos) -> tuple[c.Expr, Type]:
        raise NotImplementedError

    def receiver_at(self, x: c.Expr, t: Type, path: list[int], pointer: bool, pos: Pos) -> tuple[c.Expr, Type]:
        raise NotImplementedError

    def apply_builtin(self, pos: Pos, name: str, args: list[c.Expr], types: list[Type]) -> c.Expr | None:
        """The effect of a builtin that can be a statement, on lowered arguments; None when it was emitted."""
        raise NotImplementedError

    def builtin_name(self, fun: ast.Expr) -> str | None:
        """The builtin that is called, None if it is none."""
        raise NotImplementedError

    def builtin_arguments(self, e: ast.CallExpr, name: str) -> tuple[list[c.Expr], list[Type], c.Let | None]:
        """Arguments for apply_builtin, with the types that they have now, and a Let of the tuple they come from, if
        any."""
        raise NotImplementedError

    def multi_types(self, e: ast.CallExpr) -> list[Type] | None:
        """The types of several arguments that are the results of one call."""
        raise NotImplementedError

    def declare_params(self, frame: Frame, recv: ast.FieldList | None, ftype: ast.FuncType) -> None:
        """Declare receiver, parameters and results of the function that `frame` describes."""
        raise NotImplementedError

    def slice_of(self, e: ast.SliceExpr, t: Type, bounds: list[c.Expr]) -> c.Expr:
        """x[low:high:max] of a slice, an array variable or a pointer to an array."""
        raise NotImplementedError

    def method_value(self, e: ast.SelectorExpr, sel: Selection) -> c.Expr:
        raise NotImplementedError

    def method_expr(self, e: ast.SelectorExpr, sel: Selection) -> c.Expr:
        raise NotImplementedError

    def method_callee(self, e: ast.SelectorExpr, sel: Selection) -> tuple[c.Function | str, c.Expr]:
        """What `x.m(...)` calls: a function and the receiver for it, or the name of an interface's method and the
        interface."""
        raise NotImplementedError

    def func_instance(self, func: Func, targs: list[Type]) -> c.Function:
        """The Function of a declared function or method (the generic one, if it is generic) with type arguments; those
        of a method's receiver come first."""
        raise NotImplementedError

    def synthesize(
        self, symbol: str, params: list[Type], results: int, build: Callable[[list[c.Var]], None]
    ) -> c.Function:
        """A hidden function; `build` emits its body, given the parameters."""
        raise NotImplementedError

    def in_function(self, frame: Frame, run: Callable[[], None]) -> None:
        """Lower a body with `frame` as current one and finish its Function."""
        raise NotImplementedError

    def stmt(self, s: ast.Stmt) -> None:
        raise NotImplementedError

    def stmts(self, body: list[ast.Stmt]) -> None:
        raise NotImplementedError

    def block(self, body: list[ast.Stmt]) -> list[c.Stmt]:
        """The statements of a body in a list of their own."""
        raise NotImplementedError

    def assign_stmt(self, s: ast.AssignStmt) -> None:
        raise NotImplementedError

    def incdec_stmt(self, s: ast.IncDecStmt) -> None:
        raise NotImplementedError

    def decl_stmt(self, s: ast.DeclStmt) -> None:
        raise NotImplementedError

    def store(self, pos: Pos, lhs: ast.Expr, value: c.Expr, t: Type) -> None:
        """Assign a value of type `t` (fresh) to the place `lhs`, which may be blank."""
        raise NotImplementedError

    def define(self, pos: Pos, ident: ast.Expr, value: c.Expr, t: Type) -> None:
        """Declare the variable `ident` of := with a value of type `t`, or assign it if it exists."""
        raise NotImplementedError

    def store_place(self, pos: Pos, place: c.Expr, value: c.Expr, t: Type) -> None:
        """Assign to a lowered place, in place for structs and arrays that must keep their identity."""
        raise NotImplementedError

    def stable(self, x: c.Expr, changing: set[c.Var]) -> c.Expr:
        """An operand that later assignments cannot change: itself, or a temporary with its value now. `changing`: the
        variables that are about to be assigned."""
        raise NotImplementedError

    def assign_values(self, pos: Pos, pairs: list[tuple[ast.Expr, c.Expr, Type]]) -> None:
        """Assign values to places that exist or are blank: all operands are evaluated before the first assignment."""
        raise NotImplementedError

    def range_stmt(self, s: ast.RangeStmt, label: str) -> None:
        raise NotImplementedError

    def range_func(self, s: ast.RangeStmt, label: str) -> None:
        raise NotImplementedError

    def leave(self, pos: Pos, exit_: Exit) -> None:
        """Leave the current range body by one of the ways out."""
        raise NotImplementedError

    def jump(self, pos: Pos, exit_: Exit) -> None:
        """Go where `exit_` leads, out of range bodies if need be."""
        raise NotImplementedError

    def return_stmt(self, s: ast.ReturnStmt) -> None:
        raise NotImplementedError

    def ensure_results(self, frame: Frame) -> None:
        """Give the function result variables."""
        raise NotImplementedError

    def switch_stmt(self, s: ast.SwitchStmt, label: str) -> None:
        raise NotImplementedError

    def type_switch_stmt(self, s: ast.TypeSwitchStmt, label: str) -> None:
        raise NotImplementedError

    def select_stmt(self, s: ast.SelectStmt, label: str) -> None:
        raise NotImplementedError

    def go_stmt(self, s: ast.GoStmt) -> None:
        raise NotImplementedError

    def defer_stmt(self, s: ast.DeferStmt) -> None:
        raise NotImplementedError

    def breakable(self, pos: Pos, label: str, run: Callable[[], None]) -> None:
        """Emit what `run` emits, so that break (plain, or with `label`) leaves it."""
        raise NotImplementedError

    def frames(self) -> Iterator[Frame]:
        frame: Frame | None = self.frame
        while frame is not None:
            yield frame
            frame = frame.outer


_FRESH = (c.Call, c.CallMethod, c.StructLit, c.ArrayLit, c.Zero)
_FRESH_OPS = frozenset(
    ("copy.struct", "copy.array", "chan.recv", "chan.recv2", "convert.array.slice", "lit.sparse", "range.receive")
)


def is_fresh(e: c.Expr) -> bool:
    """Whether nobody else holds the struct or array that `e` yields."""
    if isinstance(e, _FRESH):
        return True
    if isinstance(e, c.Op):
        return e.name in _FRESH_OPS
    if isinstance(e, c.TupleItem):
        return isinstance(e.x, c.Call | c.CallMethod) or (isinstance(e.x, c.Op) and e.x.name == "chan.recv2")
    if isinstance(e, c.LetExpr):
        return is_fresh(e.body)
    return False


def copy_op(e: c.Expr, t: Type) -> c.Expr:
    if isinstance(t.underlying(), Struct):
        return c.Op(e.pos, "copy.struct", [e])
    return c.Op(e.pos, "copy.array", [e], (t,))
