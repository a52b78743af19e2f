package main

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

var done bool
var flag atomic.Bool
var word atomic.Int32

func yields(c chan int, cond *sync.Cond) {
	for !flag.Load() {
		runtime.Gosched()
	}
	for !done {
		time.Sleep(time.Millisecond)
	}
	for !done {
		cond.Wait()
	}
	for {
		select {
		case <-c:
			return
		default:
			runtime.Gosched()
		}
	}
}

func works(c chan int) {
	for {
		old := word.Load()
		if word.CompareAndSwap(old, old+1) {
			break
		}
	}
	for n := 0; n < 10; n++ {
	}
	n := 0
	for n < 10 {
		n++
	}
	for {
		select {
		case <-c:
		case <-time.After(time.Second):
			return
		}
	}
}

func receives(c chan int) {
	for <-c != 0 {
	}
	for {
		if v, ok := <-c; !ok || v == 0 {
			break
		}
	}
	for range c {
	}
	for next() {
	}
}

func next() bool { return false }

func main() {
	go yields(nil, nil)
	select {}
}
