// Elements of size zero lie in one place.
package main

type empty struct {
	_ [0]int
	s struct{}
}

var array [10][0]byte
var slice = make([]struct{}, 10)
var nested [3][2]empty

func main() {
	var local [4]empty
	println(&array[1] == &array[2], &slice[1] == &slice[2], &nested[0] == &nested[2], &nested[1][0] == &nested[2][1])
	i, j := 1, 2
	println(&local[i] == &local[j], &array[i] == &array[j])
	local[i] = empty{}
	slice[i], slice[j] = struct{}{}, struct{}{}
	println(&local[i] == &local[j], &slice[i] == &slice[j], local[i] == local[j])
	copied := nested
	println(&copied[0] == &copied[1])
	grown := make([]empty, 2, 4)
	grown = grown[:4]
	println(&grown[0] == &grown[3])
}
