// Switches: order of evaluation, several values, no tag, an init statement, default in the middle.
package main

import "fmt"

func say(n int) int {
	fmt.Print("say ", n, "; ")
	return n
}

func grade(n int) string {
	switch {
	case n < 0, n > 100:
		return "?"
	case n >= 90:
		return "A"
	case n >= 50:
		return "B"
	}
	return "C"
}

func main() {
	switch say(2) {
	case say(1), say(2), say(3):
		fmt.Println("found")
	case say(4):
		fmt.Println("never")
	}
	switch x := say(5); {
	case x > 5:
		fmt.Println("never")
	default:
		fmt.Println("default")
	case x < 5:
		fmt.Println("never")
	}
	switch x := 1; x {
	default:
		fmt.Println("default")
		fallthrough
	case 7:
		fmt.Println("after default")
	case 8:
	}
	fmt.Println(grade(-1), grade(95), grade(50), grade(0))
	var e error
	switch e {
	case nil:
		fmt.Println("nil")
	}
	switch any(1) {
	case "1", 1.0, int8(1):
		fmt.Println("never")
	case 1:
		fmt.Println("an int")
	}
	switch [2]int{1, 2} {
	case [...]int{1, 2}:
		fmt.Println("arrays")
	}
	switch f := func() bool { return false }; f() {
	case true:
		fmt.Println("never")
	case false:
		break
	}
	switch {
	}
	switch say(6); say(7) {
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	switch x := any([]int{}); x {
	case 1:
	case []any{}[0:0] == nil, any([]int{}):
	}
}
