// Token bucket: bursts are allowed while there are tokens, then callers are turned away until the refill.
package main

import "fmt"

type Bucket struct{ tokens chan struct{} }

func NewBucket(size int) *Bucket {
	b := &Bucket{make(chan struct{}, size)}
	b.Refill()
	return b
}

func (b *Bucket) Refill() {
	for {
		select {
		case b.tokens <- struct{}{}:
		default:
			return
		}
	}
}

func (b *Bucket) Allow() bool {
	select {
	case <-b.tokens:
		return true
	default:
		return false
	}
}

func main() {
	bucket := NewBucket(3)
	for round := 1; round <= 2; round++ {
		for call := 1; call <= 4; call++ {
			fmt.Println("round", round, "call", call, "allowed:", bucket.Allow())
		}
		bucket.Refill()
	}
}
