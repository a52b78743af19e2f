package strconv

// unquoteChar returns the rune that s begins with, whether it takes more than a byte, and how many bytes of s it is
// written in, 0 if it is malformed.
func unquoteChar(s string, quote byte) (value rune, multibyte bool, size int)

// quotedPrefix returns the length of the literal that s begins with, 0 if there is none.
func quotedPrefix(s string) int

func unquote(s string) (string, bool)

func Quote(s string) string
func QuoteToASCII(s string) string
func QuoteToGraphic(s string) string
func QuoteRune(r rune) string
func QuoteRuneToASCII(r rune) string
func QuoteRuneToGraphic(r rune) string
func IsPrint(r rune) bool
func IsGraphic(r rune) bool
func CanBackquote(s string) bool

func AppendQuote(dst []byte, s string) []byte          { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte   { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte        { return append(dst, QuoteRune(r)...) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

func Unquote(s string) (string, error) {
	t, ok := unquote(s)
	if !ok {
		return "", ErrSyntax
	}
	return t, nil
}

// UnquoteChar decodes the first character of a literal's inside; quote is the mark that must be escaped in it.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	value, multibyte, size := unquoteChar(s, quote)
	if size == 0 {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s[size:], nil
}

// QuotedPrefix returns the literal that s begins with, as it is written.
func QuotedPrefix(s string) (string, error) {
	size := quotedPrefix(s)
	if size == 0 {
		return "", ErrSyntax
	}
	return s[:size], nil
}
