// A deferred call evaluates function, receiver and arguments when it is deferred, and runs last in first out.
package main

import "fmt"

type logger struct{ name string }

func (l logger) log(s string)     { fmt.Println(l.name, s) }
func (l *logger) logNow(s string) { fmt.Println(l.name, s) }

func trace(s string) string {
	fmt.Println("enter", s)
	return s
}
func leave(s string) { fmt.Println("leave", s) }

func nested() {
	defer leave(trace("nested"))
	for i := range 3 {
		defer fmt.Print("loop ", i, "\n")
	}
	if true {
		defer fmt.Println("not at the end of the block")
	}
	fmt.Println("body")
}

func main() {
	x := 1
	defer fmt.Println("argument", x)
	defer func() { fmt.Println("closure", x) }()
	l := logger{"old"}
	defer l.log("value receiver")
	defer l.logNow("pointer receiver")
	f := l.log
	defer f("method value")
	f = func(s string) { fmt.Println("never", s) }
	l.name, x = "new", 2
	nested()
	defer func(s []int) { fmt.Println(s) }([]int{x})
	var g func()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		defer g()
		fmt.Println("a nil function is deferred")
	}()
	m := map[string]int{"a": 1}
	func() {
		defer delete(m, "a")
		defer copy(make([]int, 1), []int{1})
		fmt.Println(len(m))
	}()
	fmt.Println(len(m))
	func() {
		c := make(chan int)
		defer func() { _, open := <-c; fmt.Println(open) }()
		defer close(c)
	}()
}
