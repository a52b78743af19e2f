"""The checker: all concept files composed into one class, and the phases it goes through for a package."""

from __future__ import annotations

import sys

from minigo.check.assignability import Assignability
from minigo.check.assignments import Assignments
from minigo.check.binary import Binary
from minigo.check.builtins import Builtins
from minigo.check.call import Calls
from minigo.check.compare import Compare
from minigo.check.conversions import Conversions
from minigo.check.decl import Decls
from minigo.check.environment import Importer
from minigo.check.expr import Exprs
from minigo.check.index import Index
from minigo.check.infer import Inference
from minigo.check.initorder import InitOrder
from minigo.check.instantiate import Instances
from minigo.check.labels import Labels
from minigo.check.literals import Literals
from minigo.check.mono import InstantiationCycles
from minigo.check.rangestmt import RangeStmts
from minigo.check.resolver import Resolver
from minigo.check.result import CheckResult
from minigo.check.selector import Selectors
from minigo.check.shift import Shift
from minigo.check.signature import Signatures
from minigo.check.sizes import Sizes
from minigo.check.stmt import Stmts
from minigo.check.structs import Structs
from minigo.check.switchstmt import Switches
from minigo.check.typexpr import TypeExprs
from minigo.check.untyped import Untyped
from minigo.check.validtype import ValidTypes
from minigo.source import NO_POS, Diagnostic, FileSet, make_pos, pos_file, pos_line
from minigo.syntax import ast
from minigo.types.constants import unquote
from minigo.types.info import Info, parse_lang
from minigo.types.objects import Func, Package, Scope, TypeName
from minigo.types.types import Named
from minigo.types.universe import UNIVERSE

FRAMES = 20_000
"""Python frames that checking may need: the parser bounds how deep a tree is, a level takes a dozen frames at most."""


class Checker(
    Resolver,
    Decls,
    ValidTypes,
    TypeExprs,
    Structs,
    Signatures,
    Instances,
    Inference,
    InstantiationCycles,
    InitOrder,
    Exprs,
    Untyped,
    Binary,
    Shift,
    Compare,
    Index,
    Literals,
    Selectors,
    Calls,
    Builtins,
    Conversions,
    Assignability,
    Assignments,
    Stmts,
    Switches,
    RangeStmts,
    Labels,
    Sizes,
):
    """Checks one package."""

    def check_files(self, files: list[ast.SourceFile]) -> None:
        """All phases, in order; what they find is in `pkg`, `info` and `errors`."""
        self.collect_objects(files)
        self.direct_cycles()
        self.package_objects()
        self.process_delayed(0)
        self.init_order()
        self.unused_imports()
        self.record_untyped()
        self.number_local_types()
        if not self.errors:
            self.instantiation_cycles()
        self.missing_bodies()
        self.embedded_files(files)
        self.oversized_types()
        self.unprintable_operands()
        self.missing_main()

    def package_objects(self) -> None:
        """Check all package-level declarations; function bodies are put off.

        Type definitions come first, then aliases, so that most types are complete when an alias needs them.
        """
        aliases: list[TypeName] = []
        others = []
        for obj, decl in list(self.obj_map.items()):
            if not isinstance(obj, TypeName):
                others.append(obj)
            elif decl.tdecl is not None and decl.tdecl.assign:
                aliases.append(obj)
            else:
                self.obj_decl(obj)
        for alias in aliases:
            self.obj_decl(alias)
        self.process_delayed(0)  # variables need types whose interfaces are complete
        for other in others:
            self.obj_decl(other)
        # What is left belongs to names that turned out to be no types: reported with the receivers.
        self.methods.clear()

    def number_local_types(self) -> None:
        """Give the types that functions declare their numbers, which are part of their names at run time."""
        local = [
            obj
            for obj in self.info.defs.values()
            if isinstance(obj, TypeName)
            and isinstance(obj.type, Named)
            and obj.type.obj is obj
            and obj.parent is not self.pkg.scope
        ]
        for number, obj in enumerate(sorted(local, key=lambda obj: obj.pos), 1):
            obj.number = number

    def missing_bodies(self) -> None:
        """Report functions without bodies, once all else is right."""
        if self.errors or self.natives_allowed:
            return
        for obj, decl in self.obj_map.items():
            if decl.fdecl is not None and decl.fdecl.body is None:
                self.error(obj.pos, "missing function body")

    def embedded_files(self, files: list[ast.SourceFile]) -> None:
        """Report `//go:embed` in files that do not import the package for it, once all else is right."""
        if self.errors:
            return
        for file in files:
            if any(unquote(spec.path.value) == b"embed" for spec in file.imports()):
                continue
            for pos, text in file.directives:
                if text.split(None, 1)[0] == "//go:embed":
                    message = 'go:embed requires import "embed" (or import _ "embed", if package is not used)'
                    self.error(make_pos(pos_file(pos), pos_line(pos), len("//") + 1), message)

    def missing_main(self) -> None:
        """The linker's check of a program: it needs a function main."""
        if self.errors or self.pkg.path != "main" or self.pkg.name != "main":
            return
        if not isinstance(self.pkg.scope.lookup("main"), Func):
            text = "runtime.main_main·f: function main is undeclared in the main package"
            self.errors.append(Diagnostic(NO_POS, text))


def check_package(
    files: list[ast.SourceFile],
    path: str,
    fset: FileSet,
    importer: Importer,
    *,
    lang: str = "go1.27",
    natives_allowed: bool = False,
    allow_unused: bool = False,
) -> CheckResult:
    """Check the files of one package, whose import path is `path` ("main" for the program).

    `lang` is the language version unless a file has one of its own, `natives_allowed` permits functions without body,
    `allow_unused` makes unused variables and imports warnings. Never raises for an erroneous program: the result's
    diagnostics say what is wrong.
    """
    name = files[0].package.name if files else "main"
    pkg = Package(path, name, Scope(UNIVERSE, "package"), files=files)
    info = Info(lang=parse_lang(lang))
    info.file_langs = {file.source.index: parse_lang(file.go_version) for file in files if file.go_version}
    checker = Checker(pkg, fset, importer, info, natives_allowed, allow_unused)
    for file in files[1:]:
        if file.package.name != name:
            checker.error(file.package.pos, f"package {file.package.name}; expected package {name}")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, FRAMES))
    try:
        checker.check_files(files)
    finally:
        sys.setrecursionlimit(limit)
    pkg.init_order = checker.info.init_order
    return CheckResult(pkg, checker.info, checker.errors, checker.warnings)
