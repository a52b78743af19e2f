// Inner declarations hide outer ones, predeclared names too; := reuses what its own block declares.
package main

import "fmt"

type int32 string

var x = "package"

func nils() (nil string) {
	nil = "no longer nil"
	return nil
}

func main() {
	fmt.Println(x)
	x := 1
	{
		x := x + 1
		x++
		fmt.Println(x)
	}
	if x := x * 10; x > 5 {
		x := "inner"
		fmt.Println(x)
	} else {
		fmt.Println(x)
	}
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Println(x)
	}
	for x := range 1 {
		fmt.Println(x)
	}
	x, y := 5, 6
	a, err := 1, error(nil)
	b, err := 2, fmt.Errorf("again")
	fmt.Println(x, y, a, b, err, nils())
	func(x string) { fmt.Println(x) }("parameter")
	len := func(string) int { return 42 }
	true, string := false, 7
	var n int32 = "a string type"
	type main struct{ fmt int }
	fmt.Println(len("a"), true, string, n, main{1})
	{
		fmt := "hidden"
		_ = fmt
	}
	const iota = 9
	const c = iota
	fmt.Println(c)
}
