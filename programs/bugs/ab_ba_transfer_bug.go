// Each transfer locks its two accounts, the one it takes from first.
//
// Report: deadlock: lock cycle
package main

import (
	"fmt"
	"sync"
)

type account struct {
	id      int
	mu      sync.Mutex
	checks  int
	balance int
}

func transfer(from, to *account, amount int) {
	first, second := from, to

	first.mu.Lock()
	defer first.mu.Unlock()
	for range 5 {
		first.checks++
	}
	second.mu.Lock()
	defer second.mu.Unlock()
	from.balance -= amount
	to.balance += amount
}

func main() {
	a, b := &account{id: 1, balance: 100}, &account{id: 2, balance: 100}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 50 {
			transfer(a, b, 1)
		}
	}()
	go func() {
		defer wg.Done()
		for range 50 {
			transfer(b, a, 2)
		}
	}()
	wg.Wait()
	fmt.Println(a.balance, b.balance)
}
