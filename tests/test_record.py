"""minigo.record does what dataclass does, as far as it goes."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from minigo import record as records


def classes(record: Any, field: Any) -> tuple[type, ...]:
    @record(slots=True, frozen=True)
    class Point:
        x: int
        y: int = 2

    @record(slots=True, frozen=True)
    class Near:
        """Compares in its own way."""

        x: float

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Near) and round(self.x) == round(other.x)

        def __hash__(self) -> int:
            return round(self.x)

    @record(slots=True, order=True)
    class Entry:
        key: int
        note: list[int] = field(default_factory=list, compare=False)

        def __post_init__(self) -> None:
            self.note.append(self.key)

    @record(slots=True, eq=False)
    class Thing(Entry):
        extra: str = ""

    return Point, Near, Entry, Thing


KINDS = {"dataclass": (dataclasses.dataclass, dataclasses.field), "record": (records.record, records.field)}


@pytest.mark.parametrize("kind", KINDS)
def test_what_records_do(kind: str) -> None:
    point, near, entry, thing = classes(*KINDS[kind])
    assert point(1) == point(1, y=2) != point(2)
    assert hash(point(1)) == hash(point(1))
    assert repr(point(1)).endswith("Point(x=1, y=2)")
    assert near(1.1) == near(0.9) != near(2)
    assert len({near(1.1), near(0.9), near(2)}) == 2
    assert sorted([entry(2), entry(1)])[0] == entry(1, [5])
    assert entry(1).note == [1]
    with pytest.raises(TypeError):
        hash(entry(1))
    assert (thing(1, extra="e").extra, thing(1).note) == ("e", [1])
    assert not hasattr(point(1), "__dict__")
    with pytest.raises(TypeError):
        point()
    with pytest.raises(TypeError):
        point(1, 2, 3)


def test_replace_and_fields() -> None:
    point, _, _, _ = classes(records.record, records.field)
    assert records.replace(point(1), y=5) == point(1, 5)
    assert [f.name for f in records.fields(point)] == ["x", "y"]
