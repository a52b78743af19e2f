"""The core language, lowering of checked packages to it, and passes over it."""

from minigo.core.dump import dump_function, dump_program
from minigo.core.lower import Lowerer, lower_program

__all__ = ["Lowerer", "dump_function", "dump_program", "lower_program"]
