// Package time: sleeping, timers and tickers, and what Stop and Reset say and leave behind.
package main

import (
	"fmt"
	"sync"
	"time"
)

const ms = time.Millisecond

func try(name string, f func()) {
	defer func() { fmt.Printf("%s: %v\n", name, recover()) }()
	f()
}

func main() {
	start := time.Now()
	passed := func() time.Duration { return time.Since(start).Round(10 * ms) }

	time.Sleep(20 * ms)
	time.Sleep(-1)
	fmt.Println("slept", passed())

	t := time.NewTimer(30 * ms)
	at := <-t.C
	fmt.Println("fired", at.Sub(start).Round(10*ms), t.Stop(), t.Reset(20*ms), t.Stop())

	t = time.NewTimer(10 * ms)
	time.Sleep(30 * ms)
	fmt.Println("expired, not read:", len(t.C), cap(t.C), t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing stale")
	}
	t.Reset(20 * ms)
	before := passed()
	<-t.C
	fmt.Println("after reset", passed()-before)

	var wg sync.WaitGroup
	wg.Add(1)
	f := time.AfterFunc(10*ms, wg.Done)
	fmt.Println(f.C == nil)
	wg.Wait()
	fmt.Println(f.Stop())
	g := time.AfterFunc(10*ms, func() { fmt.Println("never") })
	fmt.Println(g.Stop(), g.Stop())
	time.Sleep(20 * ms)

	ticker := time.NewTicker(20 * ms)
	first := <-ticker.C
	second := <-ticker.C
	fmt.Println("tick", second.Sub(first).Round(10*ms))
	ticker.Reset(50 * ms)
	third := <-ticker.C
	fmt.Println("tick", third.Sub(second).Round(10*ms))
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("ticks on")
	case <-time.After(120 * ms):
		fmt.Println("stopped")
	}
	fmt.Println(time.Tick(0) == nil)

	timeout := time.After(40 * ms)
	n := 0
	for done := false; !done; {
		select {
		case <-time.After(time.Hour):
		case <-timeout:
			done = true
		default:
			n++
			time.Sleep(ms)
		}
	}
	fmt.Println(n > 10)

	try("NewTicker", func() { time.NewTicker(0) })
	try("Reset", func() { ticker.Reset(-1) })
	try("Stop", func() { var zero time.Timer; zero.Stop() })
	try("Reset", func() { var zero time.Timer; zero.Reset(1) })
	var zero time.Ticker
	zero.Stop()
}
