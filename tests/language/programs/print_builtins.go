// print and println write to stderr, floats in their own format and nothing converted.
package main

type text string
type number int8

func main() {
	println(1, -1, true, "text", 'a', uint8(200), int64(-1<<63), uint64(1<<64-1))
	println(1.0, 1.5, -0.25, 1e100, 1e-10, 123456789.0, 100000000000.0, float32(0.1))
	zero := 0.0
	println(1/zero, -1/zero, zero/zero, -zero, 1+2i, complex64(2-3i), complex(1/zero, zero/zero))
	println(text("named"), number(-5), rune(65), uintptr(7), 'x'+1, "a"+"b", 1<<40)
	var p *int
	var m map[string]int
	var f func()
	var c chan int
	println(p, m, f, c, nil == p)
	print("no", "spaces", 1, 2, " ", 1.5, true, "\n")
	print()
	println()
	println("日本\xff", len("日本"))
	print(1, "\n", -2.5, "\n")
}
