// Package strings: searching, splitting, mapping, trimming, Builder, Reader, Replacer.
package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	texts := []string{"", "hello world", "a,b,,c", "héllo wörld", "日本語日本", "  spaced \t out\n", "bad\xff\xfeutf", "AbC", "aaa"}
	subs := []string{"", "o", "l", ",", "日本", "a", "\xff", "aa", "xyz", "ö"}
	for _, s := range texts {
		for _, t := range subs {
			fmt.Printf("%q %q: %v %v %v %d %d %d %d %d %v\n", s, t, strings.Contains(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.Index(s, t), strings.LastIndex(s, t), strings.Count(s, t), strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.ContainsAny(s, t))
			fmt.Printf("  %q %q %q %q\n", strings.Split(s, t), strings.SplitN(s, t, 2), strings.SplitAfter(s, t), strings.SplitAfterN(s, t, 2))
			fmt.Printf("  %q %q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
			fmt.Printf("  %q %q %q\n", strings.Replace(s, t, "<>", 1), strings.ReplaceAll(s, t, "-"), strings.Replace(s, t, "+", 3))
			before, after, found := strings.Cut(s, t)
			fmt.Printf("  %q %q %v\n", before, after, found)
		}
		fmt.Printf("%q: %q %q %q %q %q\n", s, strings.ToUpper(s), strings.ToLower(s), strings.Title(s), strings.TrimSpace(s), strings.ToTitle(s))
		fmt.Printf("%q %q %d %d\n", strings.Fields(s), strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == 'o' }), strings.IndexFunc(s, unicode.IsSpace), strings.LastIndexFunc(s, unicode.IsLetter))
		fmt.Printf("%q %q %q\n", strings.TrimFunc(s, unicode.IsLetter), strings.TrimLeftFunc(s, unicode.IsSpace), strings.TrimRightFunc(s, unicode.IsSpace))
		fmt.Printf("%q %q\n", strings.Map(func(r rune) rune {
			if r == 'l' {
				return -1
			}
			return unicode.ToUpper(r)
		}, s), strings.ToValidUTF8(s, "?"))
		fmt.Println(strings.IndexByte(s, 'o'), strings.LastIndexByte(s, 'o'), strings.IndexRune(s, '語'), strings.IndexRune(s, 0xFFFD), strings.ContainsRune(s, 'w'), strings.EqualFold(s, strings.ToUpper(s)), strings.Compare(s, "b"))
	}
	fmt.Println(strings.Join([]string{"a", "b", "c"}, "-"), strings.Join(nil, "x"), strings.Repeat("ab", 3), strings.Repeat("", 5), strings.Repeat("x", 0))
	fmt.Printf("%q %q %q\n", strings.SplitN("a,b,c,d", ",", 0), strings.SplitN("a,b,c,d", ",", 3), strings.SplitN("a,b,c,d", ",", -1))
	fmt.Println(strings.SplitN("a,b", ",", 0) == nil, strings.Split("", ",") == nil, len(strings.Split("", ",")), len(strings.Split("", "")))
	fmt.Println(strings.CutLast("a/b/c", "/"))
	fmt.Println(strings.CutPrefix("prefix-x", "prefix-"))
	fmt.Println(strings.CutSuffix("x.go", ".go"))
	fmt.Println(strings.CutSuffix("x.go", ".py"))
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("K", "\u212a"), strings.EqualFold("ς", "Σ"))
	try("repeat", func() { strings.Repeat("x", -1) })
	try("replacer", func() { strings.NewReplacer("a") })
	r := strings.NewReplacer("a", "1", "b", "2", "ab", "3", "", "_")
	fmt.Println(r.Replace("abcab"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>x</b>"), strings.NewReplacer("aaa", "3", "aa", "2", "a", "1").Replace("aaaaaaab"))
	fmt.Println(strings.NewReplacer("", "X").Replace("ab"), strings.NewReplacer("a", "b", "b", "a").Replace("abba"))

	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "%d,", i)
	}
	b.WriteByte('x')
	b.WriteRune('é')
	b.WriteString("end")
	n, err := b.Write([]byte("!"))
	fmt.Println(b.String(), b.Len(), n, err)
	b.Grow(10)
	b.Reset()
	fmt.Println(b.Len(), b.String() == "")
	try("grow", func() { b.Grow(-1) })

	rd := strings.NewReader("abcdé")
	fmt.Println(rd.Len(), rd.Size())
	buf := make([]byte, 3)
	fmt.Println(rd.Read(buf))
	fmt.Println(string(buf))
	fmt.Println(rd.UnreadRune())
	c, _ := rd.ReadByte()
	fmt.Println(string(c), rd.UnreadByte())
	rd.ReadByte()
	ru, size, err := rd.ReadRune()
	fmt.Println(string(ru), size, err, rd.UnreadRune())
	rd.ReadRune()
	fmt.Println(rd.ReadByte())
	fmt.Println(rd.Read(buf))
	rd.Reset("new")
	all, err := io.ReadAll(rd)
	fmt.Println(string(all), err, rd.Len())
	rd.Seek(1, io.SeekStart)
	var sb strings.Builder
	fmt.Println(io.Copy(&sb, rd))
	fmt.Println(sb.String())
	fmt.Println(io.WriteString(&sb, "more"))
	for line := range strings.Lines("one\ntwo\nthree") {
		fmt.Printf("%q ", line)
	}
	fmt.Println()
	fmt.Println(slices.Collect(strings.SplitSeq("a-b-c", "-")), slices.Collect(strings.FieldsSeq(" x  y ")))
	fmt.Println(slices.Collect(strings.SplitAfterSeq("a-b-c", "-")), slices.Collect(strings.FieldsFuncSeq("a1b2c", unicode.IsDigit)))
	fmt.Println(strings.Clone("x"), strings.ContainsFunc("abc1", unicode.IsDigit))
}
