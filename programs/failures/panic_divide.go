// Panic: integer division by zero.
package main

import "fmt"

func average(sum, n int) int { return sum / n }

func main() {
	fmt.Println(average(10, 4))
	fmt.Println(average(10, 0))
}
