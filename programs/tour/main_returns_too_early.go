// Main returns: the program ends with main, and goroutines that are still at work are simply gone.
package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		defer fmt.Println("not even the deferred call runs")
		time.Sleep(time.Hour)
		fmt.Println("an hour later")
	}()
	fmt.Println("main is done")
}
