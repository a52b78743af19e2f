"""The core language: what is left of Go after lowering, and all that an engine has to know.

Invariants:
- Sugar is gone: no range, switch, type switch, compound assignment, comma-ok, promotion, implicit conversion, generics,
  named constants, goto. Every implicit copy, conversion and dereference is explicit.
- Evaluation is strictly left to right; operands are evaluated before the operator.
- Struct and array values are mutable Python objects. Lowering inserts a `copy` Op wherever a value read from a place
  (variable, field, element, dereference, interface) becomes a new binding; engines never copy by themselves.
- A struct or array variable that is addressed or captured is assigned *in place* (Op `assign.struct`, `assign.array`);
  so are fields and elements of such types. Hence such variables are never boxed, and a pointer to one is the object.
- Every other variable that is addressed, or captured and assigned after its declaration, has `Var.boxed`: it lives in a
  `Box`, `Let` of it makes a fresh Box, and closures share the Box. All other captured variables are captured by value.
- The graph is cyclic (functions, their variables, types): the classes have no generated repr, see dump.py.
- Control leaves a statement list only by Break, Continue, Return or a panic.
- Bodies are lowered when they are needed: call `Function.complete()` before looking at anything of a Function but its
  symbol, name, native key and positions. `Program.functions` and `Program.globals` grow meanwhile.
- Variables of a function and of the literals in it have different ids. A Let or Unpack of a variable that exists
  makes it anew (a fresh Box when boxed): what captured it before keeps the old one.
- Result variables are declared by Lets at the start of the body. A boxed parameter is put in a Box by its callee, on
  entry.
- A package variable starts with the zero value of its type.
"""

from __future__ import annotations

from typing import Any

from minigo.core.program import Function, Program
from minigo.record import record
from minigo.source import NO_POS, Pos
from minigo.types.types import Type

__all__ = ["Function", "Program"]


@record(slots=True, eq=False, repr=False)
class Var:
    """A local variable, parameter, result or temporary. `id` is unique in its function (captured variables are listed
    in `Function.captures` under the Var objects of the enclosing function). `shared`: a struct or array that is
    addressed or captured, so that other goroutines may reach its memory (what is boxed is so too)."""

    name: str
    id: int
    type: Type
    boxed: bool = False
    pos: Pos = NO_POS
    shared: bool = False


@record(slots=True, eq=False, repr=False)
class GlobalVar:
    """A package variable; `symbol` ("main.counter") is unique in the program. `boxed` when its address is taken
    (never for structs and arrays)."""

    symbol: str
    type: Type
    boxed: bool = False
    pos: Pos = NO_POS


# ---------------------------------------------------------------- expressions


@record(slots=True, eq=False, repr=False)
class Expr:
    pos: Pos


@record(slots=True, eq=False, repr=False)
class Const(Expr):
    """A Python value: bool, int, float, complex, bytes, or None (nil pointer, func, chan, interface)."""

    value: Any


@record(slots=True, eq=False, repr=False)
class Zero(Expr):
    """A fresh zero value of a type (struct and array objects anew each time; nil slice and nil map objects)."""

    type: Type


@record(slots=True, eq=False, repr=False)
class Local(Expr):
    """Reads a variable (through its Box when boxed). As a place: assigns it."""

    var: Var


@record(slots=True, eq=False, repr=False)
class LocalBox(Expr):
    """The Box itself of a boxed variable: `&v`."""

    var: Var


@record(slots=True, eq=False, repr=False)
class Global(Expr):
    """Reads a package variable. As a place: assigns it."""

    var: GlobalVar


@record(slots=True, eq=False, repr=False)
class GlobalBox(Expr):
    """`&v` of a boxed package variable."""

    var: GlobalVar


@record(slots=True, eq=False, repr=False)
class FuncRef(Expr):
    """A top-level function as a value, or the callee of a Call."""

    function: Function


@record(slots=True, eq=False, repr=False)
class Closure(Expr):
    """A function value that captures `function.captures` of the current function (boxes or values)."""

    function: Function


@record(slots=True, eq=False, repr=False)
class Op(Expr):
    """A row of the operation table applied to operands. `attrs` are static: types, widths (see the row)."""

    name: str
    args: list[Expr]
    attrs: tuple[Any, ...] = ()


@record(slots=True, eq=False, repr=False)
class Field(Expr):
    """`x.f` of a struct object or of a pointer to one (nil: nil dereference). As a place: sets it (never for fields of
    struct or array type). `name` is the field's name, `index` its place in the struct. `inline`: the field is a struct
    or array, so this is its address and reads nothing."""

    x: Expr
    name: str
    index: int
    inline: bool = False


@record(slots=True, eq=False, repr=False)
class Deref(Expr):
    """`*p` where p points to anything but a struct or array (those are their own pointers). As a place: sets it."""

    x: Expr


@record(slots=True, eq=False, repr=False)
class Index(Expr):
    """`x[i]`. `kind` is slice, array (also pointer to array), string; i is an int. Panics when out of range.
    As a place (slice, array): sets it; never for elements of struct or array type. `inline` as in Field."""

    kind: str
    x: Expr
    index: Expr
    inline: bool = False


@record(slots=True, eq=False, repr=False)
class MapIndex(Expr):
    """`m[k]`; the zero value of `type.elem` when absent. As a place: sets it (panics on a nil map)."""

    x: Expr
    key: Expr
    type: Type


@record(slots=True, eq=False, repr=False)
class StructLit(Expr):
    """`values[i]` initialises field i; all fields are given (lowering fills in Zero)."""

    type: Type
    values: list[Expr]


@record(slots=True, eq=False, repr=False)
class ArrayLit(Expr):
    """An array, or (kind slice) a slice over a fresh array, of exactly `values`."""

    kind: str
    type: Type
    values: list[Expr]


@record(slots=True, eq=False, repr=False)
class MapLit(Expr):
    type: Type
    keys: list[Expr]
    values: list[Expr]


@record(slots=True, eq=False, repr=False)
class ToInterface(Expr):
    """A value of the concrete `type` becomes an interface value: `(rtype, value)`."""

    x: Expr
    type: Type


@record(slots=True, eq=False, repr=False)
class TypeAssert(Expr):
    """`x.(type)`; with `commaok` the result is a tuple (value or zero, bool) and never panics. `iface` is x's static
    type (for the message)."""

    x: Expr
    type: Type
    commaok: bool
    iface: Type


@record(slots=True, eq=False, repr=False)
class And(Expr):
    x: Expr
    y: Expr


@record(slots=True, eq=False, repr=False)
class Or(Expr):
    x: Expr
    y: Expr


@record(slots=True, eq=False, repr=False)
class Call(Expr):
    """Calls a FuncRef, a Closure or any function value (nil: nil dereference). `spread`: the only argument is a call
    with several results, passed on as they are. The value is None, the result, or a tuple of several results."""

    callee: Expr
    args: list[Expr]
    spread: bool = False


@record(slots=True, eq=False, repr=False)
class CallMethod(Expr):
    """Calls a method of an interface value (nil: nil dereference, after the arguments are evaluated)."""

    x: Expr
    name: str
    args: list[Expr]


@record(slots=True, eq=False, repr=False)
class TupleItem(Expr):
    x: Expr
    index: int


@record(slots=True, eq=False, repr=False)
class LetExpr(Expr):
    """Binds a temporary (never boxed), then evaluates `body`."""

    var: Var
    value: Expr
    body: Expr


@record(slots=True, eq=False, repr=False)
class SelectCase:
    """`dir` is send or recv; `value` is set for send."""

    dir: str
    chan: Expr
    value: Expr | None
    pos: Pos = NO_POS


@record(slots=True, eq=False, repr=False)
class Select(Expr):
    """Evaluates channels and values in order, then waits; the value is a tuple (index of the case, received value or
    None, ok). Index -1 is the default case. No cases and no default: blocks for ever."""

    cases: list[SelectCase]
    has_default: bool

    def kinds(self) -> str:
        """What the machine calls the cases: "r" or "s" for each."""
        return "".join([case.dir[0] for case in self.cases])

    def operands(self) -> list[Expr]:
        """The channels, each followed by the value that is sent, in the order of evaluation."""
        return [x for case in self.cases for x in (case.chan, case.value) if x is not None]


@record(slots=True, eq=False, repr=False)
class Recover(Expr):
    """recover(): the panic's interface value, or None. `deferred`: a function for `defer recover()` that recovers what
    the running function could, if it is called when that returns."""

    deferred: bool = False


@record(slots=True, eq=False, repr=False)
class DeferFrame(Expr):
    """The deferred calls of the running call, as a value for `Defer.frame`."""


# ---------------------------------------------------------------- statements


@record(slots=True, eq=False, repr=False)
class Stmt:
    pos: Pos


@record(slots=True, eq=False, repr=False)
class Let(Stmt):
    """Declares a variable: a fresh Box when boxed, otherwise a plain binding."""

    var: Var
    value: Expr


@record(slots=True, eq=False, repr=False)
class Store(Stmt):
    """Assigns to a place: Local, Global, Field, Deref, Index or MapIndex. The operands of the place are evaluated
    first, then the value; panics of the place itself (index, nil) come after the value's evaluation."""

    place: Expr
    value: Expr


@record(slots=True, eq=False, repr=False)
class Unpack(Stmt):
    """`vars[i] = value[i]` for a tuple; None ignores an item. Declares the variables (fresh Box when boxed)."""

    vars: list[Var | None]
    value: Expr


@record(slots=True, eq=False, repr=False)
class Eval(Stmt):
    x: Expr


@record(slots=True, eq=False, repr=False)
class If(Stmt):
    cond: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@record(slots=True, eq=False, repr=False)
class Label:
    """The target of Break and Continue: a Loop or a Block. `name` is for reading dumps only."""

    name: str = ""


@record(slots=True, eq=False, repr=False)
class Loop(Stmt):
    """While `cond` (None: for ever) holds: body, then post. Continue goes to post. The Tick of the back edge stands
    at the end of `post`."""

    label: Label
    cond: Expr | None
    body: list[Stmt]
    post: list[Stmt]


@record(slots=True, eq=False, repr=False)
class Block(Stmt):
    """Statements that Break can leave."""

    label: Label
    body: list[Stmt]


@record(slots=True, eq=False, repr=False)
class Break(Stmt):
    label: Label


@record(slots=True, eq=False, repr=False)
class Continue(Stmt):
    label: Label


@record(slots=True, eq=False, repr=False)
class Return(Stmt):
    """No values: the result variables are the result (or there are none). One value may be a call that yields the
    whole tuple (`spread`). With result variables: values are stored into them before deferred calls run."""

    values: list[Expr]
    spread: bool = False


@record(slots=True, eq=False, repr=False)
class Go(Stmt):
    """Callee and arguments are evaluated now; a nil callee panics *now* with Go's "go of nil func value"."""

    callee: Expr
    args: list[Expr]


@record(slots=True, eq=False, repr=False)
class Defer(Stmt):
    """Callee and arguments are evaluated now; a nil callee panics when it is run. `frame`: a DeferFrame value of an
    enclosing function, whose end the call is put off to (a defer in the body of a range over a function)."""

    callee: Expr
    args: list[Expr]
    frame: Expr | None = None


@record(slots=True, eq=False, repr=False)
class Panic(Stmt):
    """panic(v) with an interface value. `bare`: nil is a panic's value too, as it was before Go 1.21."""

    value: Expr
    bare: bool = False


@record(slots=True, eq=False, repr=False)
class Tick(Stmt):
    """One step of virtual time. `kind`: entry, loop (preemption points), rmw (between load and store: other Ps may
    run here, but the goroutine is not preempted). A loop tick is `pure` when an iteration changes nothing that outlives
    it: no store but to temporaries of the iteration, no send, receive or select, no call but of functions and natives
    that only read or yield (minigo.core.passes.purity); so a goroutine that comes by twice while nobody else runs spins
    for ever."""

    kind: str
    pure: bool = False
