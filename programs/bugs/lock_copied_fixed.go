// A method with a value receiver works on a copy of the struct, the held lock included.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) show() string {

	return fmt.Sprint(a.balance)
}

func (a *account) deposit(n int) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
	return a.show()
}

func main() {
	a := &account{}
	fmt.Println(a.deposit(5))
}
