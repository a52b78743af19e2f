// Package rand gives random bytes and numbers. Here they are a choice of the run, as those of math/rand are.
package rand

import (
	"errors"
	"io"
	"math/big"
	random "math/rand/v2"
)

type reader struct{}

// Reader never fails.
var Reader io.Reader = reader{}

func (reader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(random.Uint32())
	}
	return len(p), nil
}

// Read fills b from Reader.
func Read(b []byte) (int, error) { return io.ReadFull(Reader, b) }

// Text returns 26 random characters of the base32 alphabet, which are 130 bits.
func Text() string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	text := make([]byte, 26)
	Read(text)
	for i, b := range text {
		text[i] = alphabet[b%32]
	}
	return string(text)
}

// Int returns a number below max, each with the same probability.
func Int(rand io.Reader, max *big.Int) (*big.Int, error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	highest := new(big.Int).Sub(max, big.NewInt(1))
	for {
		n, err := bits(rand, highest.BitLen())
		if err != nil {
			return nil, err
		}
		if n.Cmp(max) < 0 {
			return n, nil
		}
	}
}

// bits reads a number of n bits.
func bits(rand io.Reader, n int) (*big.Int, error) {
	bytes := make([]byte, (n+7)/8)
	if _, err := io.ReadFull(rand, bytes); err != nil {
		return nil, err
	}
	if n%8 != 0 {
		bytes[0] &= 1<<(n%8) - 1
	}
	return new(big.Int).SetBytes(bytes), nil
}

// Prime returns a prime of so many bits, the two highest of them set.
func Prime(r io.Reader, n int) (*big.Int, error) {
	if n < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	for {
		p, err := bits(r, n)
		if err != nil {
			return nil, err
		}
		p.SetBit(p, n-1, 1).SetBit(p, n-2, 1)
		if n > 2 {
			p.SetBit(p, 0, 1)
		}
		if p.ProbablyPrime(20) {
			return p, nil
		}
	}
}
