// Two buffered stages of different sizes: how far each runs ahead.
package main

func main() {
	log := ""
	a, b := make(chan int, 2), make(chan int, 4)
	go func() {
		for i := range 10 {
			a <- i
			log += "a"
		}
		close(a)
	}()
	go func() {
		for v := range a {
			b <- v
			log += "b"
		}
		close(b)
	}()
	for range b {
		log += "c"
	}
	println(log)
}
