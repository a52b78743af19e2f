// Two goroutines may both find that nothing is there yet.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

type config struct{ name string }

var (
	instance *config
	once     sync.Once
)

func get() *config {
	once.Do(func() { instance = &config{"default"} })
	return instance
}

func main() {
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			get()
		}()
	}
	wg.Wait()
	fmt.Println(get().name)
}
