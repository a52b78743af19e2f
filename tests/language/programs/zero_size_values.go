// Values without size: empty structs and arrays as elements, keys, signals and method holders.
package main

import "fmt"

type empty struct{}

func (empty) Name() string { return "empty" }

type marker struct {
	_ [0]func()
	n int
}

func main() {
	set := map[string]struct{}{"a": {}, "b": {}}
	_, ok := set["a"]
	_, none := set["z"]
	done := make(chan struct{}, 2)
	done <- struct{}{}
	v, open := <-done
	fmt.Println(ok, none, len(set), v, open, empty{} == empty{}, empty{}.Name())
	s := make([]struct{}, 3, 1000)
	s = append(s, empty{}, struct{}{})
	var a [5]empty
	var z [0]int
	fmt.Println(len(s), len(a), z, len(z), a == [5]empty{}, [0]int{} == z)
	for i := range s {
		fmt.Print(i)
	}
	for range z {
		fmt.Print("never")
	}
	fmt.Println()
	m := map[empty]int{{}: 1}
	m[empty{}]++
	k := map[[0]string]bool{{}: true}
	fmt.Println(m, k, len(k), marker{n: 1}.n)
	var e any = empty{}
	fmt.Printf("%v %+v %T %#v %v\n", e, e, e, struct{}{}, &empty{})
}
