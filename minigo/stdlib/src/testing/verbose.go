package testing

import (
	"os"
	"strings"
	"sync"
)

// A chatter prints what -v shows, as it happens. Test logs are attributed by lines that name the test when it changes.
type chatter struct {
	mu   sync.Mutex
	last string
	json bool // lines that begin a change are marked for the reader of -json
}

const (
	marker  = "\x16"
	failing = "\x0f" // begins a line about a failure
	more    = "\x0e" // begins its other lines
)

func (v *chatter) mark() string {
	if v.json {
		return marker
	}
	return ""
}

// show prints lines that name the test themselves.
func (v *chatter) show(name, lines string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.last = name
	os.Stdout.WriteString(v.mark() + lines)
}

// log prints lines of the log of a test.
func (v *chatter) log(c *common, lines string, failure bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.last == "" {
		v.last = c.name
	} else if v.last != c.name {
		os.Stdout.WriteString(v.mark() + "=== NAME  " + c.name + "\n")
		v.last = c.name
	}
	if v.json && failure {
		body := strings.TrimSuffix(lines, "\n")
		lines = failing + strings.ReplaceAll(body, "\n", "\n"+more) + "\n"
	}
	os.Stdout.WriteString(lines)
}
