// Package singleflight suppresses duplicate calls: those that come while one is under way share its result.
package singleflight

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

var errGoexit = errors.New("runtime.Goexit was called")

// A panicError carries a panic of the function to those who wait for its result.
type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("%v\n\n%s", p.value, p.stack) }

func (p *panicError) Unwrap() error {
	err, _ := p.value.(error)
	return err
}

// call is one execution. Its results are written before wg is done; duplicates and listeners are guarded by the Group.
type call struct {
	wg         sync.WaitGroup
	val        any
	err        error
	duplicates int
	listeners  []chan<- Result
}

// Group is a name space of calls. The zero value is ready to use.
type Group struct {
	mu sync.Mutex
	m  map[string]*call
}

// Result is what DoChan's channel delivers.
type Result struct {
	Val    any
	Err    error
	Shared bool
}

// join returns the call under way for key, or a new one.
func (g *Group) join(key string) (c *call, first bool) {
	if g.m == nil {
		g.m = map[string]*call{}
	}
	if c, ok := g.m[key]; ok {
		c.duplicates++
		return c, false
	}
	c = &call{}
	c.wg.Add(1)
	g.m[key] = c
	return c, true
}

// Do calls fn, unless a call for key is under way: then it waits and returns the same results.
func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	g.mu.Lock()
	c, first := g.join(key)
	g.mu.Unlock()
	if first {
		g.run(c, key, fn)
		return c.val, c.err, c.duplicates > 0
	}
	c.wg.Wait()
	if p, ok := c.err.(*panicError); ok {
		panic(p)
	}
	if c.err == errGoexit {
		runtime.Goexit()
	}
	return c.val, c.err, true
}

// DoChan is Do with a channel that gets the result.
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result {
	ch := make(chan Result, 1)
	g.mu.Lock()
	c, first := g.join(key)
	c.listeners = append(c.listeners, ch)
	g.mu.Unlock()
	if first {
		go g.run(c, key, fn)
	}
	return ch
}

// run calls fn and tells everybody who waits.
func (g *Group) run(c *call, key string, fn func() (any, error)) {
	returned := false
	panicked := false
	defer func() {
		if !returned && !panicked {
			c.err = errGoexit
		}
		g.mu.Lock()
		defer g.mu.Unlock()
		c.wg.Done()
		if g.m[key] == c {
			delete(g.m, key)
		}
		if p, ok := c.err.(*panicError); ok {
			if len(c.listeners) > 0 {
				// Nobody could recover it where they wait, and the program must not go on.
				go panic(p)
				select {}
			}
			panic(p)
		}
		if c.err == errGoexit {
			return
		}
		for _, ch := range c.listeners {
			ch <- Result{c.val, c.err, c.duplicates > 0}
		}
	}()
	func() {
		defer func() {
			if !returned {
				if r := recover(); r != nil {
					panicked = true
					c.err = &panicError{r, debug.Stack()}
				}
			}
		}()
		c.val, c.err = fn()
		returned = true
	}()
}

// Forget makes the next Do for key call its function even if a call is under way.
func (g *Group) Forget(key string) {
	g.mu.Lock()
	delete(g.m, key)
	g.mu.Unlock()
}
