// Package path works on slash-separated paths.
package path

import (
	"errors"
	"unicode/utf8"
)

// Clean returns the shortest path that means the same, by the text of it alone.
func Clean(path string) string {
	rooted := path != "" && path[0] == '/'
	kept := []string{}
	for start := 0; start <= len(path); {
		end := start
		for end < len(path) && path[end] != '/' {
			end++
		}
		switch element := path[start:end]; {
		case element == "" || element == ".":
		case element != "..":
			kept = append(kept, element)
		case len(kept) > 0 && kept[len(kept)-1] != "..":
			kept = kept[:len(kept)-1]
		case !rooted:
			kept = append(kept, "..")
		}
		start = end + 1
	}
	clean := ""
	for i, element := range kept {
		if i > 0 {
			clean += "/"
		}
		clean += element
	}
	if rooted {
		return "/" + clean
	}
	if clean == "" {
		return "."
	}
	return clean
}

func lastSlash(s string) int {
	i := len(s) - 1
	for i >= 0 && s[i] != '/' {
		i--
	}
	return i
}

// Split splits behind the last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join joins the elements that are not empty.
func Join(elem ...string) string {
	joined := ""
	for _, e := range elem {
		if e == "" {
			continue
		}
		if joined != "" {
			joined += "/"
		}
		joined += e
	}
	if joined == "" {
		return ""
	}
	return Clean(joined)
}

func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base returns the last element.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	path = path[lastSlash(path)+1:]
	if path == "" {
		return "/"
	}
	return path
}

func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir returns all but the last element.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether name matches the shell pattern: * for any text without slashes, ? for one character, classes
// in brackets, a backslash before what stands for itself.
func Match(pattern, name string) (matched bool, err error) {
	for pattern != "" {
		star := false
		for pattern != "" && pattern[0] == '*' {
			pattern = pattern[1:]
			star = true
		}
		chunk, rest := cutChunk(pattern)
		if star && chunk == "" {
			// A star at the end takes what has no slash.
			return lastSlash(name) < 0, nil
		}
		end, ok, err := matchChunk(chunk, name)
		if ok && (end == "" || rest != "") {
			name, pattern = end, rest
			continue
		}
		if err != nil {
			return false, err
		}
		found := false
		if star {
			for i := 0; i < len(name) && name[i] != '/'; i++ {
				end, ok, err := matchChunk(chunk, name[i+1:])
				if ok && (rest != "" || end == "") {
					name, pattern, found = end, rest, true
					break
				}
				if err != nil {
					return false, err
				}
			}
		}
		if found {
			continue
		}
		// What is left of the pattern must be well formed all the same.
		for rest != "" {
			for rest != "" && rest[0] == '*' {
				rest = rest[1:]
			}
			chunk, rest = cutChunk(rest)
			if _, _, err := matchChunk(chunk, ""); err != nil {
				return false, err
			}
		}
		return false, nil
	}
	return name == "", nil
}

// cutChunk splits a pattern before its next star.
func cutChunk(pattern string) (chunk, rest string) {
	inClass := false
	i := 0
	for ; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			if i+1 < len(pattern) {
				i++
			}
		case '[':
			inClass = true
		case ']':
			inClass = false
		case '*':
			if !inClass {
				return pattern[:i], pattern[i:]
			}
		}
	}
	return pattern, ""
}

// matchChunk matches a pattern without stars at the beginning of s and returns the rest of s. A pattern that failed is
// read to its end, for the sake of its errors.
func matchChunk(chunk, s string) (rest string, ok bool, err error) {
	failed := false
	for chunk != "" {
		failed = failed || s == ""
		switch chunk[0] {
		case '[':
			var r rune
			if !failed {
				var n int
				r, n = utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			var in bool
			in, chunk, err = matchClass(chunk[1:], r)
			if err != nil {
				return "", false, err
			}
			failed = failed || !in
			continue
		case '?':
			if !failed {
				failed = s[0] == '/'
				_, n := utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			chunk = chunk[1:]
			continue
		case '\\':
			chunk = chunk[1:]
			if chunk == "" {
				return "", false, ErrBadPattern
			}
		}
		if !failed {
			failed = chunk[0] != s[0]
			s = s[1:]
		}
		chunk = chunk[1:]
	}
	if failed {
		return "", false, nil
	}
	return s, true, nil
}

// matchClass matches r with the class that chunk begins with, behind its bracket, and returns what is behind the class.
func matchClass(chunk string, r rune) (in bool, rest string, err error) {
	negated := chunk != "" && chunk[0] == '^'
	if negated {
		chunk = chunk[1:]
	}
	for ranges := 0; ; ranges++ {
		if chunk != "" && chunk[0] == ']' && ranges > 0 {
			return in != negated, chunk[1:], nil
		}
		var lo, hi rune
		if lo, chunk, err = classRune(chunk); err != nil {
			return false, "", err
		}
		hi = lo
		if chunk[0] == '-' {
			if hi, chunk, err = classRune(chunk[1:]); err != nil {
				return false, "", err
			}
		}
		in = in || lo <= r && r <= hi
	}
}

func classRune(chunk string) (r rune, rest string, err error) {
	if chunk == "" || chunk[0] == '-' || chunk[0] == ']' {
		return 0, "", ErrBadPattern
	}
	if chunk[0] == '\\' {
		chunk = chunk[1:]
		if chunk == "" {
			return 0, "", ErrBadPattern
		}
	}
	r, n := utf8.DecodeRuneInString(chunk)
	if r == utf8.RuneError && n == 1 || len(chunk) == n {
		return 0, "", ErrBadPattern
	}
	return r, chunk[n:], nil
}
