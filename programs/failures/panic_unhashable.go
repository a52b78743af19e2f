// Panic: a slice as the key of a map from any.
package main

func main() {
	m := map[any]int{"ok": 1}
	var key any = []int{1}
	m[key] = 2
}
