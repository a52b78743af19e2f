"""Types as text, the way gc prints them in messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minigo.source import FileSet
from minigo.types.objects import Package
from minigo.types.quote import quote
from minigo.types.types import (
    Alias,
    Array,
    Basic,
    Chan,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
    TypeParam,
    Union,
)
from minigo.types.universe import UNIVERSE

if TYPE_CHECKING:
    from minigo.types.objects import TypeName


class Qualifier:
    """Says how a type's package is written in messages about package `pkg`.

    Nothing for types of `pkg` itself, the package's name for others, its quoted path where several imported packages
    share the name. The real library's internal packages count: strconv, sync and sync/atomic are always quoted.
    """

    _NAMESAKES = frozenset(("strconv", "sync", "sync/atomic"))

    def __init__(self, pkg: Package | None) -> None:
        self._pkg = pkg
        self._paths: dict[str, set[str]] | None = None

    def __call__(self, pkg: Package) -> str:
        if pkg is self._pkg:
            return ""
        if self._paths is None:
            self._paths = {}
            self._collect(self._pkg, set())
        if pkg.path in self._NAMESAKES or len(self._paths.get(pkg.name, ())) > 1:
            return f'"{pkg.path}"'
        return pkg.name

    def _collect(self, pkg: Package | None, seen: set[Package]) -> None:
        if pkg is None or pkg in seen or self._paths is None:
            return
        seen.add(pkg)
        if not pkg.path.startswith("internal/"):
            self._paths.setdefault(pkg.name, set()).add(pkg.path)
        for imported in pkg.imports:
            self._collect(imported, seen)


class PathQualifier(Qualifier):
    """Writes the paths of all packages."""

    def __call__(self, pkg: Package) -> str:
        return pkg.path


class TypeWriter:
    """Renders types.

    With `fset`, a type parameter named like a predeclared object gets a remark where it is declared; `param_names`
    decides whether parameter names appear in function types.
    """

    def __init__(self, qualifier: Qualifier, fset: FileSet | None = None, param_names: bool = True) -> None:
        self._qualifier = qualifier
        self._fset = fset
        self._param_names = param_names

    def without_names(self) -> TypeWriter:
        """A writer that leaves parameter names out."""
        return TypeWriter(self._qualifier, self._fset, False)

    def string(self, t: Type | None) -> str:
        match t:
            case None:
                return "<nil>"
            case Basic():
                return t.name or t.kind
            case Array():
                return f"[{t.len}]{self.string(t.elem)}"
            case Slice():
                return f"[]{self.string(t.elem)}"
            case Pointer():
                return f"*{self.string(t.elem)}"
            case Map():
                return f"map[{self.string(t.key)}]{self.string(t.elem)}"
            case Chan():
                return self._chan(t)
            case Struct():
                return self._struct(t)
            case Tuple():
                return self.tuple(t, False)
            case Signature():
                return "func" + self.signature(t)
            case Union():
                return " | ".join(("~" if term.tilde else "") + self.string(term.type) for term in t.terms)
            case Interface():
                return self._interface(t)
            case Named() | Alias():
                name = self._type_name(t.obj)
                if t.type_args:
                    return f"{name}[{', '.join(self.string(a) for a in t.type_args)}]"
                return name + self._tparams(t.type_params) if t.type_params else name
            case TypeParam():
                if self._fset is not None and t.obj.name in UNIVERSE.names:
                    return f"{t.obj.name} /* with {t.obj.name} declared at {self._fset.format(t.obj.pos)} */"
                return t.obj.name
            case _:
                raise TypeError(f"no such type: {t!r}")

    def signature(self, sig: Signature) -> str:
        """The signature without the leading `func`."""
        head = (self._tparams(sig.type_params) if sig.type_params else "") + self.tuple(sig.params, sig.variadic)
        results = sig.results.vars
        if not results:
            return head
        if len(results) == 1 and not results[0].name:
            return f"{head} {self.string(results[0].type)}"
        return f"{head} {self.tuple(sig.results, False)}"

    def tuple(self, t: Tuple, variadic: bool) -> str:
        parts = []
        for i, v in enumerate(t.vars):
            name = f"{v.name} " if v.name and self._param_names else ""
            if variadic and i == len(t.vars) - 1:
                if isinstance(v.type, Slice):
                    parts.append(f"{name}...{self.string(v.type.elem)}")
                else:  # append([]byte, string...)
                    parts.append(f"{name}{self.string(v.type)}...")
            else:
                parts.append(name + self.string(v.type))
        return f"({', '.join(parts)})"

    def _chan(self, t: Chan) -> str:
        elem = self.string(t.elem)
        if t.dir == "send":
            return f"chan<- {elem}"
        if t.dir == "recv":
            return f"<-chan {elem}"
        if isinstance(t.elem, Chan) and t.elem.dir == "recv":
            return f"chan ({elem})"
        return f"chan {elem}"

    def _struct(self, t: Struct) -> str:
        parts = []
        for i, f in enumerate(t.fields):
            text = self.string(f.type) if f.embedded else f"{f.name} {self.string(f.type)}"
            if i < len(t.tags) and t.tags[i]:
                text += " " + quote(t.tags[i].encode("utf-8", "surrogateescape"))
            parts.append(text)
        return f"struct{{{'; '.join(parts)}}}"

    def _interface(self, t: Interface) -> str:
        if t.implicit and not t.methods and len(t.embeddeds) == 1:
            return self.string(t.embeddeds[0])
        if t.predeclared:
            return t.predeclared
        parts = []
        for m in t.methods:
            parts.append(m.name + (self.signature(m.type) if isinstance(m.type, Signature) else "()"))
        parts.extend(self.string(e) for e in t.embeddeds)
        return f"interface{{{'; '.join(parts)}}}"

    def _type_name(self, obj: TypeName) -> str:
        if obj.pkg is None:
            return obj.name
        prefix = self._qualifier(obj.pkg)
        return f"{prefix}.{obj.name}" if prefix else obj.name

    def _tparams(self, tparams: list[TypeParam]) -> str:
        parts: list[str] = []
        for i, p in enumerate(tparams):
            last = i == len(tparams) - 1
            if last or tparams[i + 1].bound is not p.bound:
                parts.append(f"{self.string(p)} {self.string(p.bound)}")
            else:
                parts.append(self.string(p))
        return f"[{', '.join(parts)}]"
