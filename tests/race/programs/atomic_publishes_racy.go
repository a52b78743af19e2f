package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

var ready atomic.Bool
var flag bool
var data int

func main() {
	go func() {
		data = 42 // race
		flag = true
		ready.Store(true)
	}()
	fmt.Println(data > 0 || true) // race
	for !ready.Load() {
		runtime.Gosched()
	}
	_ = flag
}
