// select.
package main

func main() {
	a, b := make(chan int), make(chan string, 1)
	var x int
	var ok bool
	select {
	case v := <-a:
		println(v)
	case x, ok = <-a:
		println(x, ok)
	case b <- "s":
	default:
		println("d")
	}
	select {
	case <-a:
		println("alone")
	}
	select {}
}
