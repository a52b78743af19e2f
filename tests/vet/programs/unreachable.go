package main

import "os"

func after(n int) int {
	return 1
	n++
	n--
	return n
}

func panics() {
	panic("x")
	println()
}

func shadowed() {
	panic := func(s string) {}
	panic("x")
	println()
}

func exits() {
	os.Exit(1)
	println()
}

func forever() {
	for {
	}
	println()
}

func broken(n int) {
	for {
		if n > 1 {
			break
		}
	}
	println()
}

func labelled(n int) {
outer:
	for {
		switch n {
		case 1:
			break outer
		case 2:
			break
		}
	}
	println()
}

func inner() {
	for {
		switch {
		default:
			break
		}
	}
	println()
}

func conditions(n int) int {
	if n > 1 {
		return 1
	} else {
		return 2
	}
	return 3
}

func switches(n int, x any) {
	switch n {
	case 1:
		return
		println()
	default:
		panic("x")
	}
	println()
	switch n {
	case 1:
		return
	}
	println()
	switch x.(type) {
	case int:
		return
	default:
		return
	}
	println()
}

func selects(c chan int) {
	select {
	case <-c:
		return
	case c <- 1:
		break
	}
	println()
	select {}
	println()
}

func gotos(n int) {
	goto end
	n = 1
end:
	println(n)
	goto end
	;
}

func ranges(xs []int) {
	for range xs {
		continue
		println()
	}
	{
		return
	}
	func() {
		return
		println()
	}()
}

func fall(n int) {
	switch n {
	case 1:
		fallthrough
	case 2:
		for {
			return
			println()
		}
		println()
	}
}

func main() {}
