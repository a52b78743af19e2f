// What a slice expression or an index that is out of range says.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s, text, big := []int{1, 2, 3, 4}, "abc", 9
	three, two, minus := 3, 2, -1
	var array [3]int
	pointer := &array
	var null *[3]int
	try(func() { _ = s[big] })
	try(func() { _ = s[minus] })
	try(func() { s[big] = 1 })
	try(func() { _ = array[three] })
	try(func() { pointer[three]++ })
	try(func() { _ = text[big] })
	try(func() { _ = s[big:] })
	try(func() { _ = s[:big] })
	try(func() { _ = s[three:two] })
	try(func() { _ = s[minus:] })
	try(func() { _ = s[:two:big] })
	try(func() { _ = s[:three:two] })
	try(func() { _ = s[three:two:three] })
	try(func() { _ = text[big:] })
	try(func() { _ = text[two:1] })
	try(func() { _ = array[:big] })
	try(func() { _ = array[big:] })
	try(func() { null[0] = 1 })
	try(func() { fmt.Println(len(null), len(null[:])) })
	try(func() { _ = s[uint8(200)] })
	try(func() { _ = s[uint64(1<<63)] })
	try(func() { _ = make([]int, minus) })
	try(func() { _ = make([]int, two, 1+minus) })
	try(func() { _ = make([]int, 1<<62+big) })
	try(func() { _ = []int(nil)[0] })
}
