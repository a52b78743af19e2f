// Anonymous structs with the same fields are one type; tags make a difference, but not for conversions.
package main

import "fmt"

type point struct {
	X int `json:"x"`
	Y int
}

func main() {
	var a struct {
		X int `json:"x"`
		Y int
	}
	a.X = 1
	p := point(a)
	var plain struct{ X, Y int }
	plain = struct{ X, Y int }(p)
	fmt.Printf("%T\n%T %v %v\n", a, plain, plain, point(plain))
	var x any = plain
	_, same := x.(struct {
		X int
		Y int
	})
	_, tagged := x.(struct {
		X int `json:"x"`
		Y int
	})
	_, order := x.(struct{ Y, X int })
	_, named := x.(point)
	fmt.Println(same, tagged, order, named)
	list := []struct {
		name string
		pos  point
	}{{"a", point{1, 2}}, {name: "b"}}
	for _, each := range list {
		fmt.Println(each.name, each.pos.X)
	}
	f := func(s struct{ X, Y int }) int { return s.X + s.Y }
	fmt.Println(f(struct{ X, Y int }(list[0].pos)))
}
