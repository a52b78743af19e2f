"""Go maps, and the detection of unsynchronised access to them.

A Map holds `entries`, a dict from hash keys (RType.hash_key) to values. For most key types the hash key is the key
itself; otherwise (KeyedMap) `keys` leads from the hash keys to Go's keys, in step with `entries`.

Every write spends one step of virtual time *before* it changes the map, and when that makes other Ps run, the
map is closed meanwhile: `entries` is replaced by a dict that reports each access as Go's fatal error. So readers pay
nothing, and a writer a decrement. While the map is closed only other goroutines can come by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, NoReturn, Protocol

from minigo.runtime.panics import FatalError, Fault, GoPanic, plain_error

if TYPE_CHECKING:
    from minigo.runtime.chooser import Chooser
    from minigo.runtime.rtypes import RType


class Steps(Protocol):
    """What maps need of the machine: the budget of steps, and the pause in which other Ps run."""

    budget: int

    def pause_rmw(self) -> None: ...


class _Absent:
    __slots__ = ()


ABSENT: Final = _Absent()


class _Closed(dict[Any, Any]):
    """The entries of a map that another goroutine is writing: reading is a fatal error, the length may be asked."""

    __slots__ = ("_len",)

    def __init__(self, length: int) -> None:
        super().__init__()
        self._len = length

    def __len__(self) -> int:
        return self._len

    def _read(self, *args: Any) -> NoReturn:
        raise FatalError("concurrent map read and map write")

    def _written(self, *args: Any) -> NoReturn:
        raise FatalError("concurrent map writes")

    def _iterated(self) -> NoReturn:
        raise FatalError("concurrent map iteration and map write")

    get = __getitem__ = __contains__ = _read
    __setitem__ = __delitem__ = pop = clear = _written
    __iter__ = _iterated


class Map:
    """A map whose keys are their own hash keys.

    `type` is the map type's RType. All methods raise FatalError when another goroutine is writing.
    """

    __slots__ = ("entries", "steps", "type")

    def __init__(self, rtype: RType, steps: Steps) -> None:
        self.type = rtype
        self.steps = steps
        self.entries: dict[Any, Any] = {}

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, key: Any, zero: Callable[[], Any]) -> Any:
        """m[key]; what `zero` makes when absent."""
        value = self.entries.get(key, ABSENT)
        return zero() if value is ABSENT else value

    def get2(self, key: Any, zero: Callable[[], Any]) -> tuple[Any, bool]:
        """The value and whether the key is there."""
        value = self.entries.get(key, ABSENT)
        return (zero(), False) if value is ABSENT else (value, True)

    def set(self, key: Any, value: Any) -> None:
        """m[key] = value. Panics on a nil map."""
        steps = self.steps
        steps.budget -= 1
        if steps.budget < 0:
            self._pause()
        self.entries[key] = value

    def delete(self, key: Any) -> None:
        self._step()
        self.entries.pop(key, None)

    def clear(self) -> None:
        self._step()
        self.entries.clear()

    def items(self) -> Iterator[tuple[Any, Any]]:
        """(key, value) in order of insertion: for natives that sort, or where order cannot be seen."""
        return iter(list(self.entries.items()))

    def hash_keys(self) -> list[Any]:
        """The hash keys, in order of insertion."""
        if type(self.entries) is _Closed:
            self.entries._iterated()
        return list(self.entries)

    def go_key(self, hash_key: Any) -> Any:
        """The Go key behind a hash key that is in the map."""
        return hash_key

    def _step(self) -> None:
        self.steps.budget -= 1
        if self.steps.budget < 0:
            self._pause()

    def _pause(self) -> None:
        entries = self.entries
        if type(entries) is _Closed:
            entries._written()
        self.entries = _Closed(len(entries))
        try:
            self.steps.pause_rmw()
        finally:
            self.entries = entries


class KeyedMap(Map):
    """A map whose hash keys are not the keys: floats, interfaces, structs, arrays."""

    __slots__ = ("_hash", "keys")

    def __init__(self, rtype: RType, steps: Steps) -> None:
        super().__init__(rtype, steps)
        assert rtype.key is not None
        self._hash = rtype.key.hash_key
        self.keys: dict[Any, Any] = {}

    def _lookup_key(self, key: Any) -> Any:
        try:
            return self._hash(key)
        except GoPanic as panic:
            raise (panic if self.entries else unhashable(panic)) from None

    def get(self, key: Any, zero: Callable[[], Any]) -> Any:
        return super().get(self._lookup_key(key), zero)

    def get2(self, key: Any, zero: Callable[[], Any]) -> tuple[Any, bool]:
        return super().get2(self._lookup_key(key), zero)

    def set(self, key: Any, value: Any) -> None:
        hash_key = self._hash(key)
        self._step()
        self.entries[hash_key] = value
        assert self.type.key is not None
        self.keys[hash_key] = self.type.key.copy(key)

    def delete(self, key: Any) -> None:
        hash_key = self._lookup_key(key)
        self._step()
        self.entries.pop(hash_key, None)
        self.keys.pop(hash_key, None)

    def clear(self) -> None:
        super().clear()
        self.keys.clear()

    def items(self) -> Iterator[tuple[Any, Any]]:
        return iter([(self.keys[hash_key], value) for hash_key, value in self.entries.items()])

    def go_key(self, hash_key: Any) -> Any:
        return self.keys[hash_key]


class _NilMap(Map):
    """The nil map of every type: empty for ever."""

    __slots__ = ()

    def __init__(self) -> None:
        self.entries = {}

    def get(self, key: Any, zero: Callable[[], Any]) -> Any:
        _check_hashable(key)
        return zero()

    def get2(self, key: Any, zero: Callable[[], Any]) -> tuple[Any, bool]:
        _check_hashable(key)
        return zero(), False

    def set(self, key: Any, value: Any) -> None:
        raise plain_error("assignment to entry in nil map")

    def delete(self, key: Any) -> None:
        _check_hashable(key)

    def clear(self) -> None:
        pass


NIL_MAP: Final = _NilMap()


def unhashable(panic: GoPanic) -> GoPanic:
    """What a look-up in an empty map says when the key is unhashable: other words than a write."""
    assert panic.fault is not None
    return GoPanic(fault=Fault("unhashable", panic.fault.text.replace("unhashable type", "unhashable type:")))


def _check_hashable(key: Any) -> None:
    # Only interface values are tuples; keys of other types that contain unhashable interfaces are rare enough.
    try:
        if type(key) is tuple:
            key[0].hash_key(key[1])
        elif hasattr(key, "_hash_key"):
            key._hash_key()
    except GoPanic as panic:
        raise unhashable(panic) from None


def new_map(rtype: RType, steps: Steps) -> Map:
    """An empty map of type `rtype`."""
    assert rtype.key is not None
    return Map(rtype, steps) if rtype.key.plain_key else KeyedMap(rtype, steps)


# ---------------------------------------------------------------- iteration

_SMALL = 8


class MapIterator:
    """One `range` over a map: a snapshot of its keys in an order of the chooser's. Entries that are deleted before
    their turn are left out; entries added meanwhile are not visited.

    Up to eight entries are rotated, as in Go where they share a group; more are shuffled.
    """

    __slots__ = ("_keys", "map")

    def __init__(self, m: Map, chooser: Chooser) -> None:
        self.map = m
        keys = m.hash_keys()
        n = len(keys)
        if 1 < n <= _SMALL:
            start = chooser.choose(n, "map")
            keys = keys[start:] + keys[:start]
        elif n > _SMALL:
            _shuffle(keys, chooser.choose(1 << 32, "map"))
        keys.reverse()
        self._keys = keys

    def next(self) -> tuple[bool, Any, Any]:
        """(True, key, value), or (False, None, None) at the end."""
        m = self.map
        entries = m.entries
        if type(entries) is _Closed:
            entries._iterated()
        keys = self._keys
        while keys:
            hash_key = keys.pop()
            if hash_key in entries:
                return True, m.go_key(hash_key), entries[hash_key]
        return False, None, None


def _shuffle(items: list[Any], seed: int) -> None:
    """Fisher-Yates, driven by xorshift64* (Marsaglia 2003, Vigna 2016): one choice orders a whole map."""
    state = (seed << 1 | 1) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
    for i in range(len(items) - 1, 0, -1):
        state ^= state >> 12
        state ^= state << 25 & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 27
        j = (state * 0x2545F4914F6CDD1D & 0xFFFFFFFFFFFFFFFF) * (i + 1) >> 64
        items[i], items[j] = items[j], items[i]
