//go:build go1.22

package main

import "time"

func wait(c chan int) {
	for {
		select {
		case <-c:
		case <-time.After(time.Second):
			return
		}
		<-time.After(time.Second)
	}
}

func once(c chan int) {
	select {
	case <-c:
	case <-time.After(time.Second):
	}
	for range 3 {
		go func() {
			select {
			case <-c:
			case <-time.After(time.Second):
			}
		}()
	}
}

func main() {}
