// Package sync/atomic: functions and types, wrapping, bit operations, Value and Pointer.
package main

import (
	"fmt"
	"sync/atomic"
)

type config struct{ name string }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %v\n", name, r)
		}
	}()
	f()
}

func main() {
	var i32 int32 = 1<<31 - 1
	var u32 uint32
	var i64 int64
	var u64 uint64 = 1<<64 - 1
	var up uintptr = 5
	fmt.Println(atomic.AddInt32(&i32, 1), i32)
	fmt.Println(atomic.AddUint32(&u32, ^uint32(0)), u32)
	fmt.Println(atomic.AddInt64(&i64, -5), atomic.LoadInt64(&i64))
	fmt.Println(atomic.AddUint64(&u64, 3), atomic.SwapUint64(&u64, 9), u64)
	fmt.Println(atomic.CompareAndSwapInt64(&i64, -5, 7), atomic.CompareAndSwapInt64(&i64, -5, 8), i64)
	fmt.Println(atomic.AndUint32(&u32, 0xff), u32, atomic.OrInt32(&i32, 3), i32)
	atomic.StoreUintptr(&up, 77)
	fmt.Println(atomic.LoadUintptr(&up), atomic.SwapUintptr(&up, 1), up)

	array := [3]int64{1, 2, 3}
	slice := array[:]
	s := struct{ n int32 }{4}
	fmt.Println(atomic.AddInt64(&array[1], 10), atomic.AddInt64(&slice[1], 10), array, atomic.AddInt32(&s.n, 1), s)

	var a atomic.Int32
	var b atomic.Uint64
	var c atomic.Bool
	a.Store(5)
	fmt.Println(a.Add(-10), a.Load(), a.Swap(3), a.CompareAndSwap(3, 4), a.CompareAndSwap(3, 5), a.And(6), a.Or(9), a.Load())
	fmt.Println(b.Add(^uint64(0)), b.And(15), b.Or(16), b.Load())
	fmt.Println(c.Load(), c.Swap(true), c.Load(), c.CompareAndSwap(true, false), c.CompareAndSwap(true, false), c.Load())

	var p atomic.Pointer[config]
	first, second := &config{"first"}, &config{"second"}
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, first), p.Load().name, p.CompareAndSwap(second, first))
	fmt.Println(p.Swap(second).name, p.Load().name)
	p.Store(nil)
	fmt.Println(p.Load())
	var n atomic.Pointer[int]
	x := 5
	n.Store(&x)
	*n.Load()++
	fmt.Println(x)

	var v atomic.Value
	fmt.Println(v.Load())
	v.Store(config{"one"})
	fmt.Println(v.Load().(config).name, v.Swap(config{"two"}), v.CompareAndSwap(config{"one"}, config{"three"}))
	fmt.Println(v.CompareAndSwap(config{"two"}, config{"three"}), v.Load())
	try("nil", func() { v.Store(nil) })
	try("type", func() { v.Store(1) })
	try("swap nil", func() { v.Swap(nil) })
	try("swap type", func() { v.Swap("x") })
	try("cas nil", func() { v.CompareAndSwap(config{}, nil) })
	try("cas types", func() { v.CompareAndSwap(1, config{}) })
	try("cas type", func() { v.CompareAndSwap(1, 2) })
	try("uncomparable", func() {
		var w atomic.Value
		w.Store([]int{1})
		w.CompareAndSwap([]int{1}, []int{2})
	})
	try("nil pointer", func() { var q *atomic.Int64; q.Add(1) })
	try("nil address", func() { var q *int64; atomic.AddInt64(q, 1) })
}
