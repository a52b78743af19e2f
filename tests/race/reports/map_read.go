package main

import (
	"fmt"
	"time"
)

func main() {
	m := map[int]int{1: 2}
	go func() { m[3] = 1 }()
	time.Sleep(10 * time.Millisecond)
	v, ok := m[1]
	fmt.Println(v, ok)
}
