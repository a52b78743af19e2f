package main

import (
	"fmt"
	"strconv"
)

func try(base int) {
	defer func() { fmt.Println(base, recover()) }()
	fmt.Println(strconv.FormatInt(-255, base), strconv.FormatUint(255, base), string(strconv.AppendInt(nil, 7, base)))
}

func main() {
	for _, base := range []int{-1, 0, 1, 2, 10, 16, 36, 37, 63} {
		try(base)
	}
}
