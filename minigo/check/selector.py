"""Selector expressions: qualified identifiers, fields, method values and method expressions."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand
from minigo.syntax import ast
from minigo.syntax.exprstring import own_pos
from minigo.syntax.tokens import is_identifier
from minigo.types.objects import Builtin, Const, Func, Package, PkgName, TypeName, Var
from minigo.types.types import INVALID, Interface, Pointer, Signature, Tuple, Type


class Selectors(ExprBase):
    def selector(self, x: Operand, e: ast.SelectorExpr, want_type: bool) -> None:
        x.expr = e
        if isinstance(e.x, ast.Ident):
            name = self.lookup(e.x.name)
            if isinstance(name, PkgName):
                self.record_use(e.x, name)
                name.used = True
                if name.imported is None or not self._qualified(x, e, name.imported):
                    x.invalidate()
                    x.type = INVALID
                x.expr = e
                return
        if not self._select(x, e, want_type):
            x.invalidate()
            x.type = INVALID
        x.expr = e

    def _qualified(self, x: Operand, e: ast.SelectorExpr, pkg: Package) -> bool:
        """The identifier of another package; false after reporting an error."""
        name = e.sel.name
        obj = pkg.scope.lookup(name)
        if obj is None or not obj.exported:
            if pkg.fake or not is_identifier(name):
                return False
            # messages suggest what the package exports under a similar name, if anything
            other = next((n for n in pkg.scope.names if n != name and n.lower() == name.lower() and n[0].isupper()), "")
            if name in pkg.hidden:
                self.error(e.sel.pos, f"name {name} not exported by package {pkg.name}")
                obj = pkg.scope.lookup(other)
                assert obj is not None
            else:
                msg = f"undefined: {self.expr_string(e)}"
                if other:
                    msg += f" (but have {other})"
                elif obj is not None:
                    msg = f"name {name} not exported by package {pkg.name}"
                self.error(e.sel.pos, msg)
                return False
        self.record_use(e.sel, obj)
        x.type = obj.type or INVALID
        match obj:
            case Const():
                x.mode = "constant"
                x.value = obj.value
            case TypeName():
                x.mode = "type"
            case Var():
                x.mode = "variable"
            case Func():
                x.mode = "value"
            case Builtin():
                x.mode = "builtin"
                x.builtin = name
            case _:
                return False
        return x.type is not INVALID or x.mode == "builtin"

    def _select(self, x: Operand, e: ast.SelectorExpr, want_type: bool) -> bool:
        self.expr_or_type(x, e.x, False)
        if not x.valid:
            return False
        sel = e.sel
        if x.mode == "builtin":
            self.error(own_pos(e), f"invalid use of {self.operand_string(x)} in selector expression")
            return False
        if want_type:
            self.error(sel.pos, f"{self.expr_string(e)} is not a type")
            return False
        if x.type.underlying() is INVALID:
            return False

        found = self.lookup_field_or_method(x.type, x.mode == "variable", sel.name)
        obj = found.obj
        if obj is None:
            self._report_missing(x, e, found.index is not None, found.indirect)
            return False
        assert found.index is not None
        if isinstance(obj, Func):
            self.obj_decl(obj)
        if x.mode == "type":
            return self._method_expr(x, e, obj, found.index, found.indirect)
        if isinstance(obj, Var):
            self.record_selection(e, "field", x.type, obj, found.index, found.indirect, obj.type or INVALID)
            x.set_value(obj.type or INVALID, "variable" if x.mode == "variable" or found.indirect else "value")
            return x.type is not INVALID

        sig = obj.type
        if not isinstance(sig, Signature):
            return False
        typ = Signature(sig.params, sig.results, sig.variadic, None, sig.type_params)
        self.record_selection(e, "method", x.type, obj, found.index, found.indirect, typ)
        if obj.ptr_recv and x.mode == "variable" and not found.indirect:
            self.record_addressed(e.x)
        x.set_value(typ)
        self.add_decl_dep(obj)
        return True

    def _method_expr(self, x: Operand, e: ast.SelectorExpr, obj: Var | Func, index: list[int], indirect: bool) -> bool:
        """`T.method`: a function that takes the receiver first."""
        sel = e.sel.name
        sig = obj.type
        if isinstance(obj, Var):
            self.error_at(e, f"operand for field selector {sel} must be value of type {self.type_string(x.type)}")
            return False
        if not isinstance(sig, Signature):
            return False
        # If any parameter has a name, all must have one: the receiver is a parameter now.
        params = sig.params.vars
        name = sig.recv.name if sig.recv is not None else ""
        if params and params[0].name and not name:
            name = "_"
        recv = Var(name if params and params[0].name else "", x.type)
        typ = Signature(Tuple([recv, *params]), sig.results, sig.variadic, None, sig.type_params)
        self.record_selection(e, "method_expr", x.type, obj, index, indirect, typ)
        x.set_value(typ)
        self.add_decl_dep(obj)
        return True

    def _report_missing(self, x: Operand, e: ast.SelectorExpr, ambiguous: bool, needs_pointer: bool) -> None:
        sel = e.sel.name
        shown = self.expr_string(e.x)
        t = self.type_string(x.type)
        if ambiguous:
            self.error(e.sel.pos, f"ambiguous selector {shown}.{sel}")
            return
        if needs_pointer:
            if x.mode == "type":
                self.error(e.sel.pos, f"invalid method expression {t}.{sel} (needs pointer receiver (*{t}).{sel})")
            else:
                self.error(e.sel.pos, f"cannot call pointer method {sel} on {t}")
            return
        if _is_interface_pointer(x.type):
            why = self.interface_pointer(x.type)
        else:
            alternative = self.lookup_field_or_method(x.type, x.mode == "variable", sel, True).obj
            why = self.lookup_error(x.type, sel, alternative, False)
        self.error(e.sel.pos, f"{shown}.{sel} undefined ({why})")


def _is_interface_pointer(t: Type) -> bool:
    under = t.underlying()
    return isinstance(under, Pointer) and isinstance(under.elem.underlying(), Interface)
