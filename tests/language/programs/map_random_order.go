// The order of a map is drawn anew for each loop.
package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := range 20 {
		m[i] = true
	}
	orders := map[string]bool{}
	for range 50 {
		order, sum := "", 0
		for k := range m {
			order += fmt.Sprint(k, " ")
			sum += k
		}
		if sum != 190 {
			fmt.Println("a key is missing")
		}
		orders[order] = true
	}
	fmt.Println(len(orders) > 10)
	fmt.Println(m)
}
