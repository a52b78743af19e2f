// WaitGroup.Go: Add, go and Done in one call.
package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	words := []string{"share", "memory", "by", "communicating"}
	var wg sync.WaitGroup
	for i, w := range words {
		wg.Go(func() {
			words[i] = strings.ToUpper(w)
		})
	}
	wg.Wait()
	fmt.Println(strings.Join(words, " "))
}
