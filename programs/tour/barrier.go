// Barrier: no goroutine starts a round before all have finished the one before.
package main

import (
	"fmt"
	"sync"
)

type Barrier struct {
	mu      sync.Mutex
	all     *sync.Cond
	size    int
	waiting int
	round   int
}

func NewBarrier(size int) *Barrier {
	b := &Barrier{size: size}
	b.all = sync.NewCond(&b.mu)
	return b
}

func (b *Barrier) Wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	round := b.round
	if b.waiting++; b.waiting == b.size {
		b.waiting = 0
		b.round++
		b.all.Broadcast()
		return
	}
	for b.round == round {
		b.all.Wait()
	}
}

func main() {
	const workers, rounds = 4, 3
	barrier := NewBarrier(workers)
	var mu sync.Mutex
	var log []int
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for round := range rounds {
				mu.Lock()
				log = append(log, round)
				mu.Unlock()
				barrier.Wait()
			}
		}()
	}
	wg.Wait()
	fmt.Println(log)
}
