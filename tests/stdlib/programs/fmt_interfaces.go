// Formatter, GoStringer, Stringer and error, on values, pointers, embedded, nested and unexported.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type vec struct{ x, y int }

func (v vec) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	flags := ""
	for _, c := range "+-# 0" {
		if f.Flag(int(c)) {
			flags += string(c)
		}
	}
	fmt.Fprintf(f, "[%c w=%d,%v p=%d,%v flags=%q %d %d %s]", verb, w, wok, p, pok, flags, v.x, v.y, fmt.FormatString(f, verb))
}

type gos struct{ n int }

func (g gos) GoString() string { return fmt.Sprintf("gos!%d", g.n) }

type both struct{}

func (both) Error() string  { return "as error" }
func (both) String() string { return "as string" }

type color int

const (
	red color = iota
	green
)

func (c color) String() string { return [...]string{"red", "green"}[c] }

type wrapped struct {
	celsius
	Name string
}
type holder struct {
	C    celsius
	c    celsius
	V    vec
	G    gos
	Col  color
	Cols []color
	M    map[color]celsius
	E    error
	A    any
	P    *celsius
}
type embErr struct {
	error
	code int
}
type notStringer struct{}

func (notStringer) String() int { return 1 }

type ptrRecv struct{ N int }

func (p *ptrRecv) String() string { return "PR" + fmt.Sprint(p.N) }

type list []celsius
type tree struct {
	L, R *tree
	V    int
}

func (t *tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.L, t.V, t.R)
}

func main() {
	fmt.Println(celsius(21.5), []celsius{1, 2}, map[string]celsius{"a": 3}, list{4})
	fmt.Printf("%v %s %q %x %d %f %.2f %5.1f %e %g %T %#v %+v\n", celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5), celsius(1.5))
	fmt.Printf("%v|%+v|%#v|%s|%d|%8.3x|%-5q|%+08d|% d|%T\n", vec{1, 2}, vec{1, 2}, vec{1, 2}, vec{1, 2}, vec{1, 2}, vec{1, 2}, vec{1, 2}, vec{1, 2}, vec{1, 2}, vec{1, 2})
	fmt.Println(vec{3, 4}, &vec{5, 6}, []vec{{7, 8}})
	fmt.Printf("%v %#v %+v %#v %#v\n", gos{1}, gos{1}, gos{1}, []gos{{2}}, struct{ G gos }{gos{3}})
	fmt.Println(both{}, red, green, []color{red, green}, map[color]int{green: 1, red: 0})
	fmt.Printf("%d %v %s %x %q %#v %T %08b\n", green, green, green, green, green, green, green, green)
	fmt.Printf("%v %+v %#v\n", color(5) == 5, map[string]color{"k": green}, []color{green})
	fmt.Printf("%v|%s\n", color(7), color(-1))
	fmt.Println(wrapped{2, "w"}, &wrapped{2, "w"})
	c := celsius(9)
	h := holder{C: 1, c: 2, V: vec{1, 2}, G: gos{4}, Col: green, Cols: []color{red}, M: map[color]celsius{green: 5}, E: both{}, A: celsius(6)}
	fmt.Printf("%v\n%+v\n%#v\n", h, h, h)
	fmt.Println(*&c, &c == nil)
	fmt.Println(embErr{errors.New("deep"), 4})
	fmt.Printf("%v %s %d\n", embErr{errors.New("deep"), 4}, embErr{errors.New("deep"), 4}, embErr{nil, 4} == embErr{})
	fmt.Println(notStringer{})
	pr := &ptrRecv{3}
	fmt.Println(pr, *pr, []*ptrRecv{pr}, []ptrRecv{*pr}, struct{ P *ptrRecv }{pr}, map[string]*ptrRecv{"k": pr})
	fmt.Printf("%v %s %+v %d\n", pr, pr, *pr, *pr)
	t := &tree{&tree{nil, nil, 1}, nil, 2}
	fmt.Println(t)
	var nilTree *tree
	var s fmt.Stringer = nilTree
	fmt.Println(nilTree, s)
	fmt.Printf("%10v|%-10v|%10s|%-10s|%.3v|%q\n", green, green, celsius(1), celsius(1), green, both{})
	var sb strings.Builder
	fmt.Fprintf(&sb, "%d-%s", 1, "x")
	fmt.Fprint(&sb, " ", 2, 3)
	fmt.Fprintln(&sb, "!")
	fmt.Print(sb.String())
	fmt.Fprintln(os.Stdout, "to stdout", 1)
	type local struct{ A, B any }
	fmt.Printf("%v %+v %#v\n", local{1, "x"}, local{nil, celsius(2)}, local{[]int{1}, map[string]any{"k": nil}})
	fmt.Printf("%#v %#v %#v %#v\n", int8(1), uint16(2), float32(1), 1e6)
	fmt.Printf("%#v %#v %#v\n", []any{1, "a", nil, 1.0, int64(3), uint8(4), 'x'}, [2]any{}, struct{ E error }{})
	fmt.Printf("%#v %#v %#v %#v\n", "a`b", []string{"x\n"}, map[string]bool{"k": true}, [0]int{})
	fmt.Printf("%#v %#v\n", struct {
		P *int
		F func()
		C chan int
		M map[int]int
		S []int
		I any
	}{}, &struct{ X int }{1})
	fmt.Printf("%+v\n", []struct {
		A int
		B *int
	}{{1, nil}})
	fmt.Printf("%s|%v|%d\n", []string{"a", "b"}, []any{"a", 1}, []any{1, "a"})
	fmt.Printf("%5d|%-5d|%05d\n", []int{1, 22}, []int{1, 22}, []int{1, 22})
	fmt.Printf("%6.2f|%q|%x\n", []float64{1, 2.345}, []string{"a b"}, []string{"ab", "c"})
	fmt.Printf("%v %v\n", [3]bool{true}, [2][2]int{{1, 2}, {3, 4}})
	fmt.Printf("%t %v %08.3f %+.2e %g\n", true, false, 3.14159, 12345.678, 1e-10)
	fmt.Printf("%3d|%-3d|%03d|% d|%+d\n", 7, 7, 7, 7, 7)
	fmt.Printf("%c%c %U %#U %q\n", 0x4E16, 0x754C, 0x1F600, 0x1F600, 0x1F600)
}
