package main

import (
	"fmt"
	"sync"
)

var once sync.Once
var config string
var loaded bool

func get() string {
	if !loaded { // race
		config = "x" // race
		loaded = true // race
	}
	return config // race
}

func main() {
	once.Do(func() {})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { _ = get() })
	}
	wg.Wait()
	fmt.Println(config)
}
