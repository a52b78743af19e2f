package main

import "sync/atomic"

type stats struct{ n int64 }

func main() {
	var n int64
	var u uint32
	p := &n
	s := &stats{}
	n = atomic.AddInt64(&n, 1)
	u = atomic.AddUint32(&u, 1)
	*p = atomic.AddInt64(p, 1)
	s.n = atomic.AddInt64(&s.n, 1)
	n, u = atomic.AddInt64(&n, 1), atomic.AddUint32(&u, 2)
	m := atomic.AddInt64(&n, 1)
	m = atomic.AddInt64(&n, 1)
	n = atomic.LoadInt64(&n)
	s.n = atomic.AddInt64(&n, 1)
	n, k := atomic.AddInt64(&n, 1), 1
	_, _ = m, k
	var a atomic.Int64
	n = a.Add(1)
	atomic.AddInt64(&n, 1)
}
