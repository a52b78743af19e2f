// Every kind of value under the verbs %v %+v %#v %T and the plain Print functions.
package main

import (
	"errors"
	"fmt"
)

type myInt int
type myString string
type myBytes []byte
type myBool bool
type point struct{ X, Y int }
type inner struct {
	Name string
	n    *int
	p    *point
}
type outer struct {
	point
	In    inner
	Ptr   *point
	Any   any
	Err   error
	M     map[string]int
	S     []point
	F     func()
	Ch    chan int
	Bytes []byte
	Arr   [2]bool
}
type node struct {
	V    int
	Next *node
}
type generic[T any] struct{ V T }
type pair[K comparable, V any] struct {
	Key K
	Val V
}

func show(name string, v any) {
	fmt.Printf("%s: %%v=%v %%+v=%+v %%#v=%#v %%T=%T\n", name, v, v, v, v)
}

func main() {
	show("nil", nil)
	show("bool", true)
	show("myBool", myBool(false))
	show("int", -42)
	show("int8", int8(-8))
	show("int64", int64(1)<<62)
	show("uint", uint(7))
	show("uint8", uint8(200))
	show("uint64", uint64(1)<<63)
	show("uintptr", uintptr(0x10))
	show("rune", 'x')
	show("byte", byte('x'))
	show("float64", 3.25)
	show("float64 whole", 3.0)
	show("float64 big", 1e21)
	show("float64 million", 1e6)
	show("float64 small", 1e-7)
	show("float32", float32(0.1))
	show("complex128", 1+2i)
	show("complex64", complex64(-1.5-2i))
	show("string", "héllo\n")
	show("myInt", myInt(5))
	show("myString", myString("a\"b"))
	show("[]byte", []byte("hi"))
	show("myBytes", myBytes("hi"))
	show("[]byte nil", []byte(nil))
	show("[3]byte", [3]byte{1, 2, 3})
	show("[]int", []int{1, 2, 3})
	show("[]int nil", []int(nil))
	show("[]int empty", []int{})
	show("[]string", []string{"a", "b c"})
	show("[2]float64", [2]float64{1, 0.5})
	show("[]any", []any{1, "x", nil, 2.5, true, []int{1}, point{1, 2}, &point{3, 4} == nil})
	show("[][]int", [][]int{{1}, nil, {2, 3}})
	fmt.Println([]error{errors.New("e"), nil})
	show("map", map[string]int{"b": 2, "a": 1})
	show("map int", map[int]string{3: "c", -1: "a", 2: "b"})
	show("map float", map[float64]bool{2.5: true, -1: false})
	show("map bool", map[bool]int{true: 1, false: 0})
	show("map struct", map[point]string{{2, 1}: "b", {1, 9}: "a"})
	show("map array", map[[2]int]int{{2, 1}: 1, {1, 3}: 2})
	show("map any", map[any]int{2: 2, 1: 3, -5: 4})
	show("map nil", map[string]int(nil))
	show("map empty", map[string][]int{})
	show("map of structs", map[string]point{"p": {1, 2}})
	show("point", point{1, 2})
	show("*point", &point{1, 2})
	show("*point nil", (*point)(nil))
	show("anonymous", struct {
		A int
		B string
	}{1, "x"})
	show("empty struct", struct{}{})
	show("inner", inner{Name: "n"})
	show("outer", outer{})
	show("outer full", outer{point: point{1, 2}, In: inner{Name: "x"}, Any: 5, Err: nil, M: map[string]int{"k": 1}, S: []point{{3, 4}}, Bytes: []byte{1, 2}, Arr: [2]bool{true, false}})
	show("&slice", &[]int{1, 2})
	show("&map", &map[string]int{"a": 1})
	show("&array", &[2]string{"x", "y"})
	show("node", node{V: 1})
	show("generic", generic[int]{5})
	show("generic string", generic[string]{"s"})
	show("pair", pair[string, []int]{"k", []int{1}})
	show("generic point", generic[point]{point{1, 2}})
	show("&generic", &generic[map[string]int]{map[string]int{"z": 26}})
	show("func nil", (func(int) string)(nil))
	show("chan nil", (chan int)(nil))
	show("chan<- nil", (chan<- string)(nil))
	show("<-chan nil", (<-chan string)(nil))
	fmt.Println(errors.New("failed"), [1]error{errors.New("x")})
	show("nested any", []any{[]any{1, []any{"x"}}})
	show("slice of ptr nil", []*point{nil})

	fmt.Println(1, "a", "b", 2, 3, true, nil, 'c', 2.5, []string{"x"}, point{1, 2}, &point{1, 2})
	fmt.Print(1, "a", "b", 2, 3, true, nil, 'c', 2.5, []string{"x"}, "\n")
	fmt.Print("a", 1, 2, "b", "c", 3.0, errors.New("e"), errors.New("f"), "\n")
	fmt.Print(1, 2, "\n")
	fmt.Println()
	fmt.Println("")
	fmt.Print()
	fmt.Println(fmt.Sprint("x", 1, 2, "y"), fmt.Sprintln("end", 3))
	n, err := fmt.Println("héé")
	fmt.Println(n, err)
	n, err = fmt.Printf("%d\n", 12345)
	fmt.Println(n, err)
	fmt.Println(string(fmt.Append([]byte("a"), 1, 2)), string(fmt.Appendf(nil, "%03d", 7)), string(fmt.Appendln(nil, "z")))
}
