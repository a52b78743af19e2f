// goto, labels, switch with fallthrough, type switches.
package main

import "fmt"

func collatz(n int) int {
	steps := 0
loop:
	if n == 1 {
		goto done
	}
	if n%2 == 0 {
		n /= 2
	} else {
		n = 3*n + 1
	}
	steps++
	goto loop
done:
	return steps
}

func nested() {
	i := 0
top:
	i++
	for j := 0; j < 5; j++ {
		switch j {
		case 2:
			if i < 3 {
				goto top
			}
		case 3:
			goto out
		}
		fmt.Print(i, j, " ")
	}
out:
	fmt.Println("out", i)
	{
		k := 0
	inner:
		k++
		if k < 3 {
			goto inner
		}
		fmt.Println("k", k)
	}
	var fs []func() int
	n := 0
again:
	x := n
	fs = append(fs, func() int { x++; return x })
	n++
	if n < 3 {
		goto again
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

func labels() {
outer:
	for i := 0; i < 3; i++ {
	sw:
		switch {
		case i == 1:
			for {
				break sw
			}
			fmt.Println("unreached?")
		case i == 2:
			continue outer
		default:
			for j := range 3 {
				if j == 1 {
					continue outer
				}
				if j == 2 {
					break outer
				}
				fmt.Println("j", j)
			}
		}
		fmt.Println("after switch", i)
	}
	c := make(chan int, 1)
sel:
	for {
		select {
		case c <- 1:
			fmt.Println("sent")
		case v := <-c:
			fmt.Println("got", v)
			break sel
		}
	}
	select {
	case c <- 5:
		if len(c) == 1 {
			break
		}
		fmt.Println("no")
	default:
	}
}

func switches(x int, s string, v any) {
	switch x := x + 1; {
	case x > 5:
		fmt.Print("big ")
		fallthrough
	case x > 100:
		fmt.Print("huge ")
	default:
		fmt.Print("small ")
		fallthrough
	case x == 77:
		fmt.Print("77 ")
	}
	switch s {
	case "a", "b":
		fmt.Print("ab ")
	case "c":
	default:
		fmt.Print("other ")
	}
	switch y := v.(type) {
	case int, int8:
		fmt.Printf("%T ", y)
	case string:
		fmt.Print(len(y), " ")
	case error:
		fmt.Print(y.Error(), " ")
	case func() int:
		fmt.Print(y(), " ")
	case nil:
		fmt.Print("nil ")
	case []int:
		y[0] = 5
		fmt.Print(y, " ")
	case struct{ a int }:
		y.a++
		fmt.Print(y, v, " ")
	case *int:
		*y++
	default:
		fmt.Printf("def %T ", y)
	}
	switch v.(type) {
	case fmt.Stringer:
		fmt.Print("stringer")
	}
	switch v {
	case 1:
		fmt.Print("one")
	case "x":
		fmt.Print("x")
	case nil:
		fmt.Print("isnil")
	}
	switch f := func() bool { return x > 3 }; f() {
	case true:
		fmt.Print(" T")
	case false:
		fmt.Print(" F")
	}
	switch {
	}
	switch x {
	}
	fmt.Println()
}

type err struct{}

func (err) Error() string  { return "err!" }
func (err) String() string { return "str" }

func many(x int) string {
	switch x {
	case 0: return "0"
	case 1: return "1"
	case 2: return "2"
	case 3: return "3"
	case 4: return "4"
	case 5: return "5"
	case 6: return "6"
	case 7: return "7"
	case 8: return "8"
	case 9: return "9"
	case 10: return "10"
	case 11: return "11"
	case 12: return "12"
	case 13: return "13"
	case 14: return "14"
	case 15: return "15"
	case 16: return "16"
	case 17: return "17"
	case 18: return "18"
	case 19: return "19"
	case 20: return "20"
	case 21: return "21"
	case 22: return "22"
	case 23: return "23"
	case 24: return "24"
	case 25: return "25"
	case 26:
		for {
			break
		}
	default:
		return "d"
	}
	return "e"
}

func main() {
	fmt.Println(collatz(27))
	nested()
	labels()
	n := 1
	switches(1, "a", 3)
	switches(6, "c", "hello")
	switches(4, "z", err{})
	switches(4, "z", nil)
	switches(4, "z", []int{1, 2})
	switches(4, "z", func() int { return 42 })
	switches(4, "z", struct{ a int }{1})
	switches(4, "z", &n)
	switches(4, "z", 1.5)
	switches(4, "z", 1)
	switches(4, "z", "x")
	fmt.Println(n, many(0), many(25), many(26), many(27))
}
