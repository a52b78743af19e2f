package sync

import "sync/atomic"

// A Once calls a function at most once.
type Once struct {
	_    noCopy
	done atomic.Bool
	m    Mutex
}

// Do calls f if Do has not been called before; it returns when f has returned, whoever called it. When f panics it
// counts as called.
func (o *Once) Do(f func()) {
	if o.done.Load() {
		return
	}
	o.m.Lock()
	defer o.m.Unlock()
	if o.done.Load() {
		return
	}
	defer o.done.Store(true)
	o.announce()
	f()
}

// announce tells whoever watches the run that the function is called now.
func (o *Once) announce()

// attempt calls a function once and keeps what came of it: two results, or the panic.
type attempt[T1, T2 any] struct {
	once    Once
	f       func() (T1, T2)
	first   T1
	second  T2
	ok      bool
	failure any
}

func (a *attempt[T1, T2]) run() {
	defer func() {
		a.f = nil
		if !a.ok {
			a.failure = recover()
			panic(a.failure)
		}
	}()
	a.first, a.second = a.f()
	a.ok = true
}

func (a *attempt[T1, T2]) get() (T1, T2) {
	a.once.Do(a.run)
	if !a.ok {
		panic(a.failure)
	}
	return a.first, a.second
}

// OnceFunc returns a function that calls f only once; when f panics, each call panics with the same value.
func OnceFunc(f func()) func() {
	a := &attempt[struct{}, struct{}]{f: func() (none, nothing struct{}) {
		f()
		return
	}}
	return func() { a.get() }
}

// OnceValue returns a function that calls f only once and always returns its result.
func OnceValue[T any](f func() T) func() T {
	a := &attempt[T, struct{}]{f: func() (v T, none struct{}) {
		v = f()
		return
	}}
	return func() T {
		v, _ := a.get()
		return v
	}
}

// OnceValues returns a function that calls f only once and always returns its results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	a := &attempt[T1, T2]{f: f}
	return func() (T1, T2) { return a.get() }
}
