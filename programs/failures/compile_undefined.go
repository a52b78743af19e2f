// Compile error: names that nobody declared.
package main

import "fmt"

type T struct{ a int }

func main() {
	fmt.Printn(counter)
	var t T
	t.b = 1
	t.run()
}
