// The packages of golang.org/x/sync: errgroup, semaphore, singleflight.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
)

func main() {
	var g errgroup.Group
	var sum atomic.Int64
	for i := range 10 {
		g.Go(func() error {
			sum.Add(int64(i))
			return nil
		})
	}
	fmt.Println(g.Wait(), sum.Load())

	eg, ctx := errgroup.WithContext(context.Background())
	eg.Go(func() error {
		time.Sleep(10 * time.Millisecond)
		return errors.New("first")
	})
	eg.Go(func() error {
		<-ctx.Done()
		return ctx.Err()
	})
	fmt.Println(eg.Wait(), ctx.Err(), context.Cause(ctx))

	var limited errgroup.Group
	limited.SetLimit(2)
	var active, most atomic.Int32
	for range 6 {
		limited.Go(func() error {
			n := active.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			time.Sleep(time.Millisecond)
			active.Add(-1)
			return nil
		})
	}
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		limited.SetLimit(3)
	}()
	limited.Wait()
	fmt.Println(most.Load())
	limited.SetLimit(1)
	block := make(chan bool)
	fmt.Println(limited.TryGo(func() error { <-block; return nil }), limited.TryGo(func() error { return nil }))
	close(block)
	limited.Wait()

	sem := semaphore.NewWeighted(3)
	fmt.Println(sem.Acquire(context.Background(), 2), sem.TryAcquire(2), sem.TryAcquire(1))
	timeout, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	fmt.Println(sem.Acquire(timeout, 1), sem.Acquire(timeout, 5))
	cancel()
	go func() {
		time.Sleep(time.Millisecond)
		sem.Release(3)
	}()
	fmt.Println(sem.Acquire(context.Background(), 3))
	func() {
		defer func() { fmt.Println(recover()) }()
		sem.Release(4)
	}()

	var flight singleflight.Group
	var calls atomic.Int32
	var wg sync.WaitGroup
	var shared atomic.Int32
	for range 5 {
		wg.Go(func() {
			v, err, dup := flight.Do("key", func() (any, error) {
				calls.Add(1)
				time.Sleep(time.Millisecond)
				return "value", nil
			})
			if dup && v == "value" && err == nil {
				shared.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(calls.Load(), shared.Load())
	r := <-flight.DoChan("other", func() (any, error) { return 1, errors.New("failed") })
	fmt.Println(r.Val, r.Err, r.Shared)
	func() {
		defer func() {
			err, _ := recover().(error)
			fmt.Println(err != nil)
		}()
		flight.Do("panics", func() (any, error) { panic("boom") })
	}()
	v, err, dup := flight.Do("panics", func() (any, error) { return 2, nil })
	fmt.Println(v, err, dup)
}
