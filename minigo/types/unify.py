"""Unification of types: finds type arguments that make two types match.

Type parameters that unify with each other share a cell, so that an argument found for one is the other's too. Two
modes: *inexact* ignores the name of a defined type where the other side is a literal and lets channel directions and
interfaces differ as assignment does; *exact* is identity. `assign` is inexact at the top and exact for element types.
"""

from __future__ import annotations

from collections.abc import Callable

from minigo.types.lookup import lookup_field_or_method
from minigo.types.objects import Func, object_id
from minigo.types.predicates import is_type_lit
from minigo.types.types import (
    INVALID,
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
    Tuple,
    Type,
    TypeParam,
    unalias,
)
from minigo.types.typeset import core_type, identical, terms_subset, type_set

EXACT = 1
ASSIGN = 2
INEXACT = 0

_MAX_DEPTH = 100


class _Cell:
    __slots__ = ("type",)

    def __init__(self, typ: Type | None) -> None:
        self.type = typ


class Unifier:
    """Holds the type arguments found so far for `tparams`. `complete` gives methods their signatures."""

    def __init__(self, tparams: list[TypeParam], targs: list[Type | None], complete: Callable[[Func], None]) -> None:
        self._cells = {p: _Cell(t) for p, t in zip(tparams, targs, strict=True)}
        self._complete = complete
        self._depth = 0

    def at(self, p: TypeParam) -> Type | None:
        return self._cells[p].type

    def set(self, p: TypeParam, t: Type) -> None:
        self._cells[p].type = t

    def unknowns(self) -> int:
        return sum(1 for c in self._cells.values() if c.type is None)

    def inferred(self, tparams: list[TypeParam]) -> list[Type | None]:
        return [self._cells[p].type for p in tparams]

    def unify(self, x: Type, y: Type, mode: int) -> bool:
        """Whether `x` and `y` match; may find type arguments (also when they do not)."""
        return self._nify(x, y, mode)

    def _bound(self, t: Type) -> TypeParam | None:
        t = unalias(t)
        return t if isinstance(t, TypeParam) and t in self._cells else None

    def _nify(self, x: Type | None, y: Type | None, mode: int) -> bool:
        if x is None or y is None:
            return x is y
        self._depth += 1
        try:
            if self._depth > _MAX_DEPTH:
                return False
            return self._match(unalias(x), unalias(y), mode)
        finally:
            self._depth -= 1

    def _match(self, x: Type, y: Type, mode: int) -> bool:
        if x is y:
            return True
        if self._bound(x) is None and (self._bound(y) is not None or isinstance(x, Named)):
            x, y = y, x
        if mode & EXACT == 0:
            if isinstance(x, Named) and not isinstance(y, Named) and self._bound(y) is None:
                x, y = y, x
            if isinstance(y, Named) and is_type_lit(x) and not isinstance(x, Interface):
                y = y.underlying()
                if x is y:
                    return True
        px, py = self._bound(x), self._bound(y)
        if px is not None and py is not None:
            return self._join(px, py) or self._nify(self.at(px), self.at(py), mode)
        if px is not None:
            return self._match_param(px, y, mode)
        if mode & EXACT == 0:
            result = self._match_interfaces(x, y)
            if result is not None:
                return result
        if isinstance(y, TypeParam):
            x, y = y, x
        return self._match_structure(x, y, mode, mode | EXACT if mode & ASSIGN else mode)

    def _join(self, p: TypeParam, q: TypeParam) -> bool:
        """Give both parameters one cell, unless both have arguments already."""
        a, b = self._cells[p], self._cells[q]
        if a is b:
            return True
        if a.type is not None and b.type is not None:
            return False
        keep, drop = (a, b) if a.type is not None else (b, a)
        for r, cell in self._cells.items():
            if cell is drop:
                self._cells[r] = keep
        return True

    def _match_param(self, p: TypeParam, y: Type, mode: int) -> bool:
        known = self.at(p)
        if known is None:
            self.set(p, y)
            return True
        if not self._nify(known, y, mode):
            return False
        if mode & EXACT:
            return True
        # Matches through underlying types: keep the more specific type, whatever the order of arguments.
        xi, yi = _interface(known), _interface(y)
        known_named, y_named = isinstance(unalias(known), Named), isinstance(y, Named)
        if xi is not None or yi is not None:
            # Only interfaces with the same methods match, and different names tell them apart.
            if xi is None or yi is None or len(type_set(xi).methods) != len(type_set(yi).methods):
                return False
            if known_named and y_named:
                return identical(known, y)
            if y_named:
                self.set(p, y)
        elif y_named or (isinstance(y, Chan) and y.dir != "both" and not known_named):
            self.set(p, y)
        return True

    def _match_interfaces(self, x: Type, y: Type) -> bool | None:
        """Inexact matching when an interface is involved; None if there is none."""
        xi, yi = _interface(x), _interface(y)
        if xi is not None and yi is not None:
            xs, ys = type_set(xi), type_set(yi)
            if xs.comparable != ys.comparable:
                return False
            if not (terms_subset(xs.terms, ys.terms) and terms_subset(ys.terms, xs.terms)):
                return False
            few, many = sorted((xs.methods, ys.methods), key=len)
            by_id = {object_id(m.name, m.pkg): m for m in many}
            for m in few:
                other = by_id.get(object_id(m.name, m.pkg))
                if other is None or not self._nify(m.type, other.type, EXACT):
                    return False
            return True
        if yi is not None:
            xi, y = yi, x
        if xi is None:
            return None
        for m in type_set(xi).methods:
            found = lookup_field_or_method(y, False, m.pkg, m.name).obj
            if not isinstance(found, Func):
                return False
            self._complete(found)
            if isinstance(found.type, Signature) and found.type.type_params:
                return False  # a generic method implements nothing
            if not self._nify(m.type, found.type, EXACT):
                return False
        return True

    def _match_structure(self, x: Type, y: Type, mode: int, emode: int) -> bool:
        match x, y:
            case Basic(), Basic():
                return x.kind == y.kind
            case Array(), Array():
                return (x.len < 0 or y.len < 0 or x.len == y.len) and self._nify(x.elem, y.elem, emode)
            case Slice(), Slice():
                return self._nify(x.elem, y.elem, emode)
            case Pointer(), Pointer():
                return self._nify(x.elem, y.elem, emode)
            case Map(), Map():
                return self._nify(x.key, y.key, emode) and self._nify(x.elem, y.elem, emode)
            case Chan(), Chan():
                return (mode & EXACT == 0 or x.dir == y.dir) and self._nify(x.elem, y.elem, emode)
            case Struct(), Struct():
                return self._match_structs(x, y, emode)
            case Tuple(), Tuple():
                return len(x.vars) == len(y.vars) and all(
                    self._nify(a.type, b.type, mode) for a, b in zip(x.vars, y.vars, strict=True)
                )
            case Signature(), Signature():
                # the type parameters of a generic argument are being inferred too: they do not count
                return (
                    x.variadic == y.variadic
                    and self._nify(x.params, y.params, emode)
                    and self._nify(x.results, y.results, emode)
                )
            case Interface(), Interface():
                return self._match_exact_interfaces(x, y)
            case Named(), Named():
                return (
                    x.origin is y.origin
                    and len(x.type_args) == len(y.type_args)
                    and (bool(x.type_args) or x is y)
                    and all(self._nify(a, b, mode) for a, b in zip(x.type_args, y.type_args, strict=True))
                )
            case TypeParam(), _:
                # A parameter of an enclosing function: its core type must match.
                core = core_type(x)
                return core is not None and self._nify(core, y, ASSIGN)
            case _:
                return x is INVALID and y is INVALID

    def _match_structs(self, x: Struct, y: Struct, mode: int) -> bool:
        if len(x.fields) != len(y.fields):
            return False
        for i, (f, g) in enumerate(zip(x.fields, y.fields, strict=True)):
            same = f.embedded == g.embedded and object_id(f.name, f.pkg) == object_id(g.name, g.pkg)
            xt = x.tags[i] if x.tags else ""
            yt = y.tags[i] if y.tags else ""
            if not same or xt != yt or not self._nify(f.type, g.type, mode):
                return False
        return True

    def _match_exact_interfaces(self, x: Interface, y: Interface) -> bool:
        xs, ys = type_set(x), type_set(y)
        if xs.comparable != ys.comparable or len(xs.methods) != len(ys.methods):
            return False
        if not (terms_subset(xs.terms, ys.terms) and terms_subset(ys.terms, xs.terms)):
            return False
        return all(
            object_id(f.name, f.pkg) == object_id(g.name, g.pkg) and self._nify(f.type, g.type, EXACT)
            for f, g in zip(xs.methods, ys.methods, strict=True)
        )


def _interface(t: Type) -> Interface | None:
    """The interface that `t` is underneath, unless `t` is a type parameter."""
    t = unalias(t)
    if isinstance(t, TypeParam):
        return None
    u = t.underlying()
    return u if isinstance(u, Interface) else None
