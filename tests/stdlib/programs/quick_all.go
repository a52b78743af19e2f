// What testing/quick finds and says, without the values that it makes up.
package main

import (
	"fmt"
	"math/rand"
	"reflect"
	"testing/quick"
)

type Point struct{ X, Y int }

type Even int

func (Even) Generate(r *rand.Rand, size int) reflect.Value { return reflect.ValueOf(Even(2 * r.Intn(size))) }

func main() {
	calls := 0
	fmt.Println(quick.Check(func(a int, b string, c []byte, d map[string]bool, e *int, f [2]float64, g Point, h uint8) bool {
		calls++
		return true
	}, nil), calls)
	fmt.Println(quick.Check(func(e Even) bool { return e%2 == 0 }, &quick.Config{MaxCount: 7}))
	one := &quick.Config{Values: func(args []reflect.Value, r *rand.Rand) { args[0] = reflect.ValueOf(41) }}
	fmt.Println(quick.Check(func(n int) bool { return n > 100 }, one))
	n := 0
	fmt.Println(quick.Check(func(int) bool { n++; return n < 5 }, one))
	fmt.Println(quick.CheckEqual(func(n int) int { return n + 1 }, func(n int) int { return n - 1 }, one))
	fmt.Println(quick.CheckEqual(func(n int) int { return n + n }, func(n int) int { return 2 * n }, nil))
	fmt.Println(quick.Check(1, nil), quick.Check(func() {}, nil), quick.Check(func() int { return 1 }, nil))
	fmt.Println(quick.Check(func(f func()) bool { return true }, nil))
	fmt.Println(quick.CheckEqual(1, 2, nil), quick.CheckEqual(func() {}, 2, nil), quick.CheckEqual(func() {}, func(int) {}, nil))
	r := rand.New(rand.NewSource(1))
	for _, x := range []any{0, "", []int8{}, Point{}, true, 1.5, map[int8]bool{}, Even(0), [3]bool{}, uint16(0)} {
		v, ok := quick.Value(reflect.TypeOf(x), r)
		fmt.Println(v.Type(), ok)
	}
	_, ok := quick.Value(reflect.TypeOf(make(chan int)), r)
	fmt.Println(ok)
}
