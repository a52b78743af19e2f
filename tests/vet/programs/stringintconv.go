package main

type text string
type number int
type bytes = byte

func generic[T ~int | ~uint8, S ~string, B byte | rune](x T, b B) {
	_ = string(x)
	_ = S(x)
	_ = S(b)
	_ = text(x)
}

func main() {
	i := 65
	var n number = 65
	var r rune = 65
	var b byte = 65
	_ = string(i)
	_ = string(n)
	_ = text(i)
	_ = text(n)
	_ = string(r)
	_ = string(b)
	_ = string(65)
	_ = string('a')
	_ = string(rune(i))
	_ = string([]byte{65})
	_ = string(uint64(i))
	_ = (string)(i)
	_ = string(bytes(65))
	_ = text("x")
}
