package main

type list[E any] []E

func (l list[E]) fold[A any](a A, f func(A, E) A) A { return any(f(a, l[0])).(A) }

func main() { println(list[int]{1}.fold("", func(a string, n int) string { return a })) }
