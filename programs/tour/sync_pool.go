// sync.Pool: goroutines reuse each other's scratch buffers instead of allocating new ones.
package main

import (
	"fmt"
	"strings"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(strings.Builder) }}

func banner(word string) string {
	b := pool.Get().(*strings.Builder)
	defer pool.Put(b)
	b.Reset() // it may hold what its last user left in it
	b.WriteString("<")
	b.WriteString(word)
	b.WriteByte('>')
	return b.String()
}

func main() {
	words := []string{"get", "use", "put"}
	out := make([]string, len(words))
	var wg sync.WaitGroup
	for i, w := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = banner(w)
		}()
	}
	wg.Wait()
	fmt.Println(out)
}
