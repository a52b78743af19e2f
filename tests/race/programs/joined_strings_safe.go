// Writes strings while they are joined, after it.
package main

import (
	"fmt"
	"strings"
)

func main() {
	s := []string{"a", "b"}
	done := make(chan bool)
	go func() {
		_ = strings.Join(s, ",")
		done <- true
	}()
	<-done
	s[1] = "c"
	fmt.Println(s)
}
