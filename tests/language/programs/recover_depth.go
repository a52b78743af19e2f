// Only a deferred function itself recovers, and only the panic that it runs for.
package main

import (
	"fmt"
	"runtime"
)

func helper() any { return recover() }

func try(name string, f func()) {
	defer func() { fmt.Println(name, "left:", recover()) }()
	f()
}

type recoverer struct{}

func (recoverer) rec()   { fmt.Println("method:", recover()) }
func (*recoverer) prec() { fmt.Println("pointer method:", recover()) }

func main() {
	fmt.Println(recover())
	try("helper", func() {
		defer func() { fmt.Println("helper:", helper()) }()
		panic(1)
	})
	try("direct", func() {
		defer helper()
		panic(2)
	})
	try("nested", func() {
		defer func() { func() { fmt.Println("nested:", recover()) }() }()
		panic(3)
	})
	try("method", func() { defer recoverer{}.rec(); panic(4) })
	try("pointer", func() { defer (&recoverer{}).prec(); panic(5) })
	try("builtin", func() { defer recover(); panic(6) })
	try("printed", func() { defer fmt.Println("builtin as an argument:", recover()); panic(7) })
	try("twice", func() {
		defer func() { fmt.Println(recover(), recover()) }()
		panic(8)
	})
	try("order", func() {
		defer func() { fmt.Println("second:", recover()) }()
		defer func() { fmt.Println("first:", recover()) }()
		panic(9)
	})
	try("replaced", func() {
		defer func() { panic(fmt.Sprint("new after ", recover())) }()
		panic(10)
	})
	try("inner", func() {
		defer func() {
			defer func() { fmt.Println("inner:", recover()) }()
			panic("11b")
		}()
		panic("11a")
	})
	try("nil", func() { panic(nil) })
	try("nil error", func() { panic(error(nil)) })
	try("type", func() {
		defer func() {
			e, ok := recover().(runtime.Error)
			fmt.Println(e, ok)
		}()
		var m map[int]int
		m[0]++
	})
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("Goexit:", recover()) }()
		runtime.Goexit()
	}()
	<-done
	go func() {
		defer close(done)
		defer func() {
			defer func() { fmt.Println("recovered during Goexit:", recover()) }()
			panic("12")
		}()
		runtime.Goexit()
	}()
	done = make(chan bool)
	<-done
}
