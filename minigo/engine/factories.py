"""Code objects inside others."""

from __future__ import annotations

from types import CodeType


def inner_code(code: CodeType) -> CodeType:
    """The code of the function that a factory, or a module, defines first."""
    return next(constant for constant in code.co_consts if isinstance(constant, CodeType))
