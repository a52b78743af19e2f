// A function that Once runs asks the same Once for what it makes.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync"
)

var (
	once   sync.Once
	config map[string]string
)

func load() map[string]string {
	once.Do(func() {
		config = map[string]string{"host": "localhost"}
		config["url"] = "http://" + config["host"]
	})
	return config
}

func main() {
	fmt.Println(load()["url"])
}
