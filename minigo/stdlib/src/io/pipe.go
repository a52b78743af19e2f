package io

import "sync"

// onceError holds the first error stored in it.
type onceError struct {
	sync.Mutex
	err error
}

func (e *onceError) store(err error) {
	e.Lock()
	defer e.Unlock()
	if e.err == nil {
		e.err = err
	}
}

func (e *onceError) load() error {
	e.Lock()
	defer e.Unlock()
	return e.err
}

// pipe hands bytes over directly: each Write waits until Reads have taken all of it, or an end is closed.
type pipe struct {
	writing sync.Mutex
	data    chan []byte
	taken   chan int
	once    sync.Once
	done    chan struct{}
	rerr    onceError
	werr    onceError
}

func (p *pipe) close() { p.once.Do(func() { close(p.done) }) }

// readErr is what a Read of a closed pipe returns.
func (p *pipe) readErr() error {
	werr := p.werr.load()
	if rerr := p.rerr.load(); werr == nil && rerr != nil {
		return ErrClosedPipe
	}
	if werr == nil {
		return ErrClosedPipe
	}
	return werr
}

func (p *pipe) writeErr() error {
	werr := p.werr.load()
	if rerr := p.rerr.load(); werr == nil && rerr != nil {
		return rerr
	}
	return ErrClosedPipe
}

// A PipeReader is the read half of a pipe.
type PipeReader struct{ pipe }

// A PipeWriter is the write half of a pipe.
type PipeWriter struct{ r PipeReader }

// Pipe returns the two ends of a synchronous pipe without a buffer.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{PipeReader{pipe{data: make(chan []byte), taken: make(chan int), done: make(chan struct{})}}}
	return &w.r, w
}

func (r *PipeReader) Read(b []byte) (n int, err error) {
	select {
	case <-r.pipe.done:
		return 0, r.readErr()
	default:
	}
	select {
	case data := <-r.pipe.data:
		n = copy(b, data)
		r.pipe.taken <- n
		return n, nil
	case <-r.pipe.done:
		return 0, r.readErr()
	}
}

func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err, ErrClosedPipe for nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.pipe.rerr.store(err)
	r.pipe.close()
	return nil
}

func (w *PipeWriter) Write(b []byte) (n int, err error) {
	p := &w.r.pipe
	select {
	case <-p.done:
		return 0, p.writeErr()
	default:
		p.writing.Lock()
		defer p.writing.Unlock()
	}
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.data <- b:
			m := <-p.taken
			b = b[m:]
			n += m
		case <-p.done:
			return n, p.writeErr()
		}
	}
	return n, nil
}

func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads fail with err, EOF for nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.pipe.werr.store(err)
	w.r.pipe.close()
	return nil
}
