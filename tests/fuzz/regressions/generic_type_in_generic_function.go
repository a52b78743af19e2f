package main

func f[T any]() {
	type list[P any] struct{ p P }
	_ = list[string]{}
}

func main() { f[int]() }
