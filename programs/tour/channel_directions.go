// Channel directions: the types say who may send and who may receive.
package main

import "fmt"

func produce(out chan<- string) {
	out <- "message"
	close(out)
}

func relay(in <-chan string, out chan<- string) {
	for s := range in {
		out <- "relayed " + s
	}
	close(out)
}

func main() {
	first, second := make(chan string), make(chan string)
	go produce(first) // a chan string may be used as either half
	go relay(first, second)
	for s := range second {
		fmt.Println(s)
	}
	fmt.Printf("%T %T %T\n", first, (<-chan string)(first), (chan<- string)(first))
}
