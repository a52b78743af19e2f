"""Index and slice expressions, and what may be an index."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand, Target
from minigo.syntax import ast
from minigo.types.constants import UNKNOWN, Unknown, const_string, sign
from minigo.types.predicates import all_integer, is_string, is_type_param, is_untyped
from minigo.types.types import INVALID, Array, Basic, Interface, Map, Pointer, Signature, Slice, Type
from minigo.types.typeset import identical, specific_types
from minigo.types.universe import BYTE, INT, STRING


class Index(ExprBase):
    # ------------------------------------------------------------ index expressions

    def index_expr(self, x: Operand, e: ast.IndexExpr) -> bool:
        self.expr_or_type(x, e.x, True)
        if not x.valid:
            self.use(*e.indices)
            return False
        if x.mode == "type":
            x.invalidate()
            x.type = self.var_type(e)
            if x.type is not INVALID:
                x.mode = "type"
            return False
        if x.mode == "value" and isinstance(x.type, Signature) and x.type.type_params:
            return True

        length = -1
        found = False
        under = x.type.underlying()
        match under:
            case Basic() if is_string(under):
                found = True
                if x.mode == "constant" and isinstance(x.value, bytes):
                    length = len(x.value)
                if is_untyped(x.type):
                    self.update_expr_type(x.syntax(), STRING, True)
                # never a constant, even if the string and the index are
                x.set_value(BYTE)
            case Array():
                found = True
                length = under.len
                x.set_value(under.elem, "variable" if x.mode == "variable" else "value")
            case Pointer(elem=Type() as base) if isinstance(array := base.underlying(), Array):
                found = True
                length = array.len
                x.set_value(array.elem, "variable")
            case Slice():
                found = True
                x.set_value(under.elem, "variable")
            case Map():
                self._map_index(x, e, under.key, under.elem)
                return False
            case Interface() if is_type_param(x.type):
                shape = _common_elements(x)
                if shape is not None:
                    key, elem, length, mode = shape
                    if key is not None:
                        self._map_index(x, e, key, elem)
                        return False
                    found = True
                    x.set_value(elem, mode)
        if not found:
            self.error(e.lbrack, f"cannot index {self.operand_string(x)}")
            self.use(*e.indices)
            x.invalidate()
            return False
        index = self._single_index(e)
        if index is None:
            x.invalidate()
            return False
        self.index(index, length)
        return False

    def _map_index(self, x: Operand, e: ast.IndexExpr, key: Type, elem: Type) -> None:
        index = self._single_index(e)
        if index is None:
            x.invalidate()
            return
        k = self.evaluate(index, Target.of(key, "map index"))
        self.assignment(k, key, "map index")
        # the type of the element is known even if the key is wrong
        x.set_value(elem, "mapindex")
        x.expr = e

    def _single_index(self, e: ast.IndexExpr) -> ast.Expr | None:
        if len(e.indices) > 1:
            self.invalid_op(e.indices[1], "more than one index")
            self.use(*e.indices)
            return None
        return e.indices[0]

    # ------------------------------------------------------------ slice expressions

    def slice_expr(self, x: Operand, e: ast.SliceExpr) -> None:
        self.expr(None, x, e.x)
        if not x.valid:
            self.use(e.low, e.high, e.max)
            return
        under = self._sliced_type(x)
        if under is None:
            self.use(e.low, e.high, e.max)
            x.invalidate()
            return

        length = -1
        match under:
            case Basic() if under.has("string"):
                if e.slice3 and e.max is not None:
                    self.invalid_op(e.max, "3-index slice of string")
                    x.invalidate()
                    return
                if x.mode == "constant" and isinstance(x.value, bytes):
                    length = len(x.value)
                if is_untyped(x.type):
                    self.update_expr_type(x.syntax(), STRING, True)
                    x.type = STRING
                x.set_value(x.type)
            case Array():
                length = under.len
                if x.mode != "variable":
                    self.fail(x, f"cannot slice unaddressable value {self.operand_string(x)}")
                    return
                self.record_addressed(e.x)
                x.set_value(Slice(under.elem))
            case Pointer(elem=Type() as base) if isinstance(array := base.underlying(), Array):
                length = array.len
                x.set_value(Slice(array.elem))
            case Slice():
                x.set_value(x.type)
            case _:
                self.fail(x, f"cannot slice {self.operand_string(x)}")
                self.use(e.low, e.high, e.max)
                return
        self._check_slice_indices(e, length)

    def _sliced_type(self, x: Operand) -> Type | None:
        """The common underlying type of what is sliced; strings go with byte slices. None after reporting an error."""
        first: Type | None = None
        common: Type | None = None
        saw_string = False
        for pair in specific_types(x.type):
            if pair is None:
                self.error_at(
                    x, f"cannot slice {self.operand_string(x)}: no specific type in {self.type_string(x.type)}"
                )
                return None
            typ, under = pair
            if is_string(under):
                under = Slice(BYTE)
                saw_string = True
            if first is None or common is None:
                first, common = typ, under
            elif not identical(common, under):
                self.error_at(
                    x,
                    f"cannot slice {self.operand_string(x)}: {self.type_string(first)} and {self.type_string(typ)} "
                    "have different underlying types",
                )
                return None
        return STRING if saw_string else common

    def _check_slice_indices(self, e: ast.SliceExpr, length: int) -> None:
        exprs = [e.low, e.high, e.max] if e.slice3 else [e.low, e.high]
        values: list[int] = []  # -1: not known
        for i, index in enumerate(exprs):
            value = -1
            if index is not None:
                value = self.index(index, length + 1 if length >= 0 else -1)[1]
            elif i == 0:
                value = 0
            elif length >= 0:
                value = length
            values.append(value)
        for i, low in enumerate(values):
            for j in range(i + 1, len(values)):
                at = exprs[j]
                if low > 0 and 0 <= values[j] < low and at is not None:
                    self.error_at(at, f"invalid slice indices: {values[j]} < {low}")
                    return

    # ------------------------------------------------------------ indices

    def index(self, e: ast.Expr, limit: int) -> tuple[Type, int]:
        x = self.evaluate(e)
        if not self.is_valid_index(x, "index", False):
            return INVALID, -1
        if x.mode != "constant" or not isinstance(x.value, int):
            return x.type, -1
        if 0 <= limit <= x.value:
            self.invalid_arg(x, f"index {const_string(x.value)} out of bounds [0:{limit}]")
            return INVALID, -1
        return x.type, x.value

    def is_valid_index(self, x: Operand, what: str, allow_negative: bool) -> bool:
        if not x.valid:
            return False
        self.convert_untyped(x, INT)
        if not x.valid:
            return False
        if not all_integer(x.type):
            self.invalid_arg(x, f"{what} {self.operand_string(x)} must be integer")
            return False
        value = x.value if x.value is not None else UNKNOWN
        if x.mode != "constant" or isinstance(value, Unknown):
            return True
        if not allow_negative and sign(value) < 0:
            self.invalid_arg(x, f"{what} {self.operand_string(x)} must not be negative")
            return False
        if isinstance(value, int) and value.bit_length() > 63:
            self.invalid_arg(x, f"{what} {self.operand_string(x)} overflows int")
            return False
        return True

    def indexed_elements(self, elements: list[ast.Expr], elem: Type, length: int) -> int:
        visited: set[int] = set()
        index = end = 0
        for e in elements:
            valid = False
            value = e
            if isinstance(e, ast.KeyValueExpr):
                value = e.value
                typ, i = self.index(e.key, length)
                if i >= 0:
                    index = i
                    valid = True
                elif typ is not INVALID:
                    self.error_at(e, f"index {self.expr_string(e.key)} must be integer constant")
            elif 0 <= length <= index:
                self.error_at(e, f"index {index} is out of bounds (>= {length})")
            else:
                valid = True
            if valid:
                if index in visited:
                    self.error_at(e, f"duplicate index {index} in array or slice literal")
                visited.add(index)
            index += 1
            end = max(end, index)
            x = Operand()
            self.expr_with_hint(x, value, elem, "array or slice literal")
            self.assignment(x, elem, "array or slice literal")
        return end


def _common_elements(x: Operand) -> tuple[Type | None, Type, int, str] | None:
    """What all types of a type parameter's type set yield when indexed: the key's type if they are maps, the element's
    type, the smallest array length (else -1) and the mode of the element. None if they do not go together."""
    key: Type | None = None
    elem: Type | None = None
    length = -1
    mode = "variable"
    for pair in specific_types(x.type):
        if pair is None:
            return None
        under = pair[1]
        k: Type | None = None
        bound = -1
        match under:
            case Basic() if under.has("string"):
                e: Type = BYTE
                mode = "value"
            case Array():
                bound, e = under.len, under.elem
                if x.mode != "variable":
                    mode = "value"
            case Pointer(elem=Type() as base) if isinstance(array := base.underlying(), Array):
                bound, e = array.len, array.elem
            case Slice():
                e = under.elem
            case Map():
                k, e = under.key, under.elem
            case _:
                return None
        if elem is None:
            key, elem, length = k, e, bound
            continue
        if (key is None) != (k is None) or not identical(key, k) or not identical(elem, e):
            return None
        if bound >= 0 and (length < 0 or bound < length):
            length = bound
    return (key, elem, length, mode) if elem is not None else None
