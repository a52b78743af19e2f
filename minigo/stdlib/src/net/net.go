// Package net is a network of one machine without a wire: listeners and connections of this program, found by name.
//
// A goroutine that waits for a connection or for data parks in "IO wait", as in real Go's network poller. tcp and unix
// differ in their addresses only. Ports that the system chooses count up from 40001.
package net

import (
	"io"
	"sync"
	"time"
)

// A Conn is one end of a stream connection.
type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

// A Listener waits for connections.
type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

// A waiter is a goroutine in IO wait, or a wake-up that came before the wait.
type waiter struct{ sema uint32 }

func park(w *waiter)
func wake(w *waiter)

// A queue holds those who wait for the same thing; whoever has its lock may call its methods.
type queue struct{ waiters []*waiter }

// wait gives up the lock until wakeAll is called.
func (q *queue) wait(mu *sync.Mutex) {
	w := new(waiter)
	q.waiters = append(q.waiters, w)
	mu.Unlock()
	park(w)
	mu.Lock()
}

func (q *queue) wakeAll() {
	woken := q.waiters
	q.waiters = nil
	for _, w := range woken {
		wake(w)
	}
}

// A deadline wakes a queue when its time has come.
type deadline struct {
	passed bool
	timer  *time.Timer
	set    int
}

// change sets a new deadline, or none for the zero time.
func (d *deadline) change(t time.Time, mu *sync.Mutex, q *queue) {
	d.set++
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
	d.passed = false
	if t.IsZero() {
		return
	}
	left := time.Until(t)
	if left <= 0 {
		d.passed = true
		q.wakeAll()
		return
	}
	mine := d.set
	d.timer = time.AfterFunc(left, func() {
		mu.Lock()
		defer mu.Unlock()
		if d.set == mine {
			d.passed = true
			q.wakeAll()
		}
	})
}

// capacity is how much a stream holds that nobody has read yet.
const capacity = 256 << 10

// A stream carries bytes in one direction.
type stream struct {
	mu      sync.Mutex
	data    []byte
	ended   bool // the writer has closed
	gone    bool // the reader has closed
	refused bool // the writer has been told so once
	readers queue
	writers queue
	rdead   deadline
	wdead   deadline
	rclosed bool
	wclosed bool
}

func (s *stream) read(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		switch {
		case s.rclosed:
			return 0, ErrClosed
		case s.rdead.passed:
			return 0, errTimeout
		case len(b) == 0:
			return 0, nil
		case len(s.data) > 0:
			n := copy(b, s.data)
			s.data = s.data[n:]
			s.writers.wakeAll()
			return n, nil
		case s.ended:
			return 0, io.EOF
		}
		s.readers.wait(&s.mu)
	}
}

func (s *stream) write(b []byte) (n int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		switch {
		case s.wclosed:
			return n, ErrClosed
		case s.wdead.passed:
			return n, errTimeout
		case s.gone && s.refused:
			return n, errBroken
		case s.gone:
			// The system takes it and learns then that nobody reads any more.
			s.refused = true
			return n + len(b), nil
		case len(b) == 0:
			return n, nil
		}
		if room := capacity - len(s.data); room > 0 {
			part := min(room, len(b))
			s.data = append(s.data, b[:part]...)
			n += part
			b = b[part:]
			s.readers.wakeAll()
			if len(b) == 0 {
				return n, nil
			}
			continue
		}
		s.writers.wait(&s.mu)
	}
}

// closeRead ends reading. Whoever writes gets an error.
func (s *stream) closeRead() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rclosed, s.gone = true, true
	s.readers.wakeAll()
	s.writers.wakeAll()
}

// closeWrite ends writing. Whoever reads gets what is left, and then the end.
func (s *stream) closeWrite() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wclosed, s.ended = true, true
	s.readers.wakeAll()
	s.writers.wakeAll()
}

func (s *stream) setReadDeadline(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rdead.change(t, &s.mu, &s.readers)
}

func (s *stream) setWriteDeadline(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wdead.change(t, &s.mu, &s.writers)
}
