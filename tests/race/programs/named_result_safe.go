package main

import (
	"errors"
	"fmt"
	"time"
)

func work() (err error) {
	done := make(chan bool)
	go func() {
		err = errors.New("late")
		close(done)
	}()
	<-done
	return nil
}

func main() {
	err := work()
	time.Sleep(time.Millisecond)
	fmt.Println(err == nil || true)
}
