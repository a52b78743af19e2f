// Package unicode classifies runes.
package unicode

import base "internal/unicode"

const (
	MaxRune         = base.MaxRune
	ReplacementChar = base.ReplacementChar
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Version is the edition of Unicode that the tables are of.
const Version = "17.0.0"

const (
	UpperCase  = base.UpperCase
	LowerCase  = base.LowerCase
	TitleCase  = base.TitleCase
	MaxCase    = base.MaxCase
	UpperLower = base.UpperLower
)

type (
	CaseRange   = base.CaseRange
	SpecialCase = base.SpecialCase
)

func IsControl(r rune) bool
func IsDigit(r rune) bool
func IsGraphic(r rune) bool
func IsLetter(r rune) bool
func IsLower(r rune) bool
func IsMark(r rune) bool
func IsNumber(r rune) bool
func IsPrint(r rune) bool
func IsPunct(r rune) bool
func IsSpace(r rune) bool
func IsSymbol(r rune) bool
func IsTitle(r rune) bool
func IsUpper(r rune) bool
func ToLower(r rune) rune
func ToTitle(r rune) rune
func ToUpper(r rune) rune

// SimpleFold returns the next rune that differs from r in case only, going round.
func SimpleFold(r rune) rune

func To(_case int, r rune) rune { return base.To(_case, r) }

// A RangeTable is a set of runes: sorted ranges that do not overlap. LatinOffset is how many of R16 end in Latin-1.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
}

type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if r < 0 {
		return false
	}
	if r <= 0xFFFF {
		lo, hi := 0, len(rangeTab.R16)
		for lo < hi {
			m := (lo + hi) / 2
			part := rangeTab.R16[m]
			if uint16(r) < part.Lo {
				hi = m
			} else if uint16(r) > part.Hi {
				lo = m + 1
			} else {
				return part.Stride == 1 || (uint16(r)-part.Lo)%part.Stride == 0
			}
		}
	}
	lo, hi := 0, len(rangeTab.R32)
	for lo < hi {
		m := (lo + hi) / 2
		part := rangeTab.R32[m]
		if uint32(r) < part.Lo {
			hi = m
		} else if uint32(r) > part.Hi {
			lo = m + 1
		} else {
			return part.Stride == 1 || (uint32(r)-part.Lo)%part.Stride == 0
		}
	}
	return false
}

func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, table := range ranges {
		if Is(table, r) {
			return true
		}
	}
	return false
}
