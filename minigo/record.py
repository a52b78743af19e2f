"""Records: `dataclass(slots=True)` without its price at import, which for a hundred classes is that of a whole run.

To type checkers `record` is dataclass. At run time the class gets its slots at once, and `__init__` is made when the
first object is: most classes of a program are not used in a run. Of dataclass's features there are those that minigo
uses: defaults, `field(default=..., default_factory=...)`, inheritance, `__post_init__`, `eq` (by the fields; with
`frozen` hashable), `order` and a repr. Differences: `frozen` is only checked by the type checker, and what is compared
are all fields but those with `compare=False`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the name is enough for type checkers, and typing takes long to import
if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import field, fields, replace
else:

    class field:
        """A field that needs more than a default."""

        __slots__ = ("compare", "factory", "value")

        def __init__(self, *, default=..., default_factory=None, compare=True):
            self.value = default
            self.factory = default_factory
            self.compare = compare

    class Field:
        """What is known of a field: its name and annotation, the parameter of `__init__` (`has_default`, and the
        default or what makes it), whether it counts in comparisons."""

        __slots__ = ("compare", "default", "factory", "has_default", "name", "type")

        def __init__(self, name, annotation, given, has_default):
            self.name = name
            self.type = annotation
            self.compare = True
            self.factory = None
            self.default = given
            self.has_default = has_default
            if isinstance(given, field):
                self.default, self.factory, self.compare = given.value, given.factory, given.compare
                self.has_default = given.value is not ...

    def record(cls=None, *, slots=False, eq=True, repr=True, frozen=False, order=False):
        """Make the decorated class a record."""
        if cls is None:
            return lambda cls: _make(cls, slots, eq, repr, frozen, order)
        return _make(cls, slots, eq, repr, frozen, order)

    def fields(thing):
        """The fields of a record or of its class."""
        return tuple(thing.__record_fields__.values())

    def replace(thing, **changes):
        """A copy with other values for some fields."""
        values = {name: getattr(thing, name) for name in thing.__record_fields__}
        return type(thing)(**(values | changes))

    def _make(cls, slots, eq, repr, frozen, order):
        known = {}
        for base in reversed(cls.__mro__[1:]):
            known.update(base.__dict__.get("__record_fields__", {}))
        inherited = set(known)
        members = dict(cls.__dict__)
        own = members.get("__annotations__", {})
        for name, annotation in own.items():
            known[name] = Field(name, annotation, members.pop(name, None), name in cls.__dict__)
        members.pop("__dict__", None)
        members.pop("__weakref__", None)
        if slots:
            members["__slots__"] = tuple(name for name in own if name not in inherited)
        members["__record_fields__"] = known
        members["__match_args__"] = tuple(known)
        members["__init__"] = _first_init
        if repr and "__repr__" not in members:
            members["__repr__"] = _repr
        if eq:
            members.setdefault("__eq__", _eq)
            if members.get("__hash__") is None:  # which is what an __eq__ alone leaves there
                members["__hash__"] = _hash if frozen else None
        if order:
            members["__lt__"] = _lt
        made = type(cls)(cls.__name__, cls.__bases__, members)
        made.__qualname__ = cls.__qualname__
        return made

    def _first_init(self, *args, **kwargs):
        """The first object is being made: give its class the real `__init__`."""
        owner = next(c for c in type(self).__mro__ if "__record_fields__" in c.__dict__)
        env = {}
        params, body = [], []
        for f in owner.__record_fields__.values():
            value = f.name
            if f.factory is not None:
                env[f"factory_{f.name}"], env["MISSING"] = f.factory, field
                params.append(f"{f.name}=MISSING")
                value = f"factory_{f.name}() if {f.name} is MISSING else {f.name}"
            elif f.has_default:
                env[f"default_{f.name}"] = f.default
                params.append(f"{f.name}=default_{f.name}")
            else:
                params.append(f.name)
            body.append(f" self.{f.name} = {value}")
        if hasattr(owner, "__post_init__"):
            body.append(" self.__post_init__()")
        exec(f"def __init__(self, {', '.join(params)}):\n" + ("\n".join(body) or " pass"), env)
        owner.__init__ = env["__init__"]
        owner.__init__.__qualname__ = f"{owner.__qualname__}.__init__"
        owner.__init__(self, *args, **kwargs)

    def _compared(self):
        return tuple(getattr(self, f.name) for f in self.__record_fields__.values() if f.compare)

    def _eq(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) == _compared(other)

    def _lt(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) < _compared(other)

    def _hash(self):
        return hash(_compared(self))

    def _repr(self):
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__record_fields__)
        return f"{type(self).__qualname__}({values})"


__all__ = ["field", "fields", "record", "replace"]
