//go:build go1.21

// Before Go 1.22 all iterations of a loop share its variables.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	for i, s := range []string{"a", "b"} {
		fs = append(fs, func() int { return i*100 + len(s) })
		defer func() { fmt.Println(i, s) }()
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}
