package main

import (
	"fmt"
	"log"
	"os"
)

type logger struct{ prefix string }

func (l *logger) infof(format string, args ...any) { log.Printf(l.prefix+format, args...) }
func (l *logger) debugf(format string, args ...any) { log.Printf(format, args...) }
func (l *logger) print(args ...interface{})         { fmt.Fprintln(os.Stderr, args...) }
func (l *logger) outer(format string, args ...any)  { l.debugf(format, args...) }
func (l *logger) changed(format string, args ...any) {
	format = "x" + format
	l.debugf(format, args...)
}

func wrapf(level int, format string, args ...any) error {
	return fmt.Errorf(format, args...)
}

func forgot(format string, args ...any) {
	fmt.Printf(format, args)
}

func forgotPrint(args ...any) {
	fmt.Println(args)
}

func later(format string, args ...any) { last(format, args...) }
func last(format string, args ...any)  { fmt.Printf(format, args...) }

func strings(format string, args ...string) {}

func generic[T any](format string, args ...any) { fmt.Printf(format, args...) }

type text string

func (t text) String() string { return fmt.Sprintf("%s", t) }

type quoted string

func (q quoted) String() string { return fmt.Sprintf("%q %v %d", string(q), q, 1) }

type pointer struct{ n int }

func (p *pointer) String() string { return fmt.Sprint(p, p.n) }

type fault struct{ n int }

func (f fault) Error() string { return fmt.Sprint(&f) + fmt.Sprintf("%#v %x", f, f) }

func main() {
	l := &logger{}
	l.infof("%d", "x")
	l.debugf("%d", "x")
	l.print("%d", "x")
	l.outer("%d", "x")
	l.changed("%d", "x")
	wrapf(1, "%d %w", "x", nil)
	later("%d", "x")
	last("%d %d", 1)
	strings("%d", "x")
	generic[int]("%d", "x")
	local := func(format string, args ...any) { fmt.Printf(format, args...) }
	local("%d", "x")
	var say = func(args ...any) { fmt.Println(args...) }
	say("%d")
	l.debugf(l.prefix)
}
