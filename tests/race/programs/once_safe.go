package main

import (
	"fmt"
	"sync"
)

var once sync.Once
var config string

func get() string {
	once.Do(func() { config = "x" })
	return config
}

func main() {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { _ = get() })
	}
	wg.Wait()
	fmt.Println(config)
}
