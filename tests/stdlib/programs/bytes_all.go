// Package bytes: the functions, Buffer and Reader.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
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
	for _, s := range []string{"", "hello", "a,b,,c", "  x y ", "héé", "aaa"} {
		b := []byte(s)
		for _, t := range []string{"", "l", ",", "a", "é", "zz"} {
			p := []byte(t)
			fmt.Println(bytes.Contains(b, p), bytes.HasPrefix(b, p), bytes.HasSuffix(b, p), bytes.Index(b, p), bytes.LastIndex(b, p), bytes.Count(b, p), bytes.Equal(b, p), bytes.Compare(b, p), bytes.IndexAny(b, t), bytes.LastIndexAny(b, t), bytes.ContainsAny(b, t))
			fmt.Printf("%q %q %q %q %q %q\n", bytes.Split(b, p), bytes.SplitN(b, p, 2), bytes.SplitAfter(b, p), bytes.ReplaceAll(b, p, []byte("-")), bytes.Replace(b, p, []byte("+"), 1), bytes.Trim(b, t))
			fmt.Printf("%q %q %q %q\n", bytes.TrimPrefix(b, p), bytes.TrimSuffix(b, p), bytes.TrimLeft(b, t), bytes.TrimRight(b, t))
			x, y, ok := bytes.Cut(b, p)
			fmt.Printf("%q %q %v %v\n", x, y, ok, y == nil)
		}
		fmt.Printf("%q %q %q %q %q %d %q\n", bytes.ToUpper(b), bytes.ToLower(b), bytes.Title(b), bytes.TrimSpace(b), bytes.Fields(b), bytes.Runes(b), bytes.FieldsFunc(b, unicode.IsPunct))
		fmt.Println(bytes.IndexByte(b, 'l'), bytes.LastIndexByte(b, 'l'), bytes.IndexRune(b, 'é'), bytes.IndexFunc(b, unicode.IsSpace), bytes.EqualFold(b, bytes.ToUpper(b)), string(bytes.Map(unicode.ToUpper, b)), string(bytes.TrimFunc(b, unicode.IsLetter)), bytes.TrimSpace(b) == nil)
	}
	fmt.Printf("%q %q %q\n", bytes.Join([][]byte{[]byte("a"), []byte("b")}, []byte("--")), bytes.Repeat([]byte("ab"), 3), bytes.Clone([]byte("c")))
	fmt.Println(bytes.Clone(nil) == nil, bytes.Equal(nil, []byte{}))
	try("repeat", func() { bytes.Repeat(nil, -1) })

	var b bytes.Buffer
	fmt.Fprintf(&b, "x=%d ", 5)
	b.WriteString("héllo")
	b.WriteByte('!')
	b.WriteRune('日')
	b.Write([]byte("\nline2\n"))
	fmt.Println(b.Len(), b.String())
	c, err := b.ReadByte()
	fmt.Println(string(c), err, b.UnreadByte())
	r, n, err := b.ReadRune()
	fmt.Println(string(r), n, err, b.UnreadRune())
	fmt.Println(b.UnreadRune())
	fmt.Println(b.UnreadByte())
	fmt.Printf("%q\n", b.Next(4))
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	lb, err := b.ReadBytes('X')
	fmt.Printf("%q %v\n", lb, err)
	fmt.Println(b.ReadByte())
	fmt.Println(b.Read(make([]byte, 2)))
	fmt.Println(b.Read(nil))
	nb := bytes.NewBufferString("abcdef")
	nb.Truncate(3)
	fmt.Println(nb, nb.Len(), string(nb.Bytes()))
	try("truncate", func() { nb.Truncate(10) })
	try("grow", func() { nb.Grow(-1) })
	nb.Grow(100)
	fmt.Println(nb.Cap() >= 100, nb.Available() >= 97)
	fmt.Println(nb.WriteTo(os.Stdout))
	fmt.Println(nb.Len(), nb.String() == "")
	fmt.Println(nb.ReadFrom(bytes.NewReader([]byte("from reader"))))
	fmt.Println(nb.String())
	nb.Reset()
	fmt.Println(nb.Len())
	var nilBuf *bytes.Buffer
	fmt.Println(nilBuf)
	rd := bytes.NewReader([]byte("reader"))
	all, err := io.ReadAll(rd)
	fmt.Println(string(all), err, rd.Len(), rd.Size())
	fmt.Println(rd.Seek(-2, io.SeekEnd))
	fmt.Println(rd.ReadByte())
	fmt.Println(rd.UnreadByte(), rd.UnreadRune())
	fmt.Println(rd.Seek(-1, io.SeekStart))
}
