// Package context carries deadlines, cancellation and values across calls and goroutines.
package context

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// A Context may be used by several goroutines at the same time.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

// A CancelFunc cancels its context; only the first call has an effect.
type CancelFunc func()

// A CancelCauseFunc is a CancelFunc that also sets the cause.
type CancelCauseFunc func(cause error)

// Canceled is Err's result after a cancellation.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is Err's result when the deadline passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// ---------------------------------------------------------------- roots

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the context that is never canceled: the root of others.
func Background() Context { return backgroundCtx{} }

// TODO returns a context like Background's, for code that does not know yet which one to use.
func TODO() Context { return todoCtx{} }

// ---------------------------------------------------------------- values

type valueCtx struct {
	Context
	key, val any
}

// comparableKey reports whether a key's type allows ==.
func comparableKey(key any) bool

// WithValue returns a child of parent in which key has the value val.
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !comparableKey(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return value(c.Context, key)
}

// value walks up from c without recursion for the contexts of this package.
func value(c Context, key any) any {
	for {
		switch ctx := c.(type) {
		case *valueCtx:
			if key == ctx.key {
				return ctx.val
			}
			c = ctx.Context
		case *cancelCtx:
			if key == &cancelCtxKey {
				return c
			}
			c = ctx.Context
		case withoutCancelCtx:
			if key == &cancelCtxKey {
				// Cause finds no canceler above.
				return nil
			}
			c = ctx.c
		case *timerCtx:
			if key == &cancelCtxKey {
				return &ctx.cancelCtx
			}
			c = ctx.Context
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}

type withoutCancelCtx struct{ c Context }

// WithoutCancel returns a context with parent's values that is not canceled when parent is.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }

// ---------------------------------------------------------------- names

func name(c Context) string {
	if s, ok := c.(fmt.Stringer); ok {
		return s.String()
	}
	return fmt.Sprintf("%T", c)
}

// shown tells a key or a value without reading what may be changing under it.
func shown(v any) string {
	switch s := v.(type) {
	case fmt.Stringer:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return fmt.Sprintf("%T", v)
}

func (c *valueCtx) String() string {
	return name(c.Context) + ".WithValue(" + shown(c.key) + ", " + shown(c.val) + ")"
}

func (c *cancelCtx) String() string { return name(c.Context) + ".WithCancel" }

func (c *timerCtx) String() string {
	return name(c.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c withoutCancelCtx) String() string { return name(c.c) + ".WithoutCancel" }

// ---------------------------------------------------------------- causes and callbacks

// Cause returns why c was canceled: the cause given to its CancelCauseFunc or that of a parent, else c.Err().
func Cause(c Context) error {
	if cc, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		cc.mu.Lock()
		cause := cc.cause
		cc.mu.Unlock()
		if cause != nil {
			return cause
		}
	}
	// A parent that is no cancelCtx, or one that a foreign context hides, only has Err.
	return c.Err()
}

type afterFuncer interface {
	AfterFunc(func()) func() bool
}

// AfterFunc runs f in its own goroutine after ctx is done; stop prevents that and reports whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.cancelCtx.propagateCancel(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once
	f    func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// stopCtx stands as parent of a child that was registered with a foreign context's AfterFunc.
type stopCtx struct {
	Context
	stop func() bool
}
