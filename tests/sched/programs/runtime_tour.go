// Package runtime: goroutines and processors, callers and stacks, errors, memory statistics.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], ":", line, " ", ok)
}

func names() (out []string) {
	pcs := make([]uintptr, 10)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			out = append(out, fmt.Sprint(frame.Function, ":", frame.Line))
		}
		if !more {
			return out
		}
	}
}

type reporter struct{}

func (*reporter) report() []string { return names() }

func try(f func()) {
	defer func() {
		r := recover()
		err, ok := r.(runtime.Error)
		var target runtime.Error
		fmt.Printf("%v | %v %v\n", r, ok, ok && errors.As(err, &target))
	}()
	f()
}

func main() {
	fmt.Println(where())
	func() { fmt.Println(where()) }()
	fmt.Println((&reporter{}).report())
	func() { fmt.Println(names()) }()
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), runtime.FuncForPC(1) == nil)
	_, _, _, ok := runtime.Caller(100)
	fmt.Println(ok)

	var s []int
	var m map[string]int
	var x any = "text"
	var p *reporter
	zero := 0
	try(func() { _ = s[zero] })
	try(func() { _ = s[:5] })
	try(func() { m["a"] = 1 })
	try(func() { _ = x.(int) })
	try(func() { _ = 1 / zero })
	try(func() { var q *struct{ n int }; q.n = 1 })
	try(func() { panic(fmt.Sprint("mine", p == nil)) })

	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Compiler, runtime.Version() != "")
	fmt.Println(runtime.NumGoroutine(), runtime.NumCPU() > 0, runtime.NumCgoCall())
	fmt.Println(runtime.GOMAXPROCS(2) > 0, runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-5))

	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("deferred")
		runtime.Goexit()
		fmt.Println("never")
	}()
	wg.Wait()

	stack := string(debug.Stack())
	fmt.Println(strings.HasPrefix(stack, "goroutine 1 [running]:\n"), strings.Contains(stack, "main.main()"))
	gate := make(chan int)
	go func() { <-gate }()
	runtime.Gosched()
	buf := make([]byte, 1<<16)
	all := string(buf[:runtime.Stack(buf, true)])
	fmt.Println(strings.Contains(all, "[chan receive]:\nmain.main.func"), strings.Contains(all, "created by main.main in goroutine 1"))
	fmt.Println(runtime.Stack(buf[:10], false))

	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	gcs := stats.NumGC
	runtime.GC()
	runtime.ReadMemStats(&stats)
	fmt.Println(stats.NumGC > gcs, stats.Alloc > 0, stats.Sys >= stats.HeapSys, stats.HeapSys >= stats.HeapInuse)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100), debug.SetMaxThreads(10000), debug.SetMaxStack(1<<20))
	debug.FreeOSMemory()
	runtime.KeepAlive(buf)
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()
}
