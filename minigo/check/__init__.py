"""The type checker: go/types' rules, gc's messages."""

from minigo.check.checker import check_package
from minigo.check.environment import Importer
from minigo.check.result import CheckResult, limit_diagnostics, sort_diagnostics

__all__ = ["CheckResult", "Importer", "check_package", "limit_diagnostics", "sort_diagnostics"]
