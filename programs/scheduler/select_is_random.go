// Select is fair by chance: among ready cases it picks at random, so both channels get their share.
package main

import "fmt"

func main() {
	a, b := make(chan int, 1000), make(chan int, 1000)
	for i := range 1000 {
		a <- i
		b <- i
	}
	fromA, fromB := 0, 0
	for range 1000 {
		select {
		case <-a:
			fromA++
		case <-b:
			fromB++
		}
	}
	fmt.Println("a often:", fromA > 300, "b often:", fromB > 300)
}
