// A type that is declared in a block of a generic function is another one for every type argument.
package main

import "fmt"

func block[T any](x T) any {
	if true {
		type inner struct{ v T }
		return inner{x}
	}
	return nil
}

func clause[T any](x any) any {
	switch x.(type) {
	case int:
		type inner []T
		return inner{}
	}
	for range 1 {
		type inner map[string]T
		return inner{}
	}
	return nil
}

func main() {
	fmt.Printf("%T %T %T\n", block(1), block("a"), block[any](1))
	fmt.Println(block(1) == block(1), block(1) == block[any](1))
	fmt.Printf("%T %T\n", clause[bool](1), clause[error]("a"))
}
