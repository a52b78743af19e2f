// Writes a variable that is set by package reflect, after it.
package main

import (
	"fmt"
	"reflect"
)

func main() {
	x := 1
	done := make(chan bool)
	go func() {
		reflect.ValueOf(&x).Elem().SetInt(3)
		done <- true
	}()
	<-done
	x = 4
	fmt.Println(x > 0)
}
