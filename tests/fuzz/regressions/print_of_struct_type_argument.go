package main

type T struct{ a int }

func show[P any](p P) { println(p) }

func main() {
	show(T{})
	show([2]int{})
}
