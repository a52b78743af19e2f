// A goroutine that fails returns with the lock held.
//
// The repaired twin: nothing is reported.
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
	defer j.mu.Unlock()
	if line == "" {
		return errors.New("empty line")
	}
	j.lines = append(j.lines, line)

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
