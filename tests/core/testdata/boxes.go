// Variables live in boxes only when they are addressed, or captured and assigned.
package main

func main() {
	plain := 1
	plain++
	addressed := 2
	p := &addressed
	captured := 3
	changed := 4
	f := func() int { changed++; return captured + changed }
	for i := 0; i < 2; i++ {
		func() { println(i) }()
	}
	for j := 0; j < 2; j++ {
	}
	param(*p+f(), plain)
}

func param(x, y int) (r int) {
	q := &x
	defer func() { r++ }()
	return *q + y
}
