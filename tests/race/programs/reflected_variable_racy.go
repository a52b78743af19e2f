// Writes a variable that is set by package reflect.
package main

import (
	"fmt"
	"reflect"
)

func main() {
	x := 1
	done := make(chan bool)
	go func() {
		reflect.ValueOf(&x).Elem().SetInt(3) // race
		done <- true
	}()
	x = 4 // race
	<-done
	fmt.Println(x > 0)
}
