// Instances of generic types in interfaces: their methods, also promoted ones, are found at run time.
package main

import (
	"errors"
	"fmt"
)

type Box[T any] struct{ v T }

func (b *Box[T]) Get() T        { return b.v }
func (b Box[_]) String() string { return fmt.Sprintf("<%v>", b.v) }

type Outer[T any] struct{ Box[T] }

type Getter[T any] interface{ Get() T }

type myErr[T any] struct{ t T }

func (e myErr[T]) Error() string { return fmt.Sprint("E:", e.t) }

func get[T any](x any) (T, bool) {
	g, ok := x.(Getter[T])
	if !ok {
		var zero T
		return zero, false
	}
	return g.Get(), true
}

type List[T any] interface{ Len() int }
type Nil[T any] struct{}

func (Nil[T]) Len() int { return 0 }

func main() {
	o := &Outer[string]{Box[string]{"s"}}
	fmt.Println(get[string](o))
	fmt.Println(get[int](o))
	fmt.Println(get[int](&Outer[int]{Box[int]{3}}))
	fmt.Println(Box[int]{4}, o)
	var x any = Nil[int]{}
	fmt.Println(x.(List[int]).Len(), x.(List[bool]).Len())
	switch x.(type) {
	case Getter[int]:
		fmt.Println("getter")
	case fmt.Stringer:
		fmt.Println("stringer")
	case List[int]:
		fmt.Println("list")
	}
	var err error = fmt.Errorf("w: %w", myErr[int]{3})
	var me myErr[int]
	fmt.Println(errors.As(err, &me), me.t, err)
	var ms myErr[string]
	fmt.Println(errors.As(err, &ms))
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = x.(Getter[int])
	}()
	fmt.Printf("%T %v\n", x, x)
}
