package sync

import "sync/atomic"

// A WaitGroup waits for a number of goroutines (or whatever is counted) to be done.
type WaitGroup struct {
	noCopy noCopy
	state  atomic.Uint64
	sema   uint32
}

const (
	negative = 1
	misuse   = 2
)

// count changes the counter, and wakes all waiters when it becomes zero; it returns 0, negative or misuse.
func (wg *WaitGroup) count(delta int) int

// block waits until the counter is zero; false: the counter was changed before this goroutine could go on.
func (wg *WaitGroup) block() bool

// Add adds delta, which may be negative, to the counter. It panics when the counter becomes negative.
func (wg *WaitGroup) Add(delta int) {
	switch wg.count(delta) {
	case negative:
		panic("sync: negative WaitGroup counter")
	case misuse:
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
}

// Done takes one from the counter.
func (wg *WaitGroup) Done() {
	wg.Add(-1)
}

// Wait waits until the counter is zero.
func (wg *WaitGroup) Wait() {
	if !wg.block() {
		panic("sync: WaitGroup is reused before previous Wait has returned")
	}
}

// Go calls f in a new goroutine that counts until f returns. f must not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			// A panic ends the program: nobody may take it for the end of the work.
			if p := recover(); p != nil {
				panic(p)
			}
			wg.Done()
		}()
		f()
	}()
}
