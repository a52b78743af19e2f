"""The lowerer: composes the concept files, and turns checked packages into a Program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from minigo.core.assign import Assignments
from minigo.core.builtins import Builtins
from minigo.core.calls import Calls
from minigo.core.compare import Comparisons
from minigo.core.control import Control
from minigo.core.conversions import Conversions
from minigo.core.exprs import Exprs
from minigo.core.frames import Unit
from minigo.core.functions import Functions
from minigo.core.init import Initialisation
from minigo.core.literals import Literals
from minigo.core.methods import Methods
from minigo.core.nodes import Program
from minigo.core.places import Places
from minigo.core.rangefunc import RangeFuncs
from minigo.core.ranges import Ranges
from minigo.core.selects import Selects
from minigo.core.switches import Switches
from minigo.source import FileSet
from minigo.types.info import Info
from minigo.types.objects import Package

if TYPE_CHECKING:
    from minigo.core.base import Instrument


class CheckedPackage(Protocol):
    """What lowering needs of the checker's result."""

    @property
    def package(self) -> Package: ...

    @property
    def info(self) -> Info: ...


class Lowerer(
    Exprs,
    Comparisons,
    Places,
    Conversions,
    Literals,
    Calls,
    Builtins,
    Methods,
    Assignments,
    Control,
    Ranges,
    RangeFuncs,
    Switches,
    Selects,
    Functions,
    Initialisation,
):
    """Lowers the packages of one program."""


def lower_program(
    packages: Sequence[CheckedPackage], main_path: str, fset: FileSet, instrument: Instrument | None = None
) -> Program:
    """The program of the checked `packages`, which are in the order in which they are initialised and include
    everything imported.

    The language version of a file decides on the life of loop variables: before go1.22, one for all iterations.
    Function bodies are lowered on demand, see Function.complete; `instrument` is called with each, once it has its
    Ticks, and the list whose first item is the last id of its variables.

    Raises InternalError if a package was not fully checked.
    """
    lowerer = Lowerer([Unit(p.package, p.info) for p in packages], fset, instrument)
    main = lowerer.main_function(main_path)
    init = lowerer.init_function()
    return Program(lowerer.functions, lowerer.globals, init, main, lowerer.methods, lowerer.log)
