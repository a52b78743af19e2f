// Package hmac signs messages with a key and a hash function.
package hmac

import "hash"

// mac hashes the message between two blocks made of the key: RFC 2104.
type mac struct {
	inner, outer       hash.Hash
	innerKey, outerKey []byte
}

// New returns the HMAC of the hash function that h makes, which must make a new one each time.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &mac{inner: h(), outer: h()}
	size := m.inner.BlockSize()
	if len(key) > size {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.innerKey, m.outerKey = make([]byte, size), make([]byte, size)
	copy(m.innerKey, key)
	copy(m.outerKey, key)
	for i := range size {
		m.innerKey[i] ^= 0x36
		m.outerKey[i] ^= 0x5c
	}
	m.Reset()
	return m
}

func (m *mac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.innerKey)
}

func (m *mac) Write(p []byte) (int, error) { return m.inner.Write(p) }
func (m *mac) Size() int                   { return m.outer.Size() }
func (m *mac) BlockSize() int              { return m.inner.BlockSize() }

func (m *mac) Sum(in []byte) []byte {
	sum := m.inner.Sum(nil)
	m.outer.Reset()
	m.outer.Write(m.outerKey)
	m.outer.Write(sum)
	return m.outer.Sum(in)
}

// Equal compares two signatures.
func Equal(mac1, mac2 []byte) bool { return string(mac1) == string(mac2) }
