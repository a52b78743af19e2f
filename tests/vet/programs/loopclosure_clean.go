package main

import (
	"fmt"
	"sync"
)

func f(wg *sync.WaitGroup, xs []string) {
	for i, x := range xs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(i, x)
		}()
	}
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println(i) }()
	}
	for i, j := 0, 0; i < 3; i, j = i+1, j+2 {
		if i > 1 {
			go func() { fmt.Println(i) }()
		} else if i == 0 {
			fmt.Println()
		} else {
			go func() { fmt.Println(j) }()
		}
	}
	for i := range xs {
		switch i + 0 {
		case 1:
			go func() { fmt.Println(i) }()
		default:
			defer func() { fmt.Println(i) }()
		}
	}
	for i := range xs {
		for j := range xs {
			go func() { fmt.Println(i, j) }()
		}
	}
	for i := range xs {
		select {
		default:
			go func() { fmt.Println(i) }()
		}
	}
	var k int
	for k = range xs {
		go func() { fmt.Println(k) }()
	}
	for i := range xs {
		go func(i int) { fmt.Println(i) }(i)
		// Not at the end of the body.
		go func() { fmt.Println(i) }()
		wg.Wait()
	}
	for _, x := range xs {
		x := x
		go func() { fmt.Println(x) }()
	}
	for i := 0; i < 3; {
		go func() { fmt.Println(i) }()
		i++
	}
}

func main() {
	f(new(sync.WaitGroup), nil)
}
