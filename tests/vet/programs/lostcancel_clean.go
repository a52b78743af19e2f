package main

import (
	"context"
	"time"
)

func deferred() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return ctx.Err()
}

func handed(f func(context.CancelFunc)) {
	_, cancel := context.WithCancel(context.Background())
	f(cancel)
}

func everywhere(n int) {
	ctx, cancel := context.WithCancel(context.Background())
	if n > 1 {
		cancel()
		return
	}
	for range n {
		<-ctx.Done()
	}
	cancel()
}

func kept() {
	type job struct{ stop context.CancelFunc }
	_, cancel := context.WithCancel(context.Background())
	jobs <- job{cancel}.stop
}

var jobs = make(chan context.CancelFunc, 1)

func main() {
	deferred()
	handed(func(c context.CancelFunc) { c() })
	everywhere(2)
	kept()
}
