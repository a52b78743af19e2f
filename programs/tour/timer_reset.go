// Timer: Stop tells whether it came in time, and Reset arms the same timer again.
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Hour)
	fmt.Println("was still running:", timer.Reset(time.Millisecond))
	<-timer.C
	fmt.Println("fired")
	fmt.Println("was still running:", timer.Stop())
	fmt.Println("was still running:", timer.Reset(time.Millisecond))
	<-timer.C
	fmt.Println("fired again")
}
