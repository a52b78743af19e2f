// Integer arithmetic in nested loops.
package main

import "fmt"

func main() {
	sum := 0
	for i := 0; i < 400; i++ {
		for j := 0; j < 400; j++ {
			sum += i*j%7 - (i ^ j)
		}
	}
	fmt.Println(sum)
}
