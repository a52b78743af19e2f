package main

import (
	"fmt"
	"sync"
)

type guarded struct {
	sync.Mutex
	list []int
}

func take(name string, g guarded, n int) {}

func main() {
	var g guarded
	gs := []guarded{}
	m := map[string][2]guarded{}
	i, j := 1, 2
	take("x", gs[i+1], 1)
	take("x", gs[i+j*2], 1)
	take(fmt.Sprint(i+1), m["a"][i&1], i)
	func(a, b int, g *guarded) (n int, err error) { return }(1, 2, &g)
	func(g guarded) {
		take("y", g, 1)
	}(g)
	_ = []guarded{gs[len(gs)-1], gs[(i+1)*j], *(&g), gs[i:j][0], gs[i+1 : j][0]}
	_ = map[string]guarded{"x": gs[-i+j]}
	fmt.Printf("%s", g.list[1:len(g.list)-1])
	fmt.Printf("%s", i<<2|j&3)
	fmt.Printf("%s", -i*+j)
	fmt.Printf("%s", i*(j+1)/2)
	fmt.Printf("%s", fmt.Sprint(i+1, j*2) == "x" && i+1 < j*2)
	fmt.Printf("%s", []int{i + 1, j}[0])
	fmt.Printf("%d", map[string]bool{"a": i == 1 && j != 2})
	fmt.Printf("%d", struct{ a, b string }{"a", "b"})
	fmt.Printf("%d", (any)(i).(string)+"x")
	fmt.Printf("%d", [...]string{2: "a"})
	fmt.Printf("%d", (*(&g)).list == nil)
	fmt.Printf("%d", func(x ...int) chan<- bool { return nil }(1, 2) != nil)
	i = i
	gs[i+j] = gs[i+j]
}
