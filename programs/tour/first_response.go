// First response wins: ask several replicas, use the quickest, and cancel the others.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func query(ctx context.Context, name string, latency time.Duration, out chan<- string) {
	select {
	case <-time.After(latency):
		out <- name
	case <-ctx.Done():
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	out := make(chan string, 3)
	var wg sync.WaitGroup
	for name, latency := range map[string]time.Duration{
		"near": time.Millisecond, "far": time.Minute, "moon": time.Hour,
	} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			query(ctx, name, latency, out)
		}()
	}
	fmt.Println("answered by", <-out)
	cancel()
	wg.Wait() // returns at once: nobody waits an hour for the moon
	fmt.Println("late answers:", len(out))
}
