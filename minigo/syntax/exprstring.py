"""How messages print a syntax tree: `expr_string`, and where they place it: `start_pos`.

The text is one line, normalised (one blank around binary operators), and short: the bodies of function literals and
the elements of composite literals are an ellipsis.
"""

from __future__ import annotations

from minigo.source import Pos
from minigo.syntax import ast


def expr_string(e: ast.Expr) -> str:
    """`e` as messages print it."""
    match e:
        case ast.Ident():
            return e.name
        case ast.BasicLit():
            return e.value
        case ast.BadExpr():
            return "<bad expr>"
        case ast.CompositeLit():
            return (expr_string(e.type) if e.type is not None else "") + ("{…}" if e.elts else "{}")
        case ast.KeyValueExpr():
            return f"{expr_string(e.key)}: {expr_string(e.value)}"
        case ast.FuncLit():
            return expr_string(e.type) + (" {…}" if e.body.stmts else " {}")
        case ast.ParenExpr():
            return f"({expr_string(e.x)})"
        case ast.SelectorExpr():
            return f"{expr_string(e.x)}.{e.sel.name}"
        case ast.IndexExpr():
            return f"{expr_string(e.x)}[{expr_list_string(e.indices)}]"
        case ast.SliceExpr():
            return _slice_string(e)
        case ast.TypeAssertExpr():
            return f"{expr_string(e.x)}.({expr_string(e.type) if e.type is not None else 'type'})"
        case ast.CallExpr():
            return f"{expr_string(e.fun)}({expr_list_string(e.args)}{'...' if e.has_ellipsis else ''})"
        case ast.StarExpr():
            return "*" + expr_string(e.x)
        case ast.UnaryExpr():
            return e.op + expr_string(e.x)
        case ast.BinaryExpr():
            return f"{expr_string(e.x)} {e.op} {expr_string(e.y)}"
        case ast.Ellipsis():
            return "..." + (expr_string(e.elt) if e.elt is not None else "")
        case ast.ArrayType():
            return f"[{expr_string(e.len) if e.len is not None else ''}]{expr_string(e.elt)}"
        case ast.StructType():
            return f"struct{{{'; '.join(map(_struct_field_string, e.fields.fields))}}}"
        case ast.FuncType():
            return "func" + _signature_string(e)
        case ast.InterfaceType():
            return f"interface{{{'; '.join(map(_interface_elem_string, e.methods.fields))}}}"
        case ast.MapType():
            return f"map[{expr_string(e.key)}]{expr_string(e.value)}"
        case ast.ChanType():
            return _chan_string(e)
        case _:
            return "_"


def expr_list_string(exprs: list[ast.Expr]) -> str:
    return ", ".join(map(expr_string, exprs))


def _slice_string(e: ast.SliceExpr) -> str:
    low = expr_string(e.low) if e.low is not None else ""
    high = expr_string(e.high) if e.high is not None else ""
    text = f"{expr_string(e.x)}[{low}:{high}"
    if e.slice3:
        text += ":" + (expr_string(e.max) if e.max is not None else "")
    return text + "]"


def _chan_string(e: ast.ChanType) -> str:
    elem = expr_string(e.value)
    if e.dir == "recv":
        return "<-chan " + elem
    if e.dir == "send":
        return "chan<- " + elem
    # `chan <-chan T` would be read as `(chan<- chan T)`: the parentheses keep the meaning
    ambiguous = isinstance(e.value, ast.ChanType) and e.value.dir == "recv"
    return f"chan ({elem})" if ambiguous else "chan " + elem


def _field_string(f: ast.Field) -> str:
    names = ", ".join(name.name for name in f.names)
    return f"{names} {expr_string(f.type)}" if names else expr_string(f.type)


def _struct_field_string(f: ast.Field) -> str:
    return _field_string(f) + (f" {f.tag.value}" if f.tag is not None else "")


def _interface_elem_string(f: ast.Field) -> str:
    if f.names and isinstance(f.type, ast.FuncType):
        return f.names[0].name + _signature_string(f.type)
    return expr_string(f.type)


def _signature_string(t: ast.FuncType) -> str:
    text = f"({', '.join(map(_field_string, t.params.fields))})"
    if t.results is None or not t.results.fields:
        return text
    fields = t.results.fields
    if len(fields) == 1 and not fields[0].names:
        return f"{text} {expr_string(fields[0].type)}"
    return f"{text} ({', '.join(map(_field_string, fields))})"


def start_pos(e: ast.Node) -> Pos:
    """Where a message about `e` points: its first token, save that slice expressions are found at their bracket and
    function types at their parameters."""
    while True:
        match e:
            case ast.SliceExpr():
                return e.lbrack
            case ast.FuncType():
                return e.params.pos
            case ast.SelectorExpr() | ast.IndexExpr() | ast.TypeAssertExpr() | ast.BinaryExpr():
                e = e.x
            case ast.CallExpr():
                e = e.fun
            case ast.KeyValueExpr():
                e = e.key
            case ast.CompositeLit() if e.type is not None:
                e = e.type
            case _:
                return e.pos


def own_pos(e: ast.Expr) -> Pos:
    """Where a few messages find the node itself: its operator, bracket, parenthesis or period."""
    match e:
        case ast.BinaryExpr():
            return e.op_pos
        case ast.CallExpr():
            return e.lparen
        case ast.IndexExpr() | ast.SliceExpr():
            return e.lbrack
        case ast.SelectorExpr():
            return Pos(e.sel.pos - 1)
        case _:
            return e.pos


def unparen(e: ast.Expr) -> ast.Expr:
    """`e` without the parentheses around it."""
    while isinstance(e, ast.ParenExpr):
        e = e.x
    return e
