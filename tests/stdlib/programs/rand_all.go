// Packages math/rand and math/rand/v2: seeded generators give the same numbers as real Go's.
package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
	"time"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	for _, seed := range []int64{1, 42, 0, -7, 1 << 40} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(r.Int(), r.Int63(), r.Int31(), r.Uint32(), r.Uint64(), r.Float64(), r.Float32(), r.Intn(10), r.Intn(1000), r.Intn(1<<40), r.Int63n(1e12), r.Int31n(7), r.Int31n(8), r.Perm(8))
		s := []string{"a", "b", "c", "d", "e"}
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		b := make([]byte, 10)
		r.Read(b)
		fmt.Println(s, b)
		sum := 0
		for range 1000 {
			sum += r.Intn(100)
		}
		fmt.Println(sum)
		x, y := 0.0, 0.0
		for range 500 {
			x += r.NormFloat64()
			y += r.ExpFloat64()
		}
		fmt.Printf("%.9f %.9f\n", x, y)
		r.Seed(seed)
		fmt.Println(r.Int())
	}
	p := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(p.Int(), p.Int64(), p.Int32(), p.Uint32(), p.Uint64(), p.Uint(), p.Float64(), p.Float32(), p.IntN(10), p.IntN(64), p.Int64N(1e15), p.Int32N(9), p.Uint32N(100), p.Uint64N(1<<63+5), p.UintN(3), p.Perm(6))
	x, y := 0.0, 0.0
	for range 500 {
		x += p.NormFloat64()
		y += p.ExpFloat64()
	}
	fmt.Printf("%.9f %.9f\n", x, y)
	s := []int{1, 2, 3, 4, 5, 6, 7}
	p.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	for range 100 {
		if n := rand.Intn(6); n < 0 || n > 5 {
			fmt.Println("out of range", n)
		}
		if n := randv2.IntN(6); n < 0 || n > 5 {
			fmt.Println("out of range", n)
		}
		if f := randv2.Float64(); f < 0 || f >= 1 {
			fmt.Println("out of range", f)
		}
		if d := randv2.N(10 * time.Millisecond); d < 0 || d >= 10*time.Millisecond {
			fmt.Println("out of range", d)
		}
	}
	fmt.Println(len(rand.Perm(5)), len(randv2.Perm(3)), rand.Int() >= 0, randv2.N(uint8(1)))
	try("Intn", func() { rand.Intn(0) })
	try("Int63n", func() { rand.Int63n(-1) })
	try("Int31n", func() { rand.Int31n(0) })
	try("IntN", func() { randv2.IntN(0) })
	try("Uint64N", func() { randv2.Uint64N(0) })
	try("N", func() { randv2.N(0) })
	try("Shuffle", func() { rand.Shuffle(-1, nil) })
}
