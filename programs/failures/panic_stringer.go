// Panic: with a Stringer, printed through its String method.
package main

type Weekday int

func (d Weekday) String() string { return [...]string{"Mon", "Tue", "Wed"}[d] }

func main() {
	panic(Weekday(2))
}
