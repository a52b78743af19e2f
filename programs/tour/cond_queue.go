// Cond: consumers sleep until a producer signals that the queue is no longer empty.
package main

import (
	"fmt"
	"sync"
)

type Queue struct {
	mu       sync.Mutex
	nonEmpty *sync.Cond
	items    []int
}

func NewQueue() *Queue {
	q := &Queue{}
	q.nonEmpty = sync.NewCond(&q.mu)
	return q
}

func (q *Queue) Put(v int) {
	q.mu.Lock()
	q.items = append(q.items, v)
	q.mu.Unlock()
	q.nonEmpty.Signal()
}

func (q *Queue) Get() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 { // a loop, since another consumer may have been faster
		q.nonEmpty.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

func main() {
	q := NewQueue()
	results := make(chan int)
	for range 3 {
		go func() {
			sum := 0
			for v := q.Get(); v != 0; v = q.Get() {
				sum += v
			}
			results <- sum
		}()
	}
	for v := 1; v <= 20; v++ {
		q.Put(v)
	}
	for range 3 {
		q.Put(0) // one stop mark for each consumer
	}
	fmt.Println("sum:", <-results+<-results+<-results)
}
