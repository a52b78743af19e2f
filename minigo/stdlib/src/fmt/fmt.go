// Package fmt prints and scans values.
package fmt

import (
	"errors"
	"internal/stdio"
	"io"
	"strconv"
)

// Stringer is implemented by values that describe themselves.
type Stringer interface {
	String() string
}

// GoStringer is asked by the verb %#v.
type GoStringer interface {
	GoString() string
}

// State is what a Formatter writes to.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter is implemented by values that format themselves.
type Formatter interface {
	Format(f State, verb rune)
}

// FormatString returns the directive, with its flags, that a Formatter was called for.
func FormatString(state State, verb rune) string {
	directive := "%"
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			directive += string(c)
		}
	}
	if w, ok := state.Width(); ok {
		directive += strconv.Itoa(w)
	}
	if p, ok := state.Precision(); ok {
		directive += "." + strconv.Itoa(p)
	}
	return directive + string(verb)
}

type state struct {
	buf   []byte
	wid   int
	prec  int
	flags string
}

func (s *state) Write(b []byte) (n int, err error) {
	s.buf = append(s.buf, b...)
	return len(b), nil
}

func (s *state) WriteString(b string) (n int, err error) {
	s.buf = append(s.buf, b...)
	return len(b), nil
}

func (s *state) Width() (wid int, ok bool)      { return max(s.wid, 0), s.wid >= 0 }
func (s *state) Precision() (prec int, ok bool) { return max(s.prec, 0), s.prec >= 0 }

func (s *state) Flag(c int) bool {
	for i := 0; i < len(s.flags); i++ {
		if int(s.flags[i]) == c {
			return true
		}
	}
	return false
}

// format runs a Formatter for the native printer and returns what it wrote.
func format(f Formatter, verb rune, wid, prec int, flags string) []byte {
	s := &state{wid: wid, prec: prec, flags: flags}
	f.Format(s, verb)
	return s.buf
}

// Only the native printer calls format; this keeps it in the program.
var _ = format

func Sprint(a ...any) string
func Sprintln(a ...any) string
func Sprintf(format string, a ...any) string

func Print(a ...any) (n int, err error)   { return stdio.Stdout().WriteString(Sprint(a...)) }
func Println(a ...any) (n int, err error) { return stdio.Stdout().WriteString(Sprintln(a...)) }
func Printf(format string, a ...any) (n int, err error) {
	return stdio.Stdout().WriteString(Sprintf(format, a...))
}

func Fprint(w io.Writer, a ...any) (n int, err error)   { return w.Write([]byte(Sprint(a...))) }
func Fprintln(w io.Writer, a ...any) (n int, err error) { return w.Write([]byte(Sprintln(a...))) }
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return w.Write([]byte(Sprintf(format, a...)))
}

func Append(b []byte, a ...any) []byte   { return append(b, Sprint(a...)...) }
func Appendln(b []byte, a ...any) []byte { return append(b, Sprintln(a...)...) }
func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, Sprintf(format, a...)...)
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// errorf formats and returns the indexes of the operands of %w, in order and without repetition.
func errorf(format string, a []any) (string, []int)

// Errorf makes an error from a format; the operands of %w are wrapped.
func Errorf(format string, a ...any) (err error) {
	msg, wrapped := errorf(format, a)
	switch len(wrapped) {
	case 0:
		return errors.New(msg)
	case 1:
		err, _ := a[wrapped[0]].(error)
		return &wrapError{msg, err}
	}
	var errs []error
	for _, i := range wrapped {
		if err, ok := a[i].(error); ok {
			errs = append(errs, err)
		}
	}
	return &wrapErrors{msg, errs}
}
