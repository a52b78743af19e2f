// Packages bufio and io: Scanner, Reader, Writer and the helpers of io.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type slow struct{ parts []string }

func (s *slow) Read(p []byte) (int, error) {
	if len(s.parts) == 0 {
		return 0, io.EOF
	}
	n := copy(p, s.parts[0])
	s.parts[0] = s.parts[0][n:]
	if s.parts[0] == "" {
		s.parts = s.parts[1:]
	}
	return n, nil
}

type failing struct{ n int }

func (f *failing) Write(p []byte) (int, error) {
	if f.n -= len(p); f.n < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func (f *failing) Read(p []byte) (int, error) { return 0, errors.New("bad disk") }

type empty struct{}

func (empty) Read(p []byte) (int, error) { return 0, nil }

func scan(name string, r io.Reader, split bufio.SplitFunc) {
	s := bufio.NewScanner(r)
	s.Split(split)
	fmt.Print(name, ": ")
	for s.Scan() {
		fmt.Printf("%q ", s.Text())
	}
	fmt.Println(s.Err())
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	for _, text := range []string{"", "one", "one\n", "one\ntwo\r\n\nthree", " a  bb\tccc \n d", "é日\xffx"} {
		scan("lines", strings.NewReader(text), bufio.ScanLines)
		scan("words", strings.NewReader(text), bufio.ScanWords)
		scan("runes", strings.NewReader(text), bufio.ScanRunes)
		scan("bytes", strings.NewReader(text), bufio.ScanBytes)
	}
	scan("slow", &slow{[]string{"ab", "c\nd", "e\n", "f"}}, bufio.ScanLines)
	scan("long", strings.NewReader(strings.Repeat("x", 70000)), bufio.ScanLines)
	scan("bad", &failing{}, bufio.ScanLines)
	scan("empty", empty{}, bufio.ScanLines)
	scan("final", strings.NewReader("a,b,STOP,c"), func(data []byte, atEOF bool) (int, []byte, error) {
		i := strings.IndexByte(string(data), ',')
		if i < 0 {
			return 0, data, bufio.ErrFinalToken
		}
		if string(data[:i]) == "STOP" {
			return 0, nil, bufio.ErrFinalToken
		}
		return i + 1, data[:i], nil
	})
	scan("negative", strings.NewReader("abc"), func(data []byte, atEOF bool) (int, []byte, error) { return -1, nil, nil })
	scan("too far", strings.NewReader("abc"), func(data []byte, atEOF bool) (int, []byte, error) { return 10, nil, nil })
	scan("own error", strings.NewReader("abc"), func(data []byte, atEOF bool) (int, []byte, error) { return 0, nil, errors.New("own") })
	s := bufio.NewScanner(strings.NewReader("aaaa bbbbbbbb"))
	s.Buffer(make([]byte, 2), 6)
	s.Split(bufio.ScanWords)
	for s.Scan() {
		fmt.Print(s.Text(), " ")
	}
	fmt.Println(s.Err())
	try("buffer", func() { s.Buffer(nil, 1) })
	try("split", func() { s.Split(bufio.ScanLines) })

	r := bufio.NewReader(strings.NewReader("line one\nline two\r\nélast"))
	p, err := r.Peek(4)
	fmt.Printf("%q %v\n", p, err)
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	raw, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", raw, prefix, err)
	ru, n, err := r.ReadRune()
	fmt.Println(string(ru), n, err, r.UnreadRune(), r.UnreadRune())
	c, err := r.ReadByte()
	fmt.Println(c, err, r.UnreadByte(), r.UnreadByte())
	r.ReadRune()
	rest, err := r.ReadBytes('\n')
	fmt.Printf("%q %v\n", rest, err)
	fmt.Println(r.ReadByte())
	fmt.Println(r.ReadString('x'))
	small := bufio.NewReaderSize(strings.NewReader("0123456789abcdefghijklmnop\nx"), 16)
	raw, prefix, err = small.ReadLine()
	fmt.Printf("%q %v %v\n", raw, prefix, err)
	raw, prefix, err = small.ReadLine()
	fmt.Printf("%q %v %v\n", raw, prefix, err)
	small.Reset(strings.NewReader("0123456789abcdefghijklmnop"))
	fmt.Println(small.Peek(20))
	fmt.Println(small.Discard(5))
	_, err = small.ReadSlice('z')
	fmt.Println(err, small.Buffered(), small.Size())
	fmt.Println(small.Discard(50))
	fmt.Println(bufio.NewReader(empty{}).ReadByte())
	fmt.Println(bufio.NewReader(&failing{}).ReadByte())
	buf := make([]byte, 3)
	sr := bufio.NewReader(&slow{[]string{"ab", "cde"}})
	fmt.Println(sr.Read(buf))
	fmt.Println(io.ReadFull(sr, buf))
	fmt.Println(io.ReadFull(sr, buf))
	fmt.Println(io.ReadFull(strings.NewReader("ab"), buf))

	w := bufio.NewWriterSize(os.Stdout, 8)
	fmt.Fprint(w, "abc")
	fmt.Fprintln(os.Stdout, "[direct]")
	fmt.Println(w.Buffered(), w.Available(), w.Size())
	w.WriteString("defghijkl")
	w.WriteByte('!')
	w.WriteRune('é')
	fmt.Println(w.Buffered())
	fmt.Println(w.Flush())
	fw := bufio.NewWriterSize(&failing{5}, 4)
	fmt.Println(fw.WriteString("abc"))
	fmt.Println(fw.WriteString("defghi"))
	fmt.Println(fw.WriteByte('x'))
	fmt.Println(fw.Flush(), fw.Buffered())
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(os.Stdout))
	x, _ := rw.ReadString(0)
	rw.WriteString(x + "\n")
	rw.Flush()

	fmt.Println(io.Copy(io.Discard, strings.NewReader("12345")))
	fmt.Println(io.CopyN(os.Stdout, strings.NewReader("12345\n"), 3))
	fmt.Println(io.CopyN(io.Discard, strings.NewReader("12"), 3))
	all, err := io.ReadAll(io.LimitReader(strings.NewReader("abcdef"), 3))
	fmt.Println(string(all), err)
	all, err = io.ReadAll(io.MultiReader(strings.NewReader("ab"), strings.NewReader("cd")))
	fmt.Println(string(all), err)
	var sb1, sb2 strings.Builder
	fmt.Fprint(io.MultiWriter(&sb1, &sb2), "twice")
	fmt.Println(sb1.String(), sb2.String())
	all, _ = io.ReadAll(io.TeeReader(strings.NewReader("tee"), &sb1))
	fmt.Println(string(all), sb1.String())
	fmt.Println(io.ReadAtLeast(strings.NewReader("abc"), buf, 5))
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.CloseWithError(errors.New("pipe closed"))
	}()
	all, err = io.ReadAll(pr)
	fmt.Println(string(all), err)
	fmt.Println(io.NopCloser(strings.NewReader("")).Close(), io.EOF, io.ErrUnexpectedEOF, io.ErrShortWrite, io.ErrClosedPipe)
}
