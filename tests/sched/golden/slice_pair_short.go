// A pair that wakes each other for less than a time slice keeps a third goroutine waiting.
package main

func main() {
	ping, pong := make(chan int), make(chan int)
	turn := -1
	round := 0
	go func() { turn = round }()
	go func() {
		for v := range ping {
			pong <- v
		}
	}()
	for ; round < 200; round++ {
		ping <- round
		<-pong
	}
	println(turn)
}
