package main

type t struct{ f, g int }

func f() int { return 1 }

func main() {
	x, y := 1, 2
	xs := []int{1}
	m := map[string]int{}
	v := t{}
	p := &v
	ch := make(chan int, 1)
	x = x
	x, y = x, 1
	x, y = x, y
	x, y = y, x
	v.f = v.f
	p.g = (*p).g
	p.g = p.g
	*p = *p
	xs[0] = xs[0]
	xs[x+1] = xs[x + 1]
	xs[f()] = xs[f()]
	m["a"] = m["a"]
	xs[<-ch] = xs[<-ch]
	xs[int(x)] = xs[int(x)]
	xs[len(xs)-1] = xs[len(xs)-1]
	x += x
	(x) = x
	(x) = (x)
	_, _ = x, y
	for i := range xs {
		i := i
		_ = i
	}
}
