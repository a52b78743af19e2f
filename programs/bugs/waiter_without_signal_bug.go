// A consumer waits for a condition, and the producers have ended.
//
// Report: goroutine leak: missing signal
package main

import (
	"fmt"
	"sync"
	"time"
)

type queue struct {
	mu     sync.Mutex
	cond   *sync.Cond
	items  []int
	closed bool
}

func (q *queue) take() (int, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.cond.Wait()
	}
	if len(q.items) == 0 {
		return 0, false
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v, true
}

func (q *queue) close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()

}

func main() {
	q := &queue{}
	q.cond = sync.NewCond(&q.mu)
	go func() {
		for {
			if _, ok := q.take(); !ok {
				return
			}
		}
	}()
	time.Sleep(time.Millisecond)
	q.close()
	time.Sleep(time.Millisecond)
	fmt.Println("closed")
}
