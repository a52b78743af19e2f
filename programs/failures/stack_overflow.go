// Fatal error: endless recursion exceeds the stack limit of a goroutine.
package main

import "fmt"

func forever(n int) int { return forever(n+1) + 1 }

func main() {
	fmt.Println("going down")
	fmt.Println(forever(0))
}
