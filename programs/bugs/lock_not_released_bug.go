// A goroutine that fails returns with the lock held.
//
// Report: deadlock: lock never released
package main

import (
	"errors"
	"fmt"
	"sync"
)

type journal struct {
	mu    sync.Mutex
	lines []string
}

func (j *journal) write(line string) error {
	j.mu.Lock()

	if line == "" {
		return errors.New("empty line")
	}
	j.lines = append(j.lines, line)
	j.mu.Unlock()
	return nil
}

func main() {
	j := &journal{}
	failed := make(chan error)
	go func() { failed <- j.write("") }()
	fmt.Println(<-failed)
	j.write("done")
	fmt.Println(len(j.lines))
}
