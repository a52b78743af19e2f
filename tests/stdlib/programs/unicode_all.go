// Packages unicode and unicode/utf8.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	for _, r := range []rune{'a', 'Z', '5', ' ', '\n', '_', '-', '+', '$', 'é', 'ß', 'ǅ', '日', '٣', '½', 0xA0, 0x2028, 0x200B, 0x301, 0xFFFD, 0x1F600, 0x10FFFF, -1, 0x110000, 0xD800, 0, 0x7f, 0x85, 'İ', 'ı', 'ſ', 'ﬁ'} {
		fmt.Printf("%U %v %v %v %v %v %v %v %v %v %v %v %v %v %U %U %U\n", r, unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsControl(r), unicode.IsPrint(r), unicode.IsGraphic(r), unicode.IsMark(r), unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r))
		fmt.Println(utf8.RuneLen(r), utf8.ValidRune(r), utf8.AppendRune(nil, r), string(r))
	}
	for _, s := range []string{"", "abc", "é", "日本", "\xff", "a\xffb", "\xe6\x97", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "😀", "\xf0\x9f\x98", "x\x80"} {
		b := []byte(s)
		r, n := utf8.DecodeRuneInString(s)
		l, m := utf8.DecodeLastRuneInString(s)
		fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), r, n, l, m, utf8.FullRuneInString(s), utf8.RuneCount(b), utf8.Valid(b), utf8.FullRune(b))
		fmt.Println(utf8.DecodeRune(b))
		fmt.Println(utf8.DecodeLastRune(b))
		for i, c := range s {
			fmt.Print(i, ":", c, " ")
		}
		fmt.Println([]rune(s), string([]rune(s)) == s)
	}
	buf := make([]byte, 4)
	fmt.Println(utf8.EncodeRune(buf, '日'), buf, utf8.RuneStart('a'), utf8.RuneStart(0x80), utf8.UTFMax, utf8.RuneError)
	fmt.Println(unicode.MaxRune, unicode.ReplacementChar)
}
