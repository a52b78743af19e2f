// Ticker: delivers a tick at regular intervals until it is stopped.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ticker := time.NewTicker(5 * time.Millisecond)
	for i := 1; i <= 3; i++ {
		<-ticker.C
		fmt.Println("tick", i)
	}
	fmt.Println("took at least 15ms:", time.Since(start) >= 15*time.Millisecond)

	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("a tick after Stop")
	case <-time.After(50 * time.Millisecond):
		fmt.Println("stopped")
	}
}
