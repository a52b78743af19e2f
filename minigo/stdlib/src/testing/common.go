// Package testing runs tests, benchmarks and examples on the simulated machine: durations are in virtual time.
package testing

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// TB is what T, B and F have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	private()
}

// common is the state of a test, benchmark or fuzz test. The root of all tests has no parent and prints to stdout.
type common struct {
	mu       sync.RWMutex
	name     string
	parent   *common
	level    int
	bench    bool
	output   []byte // what is to be shown when the test fails
	partial  []byte // a line that Output has not seen the end of
	w        io.Writer
	verbose  *chatter
	ran      bool
	failed   bool
	skipped  bool
	done     bool // nobody may log any more
	finished bool // the function has returned or ended by FailNow or SkipNow
	sequence bool // a subtest was run: the report is the subtests'
	cleanups []func()
	cleaning string // the function whose cleanups run
	helpers  map[string]bool
	creator  []place // the stack of Run's caller

	races int  // races that were reported before this test, or in it and told
	raced bool // a race was told

	parallel    bool
	environment bool // the test or a parent changed the environment
	bubbled     bool // runs in a bubble

	start    time.Time
	duration time.Duration
	barrier  chan bool // closed when parallel subtests may begin
	signal   chan bool // tells the parent that this one has ended
	sub      []*T

	tempDir string
	temps   int
	ctx     context.Context
	cancel  context.CancelFunc
}

func (c *common) private() {}

func (c *common) Name() string { return c.name }

// A place is a call in a stack.
type place struct {
	function string
	file     string
	line     int
}

// caller is runtime.Caller with the function's name: 0 is the caller of caller.
func caller(skip int) (function, file string, line int, ok bool)

// stack returns the places from the caller of the function that calls it outwards.
func stack(skip int) []place {
	var out []place
	for {
		function, file, line, ok := caller(skip + 1)
		if !ok {
			return out
		}
		out = append(out, place{function, file, line})
		skip++
	}
}

// Results.

func (c *common) setRan() {
	if c.parent != nil {
		c.parent.setRan()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ran = true
}

// Fail marks the test and all it is part of as failed.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

func (c *common) Failed() bool {
	if !c.done {
		c.checkRaces()
	}
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.failed
}

func (c *common) Skipped() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.skipped
}

// FailNow marks the test as failed and ends its goroutine, which must be the test's own.
func (c *common) FailNow() {
	c.Fail()
	c.end()
}

// SkipNow marks the test as skipped and ends its goroutine, which must be the test's own.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.mu.Unlock()
	c.end()
}

func (c *common) end() {
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...), true)
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), true)
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...), true)
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), true)
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...), false)
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), false)
	c.SkipNow()
}

func (c *common) Log(args ...any)                 { c.log(fmt.Sprintln(args...), false) }
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...), false) }

// Helper marks the calling function: lines of the log name its caller.
func (c *common) Helper() {
	function, _, _, ok := caller(1)
	if !ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[function] = true
}

func (c *common) isHelper(function string) bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.helpers[function]
}

// where returns the place that a line of the log names. It is called by a function that a method of TB calls.
func (c *common) where() (string, int) {
	places := stack(3)
	if len(places) == 0 {
		return "???", 1
	}
	test := c
	for i := 0; i < len(places); i++ {
		p := places[i]
		switch {
		case test.cleaning != "" && p.function == "testing.(*common).runCleanup.func2":
			// In a cleanup function that is a helper: the line is that of the call of Cleanup's caller.
			return baseName(places[0].file), places[0].line
		case p.function == "testing.tRunner":
			// The function of the test is a helper itself: go on where the test was run.
			if i > 0 && (test.level <= 1 || test.parent == nil) {
				return baseName(places[i-1].file), places[i-1].line
			}
			places, i = test.creator, -1
			test = test.parent
			if len(places) == 0 {
				return "???", 1
			}
		case !c.isHelper(p.function):
			return baseName(p.file), p.line
		}
	}
	return baseName(places[0].file), places[0].line
}

func baseName(file string) string {
	if *fullPath {
		return file
	}
	return file[strings.LastIndexByte(file, '/')+1:]
}

// log adds a message, perhaps about a failure, to the log; it must be called by the methods of TB, directly.
func (c *common) log(message string, failure bool) {
	file, line := c.where()
	message = strings.TrimSuffix(message, "\n")
	message = strings.ReplaceAll(message, "\n", "\n    ")
	c.write(file+":"+strconv.Itoa(line)+": "+message+"\n", failure)
}

// write adds whole lines to the log, or to that of the nearest parent that still runs.
func (c *common) write(lines string, failure bool) {
	if c.bubbled {
		c.parent.write(lines, failure)
		return
	}
	c.mu.Lock()
	if c.done {
		c.mu.Unlock()
		for p := c.parent; p != nil; p = p.parent {
			p.mu.Lock()
			if !p.done {
				p.add(lines, failure)
				p.mu.Unlock()
				return
			}
			p.mu.Unlock()
		}
		panic("Log in goroutine after " + c.name + " has completed: " + strings.TrimSuffix(lines, "\n"))
	}
	defer c.mu.Unlock()
	c.add(lines, failure)
}

// add is write for a test whose mutex is locked.
func (c *common) add(lines string, failure bool) {
	lines = indent(lines)
	if c.verbose != nil {
		c.verbose.log(c, lines, failure)
		return
	}
	c.output = append(c.output, lines...)
}

// indent puts four spaces in front of each line.
func indent(lines string) string {
	if lines == "" {
		return ""
	}
	body := strings.TrimSuffix(lines, "\n")
	return "    " + strings.ReplaceAll(body, "\n", "\n    ") + lines[len(body):]
}

// A logWriter writes to the log of a test, without naming a place.
type logWriter struct{ c *common }

func (w logWriter) Write(b []byte) (int, error) {
	c := w.c
	c.mu.Lock()
	text := string(c.partial) + string(b)
	whole := text[:strings.LastIndexByte(text, '\n')+1]
	c.partial = append(c.partial[:0], text[len(whole):]...)
	c.mu.Unlock()
	if whole != "" {
		c.write(whole, false)
	}
	return len(b), nil
}

// Output returns a writer to the log of the test.
func (c *common) Output() io.Writer { return logWriter{c} }

// endLine writes what Output has got of an unfinished line.
func (c *common) endLine() {
	c.mu.Lock()
	rest := string(c.partial)
	c.partial = nil
	c.mu.Unlock()
	if rest != "" {
		c.write(rest+"\n", false)
	}
}

// An indenter writes, indented, what is reported of subtests to their parent.
type indenter struct{ c *common }

func (w indenter) Write(b []byte) (int, error) {
	w.c.output = append(w.c.output, indent(string(b))...)
	return len(b), nil
}

// report hands a line and the log of c to the parent.
func (c *common) report(line string) {
	p := c.parent
	p.mu.Lock()
	defer p.mu.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	line += string(c.output)
	c.output = c.output[:0]
	if c.verbose != nil && (p.parent == nil || c.verbose.json) {
		c.verbose.show(c.name, line)
		return
	}
	if c.verbose != nil {
		line = c.verbose.mark() + line
	}
	io.WriteString(p.w, line)
}

// Attr records an attribute of the test: it is shown by -v.
func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.verbose != nil {
		c.verbose.show(c.name, "=== ATTR  "+c.name+" "+key+" "+value+"\n")
	}
}

// What a test leaves behind.

// Cleanup calls f when the test and its subtests have ended; the function given last is called first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// runCleanup calls the cleanup functions. With keep it returns the value of a panic instead of going on with it.
func (c *common) runCleanup(keep bool) (problem any) {
	c.mu.Lock()
	c.cleaning = c.name
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		c.cleaning = ""
		c.mu.Unlock()
	}()
	if keep {
		defer func() { problem = recover() }()
	}
	// The others are called even if one panics or ends the goroutine.
	defer func() {
		c.mu.Lock()
		rest := len(c.cleanups) > 0
		c.mu.Unlock()
		if rest {
			c.runCleanup(false)
		}
	}()
	if c.cancel != nil {
		c.cancel()
	}
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return nil
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// Context returns a context that is canceled just before the cleanup functions are called.
func (c *common) Context() context.Context { return c.ctx }

func (c *common) newContext() {
	c.ctx, c.cancel = context.WithCancel(context.Background())
}

func (c *common) Setenv(key, value string) {
	for p := c; p != nil; p = p.parent {
		if p.parallel {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	c.environment = true
	old, there := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if there {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

func (c *common) Chdir(dir string) {
	for p := c; p != nil; p = p.parent {
		if p.parallel {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	c.environment = true
	old, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	if !strings.HasPrefix(dir, "/") {
		if dir, err = os.Getwd(); err != nil {
			c.Fatal(err)
		}
	}
	c.Setenv("PWD", dir)
	c.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// TempDir makes a folder that is removed when the test has ended.
func (c *common) TempDir() string {
	c.mu.Lock()
	first := c.tempDir == ""
	c.temps++
	n := c.temps
	c.mu.Unlock()
	if first {
		pattern := strings.Map(func(r rune) rune {
			if r < 0x80 && !(r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
				return -1
			}
			return r
		}, c.name)
		dir, err := os.MkdirTemp("", pattern)
		if err != nil {
			c.Fatalf("TempDir: %v", err)
		}
		c.tempDir = dir
		c.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	dir := fmt.Sprintf("%s/%03d", c.tempDir, n)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// ArtifactDir returns a folder for what the test wants to keep: here, one that is removed.
func (c *common) ArtifactDir() string { return c.TempDir() }
