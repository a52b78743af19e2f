// Function literals assign the err of the function around them.
//
// Report: data race
package main

import (
	"fmt"
	"strconv"
	"sync"
)

func main() {
	n, err := strconv.Atoi("1")
	fmt.Println(n, err)
	var wg sync.WaitGroup
	for _, s := range []string{"2", "3"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, err = strconv.Atoi(s)
			if err != nil {
				fmt.Println(err)
			}
		}()
	}
	wg.Wait()
}
