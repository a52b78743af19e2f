// os.Exit: ends the program at once with a code, and no deferred call runs.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never printed")
	fmt.Println("leaving")
	fmt.Fprintln(os.Stderr, "with code 3")
	os.Exit(3)
}
