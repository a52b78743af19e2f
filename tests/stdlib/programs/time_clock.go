// The virtual clock starts at a fixed instant, in a zone called Local.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	fmt.Println(start.Format(time.RFC3339), start.Location(), start.Unix())
	name, offset := start.Zone()
	fmt.Println(name, offset, start.Year(), start.YearDay(), start.Weekday())
	later := start.Add(2 * time.Second)
	fmt.Println(later.Sub(start), later.Truncate(time.Minute), start.UTC().Location())
	time.Sleep(1500 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 1500*time.Millisecond, d < 1600*time.Millisecond, time.Until(later) < 500*time.Millisecond)
}
