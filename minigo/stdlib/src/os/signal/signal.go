// Package signal hands signals to channels. Signals come from the program itself, by syscall.Kill or os.Process.Signal.
package signal

import (
	"context"
	"errors"
	"fmt"
	"internal/signals"
	"os"
	"sync"
	"syscall"
)

const count = 65

// set holds signal numbers.
type set [count]bool

// state says what happens to each signal. Invariant: a channel without signals is not in the list.
var state struct {
	sync.Mutex
	listeners []*listener
	ignored   set
}

type listener struct {
	c    chan<- os.Signal
	want set
}

func init() { signals.Deliver = deliver }

func deliver(number int) bool {
	state.Lock()
	defer state.Unlock()
	if number < 0 || number >= count {
		return false
	}
	heard := state.ignored[number]
	for _, l := range state.listeners {
		if l.want[number] {
			heard = true
			select {
			case l.c <- syscall.Signal(number):
			default:
			}
		}
	}
	return heard
}

// each calls f with the numbers of the signals, with all if there are none.
func each(sigs []os.Signal, f func(number int)) {
	if len(sigs) == 0 {
		for n := range count {
			f(n)
		}
	}
	for _, sig := range sigs {
		if s, ok := sig.(syscall.Signal); ok && 0 <= s && s < count {
			f(int(s))
		}
	}
}

// Notify sends the signals to c from now on, all signals if none are given. Nothing waits for c: it needs a buffer.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	state.Lock()
	defer state.Unlock()
	var l *listener
	for _, known := range state.listeners {
		if known.c == c {
			l = known
		}
	}
	if l == nil {
		l = &listener{c: c}
		state.listeners = append(state.listeners, l)
	}
	each(sig, func(n int) {
		l.want[n] = true
		state.ignored[n] = false
	})
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal) {
	state.Lock()
	defer state.Unlock()
	for i, l := range state.listeners {
		if l.c == c {
			state.listeners = append(state.listeners[:i:i], state.listeners[i+1:]...)
			return
		}
	}
}

// forget undoes Notify for signals, of all channels.
func forget(sig []os.Signal) {
	kept := state.listeners[:0:0]
	for _, l := range state.listeners {
		each(sig, func(n int) { l.want[n] = false })
		if l.want != (set{}) {
			kept = append(kept, l)
		}
	}
	state.listeners = kept
}

// Ignore makes the program ignore signals, all if none are given.
func Ignore(sig ...os.Signal) {
	state.Lock()
	defer state.Unlock()
	forget(sig)
	each(sig, func(n int) { state.ignored[n] = true })
}

func Ignored(sig os.Signal) bool {
	s, ok := sig.(syscall.Signal)
	state.Lock()
	defer state.Unlock()
	return ok && 0 <= s && s < count && state.ignored[s]
}

// Reset undoes Notify and Ignore for signals, for all if none are given.
func Reset(sig ...os.Signal) {
	state.Lock()
	defer state.Unlock()
	forget(sig)
	each(sig, func(n int) { state.ignored[n] = false })
}

type signalCtx struct {
	context.Context
	cancel  context.CancelCauseFunc
	signals []os.Signal
	ch      chan os.Signal
}

// NotifyContext returns a child of parent that is canceled when one of the signals arrives or stop is called.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	child, cancel := context.WithCancelCause(parent)
	c := &signalCtx{child, cancel, signals, make(chan os.Signal, 1)}
	Notify(c.ch, signals...)
	if child.Err() == nil {
		go func() {
			select {
			case s := <-c.ch:
				c.cancel(errors.New(s.String() + " signal received"))
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

func (c *signalCtx) stop() {
	c.cancel(nil)
	Stop(c.ch)
}

func (c *signalCtx) String() string {
	name := fmt.Sprint(c.Context)
	text := "signal.NotifyContext(" + name[:len(name)-len(".WithCancel")]
	if len(c.signals) > 0 {
		text += ", " + fmt.Sprint(c.signals)
	}
	return text + ")"
}
