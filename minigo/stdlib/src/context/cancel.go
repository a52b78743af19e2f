package context

import (
	"sync"
	"sync/atomic"
	"time"
)

// canceler is a context that can be canceled by its parent.
type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	Done() <-chan struct{}
}

// cancelCtxKey is the key under which a cancelCtx returns itself.
var cancelCtxKey int

// closedchan is the Done channel of contexts that nobody had asked for theirs before they were canceled.
var closedchan = make(chan struct{})

func init() { close(closedchan) }

// A cancelCtx can be canceled; then its children are, in the order in which they came. done holds a chan struct{},
// made when first asked for. err is set, once, before done is closed.
type cancelCtx struct {
	Context

	mu       sync.Mutex
	done     atomic.Value
	children childList
	err      error
	cause    error
}

// childList keeps children in order of arrival; slot finds them for removal. A removed child leaves nil behind until
// half of the list is empty.
type childList struct {
	order []canceler
	slot  map[canceler]int
}

func (l *childList) add(c canceler) {
	if l.slot == nil {
		l.slot = map[canceler]int{}
	}
	l.slot[c] = len(l.order)
	l.order = append(l.order, c)
}

func (l *childList) remove(c canceler) {
	i, ok := l.slot[c]
	if !ok {
		return
	}
	l.order[i] = nil
	delete(l.slot, c)
	if len(l.order) > 8 && len(l.slot) < len(l.order)/2 {
		kept := make([]canceler, 0, len(l.slot))
		for _, child := range l.order {
			if child != nil {
				l.slot[child] = len(kept)
				kept = append(kept, child)
			}
		}
		l.order = kept
	}
}

// WithCancel returns a child of parent that is done when cancel is called or parent is done.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cancel function that says why.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

func withCancel(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{}
	c.propagateCancel(parent, c)
	return c
}

func (c *cancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return c
	}
	return value(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	if d := c.done.Load(); d != nil {
		return d.(chan struct{})
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	d := c.done.Load()
	if d == nil {
		d = make(chan struct{})
		c.done.Store(d)
	}
	return d.(chan struct{})
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	err := c.err
	c.mu.Unlock()
	return err
}

// parentCancelCtx finds the cancelCtx that decides when parent is done, unless a foreign context has put its own Done
// channel between.
func parentCancelCtx(parent Context) (*cancelCtx, bool) {
	done := parent.Done()
	if done == closedchan || done == nil {
		return nil, false
	}
	p, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if !ok {
		return nil, false
	}
	if own, _ := p.done.Load().(chan struct{}); own != done {
		return nil, false
	}
	return p, true
}

// propagateCancel makes child be canceled when parent is, and parent the context that c embeds.
func (c *cancelCtx) propagateCancel(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		child.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p, ok := parentCancelCtx(parent); ok {
		p.mu.Lock()
		if p.err != nil {
			child.cancel(false, p.err, p.cause)
		} else {
			p.children.add(child)
		}
		p.mu.Unlock()
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		c.mu.Lock()
		stop := a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })
		c.Context = stopCtx{parent, stop}
		c.mu.Unlock()
		return
	}
	go func() {
		select {
		case <-parent.Done():
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

// cancel closes c.done, cancels the children and, if asked to, takes c out of its parent's children.
func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if err == nil {
		panic("context: internal error: missing cancel error")
	}
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err = err
	c.cause = cause
	if d, _ := c.done.Load().(chan struct{}); d == nil {
		c.done.Store(closedchan)
	} else {
		close(d)
	}
	for _, child := range c.children.order {
		if child != nil {
			// The child's lock is taken while the parent's is held.
			child.cancel(false, err, cause)
		}
	}
	c.children = childList{}
	c.mu.Unlock()
	if removeFromParent {
		removeChild(c.Context, c)
	}
}

func removeChild(parent Context, child canceler) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
		return
	}
	p, ok := parentCancelCtx(parent)
	if !ok {
		return
	}
	p.mu.Lock()
	p.children.remove(child)
	p.mu.Unlock()
}

// ---------------------------------------------------------------- deadlines

// A timerCtx is a cancelCtx with a deadline and the timer that enforces it; its lock guards both.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

// WithDeadline is WithCancel with a time at which the context is done at the latest.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with a cause for when the deadline passes.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if cur, ok := parent.Deadline(); ok && cur.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.cancelCtx.propagateCancel(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithTimeout is WithDeadline counted from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout with a cause for when the time is over.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(c.cancelCtx.Context, c)
	}
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}
