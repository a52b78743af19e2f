package main

func closed() {
	c := make(chan int, 1)
	c <- 1
	close(c)
	c <- 2
	close(c)
	c = make(chan int)
	close(c)
}

func neverMade() {
	var c chan int
	if len(c) == 0 {
		c <- 1
	}
	close(c)
	d := (chan int)(nil)
	d = nil
	d <- 1
}

func inBranch(b bool) {
	c := make(chan int)
	close(c)
	if b {
		c <- 1
	} else {
		close(c)
	}
	for b {
		c <- 1
	}
}

func twice() {
	c := make(chan int)
	defer close(c)
	c <- 1
	close(c)
}

func twoDefers() {
	c := make(chan int)
	defer close(c)
	defer close(c)
}

func eachRound(n int) {
	c := make(chan int)
	for range n {
		close(c)
	}
}

func selected() {
	c := make(chan int, 1)
	close(c)
	select {
	case c <- 1:
	default:
	}
}

func main() {}
