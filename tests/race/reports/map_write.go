package main

import (
	"fmt"
	"time"
)

func main() {
	m := map[string]int{}
	go func() { m["a"] = 1 }()
	time.Sleep(10 * time.Millisecond)
	m["b"] = 2
	fmt.Println(len(m))
}
