// The sieve of Eratosthenes over []bool.
package main

import "fmt"

const size = 12000000

func main() {
	composite := make([]bool, size+1)
	count := 0
	for i := 2; i <= size; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * i; j <= size; j += i {
			composite[j] = true
		}
	}
	fmt.Println(count)
}
