package main

import "io"

type reader interface{ Read() string }
type both interface {
	io.Reader
	Close()
}
type named interface{ Name() string }

func generic[T any](x interface{ Get() T }) {
	_, _ = x.(interface{ Get() int })
}

func main() {
	var r io.Reader
	var b both
	_, _ = r.(reader)
	_, _ = r.(named)
	_, _ = b.(io.ReadCloser)
	_, _ = r.(interface{ Read([]byte) (int, error) })
	switch r.(type) {
	case reader:
	case named, interface{ Read() }:
	case nil:
	}
	switch x := b.(type) {
	case io.Closer:
		_ = x
	}
}
