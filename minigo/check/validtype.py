"""Types that contain themselves: structs, arrays and constraint interfaces must have finite size."""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.source import NO_POS, Pos
from minigo.types.predicates import contains_type_param
from minigo.types.types import INVALID, Alias, Array, Interface, Named, Struct, Type, TypeParam, Union, unalias


class ValidTypes(CheckerBase):
    """The check of each declared type's right-hand side, run when all declarations it needs are complete."""

    def valid_type(self, t: Named) -> None:
        """Report `t` if it contains itself (other than behind a pointer or the like)."""
        self._valid_type(t, [], [])

    def _valid_type(self, t: Type | None, nest: list[Named], path: list[Named]) -> bool:
        """`nest` are the types whose memory contains `t`, `path` all types on the way to it."""
        match t:
            case Alias():
                return self._valid_type(unalias(t), nest, path)
            case Named():
                return self._valid_named(t, nest, path)
            case Struct():
                return all(self._valid_type(f.type, nest, path) for f in t.fields)
            case Interface():
                return all(self._valid_type(e, nest, path) for e in t.embeddeds)
            case TypeParam() if nest and nest[-1].type_args:
                instance = nest[-1]
                for p, targ in zip(instance.origin.type_params, instance.type_args, strict=False):
                    if p is t:
                        return self._valid_type(targ, nest[:-1], path)
                return True
            case _:
                return self._valid_parts(t, nest, path)

    def _valid_parts(self, t: Type | None, nest: list[Named], path: list[Named]) -> bool:
        if isinstance(t, Array):
            return self._valid_type(t.elem, nest, path)
        if isinstance(t, Union):
            return all(self._valid_type(term.type, nest, path) for term in t.terms)
        return True

    def _valid_named(self, t: Named, nest: list[Named], path: list[Named]) -> bool:
        if t in self.valid_types:
            return True
        if t.under is INVALID or t.origin.under is INVALID or t.origin in self.recursive_types:
            return True  # reported already
        for e in nest:
            if e is t:
                start = next(i for i, p in enumerate(path) if p is t)
                self.recursive_types.update(p.origin for p in path[start:])
                self.cycle_error([self.named_entry(p) for p in path[start:]], True)
                for p in path[start:]:
                    if isinstance(p.origin.under, Interface):  # its type set might have no end
                        p.origin.under = INVALID
                return False
        if t.origin.obj.pkg is not self.pkg and not t.type_args:
            return True
        if not self._valid_type(t.origin.under, [*nest, t], [*path, t]):
            return False
        if not contains_type_param(t):  # else it depends on what the parameters stand for
            self.valid_types.add(t)
        return True

    def named_entry(self, t: Named) -> tuple[Pos, str]:
        """A type as part of a cycle."""
        return named_pos(t), self.type_string(t) if t.type_args else t.obj.name


def named_pos(t: Named) -> Pos:
    """Where a type is declared, or an instance first written."""
    return t.pos if t.pos != NO_POS else t.obj.pos
