// Package sync: locks, TryLock, once and its kin, wait groups, conditions and pools, with what they panic with.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type counters struct {
	mu sync.Mutex
	rw sync.RWMutex
	wg sync.WaitGroup
	o  sync.Once
	a  atomic.Int64
	b  atomic.Bool
	v  atomic.Value
	p  atomic.Pointer[int]
}

func try(name string, f func()) {
	defer func() { fmt.Printf("%s: %v\n", name, recover()) }()
	f()
}

func main() {
	var c counters
	fmt.Printf("%v\n%+v\n", &c, &c)
	c.mu.Lock()
	fmt.Println(&c.mu, c.mu.TryLock())
	c.mu.Unlock()
	fmt.Println(&c.mu, c.mu.TryLock())

	c.rw.RLock()
	fmt.Println(c.rw.TryLock(), c.rw.TryRLock())
	c.rw.RUnlock()
	c.rw.RUnlock()
	fmt.Println(c.rw.TryLock(), c.rw.TryRLock())
	c.rw.Unlock()
	l := c.rw.RLocker()
	l.Lock()
	fmt.Println(c.rw.TryLock())
	l.Unlock()

	copied := c.mu
	c.mu.Unlock()
	fmt.Println(copied.TryLock(), c.mu.TryLock())

	for range 2 {
		try("once", func() { c.o.Do(func() { panic("first") }) })
	}
	f := sync.OnceFunc(func() { fmt.Println("called"); panic("always") })
	try("OnceFunc", f)
	try("OnceFunc", f)
	n := 0
	v := sync.OnceValue(func() int { n++; return n * 10 })
	fmt.Println(v(), v())
	vs := sync.OnceValues(func() (string, error) { n++; return fmt.Sprint(n), nil })
	fmt.Println(vs())
	fmt.Println(vs())

	try("negative", func() { var wg sync.WaitGroup; wg.Add(1); wg.Add(-2) })
	var wg sync.WaitGroup
	results := make([]int, 5)
	for i := range results {
		wg.Go(func() { results[i] = i * i })
	}
	wg.Wait()
	fmt.Println(results)

	mu := sync.Mutex{}
	cond := sync.NewCond(&mu)
	ready := 0
	for range 3 {
		wg.Go(func() {
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready--
			mu.Unlock()
		})
	}
	time.Sleep(time.Millisecond)
	mu.Lock()
	ready = 3
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println("ready", ready)
	try("copied", func() { second := *cond; second.Signal() })

	pool := sync.Pool{New: func() any { n++; return fmt.Sprint("new ", n) }}
	runtime.LockOSThread()
	fmt.Println(pool.Get())
	for _, s := range []string{"a", "b", "c"} {
		pool.Put(s)
	}
	pool.Put(nil)
	fmt.Println(pool.Get(), pool.Get(), pool.Get(), pool.Get())
	var empty sync.Pool
	fmt.Println(empty.Get())

	var nilMutex *sync.Mutex
	try("nil", func() { nilMutex.Lock() })
}
