"""The checker is composed of mixins: none may redefine what another one defines."""

from __future__ import annotations

from minigo.check.base import CheckerBase
from minigo.check.checker import Checker
from minigo.check.exprbase import ExprBase


def test_every_method_is_defined_once() -> None:
    owners: dict[str, str] = {}
    for mixin in Checker.__bases__:
        for name, value in vars(mixin).items():
            if callable(value) and not name.startswith("__"):
                assert name not in owners, f"{name} is defined by {owners.get(name)} and {mixin.__name__}"
                owners[name] = mixin.__name__


def test_every_declared_method_is_implemented() -> None:
    for base in (CheckerBase, ExprBase):
        for name, value in vars(base).items():
            code = getattr(value, "__code__", None)
            if code is not None and "NotImplementedError" in code.co_names:
                assert getattr(Checker, name) is not value, f"{name} is only declared"
