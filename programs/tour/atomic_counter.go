// Atomics: Add, Load, Store and CompareAndSwap need no lock.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var hits atomic.Int64
	var highest atomic.Int64
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			hits.Add(2)
			for { // keep the maximum: retry until nobody came in between
				old := highest.Load()
				if int64(i) <= old || highest.CompareAndSwap(old, int64(i)) {
					return
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println("hits:", hits.Load(), "highest:", highest.Load())

	var n int32 // the older style: functions on plain variables
	atomic.StoreInt32(&n, 7)
	fmt.Println(atomic.AddInt32(&n, -2), atomic.SwapInt32(&n, 9), atomic.LoadInt32(&n))
}
