// Type switches: several types in a case, nil, interfaces, order of cases, the variable's type.
package main

import (
	"errors"
	"fmt"
)

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func describe(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v[:1]
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case []int:
		return fmt.Sprint("slice of ", len(v))
	case func() int:
		return fmt.Sprint("function of ", v())
	case *int:
		*v++
		return fmt.Sprint("pointer to ", *v)
	case map[string]int, chan int:
		return fmt.Sprintf("%T", v)
	case struct{ x int }:
		return fmt.Sprint("struct ", v.x)
	case interface{ Len() int }:
		return "sized"
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case []T:
		return "slice"
	}
	switch any(*new(T)).(type) {
	case string:
		return "string"
	}
	return "unknown"
}

func main() {
	n := 1
	for _, x := range []any{
		nil, 1, int64(2), int8(3), "text", errors.New("e"), celsius(20), []int{1}, func() int { return 4 }, &n,
		map[string]int{}, make(chan int), struct{ x int }{5}, struct{}{}, (*int8)(nil), [2]int{},
	} {
		fmt.Println(describe(x))
	}
	fmt.Println(kind(1), kind("s"), kind(1.5))
	var e error
	switch e := e.(type) {
	case nil:
		fmt.Println(e == nil)
	case fmt.Stringer:
		fmt.Println("never")
	}
	switch y := any(n); y.(type) {
	default:
		fmt.Println("default")
	case fmt.Stringer:
		fmt.Println("never")
	}
}
