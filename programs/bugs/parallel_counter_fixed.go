// The body of RunParallel runs in several goroutines and counts in a variable of the benchmark.
//
// The repaired twin: nothing is reported.
package main

import (
	"fmt"
	"sync/atomic"
	"testing"
)

func main() {
	var n atomic.Int64
	testing.Benchmark(func(b *testing.B) {
		if b.N > 100 {
			b.SkipNow()
		}
		count := 0
		b.RunParallel(func(pb *testing.PB) {
			mine := 0
			for pb.Next() {
				mine++
			}
			n.Add(int64(mine))
		})
		n.Add(int64(count))
	})
	fmt.Println(n.Load() > 0)
}
