package fmt

import (
	"errors"
	"internal/stdio"
	"internal/unicode"
	"io"
	"strconv"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner is implemented by operands that scan themselves.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

func Scan(a ...any) (n int, err error)                 { return Fscan(stdio.Stdin(), a...) }
func Scanln(a ...any) (n int, err error)               { return Fscanln(stdio.Stdin(), a...) }
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(stdio.Stdin(), format, a...) }

func Sscan(str string, a ...any) (n int, err error)   { return Fscan(&textReader{s: str}, a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&textReader{s: str}, a...) }
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&textReader{s: str}, format, a...)
}

func Fscan(r io.Reader, a ...any) (n int, err error)   { return newScan(r, true, false).all(a) }
func Fscanln(r io.Reader, a ...any) (n int, err error) { return newScan(r, false, true).all(a) }
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScan(r, false, false).byFormat(format, a)
}

// textReader reads runes from a string.
type textReader struct {
	s    string
	i    int
	size int
}

func (t *textReader) Read(b []byte) (n int, err error) { return 0, io.EOF }

func (t *textReader) ReadRune() (r rune, size int, err error) {
	if t.i >= len(t.s) {
		t.size = 0
		return 0, 0, io.EOF
	}
	r, t.size = utf8.DecodeRuneInString(t.s[t.i:])
	t.i += t.size
	return r, t.size, nil
}

func (t *textReader) UnreadRune() error {
	t.i -= t.size
	t.size = 0
	return nil
}

// byteReader reads runes from a reader byte by byte, so as to take no more of it than needed.
type byteReader struct {
	r      io.Reader
	last   rune
	size   int
	unread bool
}

func (b *byteReader) ReadRune() (r rune, size int, err error) {
	if b.unread {
		b.unread = false
		return b.last, b.size, nil
	}
	var buf [utf8.UTFMax]byte
	n := 0
	for n == 0 || n < len(buf) && !utf8.FullRune(buf[:n]) {
		m, err := io.ReadFull(b.r, buf[n:n+1])
		n += m
		if err != nil {
			if n > 0 && err == io.EOF {
				break
			}
			return 0, 0, err
		}
	}
	b.last, b.size = utf8.DecodeRune(buf[:n])
	return b.last, b.size, nil
}

func (b *byteReader) UnreadRune() error {
	b.unread = true
	return nil
}

const (
	eof     = -1
	noWidth = 1 << 30

	binary  = "01"
	octal   = "01234567"
	decimal = "0123456789"
	hex     = "0123456789aAbBcCdDeEfF"

	floatVerbs = "beEfFgGv"
)

// scan is one call. The first failure stays in err, and nothing is read after it. left counts the runes that the width
// of the verb at hand leaves.
type scan struct {
	rs             io.RuneScanner
	left           int
	width          int
	newlineIsSpace bool
	newlineIsEnd   bool
	err            error
}

func newScan(r io.Reader, newlineIsSpace, newlineIsEnd bool) *scan {
	rs, ok := r.(io.RuneScanner)
	if !ok {
		rs = &byteReader{r: r}
	}
	return &scan{rs: rs, left: noWidth, width: noWidth, newlineIsSpace: newlineIsSpace, newlineIsEnd: newlineIsEnd}
}

func (s *scan) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *scan) failText(text string) { s.fail(errors.New(text)) }

func (s *scan) get() rune {
	if s.err != nil || s.left <= 0 {
		return eof
	}
	r, _, err := s.rs.ReadRune()
	if err != nil {
		if err != io.EOF {
			s.fail(err)
		}
		return eof
	}
	s.left--
	return r
}

func (s *scan) unget() {
	s.rs.UnreadRune()
	s.left++
}

// must is get where the input may not end.
func (s *scan) must() rune {
	r := s.get()
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// more reports whether there is input, and fails if there is none.
func (s *scan) more() bool {
	if s.get() == eof {
		s.fail(io.EOF)
		return false
	}
	s.unget()
	return true
}

func contains(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// take consumes a rune of set and returns it as text, "" if the next one is another.
func (s *scan) take(set string) string {
	r := s.get()
	if r == eof {
		return ""
	}
	if !contains(set, r) {
		s.unget()
		return ""
	}
	return string(r)
}

func (s *scan) takeAll(set string) string {
	text := ""
	for {
		t := s.take(set)
		if t == "" {
			return text
		}
		text += t
	}
}

func (s *scan) peek(set string) bool {
	r := s.get()
	if r == eof {
		return false
	}
	s.unget()
	return contains(set, r)
}

// ---------------------------------------------------------------- for Scanners

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if r = s.get(); r == eof {
		if s.err != nil {
			return 0, 0, s.err
		}
		return 0, 0, io.EOF
	}
	return r, utf8.RuneLen(r), nil
}

func (s *scan) UnreadRune() error {
	s.unget()
	return nil
}

func (s *scan) Width() (wid int, ok bool) {
	if s.width == noWidth {
		return 0, false
	}
	return s.width, true
}

func (s *scan) SkipSpace() {
	for {
		r := s.get()
		if r == eof {
			return
		}
		if r == '\r' && s.peek("\n") {
			continue
		}
		if r == '\n' {
			if s.newlineIsSpace {
				continue
			}
			s.failText("unexpected newline")
			return
		}
		if !unicode.IsSpace(r) {
			s.unget()
			return
		}
	}
}

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	if f == nil {
		f = notSpace
	}
	if skipSpace {
		s.SkipSpace()
	}
	text := s.while(f)
	return []byte(text), s.err
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

func (s *scan) while(f func(rune) bool) string {
	var text []byte
	for {
		r := s.get()
		if r == eof {
			return string(text)
		}
		if !f(r) {
			s.unget()
			return string(text)
		}
		text = utf8.AppendRune(text, r)
	}
}

// ---------------------------------------------------------------- operands

// pointee returns the kind of what an operand points to ("bytes" for a []byte), "" if it is no pointer; and its type.
func pointee(arg any) (kind, name string)

// store sets what arg points to; value has its kind.
func store(arg, value any)

func (s *scan) all(a []any) (n int, err error) {
	for _, arg := range a {
		if s.one('v', arg); s.err != nil {
			return n, s.err
		}
		n++
	}
	for s.newlineIsEnd {
		r := s.get()
		if r == '\n' || r == eof {
			break
		}
		if !unicode.IsSpace(r) {
			s.failText("expected newline")
		}
	}
	return n, s.err
}

func (s *scan) okVerb(verb rune, verbs, name string) bool {
	if contains(verbs, verb) {
		return true
	}
	s.failText("bad verb '%" + string(verb) + "' for " + name)
	return false
}

var sizes = map[string]int{"int8": 8, "int16": 16, "int32": 32, "uint8": 8, "uint16": 16, "uint32": 32}

func (s *scan) one(verb rune, arg any) {
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.err = err
		}
		return
	}
	kind, name := pointee(arg)
	bits := sizes[kind]
	if bits == 0 {
		bits = 64
	}
	var value any
	switch kind {
	case "":
		s.failText("type not a pointer: " + name)
	case "bool":
		value = s.bool(verb)
	case "int", "int8", "int16", "int32", "int64":
		value = s.int(verb, bits)
	case "uint", "uint8", "uint16", "uint32", "uint64", "uintptr":
		value = s.uint(verb, bits)
	case "float32", "float64":
		if s.okVerb(verb, floatVerbs, kind) && s.ready() {
			bits = 64
			if kind == "float32" {
				bits = 32
			}
			value = s.convert(s.float(), bits)
		}
	case "complex64", "complex128":
		if s.okVerb(verb, floatVerbs, "complex") && s.ready() {
			value = s.complex()
		}
	case "string":
		value = s.text(verb)
	case "bytes":
		value = []byte(s.text(verb))
	default:
		s.failText("can't scan type: " + name)
	}
	if s.err == nil {
		store(arg, value)
	}
}

// ready skips spaces and reports whether there is input.
func (s *scan) ready() bool {
	s.SkipSpace()
	return s.err == nil && s.more()
}

// bool reads as much of true or false as is there; other letters are false.
func (s *scan) bool(verb rune) bool {
	if !s.ready() || !s.okVerb(verb, "tv", "boolean") {
		return false
	}
	rest := []string{}
	value := false
	switch s.get() {
	case '1':
		return true
	case 't', 'T':
		value = true
		rest = []string{"rR", "uU", "eE"}
	case 'f', 'F':
		rest = []string{"aA", "lL", "sS", "eE"}
	}
	for i, set := range rest {
		if s.take(set) == "" {
			if i > 0 {
				s.failText("syntax error scanning boolean")
			}
			break
		}
	}
	return value
}

func (s *scan) base(verb rune) (base int, digits string) {
	s.okVerb(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binary
	case 'o':
		return 8, octal
	case 'x', 'X', 'U':
		return 16, hex
	}
	return 10, decimal
}

// prefixed reads the prefix that says the base of a number without a verb.
func (s *scan) prefixed() (text, digits string) {
	if text = s.take("0"); text == "" {
		return "", decimal + "_"
	}
	for _, p := range []struct{ letters, digits string }{{"bB", binary}, {"oO", octal}, {"xX", hex}} {
		if letter := s.take(p.letters); letter != "" {
			return text + letter, p.digits + "_"
		}
	}
	return text, octal + "_"
}

// number reads the text of an integer, without the U+ of a code point.
func (s *scan) number(verb rune, signs string) (text string, base int) {
	base, digits := s.base(verb)
	prefix := ""
	if verb == 'U' {
		if s.take("U") == "" || s.take("+") == "" {
			s.failText("bad unicode format ")
		}
	} else {
		text = s.take(signs)
		if verb == 'v' {
			base = 0
			prefix, digits = s.prefixed()
		}
	}
	if s.err != nil {
		return "", base
	}
	if prefix == "" {
		if !s.more() {
			return "", base
		}
		if !s.peek(digits) {
			s.failText("expected integer")
		}
	}
	return text + prefix + s.takeAll(digits), base
}

func (s *scan) rune(bits int) int64 {
	if !s.more() {
		return 0
	}
	r := int64(s.get())
	if bits < 32 && r>>bits != 0 {
		s.failText("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *scan) int(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.rune(bits)
	}
	if !s.ready() {
		return 0
	}
	text, base := s.number(verb, "+-")
	if s.err != nil {
		return 0
	}
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.fail(err)
	} else if rest := 64 - bits; i<<rest>>rest != i {
		s.failText("integer overflow on token " + text)
	}
	return i
}

func (s *scan) uint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.rune(bits))
	}
	if !s.ready() {
		return 0
	}
	text, base := s.number(verb, "")
	if s.err != nil {
		return 0
	}
	i, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.fail(err)
	} else if rest := 64 - bits; i<<rest>>rest != i {
		s.failText("unsigned integer overflow on token " + text)
	}
	return i
}

// float reads the text of a floating-point number, which may be empty.
func (s *scan) float() string {
	text := ""
	word := func(letters ...string) bool {
		for _, set := range letters {
			t := s.take(set)
			if t == "" {
				return false
			}
			text += t
		}
		return true
	}
	if word("nN", "aA", "nN") {
		return text
	}
	text += s.take("+-")
	if word("iI", "nN", "fF") {
		return text
	}
	digits, exponents := decimal+"_", "eEpP"
	if word("0", "xX") {
		digits, exponents = hex+"_", "pP"
	}
	text += s.takeAll(digits)
	if word(".") {
		text += s.takeAll(digits)
	}
	if word(exponents) {
		text += s.take("+-") + s.takeAll(decimal+"_")
	}
	return text
}

// convert is ParseFloat; decimal numbers may have a binary exponent too.
func (s *scan) convert(text string, bits int) float64 {
	power, whole := 0, text
	for i := range text {
		if text[i] == 'x' || text[i] == 'X' {
			break
		}
		if text[i] == 'p' || text[i] == 'P' {
			text = text[:i]
			break
		}
	}
	f, err := strconv.ParseFloat(text, bits)
	if err == nil && text != whole {
		power, err = strconv.Atoi(whole[len(text)+1:])
	}
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = whole
		}
		s.fail(err)
		return 0
	}
	for ; power > 0 && f != f*2; power-- {
		f *= 2
	}
	for ; power < 0 && f != 0; power++ {
		f /= 2
	}
	return f
}

func (s *scan) complex() complex128 {
	open := s.take("(")
	re := s.float()
	sign := s.take("+-")
	im := ""
	if sign != "" {
		im = sign + s.float()
	}
	if sign == "" || s.take("i") == "" || open != "" && s.take(")") == "" {
		s.failText("syntax error scanning complex number")
		return 0
	}
	return complex(s.convert(re, 64), s.convert(im, 64))
}

func (s *scan) text(verb rune) string {
	if !s.okVerb(verb, "svqxX", "string") || !s.ready() {
		return ""
	}
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexText()
	}
	return s.while(notSpace)
}

func (s *scan) quoted() string {
	switch quote := s.get(); quote {
	case '`':
		text := s.while(func(r rune) bool { return r != quote })
		s.must()
		return text
	case '"':
		text := []byte{'"'}
		for {
			r := s.must()
			if s.err != nil {
				return ""
			}
			text = utf8.AppendRune(text, r)
			if r == '\\' {
				text = utf8.AppendRune(text, s.must())
			} else if r == quote {
				break
			}
		}
		result, err := strconv.Unquote(string(text))
		if err != nil {
			s.fail(err)
		}
		return result
	}
	s.failText("expected quoted string")
	return ""
}

func (s *scan) hexText() string {
	var text []byte
	for s.peek(hex) {
		high := s.get()
		low := s.must()
		if s.err == nil && !contains(hex, low) {
			s.failText("illegal hex digit")
		}
		if s.err != nil {
			return ""
		}
		b, _ := strconv.ParseUint(string(high)+string(low), 16, 8)
		text = append(text, byte(b))
	}
	if len(text) == 0 {
		s.failText("no hex data for %x string")
	}
	return string(text)
}

// ---------------------------------------------------------------- formats

func (s *scan) byFormat(format string, a []any) (n int, err error) {
	for i := 0; i < len(format) && s.err == nil; {
		if format[i] != '%' {
			w, fits := s.literal(format[i:])
			if !fits {
				s.failText("input does not match format")
			}
			i += w
			continue
		}
		i++
		s.width = noWidth
		for start := i; i < len(format) && '0' <= format[i] && format[i] <= '9'; i++ {
			if i == start {
				s.width = 0
			}
			s.width = min(s.width*10+int(format[i]-'0'), noWidth)
		}
		if i >= len(format) {
			s.failText("missing verb: % at end of format string")
			break
		}
		verb, size := utf8.DecodeRuneInString(format[i:])
		if verb == '%' && s.must() != eof {
			s.unget()
		}
		if s.err == nil && verb != 'c' {
			s.SkipSpace()
		}
		if s.err != nil {
			break
		}
		if verb == '%' {
			i += size
			if s.more() && s.take("%") == "" {
				s.failText("missing literal %")
			}
			continue
		}
		if n >= len(a) {
			s.failText("too few operands for format '%" + format[i:] + "'")
			break
		}
		i += size
		s.left = s.width
		s.one(verb, a[n])
		s.left = noWidth
		if s.err == nil {
			n++
		}
	}
	if s.err == nil && n < len(a) {
		s.failText("too many operands")
	}
	return n, s.err
}

func isBlank(r rune) bool { return r == ' ' || r != '\n' && unicode.IsSpace(r) }

// blanks consumes spaces other than newlines and reports whether there were any.
func (s *scan) blanks() bool { return s.while(isBlank) != "" }

// literal consumes the input that fits the text or the run of spaces at the start of format; it returns how much of
// format that was.
func (s *scan) literal(format string) (w int, fits bool) {
	r, w := utf8.DecodeRuneInString(format)
	if !unicode.IsSpace(r) {
		c := s.must()
		return w, s.err != nil || c == r
	}
	newlines := 0
	w = 0
	for w < len(format) {
		r, size := utf8.DecodeRuneInString(format[w:])
		if !unicode.IsSpace(r) {
			break
		}
		w += size
		if r == '\n' {
			newlines++
		}
	}
	if newlines == 0 {
		c := s.get()
		switch {
		case c == eof:
			return w, true
		case c == '\n':
			s.failText("newline in input does not match format")
		case !unicode.IsSpace(c):
			s.unget()
			s.failText("expected space in input to match format")
		}
		s.blanks()
		return w, true
	}
	for range newlines {
		s.blanks()
		if c := s.get(); c != '\n' && c != eof {
			s.unget()
			s.failText("newline in format does not match input")
			return w, true
		}
	}
	s.blanks()
	return w, true
}
