// Range: over an int, a slice, an array, a string, a map and a channel.
package main

import (
	"fmt"
	"sort"
)

func main() {
	for i := range 3 {
		fmt.Println("int", i)
	}
	for i, v := range []string{"a", "b"} {
		fmt.Println("slice", i, v)
	}
	array := [3]int{7, 8, 9}
	for i := range array {
		fmt.Println("array", i, array[i])
	}
	for i, r := range "gö!" { // by rune, at byte offsets
		fmt.Printf("string %d %c\n", i, r)
	}
	var keys []string
	for k := range map[string]int{"x": 1, "y": 2, "z": 3} {
		keys = append(keys, k)
	}
	sort.Strings(keys) // the order of a map is random
	fmt.Println("map", keys)

	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Println("chan", v)
	}
}
