// Literals: map entries are evaluated one after the other, those of constants first; fields as they are written.
package main

import "fmt"

type fields struct{ a, b, c int }

func main() {
	n := 0
	next := func() int { n++; return n }

	three := 3
	fmt.Println(map[int]string{three: "variable", 3: "constant"})
	fmt.Println(map[int]int{n: next(), next(): n})
	fmt.Println(map[string][]int{"a": {n, next()}, "b": {next(), n}})
	fmt.Println(len(map[int]map[int]int{next(): {n: next()}, n: {}}), n)
	fmt.Println(fields{c: n, a: next(), b: n})
	fmt.Println(n, map[int]int{next(): n}, next())
}
