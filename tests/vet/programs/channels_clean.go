package main

func switchedOff(in, out chan int) {
	var send chan int
	for {
		select {
		case send <- 1:
		case <-in:
			send = out
		}
	}
}

func madeLater(b bool) {
	var c chan int
	if b {
		c = make(chan int, 1)
	}
	if c != nil {
		c <- 1
	}
	var d chan int
	func() { d = make(chan int, 1) }()
	d <- 1
	var e chan int
	fill(&e)
	e <- 1
}

func fill(c *chan int) { *c = make(chan int, 1) }

func conditional(b bool) {
	c := make(chan int, 1)
	if b {
		close(c)
	}
	if !b {
		c <- 1
	}
	for i := range 3 {
		if i == 1 {
			close(c)
		}
	}
}

func oneRound() {
	c := make(chan int)
	for {
		close(c)
		break
	}
	for range 2 {
		d := make(chan int)
		close(d)
	}
	for range 2 {
		c = make(chan int)
		close(c)
	}
}

func received() {
	c := make(chan int)
	close(c)
	<-c
	for range c {
	}
	v, ok := <-c
	_, _ = v, ok
}

func goroutines() {
	c := make(chan int)
	go func() {
		defer close(c)
		c <- 1
	}()
	<-c
	d := make(chan int, 1)
	close(d)
	go func() {
		d := make(chan int, 1)
		d <- 1
	}()
}

func deferredOrNot(b bool) {
	c := make(chan int)
	if b {
		defer close(c)
		return
	}
	close(c)
}

func main() {}
