// Start-up: package variables are set in order of dependency, then the init functions run, then main.
package main

import "fmt"

var (
	sum   = first + second // needs both, so it is set last
	first = trace("first", 1)
)

var second = trace("second", first+1)

func trace(name string, v int) int {
	fmt.Println(name, "=", v)
	return v
}

func init() {
	fmt.Println("init 1, sum =", sum)
}

func init() {
	fmt.Println("init 2")
}

func main() {
	fmt.Println("main")
}
