package testing

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
)

// F is given to fuzz tests: Add collects inputs, Fuzz runs a test for each of them. New inputs are not made up.
type F struct {
	common
	group *group
	args  [][]any
	asked bool // Fuzz was called
}

// An InternalFuzzTarget is a fuzz test by its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// signature tells of a function the number of results and the types of its parameters, as %T prints them; ok is false
// for other values.
func signature(f any) (results int, params []string, ok bool)

// typeName returns the type of x as %T prints it.
func typeName(x any) string { return fmt.Sprintf("%T", x) }

// apply calls a function that signature has approved.
func apply(f any, t *T, args []any)

const fuzzTypes = " []byte string bool byte rune float32 float64 int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 []uint8 "

// Add adds an input.
func (f *F) Add(args ...any) {
	var values []any
	for _, arg := range args {
		if !strings.Contains(fuzzTypes, " "+typeName(arg)+" ") {
			panic("testing: unsupported type to Add " + typeName(arg))
		}
		values = append(values, arg)
	}
	f.args = append(f.args, values)
}

// Fuzz runs ff, a function of a *T and of the inputs' types, for each input.
func (f *F) Fuzz(ff any) {
	if f.asked {
		panic("testing: F.Fuzz called more than once")
	}
	f.asked = true
	if f.Failed() {
		return
	}
	f.Helper()
	results, params, ok := signature(ff)
	if !ok {
		panic("testing: F.Fuzz must receive a function")
	}
	if len(params) < 2 || params[0] != "*testing.T" {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if results != 0 {
		panic("testing: fuzz target must not return a value")
	}
	for _, p := range params[1:] {
		if !strings.Contains(fuzzTypes, " "+p+" ") {
			panic("testing: unsupported type for fuzzing " + p)
		}
	}
	for _, args := range f.args {
		if problem := misfit(args, params[1:]); problem != "" {
			f.Fatal(problem)
		}
	}
	corpus, err := readCorpus("testdata/fuzz/"+f.name, params[1:])
	if err != nil {
		f.Fatal(err)
	}
	for i, args := range f.args {
		corpus = slices.Insert(corpus, i, entry{fmt.Sprintf("seed#%d", i), args})
	}
	for _, entry := range corpus {
		args := entry.args
		name, ok, _ := f.group.match.fullName(&f.common, entry.name)
		if !ok || stopped() {
			continue
		}
		f.sequence = true
		t := &T{group: f.group}
		t.common = common{
			name: name, parent: &f.common, level: f.level + 1, verbose: f.verbose, creator: stack(1),
			barrier: make(chan bool), signal: make(chan bool, 1),
		}
		t.w = indenter{&t.common}
		t.newContext()
		if t.verbose != nil {
			t.verbose.show(name, "=== RUN   "+name+"\n")
		}
		go tRunner(t, func(t *T) { apply(ff, t, args) })
		<-t.signal
	}
	runtime.Goexit()
}

// misfit says why the arguments are none for a fuzz target with these types, "" if they are.
func misfit(args []any, types []string) string {
	if len(args) != len(types) {
		return fmt.Sprintf("wrong number of values in corpus entry: %d, want %d", len(args), len(types))
	}
	for i, arg := range args {
		if typeName(arg) != types[i] {
			return fmt.Sprintf("mismatched types in corpus entry: %v, want %v", typeNames(args), types)
		}
	}
	return ""
}

func typeNames(args []any) []string {
	var out []string
	for _, arg := range args {
		out = append(out, typeName(arg))
	}
	return out
}

func fRunner(f *F, fn func(f *F)) {
	defer func() {
		problem := recover()
		if problem == nil && !f.finished && !f.asked {
			problem = errEnded
		}
		if problem == nil && f.finished && !f.asked && !f.Failed() && !f.Skipped() {
			f.Error("returned without calling F.Fuzz, F.Fail, or F.Skip")
		}
		if len(f.sub) == 0 || problem != nil {
			f.runCleanup(problem != nil)
		}
		f.checkRaces()
		if f.Failed() {
			failures.Add(1)
		}
		if problem != nil {
			f.Fail()
			reportFailed(&f.common)
			panic(problem)
		}
		f.duration += time.Since(f.start)
		if len(f.sub) > 0 {
			// Let the inputs whose test called Parallel run, and wait for all of them.
			f.group.leave()
			close(f.barrier)
			for _, sub := range f.sub {
				<-sub.signal
			}
			f.group.enter()
			f.runCleanup(false)
			f.checkRaces()
		}
		finish(&f.common)
		f.endLine()
		(&T{common: f.common}).result()
		f.mu.Lock()
		f.done = true
		f.mu.Unlock()
		f.setRan()
		f.signal <- true
	}()
	f.resetRaces()
	f.start = time.Now()
	begin(&f.common)
	fn(f)
	f.finished = true
}

// runFuzzTargets runs the fuzz tests with the inputs that they add.
func runFuzzTargets(match func(pat, str string) (bool, error), targets []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if len(targets) == 0 {
		return false, true
	}
	for _, procs := range processors {
		runtime.GOMAXPROCS(procs)
		for i := uint(0); i < *count; i++ {
			g := newGroup(*parallel, newMatcher(match, *matchRun, "-test.run", *matchSkip))
			g.deadline = deadline
			root := common{w: stdout{}, verbose: chat}
			for _, target := range targets {
				if stopped() {
					break
				}
				name, matched, _ := g.match.fullName(nil, target.Name)
				if !matched {
					continue
				}
				f := &F{group: g}
				f.common = common{
					name: name, parent: &root, level: 1, verbose: chat, barrier: make(chan bool), signal: make(chan bool, 1),
				}
				f.w = indenter{&f.common}
				f.newContext()
				if f.verbose != nil {
					f.verbose.show(name, "=== RUN   "+name+"\n")
				}
				go fRunner(f, target.Fn)
				<-f.signal
				ran = true
			}
			ok = ok && !root.failed
		}
	}
	return ran, ok
}
