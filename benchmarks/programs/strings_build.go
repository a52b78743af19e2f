// Building strings piece by piece, and going over them byte by byte.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

const size = 1000000

func record(i int) string {
	return "id=" + strconv.Itoa(i) + ";name=n" + strconv.Itoa(i%97)
}

func main() {
	var b strings.Builder
	for i := 0; i < size; i++ {
		b.WriteString(record(i))
		b.WriteByte('\n')
	}
	text := b.String()
	fields := 0
	for i := 0; i < len(text); i++ {
		if text[i] == ';' || text[i] == '\n' {
			fields++
		}
	}
	fmt.Println(len(text), fields)
}
