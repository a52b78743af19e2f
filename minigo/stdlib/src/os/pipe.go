package os

import (
	"sync"
	"syscall"
)

// pipe holds what was written and not read yet, as much as Linux lets it.
type pipe struct {
	sync.Mutex
	changed *sync.Cond
	data    []byte
	open    [2]bool
}

const (
	readEnd  = 0
	writeEnd = 1
	pipeSize = 64 << 10
)

// Pipe returns files of which the first reads what is written to the second.
func Pipe() (r *File, w *File, err error) {
	p := &pipe{open: [2]bool{true, true}}
	p.changed = sync.NewCond(p)
	return &File{fd: readEnd, name: "|0", pipe: p}, &File{fd: writeEnd, name: "|1", pipe: p}, nil
}

func (p *pipe) close(end int) {
	p.Lock()
	defer p.Unlock()
	p.open[end] = false
	p.changed.Broadcast()
}

func (p *pipe) read(end int, b []byte) (n, errno int) {
	if end != readEnd {
		return 0, int(syscall.EBADF)
	}
	p.Lock()
	defer p.Unlock()
	for len(p.data) == 0 && p.open[writeEnd] && p.open[readEnd] {
		p.changed.Wait()
	}
	n = copy(b, p.data)
	p.data = p.data[n:]
	p.changed.Broadcast()
	return n, 0
}

func (p *pipe) write(end int, b []byte) (n, errno int) {
	if end != writeEnd {
		return 0, int(syscall.EBADF)
	}
	p.Lock()
	defer p.Unlock()
	for n < len(b) {
		for len(p.data) == pipeSize && p.open[readEnd] {
			p.changed.Wait()
		}
		if !p.open[readEnd] {
			return n, int(syscall.EPIPE)
		}
		m := min(len(b)-n, pipeSize-len(p.data))
		p.data = append(p.data, b[n:n+m]...)
		n += m
		p.changed.Broadcast()
	}
	return n, 0
}
