"""unusedresult: calls as statements of functions that do nothing but return a result."""

from __future__ import annotations

from minigo.syntax import ast
from minigo.types.objects import Func
from minigo.types.types import Signature
from minigo.vet.inspect import Pass, is_stringer, unparen

_BY_PACKAGE = {
    "context": "WithCancel WithDeadline WithTimeout WithValue",
    "errors": "New",
    "fmt": "Append Appendf Appendln Errorf Sprint Sprintf Sprintln",
    "maps": "All Clone Collect Equal EqualFunc Keys Values",
    "slices": """All AppendSeq Backward BinarySearch BinarySearchFunc Chunk Clip Clone Collect Compact CompactFunc
        Compare CompareFunc Concat Contains ContainsFunc Delete DeleteFunc Equal EqualFunc Grow Index IndexFunc Insert
        IsSorted IsSortedFunc Max MaxFunc Min MinFunc Repeat Replace Sorted SortedFunc SortedStableFunc Values""",
    "sort": "Reverse",
}
FUNCTIONS = frozenset(f"{path}.{name}" for path, names in _BY_PACKAGE.items() for name in names.split())
_METHODS = ("Error", "String")


def run(p: Pass) -> None:
    for stmt in p.all(ast.ExprStmt):
        call = unparen(stmt.x)
        callee = p.callee(call) if isinstance(call, ast.CallExpr) else None
        if not isinstance(callee, Func) or not isinstance(callee.type, Signature):
            continue
        name = p.full_name(callee)
        if name in FUNCTIONS or (callee.type.recv and callee.name in _METHODS and is_stringer(callee.type)):
            p.report(call.pos, f"result of {name} call not used")
