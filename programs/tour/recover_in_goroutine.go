// Recover: a panic must be recovered in the goroutine that panics; here each worker turns its own into an error.
package main

import (
	"fmt"
	"sync"
)

func safely(f func() int) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	return f(), nil
}

func main() {
	numbers := []int{5, 0, 2}
	zero := 0
	tasks := []func() int{
		func() int { return 10 / numbers[0] },
		func() int { return 10 / numbers[1] },
		func() int { return numbers[len(numbers)+zero] },
		func() int { panic("out of coffee") },
	}
	report := make([]string, len(tasks))
	var wg sync.WaitGroup
	for i, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n, err := safely(task)
			report[i] = fmt.Sprint(n, " ", err)
		}()
	}
	wg.Wait()
	for _, line := range report {
		fmt.Println(line)
	}
}
