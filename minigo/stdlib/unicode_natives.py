"""Natives of package unicode: what runes are, by the tables of `minigo.unidata`, and those tables as Go values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minigo import unidata
from minigo.runtime.natives import native
from minigo.runtime.values import NIL_SLICE, Slice, slice_of
from minigo.stdlib.strings_natives import SPACE
from minigo.unidata import category

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType

native("unicode.ToUpper")(lambda r: unidata.to_case(r, unidata.UPPER))
native("unicode.ToLower")(lambda r: unidata.to_case(r, unidata.LOWER))
native("unicode.ToTitle")(lambda r: unidata.to_case(r, unidata.TITLE))
native("unicode.SimpleFold")(unidata.simple_fold)
native("internal/unicode.to")(lambda case, r: unidata.to_case(r, case))

native("unicode.IsControl")(lambda r: category(r) == "Cc")
native("unicode.IsDigit")(lambda r: category(r) == "Nd")
native("unicode.IsNumber")(lambda r: category(r)[0] == "N")
native("unicode.IsLetter")(lambda r: category(r)[0] == "L")
native("unicode.IsMark")(lambda r: category(r)[0] == "M")
native("unicode.IsPunct")(lambda r: category(r)[0] == "P")
native("unicode.IsSymbol")(lambda r: category(r)[0] == "S")
native("unicode.IsUpper")(lambda r: category(r) == "Lu")
native("unicode.IsLower")(lambda r: category(r) == "Ll")
native("unicode.IsTitle")(lambda r: category(r) == "Lt")
native("unicode.IsSpace")(SPACE.__contains__)
native("internal/unicode.IsSpace")(SPACE.__contains__)
native("unicode.IsPrint")(unidata.is_print)
native("unicode.IsGraphic")(unidata.is_graphic)


@native("unicode.table", generic=True)
def table(rtype: RType, kind: bytes, name: bytes) -> Any:
    """A pointer to a RangeTable."""
    found = unidata.table(kind.decode(), name.decode())
    r16, r32 = (f.rtype.elem_type().cls for f in rtype.fields[:2])
    return rtype.cls(_ranges(r16, found.r16), _ranges(r32, found.r32), found.latin)


def _ranges(cls: type[Any], ranges: list[unidata.Range]) -> Slice:
    return slice_of([cls(*r) for r in ranges]) if ranges else NIL_SLICE


@native("unicode.names")
def names(kind: bytes) -> Slice:
    return slice_of([name.encode() for name in unidata.table_names(kind.decode())])


@native("unicode.aliases")
def aliases() -> Slice:
    return slice_of([name.encode() for pair in unidata.aliases().items() for name in pair])


@native("unicode.cases")
def cases(name: bytes) -> Slice:
    return slice_of([number for numbers in unidata.case_ranges(name.decode()) for number in numbers])
