// Matrix product: one goroutine a row, no lock needed since no two write the same row.
package main

import (
	"fmt"
	"sync"
)

type Matrix [3][3]int

func multiply(a, b *Matrix) (c Matrix) {
	var wg sync.WaitGroup
	for i := range a {
		wg.Go(func() {
			for j := range b {
				for k := range b {
					c[i][j] += a[i][k] * b[k][j]
				}
			}
		})
	}
	wg.Wait()
	return c
}

func main() {
	a := Matrix{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	identity := Matrix{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
	fmt.Println(multiply(&a, &identity) == a)
	for _, row := range multiply(&a, &a) {
		fmt.Println(row)
	}
}
