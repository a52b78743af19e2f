package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

var ready atomic.Bool
var data int

func main() {
	go func() {
		data = 42
		ready.Store(true)
	}()
	for !ready.Load() {
		runtime.Gosched()
	}
	fmt.Println(data > 0 || true)
}
