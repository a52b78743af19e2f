package sync

// A Pool keeps values for reuse. Each processor has its own; the garbage collector drops what is not used.
type Pool struct {
	noCopy noCopy

	// New makes a value when the Pool has none.
	New func() any
}

func (p *Pool) take() any
func (p *Pool) keep(x any)

// Put adds x to the pool; nil is ignored.
func (p *Pool) Put(x any) {
	if x != nil {
		p.keep(x)
	}
}

// Get takes some value out of the pool, or returns what New makes, or nil.
func (p *Pool) Get() any {
	if x := p.take(); x != nil {
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
