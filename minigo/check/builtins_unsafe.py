"""The functions of package unsafe that need no addresses: sizes, alignments and offsets, constants of gc's layout.

The others get one line each: minigo's values have no addresses.
"""

from __future__ import annotations

from minigo.check.builtins_numeric import NumericBuiltins, builtin_name
from minigo.check.operand import Operand
from minigo.syntax import ast
from minigo.types.lookup import LookupResult, lookup_field_or_method
from minigo.types.objects import Func
from minigo.types.sizes import field_offset, size_align, varies
from minigo.types.types import Pointer, Struct, Type
from minigo.types.universe import UINTPTR


class UnsafeBuiltins(NumericBuiltins):
    def unsafe_size(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        """Sizeof and Alignof."""
        name = builtin_name(call)
        self.assignment(x, None, f"argument to unsafe.{name}")
        if not x.valid:
            return False
        typ = x.type
        x.type = UINTPTR
        if varies(typ):
            x.set_value(UINTPTR)
        else:
            x.mode = "constant"
            x.value = size_align(typ)[0 if name == "Sizeof" else 1]
        self.record_builtin_call(x, call, UINTPTR, typ)
        return True

    def unsafe_offset(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        arg = call.args[0]
        while isinstance(arg, ast.ParenExpr):
            arg = arg.x
        if not isinstance(arg, ast.SelectorExpr):
            self.error(arg.pos, f"invalid argument: {self.expr_string(arg)} is not a selector expression")
            self.use(arg)
            return False
        self.expr(None, x, arg.x)
        if not x.valid:
            return False
        base = x.type
        under = base.underlying()
        if isinstance(under, Pointer):
            base = under.elem
        found = lookup_field_or_method(base, False, self.pkg, arg.sel.name)
        if not self._is_field(arg, base, found):
            return False
        if varies(base):
            self.error(arg.pos, "unsafe.Offsetof of a field of a type parameter's struct is not supported by minigo")
            return False
        offset = 0
        for index in found.index or []:
            struct = base.underlying()
            assert isinstance(struct, Struct)
            offset += field_offset(struct, index)
            base = struct.fields[index].type or base
        x.mode = "constant"
        x.type = UINTPTR
        x.value = offset
        return True

    def _is_field(self, e: ast.SelectorExpr, base: Type, found: LookupResult) -> bool:
        """Whether the selector means a field that lies in the value itself; reports it if not."""
        shown = self.expr_string(e)
        if found.obj is None:
            self.error(e.sel.pos, f"invalid argument: {self.type_string(base)} has no single field {e.sel.name}")
            return False
        if isinstance(found.obj, Func):
            self.error(e.pos, f"invalid argument: {shown} is a method value")
            return False
        if found.indirect:
            shown_base = self.type_string(base)
            self.error(e.pos, f"invalid argument: field {e.sel.name} is embedded via a pointer in {shown_base}")
            return False
        return True

    def unsafe_refused(self, x: Operand, call: ast.CallExpr, args: list[Operand]) -> bool:
        self.error(call.pos, f"unsafe.{builtin_name(call)} is not supported: minigo's values have no addresses")
        return False
