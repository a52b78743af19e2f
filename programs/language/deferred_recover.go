// `defer recover()` recovers what the function that defers it could, when that function returns; called by a panic it
// recovers nothing.
package main

import "fmt"

func note(name string) { fmt.Println(name, recover()) }

func directly() {
	defer note("directly")
	defer recover()
	panic(1)
}

func inDeferred() {
	defer note("in deferred")
	defer func() { defer recover() }()
	panic(2)
}

func afterAnotherPanic() {
	defer note("after another panic")
	defer func() {
		defer recover()
		defer note("inner")
		panic(4)
	}()
	panic(3)
}

func duringAnotherPanic() {
	defer note("during another panic")
	defer func() {
		defer note("inner")
		defer recover()
		panic(6)
	}()
	panic(5)
}

func twice() {
	defer note("twice")
	defer func() {
		defer recover()
		defer func() { fmt.Println("first", recover()) }()
		fmt.Println("now", recover())
	}()
	panic(7)
}

func tooDeep() {
	defer note("too deep")
	defer func() {
		func() { defer recover() }()
	}()
	panic(8)
}

func conditional(yes bool) {
	defer note("conditional")
	defer func() {
		for i := 0; i < 2; i++ {
			if yes {
				defer recover()
			}
		}
	}()
	panic(9)
}

func main() {
	directly()
	inDeferred()
	afterAnotherPanic()
	duringAnotherPanic()
	twice()
	tooDeep()
	conditional(true)
	conditional(false)
	done := make(chan bool)
	go func() {
		defer close(done)
		defer note("goroutine")
		defer func() { defer recover() }()
		panic(10)
	}()
	<-done
}
