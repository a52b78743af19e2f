// Uses a rand.Rand, which is not for two goroutines, in turn.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(1))
	done := make(chan bool)
	go func() {
		r.Intn(6)
		done <- true
	}()
	<-done
	r.Intn(6)
	fmt.Println("ok")
}
