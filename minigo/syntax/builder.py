"""The AST builder: all its parts as one class."""

from __future__ import annotations

from minigo.syntax.builder_decl import DeclBuilder
from minigo.syntax.builder_expr import ExprBuilder
from minigo.syntax.builder_stmt import StmtBuilder


class Builder(ExprBuilder, StmtBuilder, DeclBuilder):
    """Turns the reductions of one file into its AST; see `builder_base` for how the parser calls it."""
