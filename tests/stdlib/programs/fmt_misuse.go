// What Printf says about wrong formats: bad verbs, missing and extra operands, bad indexes, widths and precisions.
package main

import (
	"errors"
	"fmt"
)

type point struct{ X, Y int }
type namer struct{ s string }

func (n namer) String() string { return "<" + n.s + ">" }

type ptrStringer struct{ n int }

func (p *ptrStringer) String() string { return fmt.Sprintf("ptr%d", p.n) }

type panicker struct{}

func (panicker) String() string { panic("no string") }

type errPanicker struct{}

func (errPanicker) Error() string { panic(errors.New("inner")) }

type nilPanicker struct{ s string }

func (p *nilPanicker) String() string { return p.s }

type idxPanicker []int

func (p idxPanicker) String() string { return fmt.Sprint(p[5]) }

func out(s string) { fmt.Println(s) }

func main() {
	format := func(f string, a ...any) { out(fmt.Sprintf(f, a...)) }
	format("%d", "string")
	format("%d", 1.5)
	format("%d", nil)
	format("%s", nil)
	format("%s", 5)
	format("%s", true)
	format("%s", point{1, 2})
	format("%s", &point{1, 2})
	format("%s", []int{1})
	format("%s", map[string]int{"a": 1})
	format("%x", point{10, 20})
	format("%t", 1)
	format("%c", "x")
	format("%q", 1.5)
	format("%!", 1)
	format("%z", 1)
	format("%é", 1)
	format("%-", 1)
	format("%")
	format("100%")
	format("%d")
	format("%d %d", 1)
	format("%d", 1, 2)
	format("no verbs", 1, "x", nil, []int{1}, point{1, 2}, &point{3, 4}, namer{"n"}, errors.New("e"))
	format("%[2]d %[1]d", 1, 2)
	format("%[2]d", 1, 2)
	format("%[2]d %d", 1, 2, 3)
	format("%[3]d", 1, 2)
	format("%[0]d", 1)
	format("%[x]d", 1)
	format("%[]d", 1)
	format("%[1", 1)
	format("%[1]", 1)
	format("%[-1]d", 1)
	format("%[1]d %[1]v %[1]x %[1]T", 255)
	format("%[2]*[1]d|", 7, 5)
	format("%[3]*.[2]*[1]f|", 12.0, 2, 8)
	format("%*d|", 5, 42)
	format("%-*d|", 5, 42)
	format("%*d|", -5, 42)
	format("%.*f|", 2, 3.14159)
	format("%*.*f|", 8, 3, 3.14159)
	format("%.*f|", -2, 3.14159)
	format("%*d|", "x", 42)
	format("%.*d|", "x", 42)
	format("%*d", 5)
	format("%*d", 10000001, 5)
	format("%.[2]d", 1, 2)
	format("%[1]2d", 1)
	format("%d%%|%5%|%-5%|%%%%", 3)
	format("%.d|%.f|%5.s|", 0, 2.7, "abc")
	format("%v %v", namer{"a"}, &namer{"b"})
	format("%s|%d|%x|%q|%10s|%-8v|%#v|%+v", namer{"a"}, namer{"a"}, namer{"a"}, namer{"a"}, namer{"a"}, namer{"a"}, namer{"a"}, namer{"a"})
	format("%v %v", ptrStringer{1}, &ptrStringer{2})
	format("%v %+v", []namer{{"x"}, {"y"}}, map[string]namer{"k": {"v"}})
	format("%v", []*ptrStringer{{3}}[0])
	format("%v", struct {
		N namer
		n namer
		P *namer
	}{namer{"pub"}, namer{"priv"}, nil})
	format("%v", panicker{})
	format("%s|%d", panicker{}, panicker{})
	format("%v", errPanicker{})
	format("%v", (*nilPanicker)(nil))
	format("%s %10v", (*nilPanicker)(nil), (*nilPanicker)(nil))
	format("%v", (*ptrStringer)(nil) == nil)
	format("%v", idxPanicker{1})
	format("%v", []any{panicker{}, 1})
	format("%w", errors.New("e"))
	format("%w", 5)
	format("%T %T %T", nil, errors.New("x"), fmt.Errorf("a %w", errors.New("b")))
	format("%6T|%-8T|%d", 1, "s", 2)
	format("%p", 5)
	format("%p", "s")
	format("%p", nil)
	format("%v %s", errors.New("plain"), fmt.Errorf("wrap: %w", errors.New("in")))
	fmt.Println(fmt.Errorf("no args"), fmt.Errorf("%d %w", 1), fmt.Errorf("%w", nil), fmt.Errorf("%w", "str"))
	fmt.Println(fmt.Errorf("%w and %w", errors.New("a"), errors.New("b")))
	fmt.Printf("%s %v %q\n", []error{errors.New("x")}, [2]error{}, []any{errors.New("y")})
	fmt.Printf("%+d %+v %+s %+q\n", []int{1, -1}, []string{"a"}, "é", "é")
	fmt.Printf("%08b %o %X %#b\n", []int{5, 6}, []int{8}, []byte{1, 255}, 5)
	fmt.Printf("%3c|%-3c|%03c\n", 'x', 'y', 'z')
	fmt.Printf("%x %X %x %x\n", "hello", []string{"ab", "cd"}, [2]byte{1, 2}, []byte(nil))
	fmt.Printf("%6.2f%%\n", 12.3456)
	fmt.Printf("%s %s\n", error(nil), fmt.Stringer(nil))
	fmt.Printf("%d %s\n", &[]int{1}, &[]string{"q"})
	fmt.Printf("%v %v\n", &map[point]namer{{1, 2}: {"z"}}, &[1]namer{{"arr"}})
}
