// The standard logger writes to stderr with the virtual date.
package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	log.Println("started")
	log.SetFlags(log.Ldate | log.Ltime | log.LUTC)
	log.SetPrefix("[p] ")
	log.Print("again")
	log.New(os.Stdout, "", log.LstdFlags).Println("to stdout")
	fmt.Println("end")
}
