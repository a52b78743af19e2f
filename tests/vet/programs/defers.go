package main

import (
	"fmt"
	"time"
)

func report(d time.Duration)                     {}
func nested(d time.Duration) func(time.Duration) { return report }

func main() {
	start := time.Now()
	defer report(time.Since(start))
	defer fmt.Println(time.Since(start), 1+time.Since(start))
	defer func() { report(time.Since(start)) }()
	defer nested(time.Since(start))(time.Duration(time.Since(start)))
	defer func(d time.Duration) {}(time.Since(start))
	defer time.Since(start)
	defer report(time.Until(start))
	report(time.Since(start))
}
