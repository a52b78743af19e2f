// Each iteration has variables of its own, that begin with the values of the one before.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { i += 10; return i })
		if i == 2 {
			i++
		}
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		ps = append(ps, &i, &j)
		defer func() { fmt.Print(i, j, " ") }()
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var vs []*string
	for i, s := range []string{"a", "b"} {
		s += fmt.Sprint(i)
		vs = append(vs, &s)
	}
	fmt.Println(*vs[0], *vs[1], vs[0] == vs[1])
	for i := range 3 {
		i *= 2
		fmt.Print(i, " ")
		func() { i++ }()
		fmt.Print(i, " ")
	}
	var k int
	for k = range 3 {
	}
	var last rune
	for _, last = range "xyz" {
	}
	fmt.Println(k, string(last))
	for i := 0; i < 3; i++ {
		i := i * 10
		defer func() { i++; fmt.Print(i, " ") }()
	}
	var next func()
	for i := 0; i < 3; next() {
		next = func() { i++ }
		if i > 0 {
			break
		}
		i++
		next = func() {}
	}
	fmt.Println("end")
}
