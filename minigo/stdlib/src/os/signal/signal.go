// Package signal hands signals to channels. They come from the program itself, by syscall.Kill or os.Process.Signal, from
// those who run it, and from the terminal.
package signal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
)

const count = 65

func notify(c chan<- os.Signal, numbers []int, example os.Signal)
func forget(numbers []int, ignore bool)
func isIgnored(number int) bool

// numbersOf returns the numbers of the signals, all if there are none.
func numbersOf(sigs []os.Signal) (numbers []int) {
	if len(sigs) == 0 {
		for n := range count {
			numbers = append(numbers, n)
		}
	}
	for _, sig := range sigs {
		if s, ok := sig.(syscall.Signal); ok && 0 <= s && s < count {
			numbers = append(numbers, int(s))
		}
	}
	return numbers
}

// Notify sends the signals to c from now on, all signals if none are given. Nothing waits for c: it needs a buffer.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	notify(c, numbersOf(sig), syscall.SIGINT)
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal)

// Ignore makes the program ignore signals, all if none are given.
func Ignore(sig ...os.Signal) { forget(numbersOf(sig), true) }

func Ignored(sig os.Signal) bool {
	s, ok := sig.(syscall.Signal)
	return ok && isIgnored(int(s))
}

// Reset undoes Notify and Ignore for signals, for all if none are given.
func Reset(sig ...os.Signal) { forget(numbersOf(sig), false) }

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
