"""Expressions as gofmt prints them, which is how messages quote them.

Blanks around binary operators show the precedence: they are left out around those that bind closer, when operators of
different strength meet, and inside indices and lists of arguments. What stands on several lines in the source, and
function literals, are quoted as they stand there, without the indentation.
"""

from __future__ import annotations

from minigo.source import NO_POS, File, Pos, pos_column, pos_line
from minigo.syntax import ast

_PRECEDENCE = {
    **dict.fromkeys(["||"], 1),
    **dict.fromkeys(["&&"], 2),
    **dict.fromkeys(["==", "!=", "<", "<=", ">", ">="], 3),
    **dict.fromkeys(["+", "-", "|", "^"], 4),
    **dict.fromkeys(["*", "/", "%", "<<", ">>", "&", "&^"], 5),
}
_UNARY = 6


def expr_text(e: ast.Expr, file: File) -> str:
    """`e`, which stands in `file`."""
    return _Printer(file).expr(e, 1)


class _Printer:
    def __init__(self, file: File) -> None:
        self.file = file

    def expr(self, e: ast.Expr, depth: int = 1) -> str:
        end = _end(e)
        if isinstance(e, ast.FuncLit) or (end != NO_POS and pos_line(end) != pos_line(e.pos)):
            return self.source(e.pos, end)
        match e:
            case ast.Ident():
                return e.name
            case ast.BasicLit():
                return e.value
            case ast.BinaryExpr():
                return self.binary(e, _cutoff(e, depth), depth)
            case ast.UnaryExpr():
                return e.op + self.expr(e.x, depth)
            case ast.StarExpr():
                return "*" + self.expr(e.x, depth)
            case ast.ParenExpr():
                return f"({self.expr(e.x, max(1, depth - 1))})"
            case ast.SelectorExpr():
                return f"{self.expr(e.x, depth)}.{e.sel.name}"
            case ast.CallExpr():
                inner = depth + 1 if len(e.args) > 1 else depth
                args = ", ".join(self.expr(a, inner) for a in e.args)
                return f"{self.expr(e.fun, depth)}({args}{'...' if e.has_ellipsis else ''})"
            case ast.IndexExpr():
                return f"{self.expr(e.x)}[{', '.join(self.expr(i, depth + 1) for i in e.indices)}]"
            case ast.SliceExpr():
                return f"{self.expr(e.x)}[{self.bounds(e, depth + 1)}]"
            case ast.TypeAssertExpr():
                return f"{self.expr(e.x, depth)}.({self.expr(e.type) if e.type is not None else 'type'})"
            case ast.CompositeLit():
                kind = self.expr(e.type) if e.type is not None else ""
                return f"{kind}{{{', '.join(self.expr(x) for x in e.elts)}}}"
            case ast.KeyValueExpr():
                return f"{self.expr(e.key)}: {self.expr(e.value)}"
            case _:
                return self.type(e)

    def binary(self, e: ast.BinaryExpr, cutoff: int, depth: int) -> str:
        prec = _PRECEDENCE[e.op]
        same = isinstance(e.x, ast.BinaryExpr) and _PRECEDENCE[e.x.op] == prec
        left = self.operand(e.x, cutoff if same else None, depth if same else depth + 1)
        right = self.operand(e.y, None, depth + 1)
        return f"{left} {e.op} {right}" if prec < cutoff else f"{left}{e.op}{right}"

    def operand(self, e: ast.Expr, cutoff: int | None, depth: int) -> str:
        if isinstance(e, ast.BinaryExpr):
            return self.binary(e, cutoff if cutoff is not None else _cutoff(e, depth), depth)
        return self.expr(e, depth)

    def bounds(self, e: ast.SliceExpr, depth: int) -> str:
        parts = [e.low, e.high, *([e.max] if e.slice3 else [])]
        given = [p for p in parts if p is not None]
        texts = [self.expr(p, depth) if p is not None else "" for p in parts]
        if len(given) <= 1 or not any(isinstance(p, ast.BinaryExpr) for p in given):
            return ":".join(texts)
        # Several bounds, of which some are operations: blanks keep the colons apart from them.
        out = texts[0]
        for text in texts[1:]:
            out += (" :" if out and not out.endswith(":") else ":") + (f" {text}" if text else "")
        return out

    def type(self, e: ast.Expr) -> str:
        match e:
            case ast.ArrayType():
                size = "..." if isinstance(e.len, ast.Ellipsis) else self.expr(e.len, 2) if e.len is not None else ""
                return f"[{size}]{self.expr(e.elt)}"
            case ast.MapType():
                return f"map[{self.expr(e.key)}]{self.expr(e.value)}"
            case ast.ChanType():
                arrow = {"both": "chan ", "send": "chan<- ", "recv": "<-chan "}[e.dir]
                return arrow + self.expr(e.value)
            case ast.FuncType():
                return "func" + self.signature(e)
            case ast.Ellipsis():
                return "..." + (self.expr(e.elt) if e.elt is not None else "")
            case ast.StructType():
                fields = "; ".join(self.field(f) for f in e.fields.fields)
                return f"struct{{ {fields} }}" if fields else "struct{}"
            case ast.InterfaceType():
                return "interface{}" if not e.methods.fields else "interface{ ... }"
            case _:
                return ""

    def signature(self, e: ast.FuncType) -> str:
        params = ", ".join(self.field(f) for f in e.params.fields)
        if e.results is None or not e.results.fields:
            return f"({params})"
        results = ", ".join(self.field(f) for f in e.results.fields)
        plain = len(e.results.fields) == 1 and not e.results.fields[0].names
        return f"({params}) {results}" if plain else f"({params}) ({results})"

    def field(self, f: ast.Field) -> str:
        names = ", ".join(n.name for n in f.names)
        return f"{names} {self.expr(f.type)}" if names else self.expr(f.type)

    def source(self, start: Pos, end: Pos) -> str:
        """The text from `start` through the character at `end`."""
        lines = [line.encode("utf-8", "surrogateescape") for line in self.file.text.split("\n")]
        chosen = lines[pos_line(start) - 1 : pos_line(end)]
        indent = len(chosen[-1]) - len(chosen[-1].lstrip(b"\t"))
        chosen[-1] = chosen[-1][: pos_column(end)]
        first = chosen[0][pos_column(start) - 1 :]
        rest = [line[min(indent, len(line) - len(line.lstrip(b"\t"))) :] for line in chosen[1:]]
        return b"\n".join([first, *rest]).decode("utf-8", "surrogateescape")


def _end(e: ast.Expr) -> Pos:
    """Where an expression that may stand on several lines ends; NO_POS for others."""
    match e:
        case ast.FuncLit():
            return e.body.rbrace
        case ast.CompositeLit():
            return e.rbrace
        case ast.CallExpr():
            return e.rparen
        case _:
            return NO_POS


def _cutoff(e: ast.BinaryExpr, depth: int) -> int:
    """Operators of lower precedence than this get blanks around them."""
    weak, strong, problem = _operators(e)
    if problem:
        return problem + 1
    if weak and strong:
        return 5 if depth == 1 else 4
    return _UNARY if depth == 1 else 4


def _operators(e: ast.BinaryExpr) -> tuple[bool, bool, int]:
    """Whether there are operators like + and like *, and the precedence of one that would run into its operand."""
    prec = _PRECEDENCE[e.op]
    weak, strong, problem = prec == 4, prec == 5, 0
    for operand, at_least in ((e.x, prec), (e.y, prec + 1)):
        if isinstance(operand, ast.BinaryExpr) and _PRECEDENCE[operand.op] >= at_least:
            w, s, p = _operators(operand)
            weak, strong, problem = weak or w, strong or s, max(problem, p)
    if isinstance(e.y, ast.StarExpr) and e.op == "/":
        problem = 5
    elif isinstance(e.y, ast.UnaryExpr):
        both = e.op + e.y.op
        if both in ("&&", "&^"):
            problem = 5
        elif both in ("++", "--"):
            problem = max(problem, 4)
    return weak, strong, problem
