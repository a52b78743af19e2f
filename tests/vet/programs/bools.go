package main

func f() bool { return true }

func main() {
	a, b, c := true, false, true
	x, y := 1, 2
	ch := make(chan bool, 1)
	_ = a || a
	_ = a && b && a
	_ = a || b || c || a
	_ = (a || b) || (b || c)
	_ = a && (b || b)
	_ = f() || f()
	_ = a || f() || a
	_ = <-ch || <-ch
	_ = x != 1 || x != 2
	_ = x == 1 && x == 2
	_ = x == 1 || x == 2
	_ = x != 1 && x != 2
	_ = 1 != x || x != 2
	_ = x != 1 || y != 2
	_ = x != y || x != 2
	_ = x == 1 || x == 1
	_ = x+y == 1 && y > 2 && x+y == 2
	_ = a || !a
}
