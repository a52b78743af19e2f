"""The representation of Go types, with go/types' names: data only, no checking.

Types are compared with `minigo.types.predicates.identical`, never with `==` (which is identity here). A `Named` is
canonical: one object per declared type, one per list of type arguments (instances are interned on the
generic type). The graph of types is cyclic, so the classes have no generated repr.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.record import field, record
from minigo.source import NO_POS, Pos

if TYPE_CHECKING:
    from collections.abc import Callable

    from minigo.types.objects import Func, Scope, TypeName, Var


class Type:
    """Base of all types. `underlying()` is never a Named, an Alias or None."""

    __slots__ = ()

    def underlying(self) -> Type:
        return self


@record(slots=True, eq=False, repr=False)
class Basic(Type):
    """A predeclared basic type, typed or untyped. `kind` is its name in the universe ("int", "untyped rune",
    "unsafe.Pointer", "invalid type"); `flags` is a set of boolean, integer, unsigned, float, complex, string,
    untyped. `byte` and `rune` are Basics of kind uint8 and int32 with another `name` (own objects, identical)."""

    kind: str
    flags: frozenset[str]
    name: str = ""

    def has(self, flag: str) -> bool:
        return flag in self.flags


INVALID = Basic("invalid type", frozenset())
"""The type of what could not be typed; it silences follow-up errors."""


@record(slots=True, eq=False, repr=False)
class Array(Type):
    """`[len]elem`; `len` < 0 when it could not be determined."""

    len: int
    elem: Type


@record(slots=True, eq=False, repr=False)
class Slice(Type):
    elem: Type


@record(slots=True, eq=False, repr=False)
class Pointer(Type):
    elem: Type


@record(slots=True, eq=False, repr=False)
class Map(Type):
    key: Type
    elem: Type


@record(slots=True, eq=False, repr=False)
class Chan(Type):
    """`dir` is "both", "send" or "recv"."""

    dir: str
    elem: Type


@record(slots=True, eq=False, repr=False)
class Struct(Type):
    """`tags[i]` belongs to `fields[i]`, "" when absent. An embedded field has `Var.embedded`."""

    fields: list[Var]
    tags: list[str] = field(default_factory=list)


@record(slots=True, eq=False, repr=False)
class Tuple(Type):
    """Parameters, results, or the value of a call with several results."""

    vars: list[Var]


@record(slots=True, eq=False, repr=False)
class Signature(Type):
    """A function type. The last parameter of a variadic function has type Slice. `recv` is None for functions
    and for methods of interfaces when it does not matter; identity ignores it. `recv_type_params` are the
    type parameters that a method of a generic type declares in its receiver. `scope` holds the parameters, for
    signatures that stem from a declaration or literal."""

    params: Tuple
    results: Tuple
    variadic: bool = False
    recv: Var | None = None
    type_params: list[TypeParam] = field(default_factory=list)
    recv_type_params: list[TypeParam] = field(default_factory=list)
    scope: Scope | None = None


@record(slots=True, eq=False, repr=False)
class Term:
    """`~T` or `T` in a union."""

    tilde: bool
    type: Type


@record(slots=True, eq=False, repr=False)
class Union(Type):
    terms: list[Term]


@record(slots=True, eq=False, repr=False)
class TypeSet:
    """What implements an interface: all `methods` (sorted by id), and, unless `terms` is None (no restriction), a type
    among `terms`; `comparable` when the predeclared constraint is embedded."""

    methods: list[Func]
    terms: list[Term] | None
    comparable: bool


@record(slots=True, eq=False, repr=False)
class Interface(Type):
    """`methods` are the explicitly declared ones, `embeddeds` any types; `type_set` is computed on demand by
    minigo.types.typeset. `implicit`: written as a bare constraint such as `[T ~int]`. `predeclared` is how the
    interfaces behind `any` and `comparable` are printed. `complete` is false while the checker collects its parts:
    its type set is not kept then. `embed_pos` are the positions of `embeddeds`."""

    methods: list[Func]
    embeddeds: list[Type] = field(default_factory=list)
    implicit: bool = False
    type_set: TypeSet | None = None
    predeclared: str = ""
    complete: bool = True
    embed_pos: list[Pos] = field(default_factory=list)


@record(slots=True, eq=False, repr=False)
class Named(Type):
    """A defined type, possibly generic or an instance of a generic one.

    `type_args` is empty unless it is an instance of `origin` (an instance's `origin` is the generic type, otherwise
    itself). `methods` are the declared methods of a type that is no instance; those of an instance are made on demand
    by minigo.types.lookup and kept in `expanded`. `resolver`, while not None, computes `under` when first needed and
    clears itself once it could. `instances` are all instances of a generic type by the keys of their type arguments.
    `outer_params` are the type parameters of the function that declares a local type, `outer_args` what they are in
    an instance of the function. `pos` is where an instance is
    written in the source first, if it is.
    """

    obj: TypeName
    under: Type | None = None
    methods: list[Func] = field(default_factory=list)
    type_params: list[TypeParam] = field(default_factory=list)
    type_args: list[Type] = field(default_factory=list)
    origin_type: Named | None = None
    resolver: Callable[[Named], None] | None = None
    expanded: dict[str, Func] = field(default_factory=dict)
    instances: dict[object, Named] = field(default_factory=dict)
    outer_params: list[TypeParam] = field(default_factory=list)
    outer_args: list[Type] = field(default_factory=list)
    pos: Pos = NO_POS

    @property
    def origin(self) -> Named:
        return self.origin_type or self

    def resolve(self) -> Named:
        if self.resolver is not None:
            self.resolver(self)
        return self

    def underlying(self) -> Type:
        if self.resolver is not None:
            self.resolver(self)
        under = self.under
        if under is None:  # still being declared: the checker reports the cycle that leads here
            return INVALID
        return under if not isinstance(under, Named | Alias) else under.underlying()


@record(slots=True, eq=False, repr=False)
class Alias(Type):
    """`type A = B`; transparent for identity. `actual` is B."""

    obj: TypeName
    actual: Type
    type_params: list[TypeParam] = field(default_factory=list)
    type_args: list[Type] = field(default_factory=list)

    def underlying(self) -> Type:
        return self.actual.underlying()


@record(slots=True, eq=False, repr=False)
class TypeParam(Type):
    """`index` is its place in the list that declares it; `bound` the constraint. Its underlying type is the constraint
    interface: a constraint that is none counts as an interface embedding it (`iface`)."""

    obj: TypeName
    index: int
    bound: Type
    iface: Interface | None = None

    def underlying(self) -> Type:
        if self.iface is not None:
            return self.iface
        u = self.bound.underlying()
        if isinstance(u, Interface):
            return u
        if u is INVALID:
            return Interface([])
        self.iface = Interface([], [self.bound], implicit=True)
        return self.iface


def unalias(t: Type) -> Type:
    """`t` without aliases on top."""
    while isinstance(t, Alias):
        t = t.actual
    return t
