"""Go snippets that both engines must run alike, and rightly: control flow, evaluation order, closures, panics."""

from __future__ import annotations

import pytest

from tests.engine.world import run_both

SNIPPETS = {
    "labels": (
        """
        func main() {
        outer:
            for i := 0; i < 4; i++ {
                for j := 0; j < 4; j++ {
                    switch {
                    case j == 1:
                        continue
                    case j == 3:
                        continue outer
                    case i == 2:
                        break outer
                    }
                    println(i, j)
                }
            }
        }""",
        "0 0\n0 2\n1 0\n1 2\n",
    ),
    "break out of a switch in a loop": (
        """
        func main() {
            for i := 0; i < 3; i++ {
                switch i {
                case 1:
                    if i > 0 { break }
                    println("never")
                default:
                    println(i)
                }
                println("after", i)
            }
        }""",
        "0\nafter 0\nafter 1\n2\nafter 2\n",
    ),
    "a loop inside a switch breaks both": (
        """
        func main() {
        s:
            switch 1 {
            case 1:
                for i := 0; ; i++ {
                    for {
                        if i == 2 { break s }
                        println(i)
                        break
                    }
                }
                println("never")
            }
            println("end")
        }""",
        "0\n1\nend\n",
    ),
    "many continues share a long post": (
        """
        func main() {
            n := 0
            for i, j, k := 0, 0, 0; i < 20; i, j, k = i+1, j+2, k+3 {
                if i%2 == 0 { continue }
                if i%3 == 0 { continue }
                if i%5 == 0 { continue }
                if i%7 == 0 { continue }
                if i == 17 { break }
                n += i*j*k
            }
            println(n)
        }""",
        "21174\n",
    ),
    "goto": (
        """
        func main() {
            i := 0
        again:
            i++
            if i < 3 { goto again }
            println(i)
        }""",
        "3\n",
    ),
    "fallthrough": (
        """
        func main() {
            for i := 0; i < 4; i++ {
                switch i {
                case 0: println("zero"); fallthrough
                case 1: println("one")
                case 2: println("two")
                default: println("many")
                }
            }
        }""",
        "zero\none\none\ntwo\nmany\n",
    ),
    "order of evaluation": (
        """
        func say(s string, n int) int { println(s); return n }
        func at(s string) []int { println(s); return []int{1, 2, 3} }
        func main() {
            at("slice")[say("index", 1)] = say("value", 5)
            x := say("a", 1) + say("b", 2) * say("c", 3) - say("d", 4) << say("e", 1)
            println(x, say("l", 1) < say("r", 2) && say("x", 0) > 0 || say("y", 1) == 1)
            m := map[int]int{say("k1", 1): say("v1", 2), say("k2", 3): say("v2", 4)}
            println(m[say("get", 3)])
        }""",
        "slice\nindex\nvalue\na\nb\nc\nd\ne\nl\nr\nx\ny\n-1 true\nk1\nv1\nk2\nv2\nget\n4\n",
    ),
    "a nil interface is called after its arguments are evaluated": (
        """
        type I interface{ M(int) }
        func arg() int { println("argument"); return 1 }
        func main() {
            defer func() { println("recovered", recover() != nil) }()
            var i I
            i.M(arg())
        }""",
        "argument\nrecovered true\n",
    ),
    "an index panics after the value is evaluated": (
        """
        func value() int { println("value"); return 1 }
        type T struct{ f int }
        func main() {
            defer func() { println("recovered", recover() != nil) }()
            var p *T
            func() {
                defer func() { println("nil", recover() != nil) }()
                p.f = value()
            }()
            xs := []int{}
            xs[3] = value()
        }""",
        "value\nnil true\nvalue\nrecovered true\n",
    ),
    "closures share boxes and copy values": (
        """
        func counter() (func() int, func()) {
            n := 10
            return func() int { n++; return n }, func() { n = 100 }
        }
        func main() {
            inc, reset := counter()
            println(inc(), inc())
            reset()
            println(inc())
            var fs []func() int
            for i := 0; i < 3; i++ {
                fs = append(fs, func() int { i *= 10; return i })
            }
            for _, f := range fs { println(f(), f()) }
            var fact func(int) int
            fact = func(n int) int { if n < 2 { return 1 }; return n * fact(n-1) }
            println(fact(10))
        }""",
        "11 12\n101\n0 0\n10 100\n20 200\n3628800\n",
    ),
    "structs are values": (
        """
        type P struct{ x, y int }
        type L struct { a, b P; arr [2]P }
        func (p P) moved() P { p.x += 10; return p }
        func (p *P) move() { p.x += 100 }
        func change(l L) L { l.a.x = 7; l.arr[1].y = 8; return l }
        func main() {
            l := L{a: P{1, 2}}
            k := change(l)
            println(l.a.x, l.arr[1].y, k.a.x, k.arr[1].y)
            q := l.a.moved()
            l.a.move()
            println(q.x, l.a.x)
            r := &l.b
            r.x = 5
            m := l
            r.x = 6
            println(m.b.x, l.b.x)
            ps := []P{{1, 1}, {2, 2}}
            for _, p := range ps { p.x = 50 }
            for i := range ps { ps[i].y = 60 }
            println(ps[0].x, ps[1].y)
            a := [3]int{1, 2, 3}
            b := a
            b[0] = 9
            pa := &a
            pa[1] = 8
            println(a[0], a[1], b[0], b[1], a == [3]int{1, 8, 3})
        }""",
        "1 0 7 8\n11 101\n5 6\n1 60\n1 8 9 2 true\n",
    ),
    "integers wrap": (
        """
        func main() {
            var a int8 = 127
            a++
            var b uint8 = 0
            b--
            c := 9223372036854775807
            c++
            var d uint32 = 1 << 31
            println(a, b, c, d<<1, -7/2, -7%3, uint16(70000&0xffff))
            n := 70
            println(1<<n, -8>>1, c>>n)
        }""",
        "-128 255 -9223372036854775808 0 -3 -1 4464\n0 -4 -1\n",
    ),
    "deferred calls see and change results": (
        """
        func f() (n int, err string) {
            defer func() { n *= 2 }()
            defer func() {
                if r := recover(); r != nil { err = r.(string); n = 21 }
            }()
            panic("oops")
        }
        func g() (n int) {
            defer func() { n += 5 }()
            return 1
        }
        func swap() (a, b int) {
            a, b = 1, 2
            defer func() {}()
            return b, a
        }
        func main() {
            n, err := f()
            println(n, err, g())
            a, b := swap()
            println(a, b)
            for i := 0; i < 3; i++ { defer println("deferred", i) }
        }""",
        "42 oops 6\n2 1\ndeferred 2\ndeferred 1\ndeferred 0\n",
    ),
    "recover only in the deferred function itself": (
        """
        func helper() any { return recover() }
        type T struct{}
        func (T) rec() { println("method", recover() != nil) }
        func try(f func()) {
            defer func() { println("outer", recover() != nil) }()
            f()
        }
        func main() {
            try(func() { defer func() { println(helper() == nil) }(); panic(1) })
            try(func() { defer T{}.rec(); panic(2) })
            t := T{}
            m := t.rec
            try(func() { defer m(); panic(3) })
            try(func() { defer func() { func() { println(recover() == nil) }() }(); panic(4) })
            var i interface{ rec() } = t
            try(func() { defer i.rec(); panic(5) })
            try(func() { defer recover(); panic(6) })
        }""",
        "true\nouter true\nmethod true\nouter false\nmethod true\nouter false\ntrue\nouter true\n"
        "method true\nouter false\nouter true\n",
    ),
    "interfaces": (
        """
        type Shape interface{ Area() int }
        type Sq struct{ s int }
        func (q Sq) Area() int { return q.s * q.s }
        type Rect struct{ w, h int }
        func (r *Rect) Area() int { return r.w * r.h }
        type Both struct{ Sq; *Rect; name string }
        func (b Both) Area() int { return b.Sq.Area() + b.Rect.Area() }
        func kind(x any) string {
            switch v := x.(type) {
            case nil: return "nil"
            case int, string: return "basic"
            case Shape: if v.Area() > 10 { return "big" }; return "shape"
            case func(): return "func"
            case error: return v.Error()
            }
            return "other"
        }
        func main() {
            shapes := []Shape{Sq{2}, &Rect{3, 4}, Both{Sq{1}, &Rect{5, 6}, "b"}}
            for _, s := range shapes { println(s.Area(), kind(s)) }
            println(kind(nil), kind(1), kind("s"), kind(func() {}), kind(1.5))
            _, ok := shapes[0].(*Rect)
            r, ok2 := shapes[1].(*Rect)
            println(ok, ok2, r.w)
            f := shapes[0].Area
            g := Sq.Area
            h := (*Rect).Area
            println(f(), g(Sq{9}), h(r), any(1) == any(1), any(1) == any("1"))
        }""",
        "4 shape\n12 big\n31 big\nnil basic basic func other\nfalse true 3\n4 81 12 true false\n",
    ),
    "generics": (
        """
        type Num interface{ ~int | ~float64 }
        func Sum[T Num](xs ...T) (s T) { for _, x := range xs { s += x }; return }
        type Stack[T any] struct{ items []T }
        func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
        func (s *Stack[T]) Pop() (T, bool) {
            var zero T
            if len(s.items) == 0 { return zero, false }
            x := s.items[len(s.items)-1]
            s.items = s.items[:len(s.items)-1]
            return x, true
        }
        func Map[A, B any](xs []A, f func(A) B) []B {
            var out []B
            for _, x := range xs { out = append(out, f(x)) }
            return out
        }
        func main() {
            println(Sum(1, 2, 3), Sum(1.5, 2.5) == 4)
            s := &Stack[string]{}
            s.Push("a"); s.Push("b")
            x, _ := s.Pop()
            _, _ = s.Pop()
            _, ok := s.Pop()
            println(x, ok)
            for _, n := range Map([]string{"x", "yy"}, func(s string) int { return len(s) }) { println(n) }
        }""",
        "6 true\nb false\n1\n2\n",
    ),
    "range over functions": (
        """
        func count(n int) func(func(int) bool) {
            return func(yield func(int) bool) {
                for i := 0; i < n; i++ { if !yield(i) { return } }
            }
        }
        func find() int {
            for i := range count(10) {
                defer println("deferred in body", i)
                if i == 2 { return i * 100 }
            }
            return -1
        }
        func main() {
            println(find())
        outer:
            for i := range count(3) {
                for j := range count(3) {
                    if j == 1 { continue outer }
                    if i == 2 { break outer }
                    println(i, j)
                }
            }
        }""",
        "deferred in body 2\ndeferred in body 1\ndeferred in body 0\n200\n0 0\n1 0\n",
    ),
    "select and channels": (
        """
        func main() {
            a, b, done := make(chan int), make(chan string, 1), make(chan bool)
            go func() {
                for i := 0; i < 3; i++ { a <- i }
                close(done)
            }()
            b <- "buffered"
            for n := 0; n < 4; n++ {
                select {
                case v := <-a: println("a", v)
                case s, ok := <-b: println(s, ok); b = nil
                }
            }
            <-done
            select {
            case a <- 1: println("sent")
            case _, ok := <-done: println("closed", ok)
            default: println("default")
            }
        }""",
        None,
    ),
    "names that Python knows": (
        """
        type None struct{ self, class, __class__ int }
        func (lambda *None) def(in, is int) (pass int) { pass = in + is + lambda.__class__; return }
        func len2(print string) int { return len(print) }
        var __name__, True, M = 1, 2, 3
        func main() {
            _t, t1, RUN, Box := 1, 2, 3, 4
            async := &None{1, 2, 3}
            not := func(and int) int { async.self += and; return async.self + True + M }
            println(async.def(_t, t1), len2("abc"), RUN, Box, __name__, not(5), wörter())
        }
        func wörter() int { ﬁ, fi := 1, 2; return ﬁ*10 + fi }
        """,
        "6 3 3 4 1 11 12\n",
    ),
}


@pytest.mark.parametrize("name", list(SNIPPETS))
def test_snippet(name: str) -> None:
    source, expected = SNIPPETS[name]
    outcome = run_both(source)
    assert outcome.ending == ""
    if expected is not None:
        assert outcome.stderr == expected


def test_loops_deeper_than_python_allows() -> None:
    depth = 25
    loop = "for i@ := 0; i@ < 2; i@++ {\n if i@ == 1 && n > 9 { continue }\n"
    loops = "".join(loop.replace("@", str(n)) for n in range(depth))
    body = "n++\n if n%7 == 0 { continue outer }\n if n > 90 { break outer }\n"
    source = f"func main() {{\n n := 0\nouter:\n{loops}{body}{'}' * depth}\nprintln(n)\n}}"
    assert run_both(source).stderr == "10\n"


def test_a_deep_loop_with_defer_recover_and_switch() -> None:
    depth = 20
    loops = "".join(f"for i{n} := 0; i{n} < 1; i{n}++ {{\n" for n in range(depth))
    source = f"""
func f() (s string) {{
    defer func() {{ s = recover().(string) }}()
    {loops}
    switch {{
    case i0 == 0:
        if i1 == 0 {{ break }}
        println("never")
    }}
    println("deep")
    panic("gone")
    {"}" * depth}
    return "never"
}}
func main() {{ println(f()) }}"""
    assert run_both(source).stderr == "deep\ngone\n"


def test_a_switch_with_many_cases() -> None:
    cases = "\n".join(f"case {n}: return {n * n}" for n in range(700))
    function = f"func f(n int) int {{ switch n {{\n{cases}\n}}\nreturn -1 }}\n"
    source = function + "func main() { println(f(0), f(699), f(700)) }"
    assert run_both(source).stderr == "0 488601 -1\n"


def test_a_long_chain_of_else_if() -> None:
    links = " else ".join(f"if n == {n} {{ println({n}) }}" for n in range(300))
    source = f"func f(n int) {{ {links} else {{ println(-1) }} }}\nfunc main() {{ f(0); f(299); f(300) }}"
    assert run_both(source).stderr == "0\n299\n-1\n"


def test_a_long_expression() -> None:
    terms = " + ".join(f"f({n})" for n in range(400))
    tests = " || ".join(f"f({n}) < 0" for n in range(400))
    source = f"func f(n int) int {{ return n }}\nfunc main() {{ println({terms}, {tests}) }}"
    assert run_both(source).stderr == f"{399 * 200} false\n"


def test_a_huge_function() -> None:
    body = "\n".join(f"x{n} := x{n - 1} + {n}" for n in range(1, 1500))
    assert run_both(f"func main() {{ x0 := 0\n{body}\nprintln(x1499) }}").stderr == f"{1499 * 750}\n"
