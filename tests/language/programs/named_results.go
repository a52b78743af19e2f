// Deferred functions see and change named results, also when a panic is recovered.
package main

import (
	"errors"
	"fmt"
)

func plain() int {
	n := 1
	defer func() { n = 100 }()
	return n
}
func named() (n int) {
	defer func() { n *= 2 }()
	return 21
}
func several() (a int, s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	a, s = 1, "partly"
	panic("stop")
}
func shadowed() (err error) {
	defer func() { fmt.Println("deferred sees", err) }()
	if _, err := several2(); err != nil {
		return errors.Join(err, errors.New("more"))
	}
	return
}
func several2() (int, error) { return 0, errors.New("two") }
func swap(a, b int) (x, y int) {
	x, y = a, b
	return y, x
}

type point struct{ x, y int }

var kept *point

func addressed() (p point) {
	kept = &p
	defer func() { kept.y = 7 }()
	p.x = 1
	return
}
func array() (a [2]int) {
	p := &a
	defer func() { p[1]++ }()
	return [2]int{p[0] + 5, 6}
}
func again() (n int) {
	defer func() {
		recover()
		defer func() { n++ }()
		n += 10
	}()
	defer func() { panic(n) }()
	return 1
}
func blank() (_ int, s string) {
	defer func() { s += "!" }()
	return 1, "blank"
}

func main() {
	fmt.Println(plain(), named())
	fmt.Println(several())
	fmt.Println(shadowed())
	fmt.Println(swap(1, 2))
	p := addressed()
	kept.x = 100
	fmt.Println(p, *kept, array(), again())
	fmt.Println(blank())
}
