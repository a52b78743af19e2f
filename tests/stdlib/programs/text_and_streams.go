// What packages unicode, strings, bytes, strconv, io, hash and encoding/hex have beside the common calls.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

func main() {
	for _, n := range []string{"Lu", "Nd", "Han"} {
		t := unicode.Categories[n]
		if t == nil {
			t = unicode.Scripts[n]
		}
		fmt.Println(n, len(t.R16), len(t.R32), t.LatinOffset, t.R16[:3])
	}
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.In('é', unicode.Latin, unicode.Greek), unicode.Properties["STerm"] == unicode.STerm, len(unicode.Categories), len(unicode.Scripts), len(unicode.Properties), len(unicode.FoldCategory), len(unicode.FoldScript), len(unicode.CategoryAliases), len(unicode.CaseRanges))
	fmt.Println(strings.ToUpperSpecial(unicode.TurkishCase, "iı hi"), string(bytes.ToLowerSpecial(unicode.TurkishCase, []byte("Iİ"))), strings.ToTitle("ǆabc"), strings.EqualFold("Kelvin", "\u212Aelvin"), strings.EqualFold("ß", "ẞ"))
	for r := 'A'; ; {
		fmt.Printf("%U ", r)
		r = unicode.SimpleFold(r)
		if r == 'A' {
			break
		}
	}
	for r := 'k'; ; {
		fmt.Printf("%U ", r)
		r = unicode.SimpleFold(r)
		if r == 'k' {
			break
		}
	}
	fmt.Println(unicode.To(3, 'a'), unicode.To(unicode.UpperCase, 'ǆ'))
	fmt.Printf("%T %T %v\n", unicode.TurkishCase, unicode.CaseRanges[0], unicode.CaseRanges[0])
	for _, s := range []string{`\n`, `\x41b`, `'`, `"`, "é", `\u00e9x`, `\377`, `\400`, ``, `\q`, "\xff"} {
		for _, q := range []byte{'"', '\'', 0} {
			fmt.Println(strconv.UnquoteChar(s, q))
		}
	}
	for _, s := range []string{`"abc"def`, "`a`b", `'a'b`, `''x`, `"ab`, `x`, `"a\"b"`, "\"a\nb\"", `'ab'`} {
		fmt.Println(strconv.QuotedPrefix(s))
		fmt.Println(strconv.Unquote(s))
	}
	for _, s := range []string{"1+2i", "(1e5-0x1p-2i)", "i", "3i", "nan+infi", "1+2", "1++2i", "1e400i", "-inf", "1_0i", "0x1_0p0", "(1", "+NaN-Infi", "1e1000+1e1000i", "1e1000x"} {
		c, e := strconv.ParseComplex(s, 128)
		fmt.Println(c, e)
		c, e = strconv.ParseComplex(s, 64)
		fmt.Println(c, e)
	}
	fmt.Println(strconv.FormatComplex(complex(1, -2.5), 'g', -1, 128), strconv.FormatComplex(complex(1e10, 3), 'e', 3, 64), string(strconv.AppendQuoteToASCII(nil, "é")))
	fmt.Println(sort.IntSlice{1, 3, 5}.Search(3), sort.StringSlice{"a", "c"}.Search("b"))
	sr := io.NewSectionReader(strings.NewReader("hello world"), 3, 5)
	b, _ := io.ReadAll(sr)
	fmt.Printf("%q %d\n", b, sr.Size())
	fmt.Println(sr.Seek(-2, 2))
	b, _ = io.ReadAll(sr)
	fmt.Printf("%q\n", b)
	buf := make([]byte, 10)
	n, err := sr.ReadAt(buf, 2)
	fmt.Println(n, err, string(buf[:n]))
	_, err = sr.Seek(0, 9)
	fmt.Println(err)
	h := fnv.New128a()
	h.Write([]byte("hello"))
	fmt.Printf("%x %x %x\n", h.Sum(nil), fnv.New128().Sum(nil), sha256.Sum224([]byte("x")))
	fmt.Print(hex.Dump([]byte("hello, this is a\x00 longer text")))
	d := hex.NewDecoder(strings.NewReader("68656c6c6f"))
	b, err = io.ReadAll(d)
	fmt.Printf("%q %v\n", b, err)
	d = hex.NewDecoder(strings.NewReader("68656c6c6"))
	b, err = io.ReadAll(d)
	fmt.Printf("%q %v\n", b, err)
	d = hex.NewDecoder(strings.NewReader("68zz6c6c6"))
	b, err = io.ReadAll(d)
	fmt.Printf("%q %v\n", b, err)
	for l := range bytes.Lines([]byte("a\nb\nc")) {
		fmt.Printf("%q ", l)
	}
	for l := range bytes.SplitSeq([]byte("a,b,c"), []byte(",")) {
		fmt.Printf("%q ", l)
	}
	for l := range bytes.FieldsFuncSeq([]byte("a1b2c"), unicode.IsDigit) {
		fmt.Printf("%q ", l)
	}
}
