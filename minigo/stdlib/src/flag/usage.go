package flag

import (
	"fmt"
	"strings"
)

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// described is a value of this package: what its argument is called, and how its zero value is shown.
type described interface {
	described() (kind, zero string)
}

// UnquoteUsage returns what a flag's argument is called, from back quotes in its usage text or from its type, and the
// text without the quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	before, rest, found := strings.Cut(flag.Usage, "`")
	if found {
		if inside, after, closed := strings.Cut(rest, "`"); closed {
			return inside, before + inside + after
		}
	}
	switch v := flag.Value.(type) {
	case described:
		name, _ = v.described()
	case boolFlag:
		if !v.IsBoolFlag() {
			name = "value"
		}
	default:
		name = "value"
	}
	return name, flag.Usage
}

// hasDefault reports whether the first value is worth telling. Of foreign types it is, unless it shows as nothing.
func hasDefault(flag *Flag) bool {
	if d, ok := flag.Value.(described); ok {
		_, zero := d.described()
		return flag.DefValue != zero
	}
	return flag.DefValue != ""
}

// PrintDefaults prints all flags with their usage and first values.
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		if len(line) <= 4 { // a flag of one letter has its text beside it
			line += "\t"
		} else {
			line += "\n    \t"
		}
		line += strings.ReplaceAll(usage, "\n", "\n    \t")
		if hasDefault(flag) {
			if _, isString := flag.Value.(*scalar[string]); isString {
				line += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				line += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), line, "\n")
	})
}
