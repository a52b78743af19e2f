// Integer arithmetic in nested loops.
package main

import "fmt"

const size = 4000

func main() {
	sum := 0
	for i := 0; i < size; i++ {
		for j := 0; j < size; j++ {
			sum += i*j%7 - (i ^ j)
		}
	}
	fmt.Println(sum)
}
