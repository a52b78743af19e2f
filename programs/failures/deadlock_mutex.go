// Deadlock: locking a mutex twice, because Go's mutexes are not reentrant.
package main

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

func (a *Account) Deposit(n int) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
	return a.Balance() // asks for the lock that it holds itself
}

func main() {
	var a Account
	a.Deposit(5)
}
