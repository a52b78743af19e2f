package hex

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type encoder struct{ w io.Writer }

// NewEncoder returns a Writer that writes to w what it is given as digits.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	const chunk = 512
	for len(p) > 0 && err == nil {
		part := p[:min(len(p), chunk)]
		var written int
		written, err = e.w.Write([]byte(EncodeToString(part)))
		n += written / 2
		p = p[len(part):]
	}
	return n, err
}

// decoder holds digits that were read and not decoded yet, and the error of the reader.
type decoder struct {
	r      io.Reader
	digits []byte
	err    error
}

// NewDecoder returns a Reader of the bytes whose digits r gives.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.digits) < 2 && d.err == nil {
		buf := make([]byte, 1024)
		var read int
		read, d.err = d.r.Read(buf[len(d.digits):])
		d.digits = append(d.digits, buf[len(d.digits):][:read]...)
		if d.err == io.EOF && len(d.digits)%2 != 0 {
			d.err = io.ErrUnexpectedEOF
			if _, ok := value(d.digits[len(d.digits)-1]); !ok {
				d.err = InvalidByteError(d.digits[len(d.digits)-1])
			}
		}
	}
	n = min(len(p), len(d.digits)/2)
	decoded, err := Decode(p, d.digits[:n*2])
	d.digits = d.digits[2*decoded:]
	if err != nil {
		d.digits, d.err = nil, err
	}
	if len(d.digits) < 2 {
		return decoded, d.err
	}
	return decoded, nil
}

// AppendDecode appends the bytes whose digits src holds.
func AppendDecode(dst, src []byte) ([]byte, error) {
	decoded := make([]byte, DecodedLen(len(src)))
	n, err := Decode(decoded, src)
	return append(dst, decoded[:n]...), err
}

// Dump returns data as lines of offset, 16 bytes and the characters they are.
func Dump(data []byte) string {
	var b strings.Builder
	dumper := Dumper(&b)
	dumper.Write(data)
	dumper.Close()
	return b.String()
}

// dumper keeps what of the current line was written already.
type dumper struct {
	w      io.Writer
	line   []byte
	offset int
	closed bool
}

// Dumper writes to w what Dump returns, as it comes; Close writes what is missing of the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

// column writes one byte of a line, or the room for it.
func (d *dumper) column(index int, text string) error {
	switch index {
	case 7:
		text += " "
	case 15:
		text += " |"
	}
	_, err := io.WriteString(d.w, text)
	return err
}

func (d *dumper) endLine() error {
	shown := make([]byte, len(d.line))
	for i, c := range d.line {
		if c < 32 || c > 126 {
			c = '.'
		}
		shown[i] = c
	}
	d.line = d.line[:0]
	_, err := io.WriteString(d.w, string(shown)+"|\n")
	return err
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for _, c := range data {
		if len(d.line) == 0 {
			if _, err = fmt.Fprintf(d.w, "%08x  ", d.offset); err != nil {
				return n, err
			}
		}
		if err = d.column(len(d.line), fmt.Sprintf("%02x ", c)); err != nil {
			return n, err
		}
		n++
		d.offset++
		d.line = append(d.line, c)
		if len(d.line) == 16 {
			if err = d.endLine(); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if len(d.line) == 0 {
		return nil
	}
	for i := len(d.line); i < 16; i++ {
		if err := d.column(i, "   "); err != nil {
			return err
		}
	}
	return d.endLine()
}
