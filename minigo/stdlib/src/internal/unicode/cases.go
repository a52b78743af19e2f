// Package unicode holds the part of package unicode that packages strings and bytes stand on.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
)

// The indices of Delta in a CaseRange.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta says that upper and lower case take turns.
const UpperLower = MaxRune + 1

func IsSpace(r rune) bool

type d [MaxCase]rune

// A CaseRange says how far the cases of the runes from Lo to Hi are apart.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// A SpecialCase is the case mapping of a language; what it does not map is mapped as usual.
type SpecialCase []CaseRange

func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r) }
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r) }
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r) }

func (special SpecialCase) to(kind int, r rune) rune {
	for _, c := range special {
		if rune(c.Lo) <= r && r <= rune(c.Hi) {
			if delta := c.Delta[kind]; delta <= MaxRune {
				return r + delta
			}
			return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(kind&1))
		}
	}
	return to(kind, r)
}

func to(kind int, r rune) rune

// To maps r to a case, and what is no case to the replacement character.
func To(kind int, r rune) rune {
	if kind < 0 || kind >= MaxCase {
		return ReplacementChar
	}
	return to(kind, r)
}
