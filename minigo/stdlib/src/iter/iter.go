// Package iter names the functions that range-over-func iterates over.
package iter

// Seq calls yield with each value of a sequence until it returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 calls yield with each pair of a sequence until it returns false.
type Seq2[K, V any] func(yield func(K, V) bool)

// puller runs a sequence in a goroutine of its own, which only runs while the puller's user waits for it.
type puller struct {
	resume   chan bool
	yielded  chan bool
	started  bool
	done     bool
	panicked any
	failed   bool
}

func newPuller() *puller { return &puller{resume: make(chan bool), yielded: make(chan bool)} }

// start runs seq's goroutine up to its first value.
func (p *puller) start(run func()) {
	p.started = true
	go func() {
		normal := false
		defer func() {
			p.done = true
			if !normal {
				p.panicked = recover()
				p.failed = true
			}
			p.yielded <- false
		}()
		if <-p.resume {
			run()
		}
		normal = true
	}()
}

// step lets the sequence go on (or end, with more false) and reports whether it yielded a value.
func (p *puller) step(more bool, run func()) bool {
	if p.done {
		return false
	}
	if !p.started {
		if !more {
			p.done = true
			return false
		}
		p.start(run)
	}
	p.resume <- more
	ok := <-p.yielded
	if p.failed {
		p.failed = false
		panic(p.panicked)
	}
	return ok
}

// hand gives a value to the user and waits until the next one is wanted.
func (p *puller) hand() bool {
	p.yielded <- true
	return <-p.resume
}

// Pull turns seq into functions that fetch the next value and end the iteration.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var v V
	p := newPuller()
	run := func() {
		seq(func(x V) bool {
			v = x
			return p.hand()
		})
	}
	next = func() (V, bool) {
		var zero V
		if !p.step(true, run) {
			return zero, false
		}
		x := v
		v = zero
		return x, true
	}
	return next, func() { p.step(false, run) }
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var k K
	var v V
	p := newPuller()
	run := func() {
		seq(func(x K, y V) bool {
			k, v = x, y
			return p.hand()
		})
	}
	next = func() (K, V, bool) {
		var zeroK K
		var zeroV V
		if !p.step(true, run) {
			return zeroK, zeroV, false
		}
		x, y := k, v
		k, v = zeroK, zeroV
		return x, y, true
	}
	return next, func() { p.step(false, run) }
}
