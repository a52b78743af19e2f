// Uses a rand.Rand, which is not for two goroutines, at once.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(1))
	done := make(chan bool)
	go func() {
		r.Intn(6) // race
		done <- true
	}()
	r.Intn(6) // race
	<-done
	fmt.Println("ok")
}
