package main

import "sync"

type group struct{ sync.WaitGroup }

func main() {
	var wg sync.WaitGroup
	var g group
	go func() {
		wg.Add(1)
		defer wg.Done()
	}()
	go func() {
		g.Add(1)
		g.Done()
	}()
	go func() {
		defer wg.Done()
		wg.Add(1)
	}()
	go func() {
		if true {
			wg.Add(1)
		}
	}()
	f := func() { wg.Add(1) }
	go f()
	wg.Add(1)
	go func() { wg.Done() }()
	wg.Go(func() { wg.Add(1); wg.Done() })
	wg.Wait()
}
