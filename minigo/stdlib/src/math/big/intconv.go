package big

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Format is fmt's: with the verbs b, o, O, d, x, X, s and v.
func (x *Int) Format(s fmt.State, ch rune) {
	var base int
	switch ch {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'd', 's', 'v':
		base = 10
	case 'x', 'X':
		base = 16
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.Sign() < 0:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch ch {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x':
			prefix = "0x"
		case 'X':
			prefix = "0X"
		}
	}
	if ch == 'O' {
		prefix = "0o"
	}
	text := digits(x.n, base)
	if ch == 'X' {
		text = strings.ToUpper(text)
	}
	precision, precise := s.Precision()
	if precise {
		if precision == 0 && text == "0" {
			return
		}
		text = strings.Repeat("0", max(0, precision-len(text))) + text
	}
	left, zeros, right := 0, 0, 0
	if width, ok := s.Width(); ok {
		missing := max(0, width-len(sign)-len(prefix)-len(text))
		switch {
		case s.Flag('-'):
			right = missing
		case s.Flag('0') && !precise:
			zeros = missing
		default:
			left = missing
		}
	}
	io.WriteString(s, strings.Repeat(" ", left)+sign+prefix+strings.Repeat("0", zeros)+text+strings.Repeat(" ", right))
}

// Scan is fmt's: with the verbs b, o, d, x, X, s and v.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	s.SkipSpace()
	first := true
	token, err := s.Token(false, func(r rune) bool {
		sign := first && (r == '+' || r == '-')
		first = false
		return sign || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	})
	if err != nil {
		return err
	}
	if len(token) == 0 {
		return io.ErrUnexpectedEOF
	}
	if _, ok := z.SetString(string(token), base); !ok {
		return errors.New("number has no digits")
	}
	return nil
}

func (x *Int) AppendText(b []byte) ([]byte, error) { return x.Append(b, 10), nil }
func (x *Int) MarshalText() ([]byte, error)        { return []byte(x.String()), nil }

func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return []byte(x.String()), nil
}

func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}
