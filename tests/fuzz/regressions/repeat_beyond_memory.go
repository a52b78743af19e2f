package main

import (
	"bytes"
	"strings"
)

func main() {
	defer func() { println(recover() != nil) }()
	defer func() { _ = strings.Repeat("a", 1<<62) }()
	_ = bytes.Repeat([]byte("ab"), 1<<62)
}
