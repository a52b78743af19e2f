"""Programs and their functions, as engines get them: what is known of a function without looking at its body.

The nodes that bodies are made of are in nodes.py; a program whose compiled code comes from the cache does without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import field, record
from minigo.source import NO_POS, Pos

if TYPE_CHECKING:
    from collections.abc import Callable

    from minigo.core.nodes import Expr, GlobalVar, Stmt, Var
    from minigo.types.types import Signature, Type


@record(slots=True, eq=False, repr=False)
class Function:
    """A function, method, function literal, generic instance, wrapper or native.

    symbol: unique in the program. name: as Go's stack traces print it ("main.(*Server).handle", "main.main.func1",
    "main.recv[...]"). params: receiver first; a variadic parameter is one slice. results: result variables when they
    are named or `has_defer` is set (then Return stores into them first), else empty; `returned` are then the values of
    the call, evaluated when the body and the deferred calls are done. `result_count` counts results always. captures:
    variables of the enclosing function it uses. recovers: its own body calls recover(). native: the key of the Python
    function that implements it (then `body` is empty), `native_types` the type arguments of a generic one. hidden: not
    shown in stack traces (wrappers). lines of the body give the trace; `pos` is the `func` keyword's, `end` the
    closing brace's. pending: lowers the body, None once that is done.
    """

    symbol: str
    name: str
    params: list[Var]
    results: list[Var]
    result_count: int
    body: list[Stmt] = field(default_factory=list)
    returned: list[Expr] = field(default_factory=list)
    captures: list[Var] = field(default_factory=list)
    has_defer: bool = False
    recovers: bool = False
    native: str | None = None
    hidden: bool = False
    signature: Signature | None = None
    pos: Pos = NO_POS
    end: Pos = NO_POS
    parent: Function | None = None
    native_types: list[Type] = field(default_factory=list)
    pending: Callable[[Function], None] | None = None

    def complete(self) -> Function:
        """Lower the body unless that is done; returns self."""
        if self.pending is not None:
            pending, self.pending = self.pending, None
            pending(self)
        return self


@record(slots=True, eq=False, repr=False)
class Program:
    """A whole lowered program. `init` initialises the packages' variables and calls their init functions, in
    dependency order; `main` is main.main.

    `methods(type)` tells, for a type that becomes dynamic, the function behind each method name (receiver first, as
    interface method calls use it: the function never changes the receiver it is given, so the value in the interface
    can be passed as it is). Each call makes no new functions for a type it was asked about before.

    `log` has the symbols of the functions whose bodies were lowered and the types that `methods` was asked about, in
    order: asking another Program of the same sources for the same gives the same functions under the same symbols.
    """

    functions: dict[str, Function]
    globals: dict[str, GlobalVar]
    init: Function
    main: Function
    methods: Callable[[Type], dict[str, Function]]
    log: list[str | Type] = field(default_factory=list)
