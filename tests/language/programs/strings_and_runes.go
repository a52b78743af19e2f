// A string is bytes; ranging decodes runes, and what is no UTF-8 is U+FFFD of width one.
package main

import "fmt"

func main() {
	s := "a\xffé\xe6\x97世\xed\xa0\x80!"
	for i, r := range s {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println(len(s), len([]rune(s)))
	for i := 0; i < len(s); i++ {
		fmt.Printf("%02x ", s[i])
	}
	fmt.Println()
	fmt.Printf("%q %q %x\n", s, []rune(s), string([]rune(s)) == s)
	for _, r := range []rune{65, 0xe9, 0x4e16, 0x1f600, 0xd800, 0x110000, -1} {
		fmt.Printf("%q %d ", string(r), len(string(r)))
	}
	fmt.Println()
	b := []byte(s[:3])
	b[0] = 'z'
	fmt.Println(s[0], b[0], string(b) == s[:3], string(b[:1])+"!", s[1:2] == "\xff")
	fmt.Println("abc" < "abd", "abc" < "ab", "" < "a", "Z" < "a", "é" > "z", "a"+"b" == "ab")
	t := "x"
	u := t
	t += "y"
	fmt.Println(t, u, `raw \n`+"\t|\u00e9\U0001F600\x41\101")
	type name string
	n := name("héllo")
	fmt.Println(n[1:3], len(n), []byte(n), []rune(n), string(n[0]))
}
