package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

// A matcher says which tests run, and gives subtests their names.
type matcher struct {
	run  [][]string // alternatives, each a pattern for every level
	skip [][]string
	find func(pat, str string) (bool, error)

	mu    sync.Mutex
	used  map[string]bool
	count map[string]int
}

func newMatcher(find func(pat, str string) (bool, error), run, name, skip string) *matcher {
	m := &matcher{find: find, used: map[string]bool{}, count: map[string]int{}}
	if run != "" {
		m.run = m.compile(run, name)
	}
	if skip != "" {
		m.skip = m.compile(skip, "-test.skip")
	}
	return m
}

// compile splits the pattern of a flag, and ends the program if a part is no regular expression.
func (m *matcher) compile(pattern, name string) [][]string {
	alternatives := splitPattern(pattern)
	for i, levels := range alternatives {
		for j, part := range levels {
			levels[j] = rewrite(part)
			if _, err := m.find(levels[j], "non-empty"); err != nil {
				what := fmt.Sprintf("element %d of %s (%q)", j, name, levels[j])
				if len(alternatives) > 1 {
					what = fmt.Sprintf("alternation %d: element %d of %s (%q)", i, j, name, levels[j])
				}
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for %s: %s\n", what, err)
				os.Exit(1)
			}
		}
	}
	return alternatives
}

// splitPattern splits at | and / that lie in no brackets.
func splitPattern(s string) [][]string {
	var out [][]string
	var levels []string
	begin, class, depth := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			class++
		case ']':
			class = max(class-1, 0)
		case '(':
			if class == 0 {
				depth++
			}
		case ')':
			if class == 0 {
				depth--
			}
		case '\\':
			i++
		case '/', '|':
			if class != 0 || depth != 0 {
				break
			}
			levels = append(levels, s[begin:i])
			begin = i + 1
			if s[i] == '|' {
				out = append(out, levels)
				levels = nil
			}
		}
	}
	return append(out, append(levels, s[begin:]))
}

// matches reports whether the path of names fits one of the alternatives, and whether only their first levels were asked.
func (m *matcher) matches(alternatives [][]string, path []string) (ok, partial bool) {
	for _, levels := range alternatives {
		fits := true
		for i := 0; i < len(path) && i < len(levels) && fits; i++ {
			fits, _ = m.find(levels[i], path[i])
		}
		if fits {
			return true, len(path) < len(levels)
		}
	}
	return false, false
}

// fullName names the subtest of c, and reports whether it is to run; partial: only some of its subtests may be.
func (m *matcher) fullName(c *common, subname string) (name string, ok, partial bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = subname
	if c != nil && c.level > 0 {
		name = m.unique(c.name, rewrite(subname))
	}
	path := strings.Split(name, "/")
	ok, partial = true, false
	if m.run != nil {
		if ok, partial = m.matches(m.run, path); !ok {
			return name, false, false
		}
	}
	if m.skip != nil {
		if skipped, some := m.matches(m.skip, path); skipped && !some {
			return name, false, false
		}
	}
	return name, ok, partial
}

// unique makes a name that no other test of the run has.
func (m *matcher) unique(parent, subname string) string {
	base := parent + "/" + subname
	name := base
	for m.used[name] || name == base && subname == "" {
		name = fmt.Sprintf("%s#%02d", base, m.count[base])
		if m.count[base] == 0 && subname != "" {
			m.count[base]++
			name = fmt.Sprintf("%s#%02d", base, m.count[base])
		}
		m.count[base]++
	}
	m.used[name] = true
	return name
}

// rewrite makes a name, or a pattern, one word of printable characters.
func rewrite(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case isSpace(r):
			b.WriteByte('_')
		case !strconv.IsPrint(r):
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isSpace(r rune) bool {
	if r < 0x2000 {
		switch r {
		case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680:
			return true
		}
		return false
	}
	switch r {
	case 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r <= 0x200a
}
