// A Pool keeps one object apart, and gives that back first; the others last in, first out.
package main

import "sync"

func main() {
	log := ""
	var pool sync.Pool
	for _, name := range []string{"a", "b", "c", "d"} {
		pool.Put(name)
	}
	for range 4 {
		log += pool.Get().(string)
	}
	println(log)
}
