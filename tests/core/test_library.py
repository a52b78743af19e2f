"""Every function of the library lowers to well-formed core."""

from __future__ import annotations

from minigo.core.frames import Unit
from minigo.core.lower import Lowerer
from minigo.source import FileSet
from minigo.stdlib.importer import LibraryImporter, library_packages
from minigo.types.objects import Func, TypeName
from minigo.types.types import Named, Signature
from tests.core.verify import verify


def test_library() -> None:
    fset = FileSet()
    importer = LibraryImporter(fset)
    for path in library_packages():
        assert not isinstance(importer.import_package(path), str), path
    lowerer = Lowerer([Unit(r.package, r.info) for r in importer.packages.values()], fset)
    lowerer.init_function()
    for unit in lowerer.units:
        for obj in unit.package.scope.names.values():
            if isinstance(obj, Func) and isinstance(obj.type, Signature) and not obj.type.type_params:
                lowerer.func_instance(obj, [])
            if isinstance(obj, TypeName) and isinstance(obj.type, Named) and not obj.type.type_params:
                for method in obj.type.methods:
                    if isinstance(method.type, Signature) and not method.type.type_params:
                        lowerer.func_instance(method, [])
                lowerer.methods(obj.type)
    done: set[str] = set()
    while len(done) < len(lowerer.functions):
        for symbol in list(lowerer.functions):
            if symbol not in done:
                done.add(symbol)
                verify(lowerer.functions[symbol].complete())
    assert len(done) > 1000
