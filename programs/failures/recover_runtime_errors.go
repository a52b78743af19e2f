// Recover: runtime errors are values that one can print and examine.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func attempt(name string, f func()) {
	defer func() {
		r := recover()
		err, isError := r.(error)
		var rt runtime.Error
		fmt.Printf("%s: %v (runtime.Error: %t)\n", name, r, isError && errors.As(err, &rt))
	}()
	f()
}

func main() {
	var m map[string]int
	var p *struct{ x int }
	var v any = 3
	xs := []int{1, 2, 3}
	zero := 0
	closed := make(chan int)
	close(closed)

	attempt("index", func() { fmt.Println(xs[3+zero]) })
	attempt("slice", func() { fmt.Println(xs[2 : 1+zero]) })
	attempt("divide", func() { fmt.Println(1 / zero) })
	attempt("nil map", func() { m["x"] = 1 })
	attempt("nil pointer", func() { p.x = 1 })
	attempt("assertion", func() { fmt.Println(v.(string)) })
	attempt("send", func() { closed <- 1 })
	attempt("close", func() { close(closed) })
	attempt("own", func() { panic("not a runtime error") })
	attempt("none", func() {})
}
