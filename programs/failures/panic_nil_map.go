// Panic: writing to a nil map, where reading would be fine.
package main

func main() {
	var m map[string]int
	println(m["missing"], len(m))
	m["a"]++
}
