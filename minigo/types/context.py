"""The context that makes equal instances of generic types one object."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minigo.types.typekey import type_key

if TYPE_CHECKING:
    from minigo.types.types import Named, Type


@dataclass(slots=True)
class Context:
    """Interns instances of generic types: one Named for a generic type and identical type arguments.

    Shared by all packages of a program, so that instances of a library's type are one object everywhere.
    """

    instances: dict[tuple[Named, tuple[object, ...]], Named] = field(default_factory=dict)

    def lookup(self, origin: Named, targs: list[Type]) -> Named | None:
        return self.instances.get((origin, tuple(type_key(t) for t in targs)))

    def intern(self, instance: Named) -> Named:
        """The canonical instance for `instance`'s origin and type arguments: itself when it is the first."""
        key = (instance.origin, tuple(type_key(t) for t in instance.type_args))
        return self.instances.setdefault(key, instance)
