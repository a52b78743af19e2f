// Method expressions that begin with type literals.
package main

import "fmt"

type T struct{ n int }

func (t T) M(s string) string { return fmt.Sprint(s, t.n) }

func main() {
	f := interface{ M(string) string }.M
	fmt.Println(f(T{1}, "a"))
	fmt.Println(interface{ M(string) string }.M(T{2}, "b"))
	g := struct{ T }.M
	fmt.Println(g(struct{ T }{T{3}}, "c"), struct{ *T }.M(struct{ *T }{&T{4}}, "d"))
	if h := (struct{ T }).M; h != nil {
		fmt.Println(interface{ M(string) string }.M(T{5}, "e") == "e5")
	}
}
