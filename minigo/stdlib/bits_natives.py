"""Natives of package math/bits, over Python's integers without bounds."""

from __future__ import annotations

from minigo.runtime.natives import native
from minigo.runtime.panics import divide_error, runtime_error

native("math/bits.Len64")(lambda x: x.bit_length())
native("math/bits.OnesCount64")(lambda x: x.bit_count())
native("math/bits.TrailingZeros64")(lambda x: (x & -x).bit_length() - 1 if x else 64)
native("math/bits.Reverse64")(lambda x: int(f"{x:064b}"[::-1], 2))
native("math/bits.ReverseBytes64")(lambda x: int.from_bytes(x.to_bytes(8, "big"), "little"))
native("math/bits.Mul64")(lambda x, y: divmod(x * y, 1 << 64))


@native("math/bits.Div64")
def div64(hi: int, lo: int, y: int) -> tuple[int, int]:
    """Quotient and remainder of hi:lo by y; panics when the quotient does not fit 64 bits."""
    if y == 0:
        raise divide_error()
    if y <= hi:
        raise runtime_error("integer overflow")
    return divmod(hi << 64 | lo, y)
