// os.Exit: works from any goroutine.
package main

import (
	"fmt"
	"os"
)

func main() {
	go func() {
		fmt.Println("the goroutine ends it all")
		os.Exit(4)
	}()
	select {}
}
