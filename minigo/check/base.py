"""What all concept files of the checker share: its state, error reporting, recording, and the table of contents.

The checker is one class made of mixins, a mixin per concept file (declarations, type expressions, calls, ...), which
are mutually recursive. `CheckerBase` is their common root: it owns the state and declares every method that one concept
file calls in another, so that no concept file imports another one. `minigo.check.checker` composes the mixins.

Invariants: `delayed` holds actions in the order they were pushed, and an action runs with an empty object path;
`env` describes the innermost function or declaration being checked and is replaced, never shared, when one is entered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from minigo.check.environment import DeclInfo, Environment, Importer, UntypedExpr
from minigo.source import NO_POS, Diagnostic, FileSet, Pos
from minigo.syntax import ast
from minigo.types.info import Info, Instance, LangVersion, Selection, TypeAndValue
from minigo.types.objects import Const, Func, Object, Package, PkgName, Scope, TypeName, Var
from minigo.types.types import Array, Pointer, Signature, Tuple, Type
from minigo.types.typeset import identical
from minigo.types.typestring import PathQualifier, Qualifier, TypeWriter

if TYPE_CHECKING:
    from collections.abc import Callable

    from minigo.check.operand import Operand, Target
    from minigo.types.constants import ConstValue
    from minigo.types.lookup import LookupResult, MissingMethod
    from minigo.types.types import Alias, Interface, Named, Struct, Term, TypeParam

_VERSION_ERROR = re.compile(r"requires go\d+\.\d+ or later")


class CheckerBase:
    """State and services of the checker; see the module's docstring."""

    def __init__(
        self,
        pkg: Package,
        fset: FileSet,
        importer: Importer,
        info: Info,
        natives_allowed: bool,
        allow_unused: bool,
    ) -> None:
        self.pkg = pkg
        self.fset = fset
        self.importer = importer
        self.natives_allowed = natives_allowed
        self.allow_unused = allow_unused
        self.info = info
        # Errors in the order in which they are found; the first `early_errors` are those about labels.
        self.errors: list[Diagnostic] = []
        # What would be an error, were unused variables and imports not allowed.
        self.warnings: list[Diagnostic] = []
        self.printed: list[tuple[Pos, str, Type]] = []
        """The operands of print and println: where the arguments begin, the function, the type."""
        self.early_errors = 0
        self.env = Environment(scope=pkg.scope)
        # Untyped expressions whose final type is not known yet, see record_untyped.
        self.untyped: dict[ast.Expr, UntypedExpr] = {}
        self.delayed: list[Callable[[], None]] = []
        # The objects being declared, innermost last, and the index of each: finds cycles.
        self.obj_path: list[Object] = []
        self.grey: dict[Object, int] = {}
        self.valid_types: set[Named] = set()
        self.recursive_types: set[Named] = set()  # types that contain themselves: reported
        # All instantiations in the source, and for receivers' type parameters those of the type: finds endless ones.
        self.instantiations: list[tuple[Pos, list[TypeParam], list[Type], list[ast.Expr]]] = []
        self.receiver_params: dict[TypeParam, TypeParam] = {}
        self.obj_map: dict[Object, DeclInfo] = {}
        self.methods: dict[TypeName, list[Func]] = {}
        self.imports: list[PkgName] = []
        self.dot_imports: dict[tuple[Scope, str], PkgName] = {}
        self.writer = TypeWriter(Qualifier(pkg), fset)
        self.path_writer = TypeWriter(PathQualifier(pkg), fset)

    # ------------------------------------------------------------ errors

    def error(self, pos: Pos, msg: str) -> None:
        """Report an error at `pos` (callers pass the start of the offending expression)."""
        self.report(pos, msg, False)

    def soft_error(self, pos: Pos, msg: str) -> None:
        """Report an error that does not make the program's types doubtful ("declared and not used")."""
        self.report(pos, msg, True)

    def error_parts(self, pos: Pos, msg: str, *more: tuple[Pos, str], soft: bool = False) -> None:
        """Report an error with continuation lines `<tab>file:line:col: text`; one with NO_POS has no position."""
        lines = [msg]
        for at, text in more:
            lines.append(f"\t{self.fset.format(at)}: {text}" if at != NO_POS else f"\t{text}")
        self.report(pos, "\n".join(lines), soft, msg)

    def report(self, pos: Pos, msg: str, soft: bool, first: str = "") -> None:
        """Keep an error; `first` is its message without the continuation lines that have positions of their own."""
        # Messages that mention invalid operands or types follow from an error reported already.
        main = first or msg
        if self.errors and (main.find("invalid operand") > 0 or main.find("invalid type") > 0):
            return
        if self.env.err_pos != NO_POS:
            pos = self.env.err_pos
        if _VERSION_ERROR.search(main):
            msg += self._version_reason(pos)
        self.errors.append(Diagnostic(pos, msg, soft))

    def unused(self, pos: Pos, msg: str) -> None:
        """Report a variable or an import that nothing uses."""
        if self.allow_unused:
            self.warnings.append(Diagnostic(pos, msg, soft=True))
        else:
            self.soft_error(pos, msg)

    def _version_reason(self, pos: Pos) -> str:
        """Why the language version at `pos` is what it is."""
        version = self.info.lang_at(pos)
        text = f"go{version[0]}.{version[1]}"
        if version != self.info.lang:
            return f" (file declares //go:build {text})"
        return f" (-lang was set to {text}; check go.mod)"

    def format_pos(self, pos: Pos) -> str:
        return self.fset.format(pos)

    def type_string(self, t: Type | None) -> str:
        """`t` as gc prints it in messages: package-qualified unless declared in the checked package."""
        return self.writer.string(t)

    def term_string(self, term: Term) -> str:
        """A term of a union; gc writes types in terms with the paths of their packages."""
        return ("~" if term.tilde else "") + self.path_writer.string(term.type)

    def allow_version(self, pos: Pos, version: LangVersion) -> bool:
        """Whether the file that holds `pos` may use what `version` of the language brought."""
        return self.info.lang_at(pos) >= version

    def verify_version(self, pos: Pos, version: LangVersion, what: str) -> bool:
        """Report that `what` needs a later language version, unless it does not."""
        if self.allow_version(pos, version):
            return True
        self.error(pos, f"{what} requires go{version[0]}.{version[1]} or later")
        return False

    # ------------------------------------------------------------ delayed actions

    def later(self, run: Callable[[], None]) -> None:
        """Run `run` once the declarations being checked are complete."""
        self.delayed.append(run)

    # ------------------------------------------------------------ recording

    def add_decl_dep(self, to: Object) -> None:
        """The declaration being checked depends on the package-level object `to`."""
        decl = self.env.decl
        if decl is not None and to in self.obj_map:
            decl.deps[to] = None

    def record_type_and_value(self, x: ast.Expr, mode: str, typ: Type, value: ConstValue | None) -> None:
        if mode != "invalid":
            self.info.types[x] = TypeAndValue(mode, typ, value)

    def record_builtin_type(self, fun: ast.Expr, sig: Type) -> None:
        """The signature of a called built-in, recorded for its name and the parentheses around it."""
        while True:
            self.record_type_and_value(fun, "builtin", sig, None)
            if not isinstance(fun, ast.ParenExpr):
                return
            fun = fun.x

    def record_comma_ok_types(self, x: ast.Expr, first: Type, second: Type) -> None:
        """`x` (and what is inside its parentheses) is used as a pair of values."""
        while True:
            tv = self.info.types.get(x)
            if tv is not None:
                tv.type = Tuple([Var("", first, x.pos, self.pkg), Var("", second, x.pos, self.pkg)])
                tv.mode = "commaok"
            if not isinstance(x, ast.ParenExpr):
                return
            x = x.x

    def record_instance(self, expr: ast.Expr, targs: list[Type], typ: Type) -> None:
        """`expr` (an identifier, qualified or not, perhaps indexed) denotes the instance `typ`."""
        while not isinstance(expr, ast.Ident):
            if isinstance(expr, ast.SelectorExpr):
                expr = expr.sel
            elif isinstance(expr, ast.IndexExpr | ast.ParenExpr):
                expr = expr.x
            else:
                return
        self.info.instances[expr] = Instance(targs, typ)

    def record_def(self, ident: ast.Ident, obj: Object | None) -> None:
        self.info.defs[ident] = obj

    def record_use(self, ident: ast.Ident, obj: Object) -> None:
        self.info.uses[ident] = obj

    def record_implicit(self, node: ast.Node, obj: Object) -> None:
        self.info.implicits[node] = obj

    def record_selection(
        self, x: ast.SelectorExpr, kind: str, recv: Type, obj: Var | Func, path: list[int], indirect: bool, typ: Type
    ) -> None:
        """`path` is go/types' index (for methods the last element, the method's number, is replaced by -1)."""
        self.info.uses[x.sel] = obj
        if isinstance(obj, Func):
            path = [*path[:-1], -1]
        self.info.selections[x] = Selection(kind, recv, obj, path, indirect, typ)

    def record_scope(self, node: ast.Node, scope: Scope) -> None:
        self.info.scopes[node] = scope

    def record_assigned(self, v: Var) -> None:
        """Count an assignment to `v` other than its declaration."""
        self.info.assigned[v] = self.info.assigned.get(v, 0) + 1

    def record_addressed(self, e: ast.Expr) -> None:
        """The address of `e` is taken: mark the variable that holds it, if it is part of one."""
        while True:
            if isinstance(e, ast.ParenExpr):
                e = e.x
            elif isinstance(e, ast.Ident):
                obj = self.info.uses.get(e) or self.info.defs.get(e)
                if isinstance(obj, Var):
                    self.info.addressed.add(obj)
                return
            elif isinstance(e, ast.SelectorExpr):
                selection = self.info.selections.get(e)
                if selection is None:  # a qualified identifier
                    e = e.sel
                    continue
                if selection.indirect or isinstance(selection.recv.underlying(), Pointer):
                    return
                e = e.x
            elif isinstance(e, ast.IndexExpr):
                tv = self.info.types.get(e.x)
                if tv is None or not isinstance(tv.type.underlying(), Array):
                    return
                e = e.x
            else:
                return

    # ------------------------------------------------------------ table of contents: declarations (decl, resolver)

    def obj_decl(self, obj: Object) -> None:
        """Check the declaration of `obj` unless that is done; sets its type."""
        raise NotImplementedError

    def decl_stmt(self, decl: ast.GenDecl) -> None:
        """A const, type or var declaration inside a function."""
        raise NotImplementedError

    def declare(self, scope: Scope, ident: ast.Ident | None, obj: Object, scope_pos: Pos) -> None:
        """Insert `obj` into `scope` (visible from `scope_pos`) and record it, or report a redeclaration."""
        raise NotImplementedError

    def open_scope(self, node: ast.Node, kind: str = "block") -> Scope:
        """Enter a new block scope for `node`; returns the one to go back to with close_scope."""
        raise NotImplementedError

    def close_scope(self) -> None:
        """Go back to the scope around the current one."""
        raise NotImplementedError

    def process_delayed(self, top: int) -> None:
        """Run the delayed actions from index `top` on, and those they push."""
        raise NotImplementedError

    # ------------------------------------------------------------ type expressions (typexpr, structs, interfaces, ...)

    def ident(self, x: Operand, e: ast.Ident, want_type: bool) -> None:
        """Evaluate an identifier into `x`; marks variables used, records the use and captures."""
        raise NotImplementedError

    def lookup(self, name: str) -> Object | None:
        """The object `name` stands for here (universe included)."""
        raise NotImplementedError

    def typ(self, e: ast.Expr) -> Type:
        """The type that `e` denotes, a complete non-generic one; INVALID after reporting an error."""
        raise NotImplementedError

    def var_type(self, e: ast.Expr) -> Type:
        """Like typ, for the type of a variable: constraint interfaces are errors."""
        raise NotImplementedError

    def def_type(self, e: ast.Expr, declared: TypeName | None) -> Type:
        """Like typ, on the right-hand side of the declaration of `declared`."""
        raise NotImplementedError

    def generic_type(self, e: ast.Expr) -> tuple[Type, str]:
        """A generic type that is about to be instantiated, or INVALID and the reason why `e` is none."""
        raise NotImplementedError

    def struct_type(self, t: Struct, e: ast.StructType) -> None:
        """Fill in `t` from its syntax."""
        raise NotImplementedError

    def interface_type(self, t: Interface, e: ast.InterfaceType) -> None:
        """Fill in `t` from its syntax."""
        raise NotImplementedError

    def instantiate_checked(
        self, e: ast.Expr, generic: Named | Alias, targs: list[Type], xlist: list[ast.Expr]
    ) -> Type:
        """The instance of a generic type that `e` denotes, recorded; its constraints are verified later."""
        raise NotImplementedError

    def instantiated_type(self, e: ast.IndexExpr) -> Type:
        """The type `G[T1, T2]`."""
        raise NotImplementedError

    def func_type(self, sig: Signature, recv: ast.FieldList | None, ftype: ast.FuncType) -> None:
        """Fill in `sig` from its syntax; `sig.scope` holds the parameters."""
        raise NotImplementedError

    def collect_type_params(self, fields: ast.FieldList, into: list[TypeParam]) -> list[TypeParam]:
        """Declare type parameters in the current scope and append them to `into` (which it returns) before their
        constraints are looked at."""
        raise NotImplementedError

    def arity(self, names: list[ast.Ident], values: list[ast.Expr], const: bool, inherited: bool) -> None:
        """Report when the numbers of names and values of a declaration cannot match."""
        raise NotImplementedError

    def cycle_error(self, cycle: list[tuple[Pos, str]], is_type: bool) -> None:
        """Report that declarations, given by position and name, refer to each other in this order."""
        raise NotImplementedError

    def named_entry(self, t: Named) -> tuple[Pos, str]:
        """A type as part of a cycle."""
        raise NotImplementedError

    def valid_type(self, t: Named) -> None:
        """Report `t` if it contains itself (other than behind a pointer or the like)."""
        raise NotImplementedError

    def const_decl(self, obj: Const, typ: ast.Expr | None, init: ast.Expr | None, inherited: bool) -> None:
        """Check one constant; `obj.value` holds its iota before and its value afterwards."""
        raise NotImplementedError

    def array_length(self, e: ast.Expr) -> int:
        """The value of a constant array length; -1 after reporting an error."""
        raise NotImplementedError

    # ------------------------------------------------------------ generics, lookup (instantiate, infer)

    def instantiate(self, pos: Pos, generic: Type, targs: list[Type], xlist: list[ast.Expr]) -> Type:
        """The instance of a generic Named, Alias or Signature; verifies the constraints (errors at the expressions
        `xlist` of the type arguments, else at `pos`)."""
        raise NotImplementedError

    def instantiate_signature(
        self, pos: Pos, expr: ast.Expr, targs: list[Type], sig: Signature, xlist: list[ast.Expr]
    ) -> Signature:
        """The instance of a generic function's signature, recorded for `expr`; constraints are verified later."""
        raise NotImplementedError

    def infer(
        self,
        pos: Pos,
        tparams: list[TypeParam],
        targs: list[Type | None],
        params: Tuple,
        args: list[Operand],
        reverse: bool,
        report: Callable[[Pos, str], None],
    ) -> list[Type] | None:
        """All type arguments, inferred from `args` assigned to `params`; None after calling `report`.
        `reverse`: phrase mismatches for an assignment of the function rather than a call."""
        raise NotImplementedError

    def rename_tparams(self, pos: Pos, tparams: list[TypeParam], typ: Type) -> tuple[list[TypeParam], Type]:
        """Fresh copies of `tparams` and `typ` in terms of them, for self-recursive calls."""
        raise NotImplementedError

    def implements(self, v: Type, t: Type, constraint: bool) -> tuple[bool, str]:
        """Whether `v` implements interface `t` (or satisfies it as a constraint); else the reason."""
        raise NotImplementedError

    def complete_method(self, f: Func) -> None:
        """Give a method found by look-up its signature, which it lacks while its declaration is not checked yet."""
        raise NotImplementedError

    def missing_method(
        self, v: Type, t: Type, static: bool, equivalent: Callable[[Type, Type], bool] = identical
    ) -> MissingMethod | None:
        """The first method of interface `t` that `v` lacks, and why; None if there is none."""
        raise NotImplementedError

    def missing_method_cause(self, v: Type, t: Type, missing: MissingMethod) -> str:
        """The parenthesised reason gc prints, such as `(missing method Foo)`."""
        raise NotImplementedError

    def assertable_to(self, t: Type, v: Type) -> str | None:
        """None if a value of interface type `t` may hold a `v`, else the reason."""
        raise NotImplementedError

    def lookup_field_or_method(self, t: Type, addressable: bool, name: str, fold_case: bool = False) -> LookupResult:
        """Field or method `name` of `t` as seen from the checked package."""
        raise NotImplementedError

    def lookup_error(self, t: Type, sel: str, obj: Object | None, struct_lit: bool) -> str:
        """The reason why `sel` was not found in `t`; `obj` is what a case-insensitive look-up found."""
        raise NotImplementedError

    # ------------------------------------------------------------ expressions (expr, index, call, selector, ...)

    def expr(self, target: Target | None, x: Operand, e: ast.Expr) -> None:
        """Evaluate `e` into `x`, a single value; `target` types an uninstantiated generic function."""
        raise NotImplementedError

    def multi_expr(self, x: Operand, e: ast.Expr) -> None:
        """Like expr, but `x` may be a tuple or a comma-ok value."""
        raise NotImplementedError

    def expr_or_type(self, x: Operand, e: ast.Expr, allow_generic: bool) -> None:
        """Like expr, but `x` may be a type (an uninstantiated one if `allow_generic`)."""
        raise NotImplementedError

    def generic_expr(self, x: Operand, e: ast.Expr) -> None:
        """Like expr, but `x` may be an uninstantiated generic function."""
        raise NotImplementedError

    def single_value(self, x: Operand) -> None:
        """Report an error and invalidate `x` if it is a tuple of other than one value."""
        raise NotImplementedError

    def selector(self, x: Operand, e: ast.SelectorExpr, want_type: bool) -> None:
        """Evaluate `x.sel` (a qualified identifier, field, method or method expression)."""
        raise NotImplementedError

    def use(self, *exprs: ast.Expr | None) -> bool:
        """Evaluate expressions of an erroneous construct so that what they mention counts as used."""
        raise NotImplementedError

    def use_lhs(self, *exprs: ast.Expr | None) -> bool:
        """Like use, for expressions that are assigned to: plain variables do not count as used."""
        raise NotImplementedError

    def convert_untyped(self, x: Operand, target: Type) -> None:
        """Give an untyped operand the type `target`, or report that it cannot have it."""
        raise NotImplementedError

    def operand_string(self, x: Operand) -> str:
        """`x` as gc describes it: `x (variable of type int)`."""
        raise NotImplementedError

    def expr_string(self, e: ast.Expr) -> str:
        """The source form of `e`, abbreviated as gc prints it."""
        raise NotImplementedError

    def assignable_to(self, x: Operand, t: Type) -> tuple[bool, str]:
        """Whether `x` can be assigned to a variable of type `t`, else the reason (may be empty)."""
        raise NotImplementedError

    def record_untyped(self) -> None:
        """Record the final types of the expressions that stayed untyped."""
        raise NotImplementedError

    # ------------------------------------------------------------ assignments, statements

    def assignment(self, x: Operand, t: Type | None, context: str) -> None:
        """Check that `x` can be assigned to a `t` (None: whatever it is), converting untyped values."""
        raise NotImplementedError

    def init_const(self, lhs: Object, x: Operand) -> None:
        """Initialise a constant with `x`; sets its type and value."""
        raise NotImplementedError

    def init_var(self, lhs: Var, x: Operand, context: str) -> None:
        """Initialise a variable with `x`; sets its type unless declared."""
        raise NotImplementedError

    def init_vars(self, lhs: list[Var], rhs: list[ast.Expr], return_stmt: ast.ReturnStmt | None) -> None:
        """Initialise variables with expressions, one each or a call with several results."""
        raise NotImplementedError

    def func_body(
        self, decl: DeclInfo | None, name: str, sig: Signature, body: ast.BlockStmt, iota: int | None
    ) -> None:
        """Check a function body; `sig.scope` holds the parameters and becomes the body's scope."""
        raise NotImplementedError

    def usage(self, scope: Scope) -> None:
        """Report the variables of a function that are declared and not used."""
        raise NotImplementedError
