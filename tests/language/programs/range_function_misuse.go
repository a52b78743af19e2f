// The body of a range over a function is called when it must not be: every time once more.
package main

import "fmt"

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func thrice(yield func(int) bool) {
	for i := range 3 {
		try(fmt.Sprint("call ", i), func() { yield(i) })
	}
}

var kept func(int) bool

func keep(yield func(int) bool) { kept = yield; yield(0) }

func main() {
	try("break", func() {
		for range thrice {
			break
		}
	})
	try("panic", func() {
		for i := range thrice {
			panic(i)
		}
	})
	try("inner panic", func() {
		for i := range keep {
			for j := range thrice {
				panic(i + j)
			}
		}
	})
	for range keep {
	}
	try("first", func() { kept(1) })
	try("second", func() { kept(1) })
}
