// Stacks as runtime.Callers and runtime.Caller see them: down to the functions of the runtime.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func line(function string, line int) int {
	if strings.HasPrefix(function, "main.") {
		return line
	}
	return 0
}

//go:noinline
func show(name string) {
	pcs := make([]uintptr, 20)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	for {
		f, more := frames.Next()
		fmt.Println(name, f.Function, line(f.Function, f.Line))
		if !more {
			break
		}
	}
	for i := 0; ; i++ {
		pc, _, l, ok := runtime.Caller(i)
		if !ok {
			break
		}
		fn := runtime.FuncForPC(pc)
		_, again := fn.FileLine(pc)
		fmt.Println(name, i, fn.Name(), line(fn.Name(), l), l == again)
		if strings.HasPrefix(fn.Name(), "main.") {
			fmt.Println(runtime.FuncForPC(pc-1).Name(), runtime.FuncForPC(fn.Entry()).Name(), fn.Entry() < pc)
		}
	}
}

func init() { show("init") }

//go:noinline
func g() { show("g") }

func main() {
	g()
	done := make(chan bool)
	go func() {
		defer close(done)
		g()
	}()
	<-done
	func() {
		defer func() {
			recover()
			show("recovered")
		}()
		panic("now")
	}()
}
