// Package bytes works on byte slices as package strings does on strings.
package bytes

import (
	"internal/unicode"
	"strings"
)

const maxInt = int(^uint(0) >> 1)

func Equal(a, b []byte) bool                          { return string(a) == string(b) }
func Compare(a, b []byte) int                         { return strings.Compare(string(a), string(b)) }
func Contains(b, subslice []byte) bool                { return Index(b, subslice) >= 0 }
func ContainsAny(b []byte, chars string) bool         { return IndexAny(b, chars) >= 0 }
func ContainsRune(b []byte, r rune) bool              { return IndexRune(b, r) >= 0 }
func ContainsFunc(b []byte, f func(rune) bool) bool   { return IndexFunc(b, f) >= 0 }
func Count(s, sep []byte) int                         { return strings.Count(string(s), string(sep)) }
func EqualFold(s, t []byte) bool                      { return strings.EqualFold(string(s), string(t)) }
func HasPrefix(s, prefix []byte) bool                 { return strings.HasPrefix(string(s), string(prefix)) }
func HasSuffix(s, suffix []byte) bool                 { return strings.HasSuffix(string(s), string(suffix)) }
func Index(s, sep []byte) int                         { return strings.Index(string(s), string(sep)) }
func IndexAny(s []byte, chars string) int             { return strings.IndexAny(string(s), chars) }
func IndexByte(b []byte, c byte) int                  { return strings.IndexByte(string(b), c) }
func IndexFunc(s []byte, f func(r rune) bool) int     { return strings.IndexFunc(string(s), f) }
func IndexRune(s []byte, r rune) int                  { return strings.IndexRune(string(s), r) }
func LastIndex(s, sep []byte) int                     { return strings.LastIndex(string(s), string(sep)) }
func LastIndexAny(s []byte, chars string) int         { return strings.LastIndexAny(string(s), chars) }
func LastIndexByte(s []byte, c byte) int              { return strings.LastIndexByte(string(s), c) }
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(string(s), f) }

func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func Join(s [][]byte, sep []byte) []byte {
	out := []byte{}
	for i, b := range s {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, b...)
	}
	return out
}

func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > 0 && count > maxInt/len(b) {
		panic("bytes: Repeat output length overflow")
	}
	return []byte(strings.Repeat(string(b), count))
}

func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(string(s), string(old), string(new), n))
}

func ReplaceAll(s, old, new []byte) []byte           { return Replace(s, old, new, -1) }
func Map(mapping func(r rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, string(s))) }
func Runes(s []byte) []rune                          { return []rune(string(s)) }
func ToLower(s []byte) []byte                        { return []byte(strings.ToLower(string(s))) }
func ToUpper(s []byte) []byte                        { return []byte(strings.ToUpper(string(s))) }
func ToTitle(s []byte) []byte                        { return []byte(strings.ToTitle(string(s))) }
func Title(s []byte) []byte                          { return []byte(strings.Title(string(s))) }

func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(string(s), string(replacement)))
}

// parts cuts s where consecutive texts say; between them lie gap bytes each.
func parts(s []byte, texts []string, gap int) [][]byte {
	if texts == nil {
		return nil
	}
	out := make([][]byte, len(texts))
	at := 0
	for i, t := range texts {
		end := at + len(t)
		out[i] = s[at:end:end]
		at = end + gap
	}
	if n := len(out); n > 0 {
		last := out[n-1]
		out[n-1] = s[len(s)-len(last):]
	}
	return out
}

func Split(s, sep []byte) [][]byte      { return SplitN(s, sep, -1) }
func SplitAfter(s, sep []byte) [][]byte { return SplitAfterN(s, sep, -1) }
func SplitN(s, sep []byte, n int) [][]byte {
	return parts(s, strings.SplitN(string(s), string(sep), n), len(sep))
}
func SplitAfterN(s, sep []byte, n int) [][]byte {
	return parts(s, strings.SplitAfterN(string(s), string(sep), n), 0)
}

// fields finds each text in s after the one before.
func fields(s []byte, texts []string) [][]byte {
	out := make([][]byte, 0, len(texts))
	at := 0
	for _, t := range texts {
		at += strings.Index(string(s[at:]), t)
		out = append(out, s[at:at+len(t):at+len(t)])
		at += len(t)
	}
	return out
}

func Fields(s []byte) [][]byte { return fields(s, strings.Fields(string(s))) }
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	return fields(s, strings.FieldsFunc(string(s), f))
}

// The Trim functions return subslices of s, nil when nothing is left.
func sub(s []byte, from, to int) []byte {
	if from >= to {
		return nil
	}
	return s[from:to]
}

func TrimLeft(s []byte, cutset string) []byte {
	return sub(s, len(s)-len(strings.TrimLeft(string(s), cutset)), len(s))
}

func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(string(s), cutset))]
}

func Trim(s []byte, cutset string) []byte { return TrimRight(TrimLeft(s, cutset), cutset) }

func TrimSpace(s []byte) []byte {
	text := strings.TrimSpace(string(s))
	from := strings.Index(string(s), text)
	return sub(s, from, from+len(text))
}

func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return sub(s, len(s)-len(strings.TrimLeftFunc(string(s), f)), len(s))
}

func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(string(s), f))]
}

func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast is Cut around the last sep.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	return TrimPrefix(s, prefix), HasPrefix(s, prefix)
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	return TrimSuffix(s, suffix), HasSuffix(s, suffix)
}
