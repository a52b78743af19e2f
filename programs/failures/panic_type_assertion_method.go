// Panic: a type assertion to an interface whose method is missing.
package main

type Speaker interface{ Speak() }

type Rock struct{}

func main() {
	var v any = Rock{}
	v.(Speaker).Speak()
}
