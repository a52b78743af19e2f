"""Type identity, and the type sets of interfaces: two notions that need each other.

A term list is None for "all types", else a list of disjoint terms; an empty list is the empty set. A type set that has
terms carries no `comparable` flag: its incomparable terms are gone instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minigo.record import record
from minigo.types.objects import Func, object_id
from minigo.types.types import (
    INVALID,
    Alias,
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Term,
    Tuple,
    Type,
    TypeParam,
    TypeSet,
    Union,
    unalias,
)

# Pairs of interfaces that are being compared: assumed identical on the way down.
_Pairs = tuple[tuple[Interface, Interface], ...]


@record(slots=True, frozen=True)
class Cause:
    """A reason, as a format whose `{}` stand for `types`; rendered only when it is printed."""

    text: str
    types: tuple[Type, ...] = ()

    def render(self, type_string: Callable[[Type], str]) -> str:
        return self.text.format(*(type_string(t) for t in self.types)) if self.types else self.text


# ---------------------------------------------------------------- identity


def identical(x: Type | None, y: Type | None) -> bool:
    """Whether two types are the same by the language's rules."""
    if x is y:
        return True
    if x is None or y is None:
        return False
    return _identical(x, y, (), False)


def identical_ignoring_tags(x: Type, y: Type) -> bool:
    """Like identical, but struct tags do not matter (conversions)."""
    return x is y or _identical(x, y, (), True)


def _identical(x: Type, y: Type, pairs: _Pairs, ignore_tags: bool) -> bool:
    if isinstance(x, Alias):
        x = unalias(x)
    if isinstance(y, Alias):
        y = unalias(y)
    if x is y:
        return True
    if x.__class__ is not y.__class__:
        return False
    match x, y:
        case Basic(), Basic():
            return x.kind == y.kind
        case Named(), Named():
            return (
                bool(x.type_args)
                and x.origin is y.origin
                and len(x.type_args) == len(y.type_args)
                and all(_identical(a, b, pairs, ignore_tags) for a, b in zip(x.type_args, y.type_args, strict=True))
            )
        case Pointer(), Pointer():
            return _identical(x.elem, y.elem, pairs, ignore_tags)
        case Slice(), Slice():
            return _identical(x.elem, y.elem, pairs, ignore_tags)
        case Array(), Array():
            same_len = x.len < 0 or y.len < 0 or x.len == y.len  # unknown lengths: reported already
            return same_len and _identical(x.elem, y.elem, pairs, ignore_tags)
        case Map(), Map():
            return _identical(x.key, y.key, pairs, ignore_tags) and _identical(x.elem, y.elem, pairs, ignore_tags)
        case Chan(), Chan():
            return x.dir == y.dir and _identical(x.elem, y.elem, pairs, ignore_tags)
        case Struct(), Struct():
            return _identical_structs(x, y, pairs, ignore_tags)
        case Tuple(), Tuple():
            return len(x.vars) == len(y.vars) and all(
                _identical(a.type or INVALID, b.type or INVALID, pairs, ignore_tags)
                for a, b in zip(x.vars, y.vars, strict=True)
            )
        case Signature(), Signature():
            return (
                x.variadic == y.variadic
                and len(x.type_params) == len(y.type_params)
                and not x.type_params
                and _identical(x.params, y.params, pairs, ignore_tags)
                and _identical(x.results, y.results, pairs, ignore_tags)
            )
        case Union(), Union():
            return _same_terms(_union_terms(x), _union_terms(y))
        case Interface(), Interface():
            return _identical_interfaces(x, y, pairs, ignore_tags)
        case _:
            return False


def _identical_structs(x: Struct, y: Struct, pairs: _Pairs, ignore_tags: bool) -> bool:
    if len(x.fields) != len(y.fields):
        return False
    for i, (f, g) in enumerate(zip(x.fields, y.fields, strict=True)):
        if f.embedded != g.embedded or f.name != g.name:
            return False
        if object_id(f.name, f.pkg) != object_id(g.name, g.pkg):
            return False
        if not ignore_tags and _tag(x, i) != _tag(y, i):
            return False
        if not _identical(f.type or INVALID, g.type or INVALID, pairs, ignore_tags):
            return False
    return True


def _tag(t: Struct, i: int) -> str:
    return t.tags[i] if i < len(t.tags) else ""


def _identical_interfaces(x: Interface, y: Interface, pairs: _Pairs, ignore_tags: bool) -> bool:
    xs, ys = type_set(x), type_set(y)
    if xs.comparable != ys.comparable or len(xs.methods) != len(ys.methods) or not _same_terms(xs.terms, ys.terms):
        return False
    for a, b in pairs:
        if (a is x and b is y) or (a is y and b is x):
            return True
    pairs = (*pairs, (x, y))
    return all(
        object_id(f.name, f.pkg) == object_id(g.name, g.pkg)
        and _identical(f.type or INVALID, g.type or INVALID, pairs, ignore_tags)
        for f, g in zip(xs.methods, ys.methods, strict=True)
    )


# ---------------------------------------------------------------- term lists


def term_includes(x: Term, t: Type) -> bool:
    """Whether type `t` is in the set of `x`."""
    return identical(x.type, t.underlying() if x.tilde else t)


def _term_subset(x: Term, y: Term) -> bool:
    if x.tilde and not y.tilde:
        return False
    return identical(y.type, x.type.underlying() if y.tilde else x.type)


def _disjoint(x: Term, y: Term) -> bool:
    ux = x.type.underlying() if y.tilde else x.type
    uy = y.type.underlying() if x.tilde else y.type
    return not identical(ux, uy)


def overlapping(x: Term, y: Term) -> bool:
    """Whether two terms of non-interface types share types."""
    return not _disjoint(x, y)


def _normal(terms: list[Term]) -> list[Term]:
    out: list[Term] = []
    for t in terms:
        if any(_term_subset(t, o) for o in out):
            continue
        out = [o for o in out if not _term_subset(o, t)]
        out.append(t)
    return out


def _intersect(xs: list[Term] | None, ys: list[Term] | None) -> list[Term] | None:
    if xs is None:
        return ys
    if ys is None:
        return xs
    out: list[Term] = []
    for x in xs:
        for y in ys:
            if not _disjoint(x, y):
                out.append(y if x.tilde and not y.tilde else x)
    return _normal(out)


def terms_subset(xs: list[Term] | None, ys: list[Term] | None) -> bool:
    """Whether every type of `xs` is one of `ys`."""
    if ys is None:
        return True
    if xs is None:
        return False
    return all(any(_term_subset(x, y) for y in ys) for x in xs)


def _same_terms(xs: list[Term] | None, ys: list[Term] | None) -> bool:
    if xs is None or ys is None:
        return xs is ys
    return terms_subset(xs, ys) and terms_subset(ys, xs)


# ---------------------------------------------------------------- type sets


def type_set(t: Interface) -> TypeSet:
    """The type set of `t`, kept once the interface is complete."""
    ts = t.type_set
    if ts is not None:
        return ts
    if not t.complete:
        return TypeSet([], None, False)
    t.type_set = TypeSet([], None, False)  # an interface that embeds itself: reported as a cycle
    methods: dict[str, Func] = {object_id(m.name, m.pkg): m for m in t.methods}
    terms: list[Term] | None = None
    comparable = False
    for e in t.embeddeds:
        u = e.underlying()
        more: list[Term] | None
        if isinstance(u, Interface):
            sub = type_set(u)
            comparable = comparable or sub.comparable
            for m in sub.methods:
                methods.setdefault(object_id(m.name, m.pkg), m)
            more = sub.terms
        elif isinstance(u, Union):
            more = _union_terms(u)
        elif u is INVALID:
            continue
        else:
            more = [Term(False, e)]
        terms = _intersect(terms, more)
    if comparable and terms is not None:
        terms = [term for term in terms if comparable_type(term.type, False) is None]
        comparable = False
    ts = TypeSet([methods[k] for k in sorted(methods)], terms, comparable)
    t.type_set = ts
    return ts


def _union_terms(t: Union) -> list[Term] | None:
    out: list[Term] = []
    for term in t.terms:
        u = term.type.underlying()
        if isinstance(u, Interface):
            sub = type_set(u).terms
            if sub is None:
                return None
            out.extend(sub)
        elif u is not INVALID:
            out.append(term)
    return _normal(out)


def type_set_is_all(ts: TypeSet) -> bool:
    """No restriction at all: the type set of `any`."""
    return ts.terms is None and not ts.methods and not ts.comparable


def is_method_set(ts: TypeSet) -> bool:
    """The interface restricts by methods only: it may be the type of a variable."""
    return ts.terms is None and not ts.comparable


def specific_types(t: Type) -> Iterator[tuple[Type, Type] | None]:
    """The types of a type parameter's type set with their underlying types, None if it has no specific types;
    any other type yields itself."""
    tp = unalias(t)
    if not isinstance(tp, TypeParam):
        yield t, t.underlying()
        return
    u = tp.underlying()
    terms = type_set(u).terms if isinstance(u, Interface) else None
    if not terms:
        yield None
        return
    for term in terms:
        yield term.type, term.type.underlying()


def common_under(
    t: Type, cond: Callable[[Type | None, Type | None], Cause | None] | None = None
) -> tuple[Type | None, Cause | None]:
    """The one underlying type of all types in `t`'s type set (channels may differ in direction), else the reason.

    `cond`, called with each type and its underlying type, may give a reason to fail earlier.
    """
    ct: Type | None = None
    cu: Type | None = None
    for pair in specific_types(t):
        if cond is not None:
            cause = cond(*(pair or (None, None)))
            if cause is not None:
                return None, cause
        if pair is None:
            return None, Cause("no specific type")
        typ, u = pair
        if ct is None or cu is None:
            ct, cu = typ, u
        elif isinstance(cu, Chan) and isinstance(u, Chan):
            if not identical(cu.elem, u.elem):
                return None, Cause("channels {} and {} have different element types", (ct, typ))
            if cu.dir == u.dir:
                continue
            if cu.dir == "both":
                ct, cu = typ, u
            elif u.dir != "both":
                return None, Cause("channels {} and {} have conflicting directions", (ct, typ))
        elif not identical(cu, u):
            return None, Cause("{} and {} have different underlying types", (ct, typ))
    return cu, None


def core_type(t: Type) -> Type | None:
    """The underlying type shared by all types of `t`'s type set; None if there is none."""
    if not isinstance(unalias(t), TypeParam):
        return t.underlying()
    return common_under(t)[0]


# ---------------------------------------------------------------- comparability


def comparable_type(t: Type, dynamic: bool, seen: set[Type] | None = None) -> Cause | None:
    """None if values of `t` can be compared with ==, else the reason (its text may be empty).

    `dynamic`: interfaces count as comparable although that may panic.
    """
    if seen is None:
        seen = set()
    if t in seen:
        return None
    seen.add(t)
    u = t.underlying()
    match u:
        case Basic():
            return Cause("") if u.kind == "untyped nil" else None
        case Pointer() | Chan():
            return None
        case Struct():
            for f in u.fields:
                if comparable_type(f.type or INVALID, dynamic, seen) is not None:
                    return Cause("struct containing {} cannot be compared", (f.type or INVALID,))
            return None
        case Array():
            return None if comparable_type(u.elem, dynamic, seen) is None else Cause("{} cannot be compared", (t,))
        case Interface():
            ts = type_set(u)
            if (dynamic and not isinstance(unalias(t), TypeParam)) or comparable_type_set(ts, seen):
                return None
            return Cause("empty type set" if ts.terms == [] else "incomparable types in type set")
        case _:
            return Cause("")


def comparable_type_set(ts: TypeSet, seen: set[Type] | None = None) -> bool:
    """Whether all types of the set are strictly comparable."""
    if ts.terms is None:
        return ts.comparable
    return bool(ts.terms) and all(comparable_type(term.type, False, seen) is None for term in ts.terms)
