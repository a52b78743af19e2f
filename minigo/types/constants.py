"""Exact constants: arbitrary-precision integers, rationals, big floats, complex, strings and booleans.

Invariant: a ConstValue is one of bool, bytes (strings), int, Fraction or Complex (a pair of Fractions), or Unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(slots=True, frozen=True)
class Complex:
    real: Fraction
    imag: Fraction


@dataclass(slots=True, frozen=True)
class Unknown:
    """The value of an erroneous constant expression; silences follow-ups."""


ConstValue = bool | bytes | int | Fraction | Complex | Unknown
