package main

import (
	"sync"
	"sync/atomic"
)

var done bool
var flag atomic.Bool
var word int32

func flags() {
	for !done {
	}
	for !flag.Load() {
	}
	for atomic.LoadInt32(&word) == 0 {
	}
	for !atomic.CompareAndSwapInt32(&word, 0, 1) {
	}
	for !flag.CompareAndSwap(false, true) {
		continue
	}
}

func forms(c chan int, mu *sync.Mutex) {
	for len(c) < 2 {
	}
	for {
		if flag.Load() {
			break
		}
	}
	for {
		select {
		case <-c:
			return
		default:
		}
	}
	for {
		select {
		case v := <-c:
			println(v)
		default:
			continue
		}
	}
	for !mu.TryLock() {
	}
	for {
		n := atomic.LoadInt32(&word)
		if n > 1 {
			println(n)
			return
		}
	}
	for {
	}
}

func empty() {
	defer println("never")
	select {}
}

func main() {
	select {}
}
