package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"time"
	"unsafe"
)

type point struct{ x, y int }

type text struct{ s string }

func (t text) String() string { return t.s }

type failure struct{}

func (*failure) Error() string { return "" }

type valueFailure struct{}

func (valueFailure) Error() string { return "" }

type shape struct{}

func (shape) Format(s fmt.State, c rune) {}

type hidden struct{ t text }

type list []list

type number interface{ ~int | ~float64 }

func gen[T any, N number, I ~int](x T, n N, i I) {
	fmt.Printf("%d %d %d %v", x, n, i, x)
	fmt.Printf("%d", n)
	fmt.Printf("%d %x", i, i)
	fmt.Printf("%s", n)
}

func f() int { return 1 }

func multi() (string, int) { return "", 1 }

const format = "%d\n"

func main() {
	var (
		i   = 1
		s   = "s"
		b   = true
		fl  = 1.5
		c   = 1i
		r   = 'x'
		by  = []byte("x")
		err = errors.New("x")
		p   = &point{}
		ch  chan int
		m   = map[string]int{}
		fn  = func() {}
		x   interface{}
	)
	fmt.Printf("%d %s\n", s, i)
	fmt.Printf("%d\n", s)
	fmt.Printf("\t\x41é%s %t", i, i)
	fmt.Printf(`a
	%d`, s)
	fmt.Printf(format, s)
	fmt.Printf("a"+"%d", s)
	fmt.Printf("%d %d", i)
	fmt.Printf("%d", i, i)
	fmt.Printf("x", i)
	fmt.Printf("%", i)
	fmt.Printf("%z", i)
	fmt.Printf("%!d", i)
	fmt.Printf("%#d %#x", i, i)
	fmt.Printf("%+q %# x %-5t|%05d", s, s, b, i)
	fmt.Printf("%+s", s)
	fmt.Printf("%#s", s)
	fmt.Printf("%[2]d %[1]d", i, i)
	fmt.Printf("%[3]d", i, i)
	fmt.Printf("%[0]d", i)
	fmt.Printf("%[x]d", i)
	fmt.Printf("%[1d", i)
	fmt.Printf("%*d %.*f %[1]*d", i, i, i, fl)
	fmt.Printf("%*d", s, i)
	fmt.Printf("%.*f", fl, fl)
	fmt.Printf("%6.2f%%", fl)
	fmt.Printf("%6.2f%%", i)
	fmt.Printf("%t %t", b, i)
	fmt.Printf("%c %q %U", r, r, r)
	fmt.Printf("%q", i)
	fmt.Printf("%c", s)
	fmt.Printf("%s %x %q %d", by, by, by, by)
	fmt.Printf("%s %v %d", err, err, err)
	fmt.Printf("%p %d %s", p, p, p)
	fmt.Printf("%p %v %s", ch, ch, ch)
	fmt.Printf("%d %s", m, m)
	fmt.Printf("%v %p", fn, fn)
	fmt.Printf("%v %d", x, x)
	fmt.Printf("%d", f)
	fmt.Printf("%g %e %d", c, fl, fl)
	fmt.Printf("%s %d", text{}, text{})
	fmt.Printf("%s %s %s", &text{}, hidden{}, &hidden{})
	fmt.Printf("%d %z %s", shape{}, shape{}, &shape{})
	fmt.Printf("%s %s", failure{}, &failure{})
	fmt.Printf("%d %v", time.Second, time.Second)
	fmt.Printf("%s %d", time.Now(), time.Month(1))
	fmt.Printf("%d %s", []int{1}, []string{"a"})
	fmt.Printf("%s", []int{1})
	fmt.Printf("%d", [2][]point{})
	fmt.Printf("%d %s", list{}, []error{err})
	fmt.Printf("%x %d", unsafe.Pointer(p), uintptr(1))
	fmt.Printf("%d", nil)
	fmt.Printf("%v %T", nil, nil)
	fmt.Printf("%d", 1.0)
	fmt.Printf("%d", 'a')
	fmt.Printf("%s", "a" + "b")
	fmt.Printf("%d", i+2*f()-(3+i))
	fmt.Printf("%s", i*2+3)
	fmt.Printf("%s", m["a"]+len(s)*2)
	fmt.Printf(s)
	fmt.Printf(fmt.Sprint("x"))
	fmt.Printf(s, i)
	fmt.Printf("%w", err)
	fmt.Errorf("%w %w", err, s)
	_ = fmt.Errorf("%w", nil)
	_ = fmt.Errorf("%w", &valueFailure{})
	_ = fmt.Errorf("%w", &failure{})
	fmt.Printf(multi())
	fmt.Printf("%d %d", []any{1, 2}...)
	fmt.Printf("%d", []any{1, 2}...)
	fmt.Fprintf(os.Stdout, "%d", s)
	fmt.Sprintf("%d", s)
	_ = fmt.Appendf(nil, "%d", s)
	log.Printf("%d", s)
	log.New(os.Stderr, "", 0).Printf("%d", s)
	log.Fatalf("%s", i)
	fmt.Println("%d", i)
	fmt.Println("100%", "%20", "50% of")
	fmt.Println("a\n")
	fmt.Println("a\n", i)
	fmt.Print("a\n")
	fmt.Println(os.Stderr, "x")
	fmt.Fprintln(os.Stderr, "%d", i)
	fmt.Println(fn, f)
	fmt.Print("%v")
	log.Println("%s", s)
	log.Panic("%s")
	gen(s, i, i)
	fmt.Printf("%s", struct{ a int }{})
	fmt.Printf("%s", func() int {
		return i
	}())
	fmt.Printf("%d", []string{
		"a",
	})
}
