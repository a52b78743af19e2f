// Package sync provides locks and the like. Waiting is done by the simulated machine; the state of each lock lies in its
// own fields, so that a copy of it is what it is in Go.
package sync

import "sync/atomic"

// noCopy marks types that must not be copied after first use; go vet looks for its methods.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock. The zero value is unlocked.
type Mutex struct {
	_  noCopy
	mu mutexState
}

type mutexState struct {
	state int32
	sema  uint32
}

// Lock locks m; it waits until m is available.
func (m *Mutex) Lock()

// TryLock locks m if it is available, and reports whether it did.
func (m *Mutex) TryLock() bool

// Unlock unlocks m, which must be locked, by whomever.
func (m *Mutex) Unlock()

// A RWMutex is held by any number of readers or by one writer. The zero value is unlocked.
type RWMutex struct {
	w           Mutex
	writerSem   uint32
	readerSem   uint32
	readerCount atomic.Int32
	readerWait  atomic.Int32
}

// RLock locks rw for reading; it waits while a writer holds it or waits for it.
func (rw *RWMutex) RLock()

// TryRLock locks rw for reading if it can do so at once, and reports whether it did.
func (rw *RWMutex) TryRLock() bool

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock()

// Lock locks rw for writing.
func (rw *RWMutex) Lock()

// TryLock locks rw for writing if it can do so at once, and reports whether it did.
func (rw *RWMutex) TryLock() bool

// Unlock unlocks rw, which must be locked for writing.
func (rw *RWMutex) Unlock()

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker returns a Locker whose methods are RLock and RUnlock of rw.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }
