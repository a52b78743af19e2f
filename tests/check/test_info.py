"""The side tables: what later phases rely on beyond "there are no errors"."""

from __future__ import annotations

from minigo.check import CheckResult, check_package
from minigo.source import FileSet, pos_line
from minigo.stdlib.importer import LibraryImporter
from minigo.syntax import ast
from minigo.syntax.parser import parse
from minigo.types.objects import Func, Var
from minigo.types.predicates import is_untyped
from minigo.types.typestring import Qualifier, TypeWriter


def check(body: str) -> CheckResult:
    fset = FileSet()
    tree, diagnostics = parse(fset.add("main.go", "/main.go", "package main\n" + body))
    assert tree is not None
    assert not diagnostics
    result = check_package([tree], "main", fset, LibraryImporter(fset))
    assert result.diagnostics == []
    return result


def names(variables: set[Var]) -> list[str]:
    return sorted(v.name for v in variables)


def test_captured_variables_are_those_of_enclosing_functions() -> None:
    result = check(
        """
var global int
func main() {
	a, b, c, unused := 1, 2, 3, 4
	_ = unused
	for i := 0; i < 3; i++ {
		go func(p int) { local := p; _ = local; println(a, i, global) }(c)
	}
	func() { func() { b++ }() }()
}
"""
    )
    assert names(result.info.captured) == ["a", "b", "i"]


def test_addressed_variables() -> None:
    result = check(
        """
type T struct{ f int; in struct{ g int } }
func (t *T) ptr() {}
func (t T) val() {}
func main() {
	var a int; _ = &a
	var b T; _ = &b.f
	var c [3]int; _ = &c[1]
	var d []int; _ = &d[0]
	var e *T; _ = &e.f
	var f T; f.ptr()
	var g T; g.val()
	var h [3]int; _ = h[:]
	var i []int; _ = i[:]
	var j T; _ = &j.in.g
	var k T; _ = k.ptr
	_ = &T{}
}
"""
    )
    assert names(result.info.addressed) == ["a", "b", "c", "f", "h", "j", "k"]


def test_assignments_are_counted_besides_the_declaration() -> None:
    result = check(
        """
func two() (int, int) { return 1, 2 }
func main() {
	a := 1
	b := 1
	b = 2
	b += 3
	c := 1
	c++
	d, e := two()
	d, f := two()
	for i := 0; i < 3; i++ {}
	var g int
	for g = range 3 {}
	_, _, _, _, _, _ = a, b, d, e, f, g
	_ = c
}
"""
    )
    counts = {v.name: n for v, n in result.info.assigned.items()}
    assert counts == {"b": 2, "c": 1, "d": 1, "i": 1, "g": 1}


def test_no_expression_of_a_checked_program_keeps_an_untyped_number() -> None:
    result = check(
        """
func f(x float64, s ...any) {}
func main() {
	f(1, 1, 2.5, 'a', nil, "s", 1 << 3)
	var i int8 = 1 + 2
	const c = 1 << 40
	x := 1.0 + 2
	var s uint = 3
	y := int64(1) << s
	var z float32 = 1 / 2.0
	_, _, _, _ = i, x, y, z
	_ = i == 3 && x > 1
}
"""
    )
    for node, tv in result.info.types.items():
        if is_untyped(tv.type) and tv.mode != "constant":
            assert tv.type is not None
            assert getattr(tv.type, "kind", "") in ("untyped nil", "untyped bool"), ast.Node.__repr__(node)


def test_initialisation_follows_dependencies_through_functions() -> None:
    result = check(
        """
var a = b + 1
var b = f()
var c, d = two()
var _ = c
func f() int { return e }
var e = 7
func two() (int, int) { return d0, 1 }
var d0 = 3
func main() { _, _ = a, d }
"""
    )
    order = [[v.name for v in init.lhs] for init in result.info.init_order]
    assert order == [["e"], ["b"], ["a"], ["d0"], ["c", "d"], ["_"]]
    assert result.package.init_order == result.info.init_order


def test_selections_give_the_path_through_embedded_structs() -> None:
    result = check(
        """
type A struct{ x, y int }
func (a *A) m() {}
type B struct{ n int; *A }
type C struct{ B }
func main() {
	var c C
	c.y = 1
	c.m()
	_ = c.n
	_ = (*A).m
}
"""
    )
    found = {pos_line(s.pos): sel for s, sel in result.info.selections.items()}
    field, method, plain, expr = (found[line] for line in sorted(found))
    assert (field.kind, field.path, field.indirect) == ("field", [0, 1, 1], True)
    assert (method.kind, method.path, method.indirect) == ("method", [0, 1, -1], True)
    assert isinstance(method.obj, Func)
    assert method.obj.ptr_recv
    assert (plain.path, plain.indirect) == ([0, 0], False)
    assert expr.kind == "method_expr"


def test_instances_record_their_type_arguments() -> None:
    result = check(
        """
type Box[T any] struct{ v T }
func (b Box[T]) Get() T { return b.v }
func Map[T, U any](x T, f func(T) U) U { return f(x) }
func main() {
	b := Box[int]{1}
	_ = Map(b.Get(), func(i int) string { return "" })
	var c Box[int] = b
	_ = c
}
"""
    )
    writer = TypeWriter(Qualifier(result.package))
    texts = sorted(
        {f"{i.name} {[writer.string(t) for t in inst.type_args]}" for i, inst in result.info.instances.items()}
    )
    assert texts == ["Box ['T']", "Box ['int']", "Map ['int', 'string']"]
    instances = [inst.type for i, inst in result.info.instances.items() if i.name == "Box" and pos_line(i.pos) > 6]
    assert len(instances) == 2
    assert instances[0] is instances[1], "equal instances are one object"
