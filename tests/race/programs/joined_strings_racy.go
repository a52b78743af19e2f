// Writes strings while they are joined.
package main

import (
	"fmt"
	"strings"
)

func main() {
	s := []string{"a", "b"}
	done := make(chan bool)
	go func() {
		_ = strings.Join(s, ",") // race
		done <- true
	}()
	s[1] = "c" // race
	<-done
	fmt.Println(s)
}
