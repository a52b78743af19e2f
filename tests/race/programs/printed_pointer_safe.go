// Writes a struct while fmt prints it through a pointer, after it.
package main

import (
	"fmt"
)

func main() {
	p := &struct{ x, y int }{1, 2}
	done := make(chan bool)
	go func() {
		fmt.Sprintf("%+v", p)
		done <- true
	}()
	<-done
	p.y = 3
	fmt.Println(p)
}
