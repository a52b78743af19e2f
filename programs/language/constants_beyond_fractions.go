// Floating-point constants of enormous and of tiny size: 512 bits of precision, exponents up to two billion.
package main

import "fmt"

const (
	huge  = 1e646456992
	tiny  = 1e-646456992
	third = 1e5000 / 3
	big   = 1e2000
	hex   = 0x1.8p20000
)

func main() {
	fmt.Println(huge/1e646456990, huge*tiny, tiny*1e646456990)
	fmt.Println(big/1e1998, int(big/1e1999), third*3/1e5000, hex/0x1p20000)
	fmt.Println(float32(tiny), float64(tiny), complex(tiny, 1), tiny > 0, -huge < tiny, huge == huge+1, huge-huge)
	const c = complex(1e5000, 1e5001)
	fmt.Println(real(c)/1e5000, imag(c)/1e5000, c/1e5000, c/c)
	const whole = 1e-3000 * 1e3001
	var a [whole]int
	fmt.Println(len(a), whole == 10, third/1e4999)
	const f = 1.0 / 3 * 1e2000
	const g = f * 3 / 1e2000
	fmt.Println(g == 1, int(g), 0.1e-5000+1, 1/(1+1e-1000) == 1, 1/(1+1e-2000) == 1, 1e3000+1 == 1e3000)
}
