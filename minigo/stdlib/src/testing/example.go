package testing

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"time"
)

// An InternalExample is an example with the output that it must have.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// capture lets what is written to stdout go into a buffer, until captured returns it.
func capture()
func captured() string

// runExamples runs the examples, once whatever -count and -cpu say, and reports whether there were any and whether all
// had their output.
func runExamples(match func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(match, *matchRun, "-test.run", *matchSkip)
	for _, example := range examples {
		if _, matched, _ := m.fullName(nil, example.Name); !matched {
			continue
		}
		ran = true
		if !runExample(example) {
			ok = false
		}
	}
	return ran, ok
}

func runExample(example InternalExample) (ok bool) {
	if chat != nil {
		chat.show(example.Name, "=== RUN   "+example.Name+"\n")
	}
	capture()
	start := time.Now()
	returned := false
	defer func() {
		spent := time.Since(start)
		output := captured()
		problem := recover()
		ok = judge(example, output, spent, returned, problem)
	}()
	example.F()
	returned = true
	return false
}

// judge reports the example, and panics again if it has panicked.
func judge(example InternalExample, output string, spent time.Duration, returned bool, problem any) bool {
	got, want := strings.TrimSpace(output), strings.TrimSpace(strings.ReplaceAll(example.Output, "\r\n", "\n"))
	complaint := ""
	if example.Unordered {
		if sortedLines(got) != sortedLines(want) && problem == nil {
			complaint = "got:\n" + output + "\nwant (unordered):\n" + example.Output + "\n"
		}
	} else if got != want && problem == nil {
		complaint = "got:\n" + got + "\nwant:\n" + want + "\n"
	}
	prefix := ""
	if chat != nil {
		prefix = chat.mark()
	}
	line := fmt.Sprintf(": %s (%s)\n", example.Name, seconds(spent))
	failed := complaint != "" || !returned || problem != nil
	if failed {
		os.Stdout.WriteString(prefix + "--- FAIL" + line + complaint)
	} else if chat != nil {
		os.Stdout.WriteString(prefix + "--- PASS" + line)
	}
	if chat != nil {
		chat.last = ""
	}
	if problem != nil {
		panic(problem)
	}
	if !returned {
		panic(errEnded)
	}
	return !failed
}

func sortedLines(text string) string {
	lines := strings.Split(text, "\n")
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}
