// The types that functions declare: scopes, instances for each instance of a generic function, and their names.
package main

import "fmt"

type box[T any] struct{ v T }

func scopes() {
	type a int
	{
		type b int
		fmt.Printf("%T %T\n", box[a]{}, box[b]{})
		{
			type a string
			fmt.Printf("%T %q\n", box[a]{}, a("x"))
		}
	}
	func() {
		type a bool
		type c = int
		type d bool
		fmt.Printf("%T %T %T\n", box[a]{}, box[c]{}, box[d]{})
	}()
}

var global = func() any {
	type y struct{ n int }
	return box[y]{y{1}}
}()

type method int

func (method) m() any {
	type a int
	return box[a]{}
}

func generic[T, U any](t T, u U) any {
	type pair struct {
		t T
		u U
	}
	type list[P any] struct {
		items []P
		first T
	}
	fmt.Printf("%T %T %+v\n", box[pair]{}, list[string]{}, list[U]{[]U{u}, t})
	return pair{t, u}
}

func main() {
	scopes()
	type local int
	type wrapper[T any] struct{ x T }
	fmt.Printf("%T %v %T %T %T\n", global, global, method(0).m(), wrapper[local]{}, box[wrapper[local]]{})
	x, y := generic(1, "a"), generic(2, "b")
	z := generic(local(1), 'c')
	fmt.Printf("%T %T %v\n", x, z, z)
	fmt.Printf("%T\n", box[struct {
		n int
		X string
	}]{})
	_, same := x.(interface{ never() })
	fmt.Println(x == y, x == generic(1, "a"), x == z, same)
}
