"""Calls: conversions, built-ins, functions and methods; arguments; instantiation of generic functions."""

from __future__ import annotations

from minigo.check.exprbase import ExprBase
from minigo.check.operand import Operand, Target
from minigo.source import Pos
from minigo.syntax import ast
from minigo.syntax.exprstring import start_pos
from minigo.types.objects import Var
from minigo.types.predicates import contains_type_param, is_numeric, is_type_param, is_untyped
from minigo.types.subst import make_mapping, substitute
from minigo.types.types import INVALID, Basic, Interface, Signature, Slice, Tuple, Type, TypeParam
from minigo.types.typeset import Cause, common_under, is_method_set, type_set

# The type arguments, and their syntax, of a generic function that is an argument and not fully instantiated.
_Partial = tuple[list[Type], list[ast.Expr]]


class Calls(ExprBase):
    def call_expr(self, x: Operand, e: ast.CallExpr) -> str:
        inst: ast.IndexExpr | None = None
        if isinstance(e.fun, ast.IndexExpr):
            if self.index_expr(x, e.fun):
                # the arguments help to infer what is missing
                inst = e.fun
            x.expr = e.fun
            self.record_operand(x)
        else:
            self.expr_or_type(x, e.fun, True)

        match x.mode:
            case "invalid":
                self.use(*e.args)
                x.expr = e
                return "statement"
            case "type":
                self._conversion_call(x, e)
                x.expr = e
                return "conversion"
            case "builtin":
                name = x.builtin
                ok = self.builtin(x, e, name)
                x.expr = e
                if not ok:
                    x.invalidate()
                elif x.value is None:  # what is not constant has been called
                    self.env.has_call_or_recv = True
                return "statement" if self.builtin_is_statement(name) else "expression"
        self._function_call(x, e, inst)
        x.expr = e
        self.env.has_call_or_recv = True
        return "statement"

    def _conversion_call(self, x: Operand, e: ast.CallExpr) -> None:
        self.non_generic(None, x)
        if not x.valid:
            self.use(*e.args)
            return
        typ = x.type
        x.invalidate()
        if not e.args:
            self.error_at(e, f"missing argument in conversion to {self.type_string(typ)}")
            return
        if len(e.args) > 1:
            self.use(*e.args)
            self.error_at(e.args[-1], f"too many arguments in conversion to {self.type_string(typ)}")
            return
        self.expr(Target.of(typ, "conversion"), x, e.args[0])
        if not x.valid:
            return
        under = typ.underlying()
        if isinstance(under, Interface) and not is_type_param(typ) and not is_method_set(type_set(under)):
            self.error_at(
                e,
                f"cannot use interface {self.type_string(typ)} in conversion "
                "(contains specific type constraints or is comparable)",
            )
            return
        if e.has_ellipsis:
            self.error_at(e.args[0], f"invalid use of ... in conversion to {self.type_string(typ)}")
            x.invalidate()
            return
        self.conversion(x, typ)

    def _called_signature(self, x: Operand) -> Signature | None:
        """The signature of the function that is called; None after reporting an error."""

        def check(typ: Type | None, under: Type | None) -> Cause | None:
            if under is None or typ is None:
                return Cause("no specific type")
            return None if isinstance(under, Signature) else Cause("{} is not a function", (typ,))

        under, cause = common_under(x.type, check)
        if cause is None:
            assert isinstance(under, Signature)
            return under
        self.invalid_op(x, f"cannot call {self.operand_string(x)}: {cause.render(self.type_string)}")
        return None

    def _function_call(self, x: Operand, e: ast.CallExpr, inst: ast.IndexExpr | None) -> None:
        sig = self._called_signature(x)
        if sig is None:
            x.invalidate()
            return
        was_generic = bool(sig.type_params)
        targs: list[Type] = []
        xlist: list[ast.Expr] = []
        if inst is not None:
            self.verify_version(start_pos(inst), (1, 18), "function instantiation")
            explicit = self.type_list(inst.indices)
            if explicit is None:
                self.use(*e.args)
                x.invalidate()
                return
            targs, xlist = explicit, inst.indices
            got, want = len(targs), len(sig.type_params)
            if got > want:
                self.error_at(xlist[want], f"got {got} type arguments but want {want}")
                self.use(*e.args)
                x.invalidate()
                return
            if got == want:
                # instantiated here, so that the signature is known even if the arguments are wrong
                sig = self.instantiate_signature(inst.lbrack, inst, targs, sig, xlist)
                targs, xlist = [], []

        args, partial = self.generic_expr_list(e.args)
        sig = self.arguments(e, targs, xlist, sig, args, partial)
        if was_generic and not sig.type_params:
            self.record_type_and_value(e.fun, "value", sig, None)
            self._record_inside(e.fun, sig)

        results = sig.results.vars
        if not results:
            x.mode = "novalue"
            x.value = None
            return
        x.set_value((results[0].type or INVALID) if len(results) == 1 else sig.results)
        # a result that mentions type parameters that could not be inferred is of no use
        if sig.type_params and contains_type_param(x.type):
            x.invalidate()

    def _record_inside(self, fun: ast.Expr, sig: Signature) -> None:
        """The generic function inside parentheses, an index or a selector has the instantiated type too."""
        while isinstance(fun, ast.ParenExpr | ast.IndexExpr):
            fun = fun.x
            self.record_type_and_value(fun, "value", sig, None)

    # ------------------------------------------------------------ instantiation

    def func_inst(
        self, target: Target | None, pos: Pos, x: Operand, e: ast.IndexExpr | None, infer: bool
    ) -> tuple[list[Type], list[ast.Expr]] | None:
        targs: list[Type] = []
        xlist: list[ast.Expr] = []
        if e is not None:
            pos = e.lbrack
        known = self.verify_version(pos, (1, 18), "function instantiation")
        if e is not None:
            explicit = self.type_list(e.indices)
            if explicit is None:
                x.invalidate()
                return None
            targs, xlist = explicit, e.indices
        sig = x.type
        assert isinstance(sig, Signature)
        got, want = len(targs), len(sig.type_params)
        if got > want:
            self.error_at(xlist[want], f"got {got} type arguments but want {want}")
            x.invalidate()
            return None
        if got < want:
            if not infer:
                return targs, xlist
            if target is not None and known:
                what = "implicitly" if e is None else "partially"
                self.verify_version(pos, (1, 21), f"{what} instantiated function in assignment")
            inferred = self._infer_from_target(target, pos, x, sig, targs)
            if inferred is None:
                x.invalidate()
                return None
            targs = inferred
        x.set_value(self.instantiate_signature(x.pos, x.syntax(), targs, sig, xlist))
        return None

    def _infer_from_target(
        self, target: Target | None, pos: Pos, x: Operand, sig: Signature, targs: list[Type]
    ) -> list[Type] | None:
        """The type arguments that make `x` assignable to `target`: as if it were an argument of a function whose
        parameter has the type of `x`."""
        args: list[Operand] = []
        params: list[Var] = []
        if target is not None:
            params = [Var("", Signature(sig.params, sig.results, sig.variadic), x.pos, self.pkg)]
            args = [Operand("value", target.sig, None, ast.Ident(x.pos, target.desc))]
        tparams, renamed = self.rename_tparams(pos, sig.type_params, Tuple(params))
        assert isinstance(renamed, Tuple)
        given: list[Type | None] = [*targs, *[None] * (len(tparams) - len(targs))]
        return self.infer(pos, tparams, given, renamed, args, target is not None, self.error)

    # ------------------------------------------------------------ arguments

    def generic_expr_list(self, exprs: list[ast.Expr]) -> tuple[list[Operand], list[_Partial | None]]:
        if len(exprs) == 1:
            e = exprs[0]
            if isinstance(e, ast.IndexExpr):
                x, partial = self._generic_argument(e)
                if isinstance(x.type, Tuple) and x.valid:
                    return self._unpacked(x, e), []
                return [x], [partial]
            x = Operand()
            self.generic_multi_expr(x, e)
            if x.valid and isinstance(x.type, Tuple):
                return self._unpacked(x, e), []
            return [x], [None]
        args: list[Operand] = []
        partials: list[_Partial | None] = []
        for e in exprs:
            if isinstance(e, ast.IndexExpr):
                x, partial = self._generic_argument(e)
            else:
                x, partial = Operand(), None
                self.generic_expr(x, e)
            args.append(x)
            partials.append(partial)
        return args, partials

    def _generic_argument(self, e: ast.IndexExpr) -> tuple[Operand, _Partial | None]:
        """An argument that may be a partially instantiated function: its type arguments, if some are missing."""
        x = Operand()
        if self.index_expr(x, e):
            partial = self.func_inst(None, x.pos, x, e, False)
            x.expr = e
            if partial is None:
                self.record_operand(x)
            return x, partial
        x.expr = e
        self.record_operand(x)
        self.exclude_non_values(x)
        return x, None

    @staticmethod
    def _unpacked(x: Operand, e: ast.Expr) -> list[Operand]:
        assert isinstance(x.type, Tuple)
        return [Operand("value", v.type or INVALID, None, e) for v in x.type.vars]

    def arguments(
        self,
        call: ast.CallExpr,
        targs: list[Type],
        xlist: list[ast.Expr],
        sig: Signature,
        args: list[Operand],
        partials: list[_Partial | None] | None = None,
    ) -> Signature:
        """Check `args` against the parameters of `sig`, inferring missing type arguments. Returns the instantiated
        signature, or `sig` after reporting an error."""
        params = self._adjusted_params(call, sig, args)
        if params is None:
            return sig

        generic: list[TypeParam] = []
        given: list[Type | None] = [*targs]
        count = len(sig.type_params)
        if count:
            if not isinstance(call.fun, ast.IndexExpr):
                self.verify_version(start_pos(call), (1, 18), "implicit function instantiation")
            generic, renamed = self.rename_tparams(call.lparen, sig.type_params, params)
            assert isinstance(renamed, Tuple)
            params = renamed
            given += [None] * (count - len(given))
        generic_args: list[tuple[Operand, int]] = []
        for i, a in enumerate(args):
            if isinstance(a.type, Signature) and a.type.type_params:
                self.verify_version(a.pos, (1, 21), "implicitly instantiated function as argument")
                more, renamed = self.rename_tparams(call.lparen, a.type.type_params, a.type)
                assert isinstance(renamed, Signature)
                a.type = Signature(renamed.params, renamed.results, renamed.variadic, None, more)
                partial = partials[i] if partials is not None and i < len(partials) else None
                known: list[Type] = partial[0] if partial is not None else []
                given += [*known, *[None] * (len(more) - len(known))]
                generic += more
                generic_args.append((a, len(more)))

        result = sig
        if generic:
            inferred = self.infer(
                call.lparen, generic, given, params, args, False,
                lambda pos, msg: self.error(pos, f"in call to {self.expr_string(call.fun)}, {msg}"),
            )  # fmt: skip
            if inferred is None:
                return sig
            inferred = [_instantiated(t) for t in inferred]
            if count:
                own = inferred[:count]
                result = self.instantiate_signature(call.lparen, call.fun, own, sig, xlist)
                substituted = substitute(params, make_mapping(generic[:count], own))
                assert isinstance(substituted, Tuple)
                params = substituted
            at = count
            for a, n in generic_args:
                assert isinstance(a.type, Signature)
                a.type = self.instantiate_signature(call.lparen, a.syntax(), inferred[at : at + n], a.type, [])
                self.record_operand(a)
                at += n

        context = f"argument to {self.expr_string(call.fun)}" if args else ""
        for a, p in zip(args, params.vars, strict=True):
            self.assignment(a, p.type, context)
        return result

    def _adjusted_params(self, call: ast.CallExpr, sig: Signature, args: list[Operand]) -> Tuple | None:
        """One parameter for each argument; None after reporting that their numbers differ."""
        nargs, npars = len(args), len(sig.params.vars)
        params = sig.params
        if call.has_ellipsis:
            if not sig.variadic:
                self.error_at(call, f"cannot use ... in call to non-variadic {self.expr_string(call.fun)}")
                return None
            if len(call.args) == 1 and nargs > 1:
                self.error_at(call, f"cannot use ... with {nargs}-valued {self.expr_string(call.args[0])}")
                return None
        elif sig.variadic:
            if nargs >= npars - 1:
                last = sig.params.vars[-1]
                elem = last.type.elem if isinstance(last.type, Slice) else INVALID
                extra = [Var(last.name, elem, last.pos, last.pkg) for _ in range(nargs - npars + 1)]
                params = Tuple([*sig.params.vars[:-1], *extra])
                npars = nargs
            else:
                npars -= 1
        if nargs == npars:
            return params
        at: Operand | ast.Node = call
        if nargs > npars:
            at = args[npars]
        elif nargs > 0:
            at = args[-1]
        problem = "too many" if nargs > npars else "not enough"
        have = self.types_summary([a.type for a in args], False, call.has_ellipsis)
        want = self.types_summary([v.type or INVALID for v in sig.params.vars], sig.variadic, False)
        self.error_at(at, f"{problem} arguments in call to {self.expr_string(call.fun)}\n\thave {have}\n\twant {want}")
        return None

    def types_summary(self, types: list[Type], variadic: bool, has_ellipsis: bool) -> str:
        """`(number, string, ...T)`: untyped numbers are just numbers."""
        texts: list[str] = []
        for i, t in enumerate(types):
            last = i == len(types) - 1
            if t is INVALID:
                text = "unknown type"
            elif is_untyped(t) and isinstance(t, Basic):
                text = "number" if is_numeric(t) else t.kind.removeprefix("untyped ")
            elif last and variadic and isinstance(t, Slice):
                text = self.type_string(t.elem)
            else:
                text = self.type_string(t)
            if last:
                text = f"...{text}" if variadic else f"{text}..." if has_ellipsis else text
            texts.append(text)
        return f"({', '.join(texts)})"

    def expr_list(self, exprs: list[ast.Expr]) -> list[Operand]:
        if len(exprs) != 1:
            return [self.evaluate(e) for e in exprs]
        return self.unpack_expr(exprs[0], False)[0]

    def unpack_expr(self, e: ast.Expr, allow_comma_ok: bool) -> tuple[list[Operand], bool]:
        x = Operand()
        self.multi_expr(x, e)
        if x.valid and isinstance(x.type, Tuple):
            return [
                Operand("value", v.type or INVALID, None, e, label=f"{_ordinal(i + 1)} function result")
                for i, v in enumerate(x.type.vars)
            ], False
        if allow_comma_ok and x.mode in ("mapindex", "commaok"):
            return [x, self.comma_ok_operand(e)], True
        return [x], False


def _instantiated(t: Type) -> Type:
    """A type argument that is the type of a generic argument: its type parameters are inferred too."""
    if isinstance(t, Signature) and t.type_params:
        return Signature(t.params, t.results, t.variadic)
    return t


def _ordinal(n: int) -> str:
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"
