// Package stdio is where package fmt prints to and scans from. Package os puts its variables behind the functions when
// it is in the program: programs without it start sooner.
package stdio

import "io"

// A Stream is one of the standard streams.
type Stream int

func write(fd int, b []byte) int
func writeString(fd int, s string) int
func read(fd int, b []byte) int

func (s Stream) Write(b []byte) (n int, err error)          { return write(int(s), b), nil }
func (s Stream) WriteString(text string) (n int, err error) { return writeString(int(s), text), nil }

func (s Stream) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	if n = read(int(s), b); n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Writer is what fmt prints to.
type Writer interface {
	io.Writer
	io.StringWriter
}

var (
	Stdin  = func() io.Reader { return Stream(0) }
	Stdout = func() Writer { return Stream(1) }
)
