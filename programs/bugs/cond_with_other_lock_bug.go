// Cond.Wait gives back its own lock only; another one stays held.
//
// Report: deadlock: circular wait
package main

import (
	"fmt"
	"sync"
	"time"
)

type pool struct {
	admin sync.Mutex
	mu    sync.Mutex
	cond  *sync.Cond
	free  int
}

func (p *pool) take() {
	p.admin.Lock()
	defer p.admin.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.free == 0 {
		p.cond.Wait()
	}
	p.free--
}

func (p *pool) give() {
	p.admin.Lock()
	defer p.admin.Unlock()
	p.mu.Lock()
	p.free++
	p.mu.Unlock()
	p.cond.Signal()
}

func main() {
	p := &pool{}
	p.cond = sync.NewCond(&p.mu)
	done := make(chan bool)
	go func() {
		p.take()
		done <- true
	}()
	time.Sleep(time.Millisecond)
	p.give()
	<-done
	fmt.Println(p.free)
}
