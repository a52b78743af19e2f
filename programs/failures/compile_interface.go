// Compile error: a type that lacks a method, or has it on the pointer only, does not implement the interface.
package main

type Runner interface{ Run() error }

type A struct{}

type B struct{}

func (b *B) Run() error { return nil }

func main() {
	var r Runner = A{}
	r = B{}
	r = &B{}
	_ = r
}
