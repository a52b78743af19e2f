package main

import (
	"context"
	"errors"
	"log"
	"os"
	"time"
)

func use(context.Context) bool { return true }
func die()                     { os.Exit(1) }
func maybe(b bool) {
	if b {
		os.Exit(1)
	}
}

func discarded() {
	ctx, _ := context.WithCancel(context.Background())
	_, _ = context.WithDeadline(ctx, time.Now())
	var _, _ = context.WithTimeoutCause(ctx, 1, errors.New("x"))
	use(ctx)
}

func never() {
	ctx, cancel := context.WithCancel(context.Background())
	use(ctx)
	if false {
		return
	}
	_ = &cancel
}

func early() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	if use(ctx) {
		return errors.New("early")
	}
	cancel()
	return nil
}

func loop() {
	for {
		ctx, cancel := context.WithCancel(context.Background())
		if use(ctx) {
			break
		}
		if use(ctx) {
			continue
		}
		cancel()
	}
}

func shortCircuit(b bool, f func(func()) bool) {
	ctx, cancel := context.WithCancelCause(context.Background())
	use(ctx)
	if b && f(func() { cancel(nil) }) {
		return
	}
}

func switched(n int) int {
	var ctx, cancel = context.WithDeadlineCause(context.Background(), time.Now(), nil)
	switch {
	case n == 1:
		cancel()
	case n == 2:
		cancel()
		fallthrough
	case n == 3:
		use(ctx)
	}
	return n
}

func selected(c chan int) {
	ctx, cancel := context.WithCancel(context.Background())
	select {
	case <-ctx.Done():
	case <-c:
		cancel()
	}
}

func ends(n int) {
	ctx, cancel := context.WithCancel(context.Background())
	switch n {
	case 1:
		log.Fatal("x")
	case 2:
		panic("x")
	case 3:
		die()
	case 4:
		os.Exit(1)
	case 5:
		for {
		}
	default:
		cancel()
	}
	use(ctx)
}

func mayEnd(n int) {
	ctx, cancel := context.WithCancel(context.Background())
	if use(ctx) {
		maybe(true)
		return
	}
	cancel()
}

func jumps(n int) {
	ctx, cancel := context.WithCancel(context.Background())
	if n > 1 {
		goto end
	}
	cancel()
end:
	use(ctx)
}

func named() (ctx context.Context, cancel context.CancelFunc) {
	ctx, cancel = context.WithCancel(context.Background())
	return
}

func given() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	return ctx, cancel
}

func literal() {
	f := func() {
		ctx, cancel := context.WithCancel(context.Background())
		if use(ctx) {
			return
		}
		cancel()
	}
	f()
}

var global context.CancelFunc

func outer() {
	var ctx context.Context
	ctx, global = context.WithCancel(context.Background())
	use(ctx)
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	if use(ctx) {
		return
	}
	cancel()
}
