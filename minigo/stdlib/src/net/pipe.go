package net

import (
	"io"
	"sync"
	"time"
)

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

// cancel is a channel that is closed when a deadline has passed.
type cancel struct {
	mu    sync.Mutex
	timer *time.Timer
	done  chan struct{}
}

func newCancel() *cancel { return &cancel{done: make(chan struct{})} }

func (c *cancel) set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.timer != nil && !c.timer.Stop() {
		<-c.done
	}
	c.timer = nil
	passed := false
	select {
	case <-c.done:
		passed = true
	default:
	}
	left := time.Until(t)
	if t.IsZero() || left > 0 {
		if passed {
			c.done = make(chan struct{})
		}
		if !t.IsZero() {
			done := c.done
			c.timer = time.AfterFunc(left, func() { close(done) })
		}
		return
	}
	if !passed {
		close(c.done)
	}
}

func (c *cancel) wait() chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.done
}

func over(c chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// pipe is an end of a connection without a buffer.
type pipe struct {
	writing      sync.Mutex
	in, out      chan []byte
	taken, took  chan int // how much of what this end wrote was taken, and what it took
	once         sync.Once
	local, other chan struct{}
	rdead, wdead *cancel
}

// Pipe makes a connection in memory: a Write waits until Reads have taken all of it.
func Pipe() (Conn, Conn) {
	up, down := make(chan []byte), make(chan []byte)
	upTaken, downTaken := make(chan int), make(chan int)
	one, two := make(chan struct{}), make(chan struct{})
	a := &pipe{in: down, out: up, taken: upTaken, took: downTaken, local: one, other: two}
	b := &pipe{in: up, out: down, taken: downTaken, took: upTaken, local: two, other: one}
	a.rdead, a.wdead = newCancel(), newCancel()
	b.rdead, b.wdead = newCancel(), newCancel()
	return a, b
}

func (*pipe) LocalAddr() Addr  { return pipeAddr{} }
func (*pipe) RemoteAddr() Addr { return pipeAddr{} }

func (p *pipe) Read(b []byte) (int, error) {
	n, err := p.read(b)
	return n, pipeError("read", err)
}

func (p *pipe) Write(b []byte) (int, error) {
	n, err := p.write(b)
	return n, pipeError("write", err)
}

func pipeError(op string, err error) error {
	if err == nil || err == io.EOF || err == io.ErrClosedPipe {
		return err
	}
	return &OpError{Op: op, Net: "pipe", Err: err}
}

func (p *pipe) read(b []byte) (int, error) {
	switch {
	case over(p.local):
		return 0, io.ErrClosedPipe
	case over(p.other):
		return 0, io.EOF
	case over(p.rdead.wait()):
		return 0, errTimeout
	}
	select {
	case data := <-p.in:
		n := copy(b, data)
		p.took <- n
		return n, nil
	case <-p.local:
		return 0, io.ErrClosedPipe
	case <-p.other:
		return 0, io.EOF
	case <-p.rdead.wait():
		return 0, errTimeout
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	switch {
	case over(p.local), over(p.other):
		return 0, io.ErrClosedPipe
	case over(p.wdead.wait()):
		return 0, errTimeout
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.out <- b:
			part := <-p.taken
			b = b[part:]
			n += part
		case <-p.local:
			return n, io.ErrClosedPipe
		case <-p.other:
			return n, io.ErrClosedPipe
		case <-p.wdead.wait():
			return n, errTimeout
		}
	}
	return n, nil
}

func (p *pipe) Close() error {
	p.once.Do(func() { close(p.local) })
	return nil
}

func (p *pipe) SetDeadline(t time.Time) error {
	p.SetReadDeadline(t)
	return p.SetWriteDeadline(t)
}

func (p *pipe) SetReadDeadline(t time.Time) error {
	if over(p.local) || over(p.other) {
		return io.ErrClosedPipe
	}
	p.rdead.set(t)
	return nil
}

func (p *pipe) SetWriteDeadline(t time.Time) error {
	if over(p.local) || over(p.other) {
		return io.ErrClosedPipe
	}
	p.wdead.set(t)
	return nil
}
