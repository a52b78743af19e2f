package testing

import (
	"errors"
	"flag"
	"fmt"
	"internal/testmain"
	"math/rand"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

var (
	initialized bool
	short       = new(bool)
	failFast    = new(bool)
	count       = new(uint)
	list        = new(string)
	matchRun    = new(string)
	matchSkip   = new(string)
	timeout     = new(time.Duration)
	cpuList     = new(string)
	parallel    = new(int)
	shuffle     = new(string)
	fullPath    = new(bool)
	exit0       = new(bool)
	verbosity   verboseFlag

	processors []int
	chat       *chatter
	failures   atomic.Int64 // tests and examples that failed
)

// A verboseFlag is -test.v: a bool, or test2json.
type verboseFlag struct{ on, json bool }

func (f *verboseFlag) IsBoolFlag() bool { return true }
func (f *verboseFlag) Get() any         { return f.on }

func (f *verboseFlag) String() string {
	if f.json {
		return "test2json"
	}
	return strconv.FormatBool(f.on)
}

func (f *verboseFlag) Set(text string) error {
	if text == "test2json" {
		f.on, f.json = true, true
		return nil
	}
	on, err := strconv.ParseBool(text)
	if err != nil {
		return fmt.Errorf("invalid flag -test.v=%s", text)
	}
	f.on, f.json = on, false
	return nil
}

// Init registers the flags of tests. The main program of a test does it; others must do so themselves to use Benchmark.
func Init() {
	if initialized {
		return
	}
	initialized = true
	short = flag.Bool("test.short", false, "run smaller test suite to save time")
	failFast = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	flag.Var(&verbosity, "test.v", "verbose: print additional output")
	count = flag.Uint("test.count", 1, "run tests and benchmarks `n` times")
	list = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	matchRun = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	matchSkip = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	timeout = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	cpuList = flag.String("test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	parallel = flag.Int("test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	shuffle = flag.String("test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	fullPath = flag.Bool("test.fullpath", false, "show full file names in error messages")
	exit0 = flag.Bool("test.paniconexit0", false, "panic on call to os.Exit(0)")
	initBenchmarkFlags()
}

// Short reports whether -short was given.
func Short() bool {
	if !flag.Parsed() || !initialized {
		panic("testing: Short called before " + map[bool]string{true: "Parse", false: "Init"}[initialized])
	}
	return *short
}

// Verbose reports whether -v was given.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return verbosity.on
}

var started bool

// Testing reports whether the program is that of a test.
func Testing() bool { return started }

// CoverMode returns "": coverage is not measured.
func CoverMode() string { return "" }

// Coverage returns 0: it is not measured.
func Coverage() float64 { return 0 }

// M is given to TestMain.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
}

type testDeps interface {
	ImportPath() string
	MatchString(pat, str string) (bool, error)
}

// A deps is what the main program of a test hands to MainStart.
type deps struct{ path string }

func (d deps) ImportPath() string                        { return d.path }
func (d deps) MatchString(pat, str string) (bool, error) { return matchString(pat, str) }

// find reports whether the regular expression matches, or what is wrong with it.
func find(pat, str string) (ok bool, problem string)

func matchString(pat, str string) (bool, error) {
	ok, problem := find(pat, str)
	if problem != "" {
		return false, errors.New(problem)
	}
	return ok, nil
}

// MainStart is called by the main program of a test.
func MainStart(path string, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	started = true
	Init()
	return &M{deps{path}, tests, benchmarks, fuzzTargets, examples}
}

type stdout struct{}

func (stdout) Write(b []byte) (int, error) { return os.Stdout.Write(b) }

// stopped reports whether -failfast asks to stop now.
func stopped() bool { return *failFast && failures.Load() > 0 }

// Run runs what the flags select, and returns what the program is to exit with.
func (m *M) Run() (code int) {
	defer func() { testmain.ExitCode = code }()
	if !flag.Parsed() {
		flag.Parse()
	}
	if *parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		return 2
	}
	if verbosity.on {
		chat = &chatter{json: verbosity.json}
	}
	if *list != "" {
		m.list()
		return 0
	}
	if !m.shuffle() {
		return 2
	}
	if !parseProcessors() {
		return 1
	}
	onExit0(*exit0)
	defer onExit0(false)
	var deadline time.Time
	if *timeout > 0 {
		deadline = time.Now().Add(*timeout)
		setAlarm(*timeout, timeIsUp)
	}
	onDeadlock(nobodyCanRun)
	ran, ok := runTests(m.deps.MatchString, m.tests, deadline)
	fuzzRan, fuzzOK := runFuzzTargets(m.deps.MatchString, m.fuzz, deadline)
	examplesRan, examplesOK := runExamples(m.deps.MatchString, m.examples)
	if *timeout > 0 {
		setAlarm(0, nil)
	}
	if !ran && !fuzzRan && !examplesRan && *matchBenchmarks == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	ok = ok && fuzzOK && examplesOK
	if ok {
		ok = runBenchmarks(m.deps.ImportPath(), m.deps.MatchString, m.benchmarks)
	}
	onDeadlock(nil)
	checkAllLeaks()
	if ok && raceErrors() > 0 {
		fmt.Print(chat.prefix(), "testing: race detected outside of test execution\n")
		ok = false
	}
	if !ok || leakFailed {
		m.verdict("FAIL")
		return 1
	}
	m.verdict("PASS")
	return 0
}

func (m *M) verdict(s string) {
	if chat != nil {
		s = chat.mark() + s
	}
	fmt.Println(s)
}

// list prints the names that -test.list matches.
func (m *M) list() {
	if _, err := m.deps.MatchString(*list, "non-empty"); err != nil {
		fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", *list, err)
		os.Exit(1)
	}
	var names []string
	for _, x := range m.tests {
		names = append(names, x.Name)
	}
	for _, x := range m.benchmarks {
		names = append(names, x.Name)
	}
	for _, x := range m.fuzz {
		names = append(names, x.Name)
	}
	for _, x := range m.examples {
		names = append(names, x.Name)
	}
	for _, name := range names {
		if ok, _ := m.deps.MatchString(*list, name); ok {
			fmt.Println(name)
		}
	}
}

// shuffle orders tests and benchmarks as -test.shuffle says; false if that says nothing that can be understood.
func (m *M) shuffle() bool {
	if *shuffle == "off" {
		return true
	}
	seed := int64(0)
	if *shuffle == "on" {
		seed = rand.Int63()
	} else {
		n, err := strconv.ParseInt(*shuffle, 10, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
		seed = n
	}
	fmt.Println("-test.shuffle", seed)
	r := rand.New(rand.NewSource(seed))
	r.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	r.Shuffle(len(m.benchmarks), func(i, j int) { m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i] })
	return true
}

// parseProcessors reads -test.cpu.
func parseProcessors() bool {
	processors = nil
	for _, text := range strings.Split(*cpuList, ",") {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", text)
			return false
		}
		processors = append(processors, n)
	}
	if processors == nil {
		processors = []int{runtime.GOMAXPROCS(0)}
	}
	return true
}

// setAlarm lets f run as a goroutine when d has passed, unless nothing else can ever happen before; 0: no more.
func setAlarm(d time.Duration, f func())

// onDeadlock lets f run as a goroutine, once, when no other goroutine can run any more.
func onDeadlock(f func())

// onExit0 says whether os.Exit(0) is to panic.
func onExit0(refuse bool)

func timeIsUp() {
	active.mu.Lock()
	var lines []string
	for _, c := range active.tests {
		if c.parent != nil {
			lines = append(lines, fmt.Sprintf("\n\t%s (%v)", c.name, time.Since(c.start).Round(time.Second)))
		}
	}
	active.mu.Unlock()
	sort.Strings(lines)
	message := fmt.Sprintf("test timed out after %v", *timeout)
	if lines != nil {
		message += "\nrunning tests:" + strings.Join(lines, "")
	}
	debug.SetTraceback("all")
	panic(message)
}

// nobodyCanRun reports the tests that hang. When it ends, the machine says why.
func nobodyCanRun() {
	for _, c := range active.tests {
		if !hasActiveChild(c) {
			reportFailed(c)
		}
	}
}

// hasActiveChild reports whether the report of another test that runs includes c's.
func hasActiveChild(c *common) bool {
	for _, other := range active.tests {
		if other.parent == c {
			return true
		}
	}
	return false
}
