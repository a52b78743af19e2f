// Labelled break and continue leave outer statements; goto jumps within a function.
package main

import "fmt"

func main() {
outer:
	for i := range 4 {
		for j := range 4 {
			switch {
			case j == 1:
				continue
			case j == 3:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
choose:
	switch {
	default:
		for {
			if true {
				break choose
			}
		}
	}
wait:
	select {
	default:
		for range 3 {
			break wait
		}
	}
block:
	{
		fmt.Println("block")
		if len("x") == 1 {
			break block
		}
		fmt.Println("never")
	}
	i := 0
again:
	i++
	if i < 3 {
		goto again
	}
	fmt.Println(i)
	for j := 0; ; j++ {
		if j == 5 {
			goto end
		}
	}
end:
	var fs []func() int
	n := 0
loop:
	x := n
	fs = append(fs, func() int { x++; return x })
	n++
	if n < 3 {
		goto loop
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	switch n {
	case 3:
		fmt.Println("three")
		fallthrough
	case 4:
		fmt.Println("four")
	case 5:
		fmt.Println("never")
	}
L:
	for L := range 2 {
		fmt.Print(L)
		continue L
	}
	fmt.Println()
}
