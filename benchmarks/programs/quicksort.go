// Quicksort in place over []int.
package main

import "fmt"

const size = 500000

func quicksort(a []int, low, high int) {
	for low < high {
		pivot := a[(low+high)/2]
		i, j := low, high
		for i <= j {
			for a[i] < pivot {
				i++
			}
			for a[j] > pivot {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		if j-low < high-i {
			quicksort(a, low, j)
			low = i
		} else {
			quicksort(a, i, high)
			high = j
		}
	}
}

func main() {
	a := make([]int, size)
	seed := 42
	for i := range a {
		seed = (seed*1103515245 + 12345) % 2147483648
		a[i] = seed
	}
	quicksort(a, 0, len(a)-1)
	sum := 0
	for i := 1; i < len(a); i++ {
		if a[i-1] > a[i] {
			panic("not sorted")
		}
		sum = (sum*31 + a[i]) % 1000003
	}
	fmt.Println(sum)
}
