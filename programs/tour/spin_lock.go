// Spin lock: a mutex built from one CompareAndSwap.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type SpinLock struct{ held atomic.Bool }

func (l *SpinLock) Lock() {
	for !l.held.CompareAndSwap(false, true) {
		runtime.Gosched()
	}
}

func (l *SpinLock) Unlock() { l.held.Store(false) }

func main() {
	var lock sync.Locker = &SpinLock{}
	total := 0
	var wg sync.WaitGroup
	for range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				lock.Lock()
				total++
				lock.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("total:", total)
}
