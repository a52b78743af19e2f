"""Vetting a package before its tests run, as `go test` does: a few checks of the package and of its external test
package, of which a finding counts as a failed build."""

from __future__ import annotations

from collections.abc import Callable

from minigo.gotest.flags import FlagError
from minigo.modules import CheckedProgram
from minigo.vet.checks import NAMES, vet_package

USUAL = frozenset(["atomic", "bools", "ifaceassert", "nilfunc", "printf", "stringintconv", "tests"])
"""The checks that `go test` runs unless it is told otherwise, of those that there are."""

Vetter = Callable[[CheckedProgram, str], list[tuple[str, list[str]]]]
"""Looks at the test program of a package with this import path. Gives, for each package with findings, its import path
and the lines to print."""


def vetter_for(choice: str) -> Vetter | None:
    """What `-vet=choice` asks for: off, all, names of checks, "" for the usual ones. Raises FlagError."""
    if choice == "off":
        return None
    enabled = frozenset(NAMES) if choice == "all" else frozenset(choice.split(",")) if choice else USUAL
    for name in sorted(enabled - NAMES.keys()):
        reason = f"-vet argument must be a supported analyzer or a distinguished value; found {name}"
        raise FlagError(f'invalid value "{choice}" for flag -vet: {reason}')

    def vet(checked: CheckedProgram, shown: str) -> list[tuple[str, list[str]]]:
        library = checked.library.packages.values()
        own = [(r.package, r.info) for r in checked.packages if r not in library and r is not checked.main]
        found = []
        for package, info in own:
            if package.path in (shown, f"{shown}_test"):
                local = [pair for pair in own if pair[0] is not package]
                findings = vet_package(package, info, package.path, local, enabled)
                lines = [f"{checked.files.format(f.pos)}: {f.message}" for f in findings]
                if lines:
                    found.append((package.path, [f"# {package.path}", f"# [{package.path}]", *lines]))
        return sorted(found)

    return vet
