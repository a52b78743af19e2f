// Writes a struct while fmt prints it through a pointer.
package main

import (
	"fmt"
)

func main() {
	p := &struct{ x, y int }{1, 2}
	done := make(chan bool)
	go func() {
		fmt.Sprintf("%+v", p) // race
		done <- true
	}()
	p.y = 3 // race
	<-done
	fmt.Println(p)
}
