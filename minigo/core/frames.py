"""What lowering knows about the function it is in: frames, the targets of jumps, the ways out of range bodies."""

from __future__ import annotations

from minigo.core import nodes as c
from minigo.record import field, record
from minigo.types.info import Info
from minigo.types.objects import Object, Package
from minigo.types.types import Signature, Type, TypeParam


@record(slots=True, eq=False)
class Unit:
    """A checked package."""

    package: Package
    info: Info


@record(slots=True, eq=False)
class Target:
    """A statement that break, continue or goto can name; `name` is its Go label. `used`: somebody breaks out of it.
    A range over a function has no Labels, but `body`. For a label of goto, `state` is the variable that says which
    `segment` of the list of statements around it comes next, and `continues` the loop around them."""

    name: str
    breaks: c.Label | None = None
    continues: c.Label | None = None
    used: bool = False
    body: Frame | None = None
    state: c.Var | None = None
    segment: int = 0


@record(slots=True, eq=False)
class Exit:
    """A way out of the body of a range over a function: `kind` is break, continue, goto or return."""

    kind: str
    target: Target | None


@record(slots=True, eq=False)
class Frame:
    """A function while its body is lowered.

    `is_range`: the body of a range over a function; `exits` are then the ways out of it beyond its own loop, whose
    numbers (from 1) are stored in `next`, and `state` is what rangefunc.py says. `ids` counts the variables of the
    outermost function. `results` are the result variables, if any, `named` whether Go names them, `returns` the Return
    statements that do not say what they return. `prologue` comes before the body. `effects`: the expressions lowered
    since the last statement contain calls. `types` are types with type arguments filled in.
    """

    function: c.Function
    unit: Unit
    signature: Signature
    mapping: dict[TypeParam, Type]
    outer: Frame | None = None
    is_range: bool = False
    ids: list[int] = field(default_factory=lambda: [0])
    out: list[c.Stmt] = field(default_factory=list)
    vars: dict[Object, c.Var] = field(default_factory=dict)
    captured: set[c.Var] = field(default_factory=set)
    targets: list[Target] = field(default_factory=list)
    results: list[c.Var] = field(default_factory=list)
    named: bool = False
    returns: list[c.Return] = field(default_factory=list)
    prologue: list[c.Stmt] = field(default_factory=list)
    literals: int = 0
    ranges: int = 0
    effects: bool = False
    types: dict[Type, Type] = field(default_factory=dict)
    exits: list[Exit] = field(default_factory=list)
    next: c.Var | None = None
    state: c.Var | None = None
    defer_frame: c.Var | None = None

    @property
    def real(self) -> Frame:
        """The function that Go sees: outside all range bodies."""
        frame = self
        while frame.is_range and frame.outer is not None:
            frame = frame.outer
        return frame
