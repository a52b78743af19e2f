package main

func seq(yield func(a [3]int, b int) bool) {
	_ = yield([3]int{1, 2, 3}, 4) && yield([3]int{5, 6, 7}, 8)
}

func result(i any) (r [3]int) {
	r, _ = i.([3]int)
	for a := range seq {
		return a
	}
	return r
}

func main() {
	var a [3]int
	var ok bool
	for i := 0; i < 2; i++ {
		var x any = [3]int{9, i, 9}
		a, ok = x.([3]int)
		println(a[0], a[1], a[2], ok)
		for a, a[1] = range seq {
			println(a[0], a[1], a[2])
		}
	}
	r := result(nil)
	println(r[0])
}
