package testing

import (
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

var (
	matchBenchmarks = new(string)
	benchMem        = new(bool)
	benchTime       = benchTimeFlag{d: 100 * time.Millisecond}
)

func initBenchmarkFlags() {
	matchBenchmarks = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	benchMem = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
}

// A benchTimeFlag is -test.benchtime: a duration, or a number of times.
type benchTimeFlag struct {
	d time.Duration
	n int
}

func (f *benchTimeFlag) String() string {
	if f.n > 0 {
		return fmt.Sprintf("%dx", f.n)
	}
	return f.d.String()
}

func (f *benchTimeFlag) Set(s string) error {
	if strings.HasSuffix(s, "x") {
		n, err := strconv.ParseInt(s[:len(s)-1], 10, 0)
		if err != nil || n < 1 {
			return fmt.Errorf("invalid count")
		}
		*f = benchTimeFlag{n: int(n)}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return fmt.Errorf("invalid duration")
	}
	*f = benchTimeFlag{d: d}
	return nil
}

// An InternalBenchmark is a benchmark by its name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// B is given to benchmarks. The time that it measures is the simulated machine's; memory is not measured: allocations
// count as none.
type B struct {
	common
	N int

	group     *group // nil outside of a list of benchmarks
	fn        func(b *B)
	goal      benchTimeFlag
	timing    bool
	started   time.Time
	elapsed   time.Duration
	bytes     int64
	allocs    bool // report allocations
	spread    int  // goroutines a processor in RunParallel
	extra     map[string]float64
	last      int // N of the run before
	result    BenchmarkResult
	columns   *columns
	looping   bool
	looped    bool // Loop has run the body as often as it is to be, and measured
	iteration int
	limit     int
	nested    bool // it has run others: it is no benchmark itself
}

func (b *B) StartTimer() {
	if !b.timing {
		b.started = time.Now()
		b.timing = true
	}
}

func (b *B) StopTimer() {
	if b.timing {
		b.elapsed += time.Since(b.started)
		b.timing = false
	}
}

func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = map[string]float64{}
	} else {
		clear(b.extra)
	}
	if b.timing {
		b.started = time.Now()
	}
	b.elapsed = 0
}

// Elapsed returns the time that was measured so far.
func (b *B) Elapsed() time.Duration {
	if b.timing {
		return b.elapsed + time.Since(b.started)
	}
	return b.elapsed
}

func (b *B) SetBytes(n int64) { b.bytes = n }
func (b *B) ReportAllocs()    { b.allocs = true }

// ReportMetric adds a metric of the benchmark to its result, or sets one of the built-in ones.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsFunc(unit, isSpace) {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// Loop returns true as often as the benchmark is to run its body; setting up before the loop is not timed.
func (b *B) Loop() bool {
	if !b.looping {
		b.looping = true
		b.ResetTimer()
		b.StartTimer()
		b.iteration, b.limit = 0, 1
		if b.goal.n > 0 {
			b.limit = b.goal.n
		}
	} else if !b.timing {
		b.Fatal("B.Loop called with timer stopped")
	}
	if b.iteration < b.limit {
		b.iteration++
		return true
	}
	spent := b.Elapsed()
	if b.goal.n == 0 && spent < b.goal.d && b.limit < 1_000_000_000 {
		b.limit = b.predict(b.iteration, spent)
		b.iteration++
		return true
	}
	b.StopTimer()
	b.N = b.iteration
	b.looping = false
	b.looped = true
	return false
}

// predict says how often to run the body next, after n times took spent.
func (b *B) predict(n int, spent time.Duration) int {
	return predict(b.goal.d.Nanoseconds(), int64(n), max(spent.Nanoseconds(), 1), int64(n))
}

func predict(goal, n, spent, last int64) int {
	next := goal * n / spent
	next += next / 5
	return int(min(max(min(next, 100*last), last+1), 1_000_000_000))
}

// runN runs the benchmark's function for n iterations.
func (b *B) runN(n int) {
	b.resetRaces()
	b.newContext()
	b.N = n
	b.spread = 1
	b.ResetTimer()
	b.StartTimer()
	b.fn(b)
	b.StopTimer()
	b.last = n
	b.runCleanup(false)
	b.checkRaces()
}

// once runs f in a goroutine of its own, in which FailNow may end it.
func (b *B) once(f func()) {
	go func() {
		defer func() { b.signal <- true }()
		f()
	}()
	<-b.signal
}

// columns says how wide names are printed: as the longest with room for the number of processors.
type columns struct{ width, extra int }

func newColumns() *columns {
	most := 1
	for _, procs := range processors {
		most = max(most, procs)
	}
	return &columns{extra: len(benchName("", most))}
}

// fit makes room for a name, with slack when it is that of a part.
func (c *columns) fit(name string, slack int) {
	if n := len(name) + c.extra + 1; n > c.width {
		c.width = n + slack
	}
}

// try runs one iteration, and reports whether the benchmark is one that is to go on.
func (b *B) try() bool {
	b.columns.fit(b.name, 8)
	b.once(func() { b.runN(1) })
	if b.Failed() {
		fmt.Fprintf(b.root(), "%s--- FAIL: %s\n%s", chat.prefix(), b.name, b.output)
		return false
	}
	b.mu.RLock()
	finished := b.finished
	b.mu.RUnlock()
	if finished || b.nested {
		verdict := "BENCH"
		if b.skipped {
			verdict = "SKIP"
		}
		if chat != nil && (len(b.output) > 0 || finished) {
			fmt.Fprintf(b.root(), "%s--- %s: %s\n%s", chat.prefix(), verdict, b.name, b.output)
		}
		return false
	}
	return true
}

func (c *chatter) prefix() string {
	if c == nil {
		return ""
	}
	return c.mark()
}

func (b *B) root() io.Writer { return os.Stdout }

// measure runs the benchmark until it took long enough.
func (b *B) measure() BenchmarkResult {
	b.once(func() {
		defer func() {
			b.result = BenchmarkResult{b.N, b.elapsed, b.bytes, 0, 0, b.extra}
		}()
		if b.goal.n > 0 {
			if b.goal.n > 1 {
				b.runN(b.goal.n)
			}
			return
		}
		goal := b.goal.d
		for n := int64(1); !b.Failed() && b.elapsed < goal && n < 1_000_000_000; {
			last := n
			n = int64(predict(goal.Nanoseconds(), int64(b.N), max(b.elapsed.Nanoseconds(), 1), last))
			b.runN(int(n))
		}
	})
	return b.result
}

// A BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) mbPerSec() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

func (r BenchmarkResult) perOp(unit string, total uint64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(total) / int64(r.N)
}

func (r BenchmarkResult) AllocsPerOp() int64       { return r.perOp("allocs/op", r.MemAllocs) }
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.perOp("B/op", r.MemBytes) }

func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b.WriteString("\t" + aligned(ns, "ns/op"))
	}
	if mb := r.mbPerSec(); mb != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", mb)
	}
	var units []string
	for unit := range r.Extra {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, unit)
		}
	}
	sort.Strings(units)
	for _, unit := range units {
		b.WriteString("\t" + aligned(r.Extra[unit], unit))
	}
	return b.String()
}

// aligned prints a number with four significant digits, the decimal point in the same column.
func aligned(x float64, unit string) string {
	y := math.Abs(x)
	width, places := 10, 0
	if y != 0 {
		for bound := 999.95; y < bound && places < 7; bound /= 10 {
			places++
			width = 11 + places
		}
	}
	return fmt.Sprintf("%*.*f %s", width, places, x, unit)
}

// Run runs f as a part of the benchmark, which then is none itself.
func (b *B) Run(name string, f func(b *B)) bool {
	b.nested = true
	name, ok, partial := b.group.match.fullName(&b.common, name)
	if !ok {
		return true
	}
	sub := &B{group: b.group, fn: f, goal: b.goal, columns: b.columns}
	sub.common = common{name: name, parent: &b.common, level: b.level + 1, verbose: b.verbose, signal: make(chan bool), bench: true, creator: stack(1)}
	sub.w = indenter{&sub.common}
	if partial {
		// Only some of its parts are to run: it is not measured itself.
		sub.nested = true
	}
	if sub.verbose != nil {
		headline.print()
		if sub.verbose.json {
			sub.verbose.show(name, "=== RUN   "+name+"\n")
		}
		fmt.Println(name)
		sub.verbose.last = ""
	}
	sub.process(partial)
	return !sub.Failed()
}

// headline is what precedes the results.
var headline benchHeadline

type benchHeadline struct {
	path string
	done bool
}

func (h *benchHeadline) print() {
	if h.done {
		return
	}
	h.done = true
	fmt.Printf("goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
	if h.path != "" {
		fmt.Printf("pkg: %s\n", h.path)
	}
	fmt.Println("cpu: minigo, 100ns a step")
}

func benchName(name string, procs int) string {
	if procs != 1 {
		return fmt.Sprintf("%s-%d", name, procs)
	}
	return name
}

// process runs the benchmark for each number of processors and as often as -count says, and prints the results. One that
// fails at once, or has parts, runs only once.
func (b *B) process(partial bool) {
	runtime.GOMAXPROCS(processors[0])
	if !b.try() {
		return
	}
	for i, procs := range processors {
		for j := uint(0); j < *count; j++ {
			runtime.GOMAXPROCS(procs)
			name := benchName(b.name, procs)
			if i > 0 || j > 0 {
				again := &B{group: b.group, fn: b.fn, goal: b.goal, columns: b.columns}
				again.common = common{name: b.name, parent: b.parent, level: b.level, verbose: b.verbose, signal: make(chan bool), bench: true, creator: b.creator}
				again.w = indenter{&again.common}
				if again.try() {
					again.measureAndPrint(name)
				}
				continue
			}
			b.measureAndPrint(name)
		}
	}
}

func (b *B) measureAndPrint(name string) {
	if b.looping || b.looped {
		b.result = BenchmarkResult{b.N, b.elapsed, b.bytes, 0, 0, b.extra}
	} else {
		b.measure()
	}
	headline.print()
	if b.Failed() {
		fmt.Fprintf(b.root(), "%s--- FAIL: %s\n%s", chat.prefix(), name, b.output)
		return
	}
	result := b.result.String()
	if *benchMem || b.allocs {
		result += "\t" + b.result.MemString()
	}
	fmt.Printf("%s%-*s\t%s\n", chat.prefix(), b.columns.width, name, result)
	if len(b.output) > 0 {
		fmt.Printf("%s--- BENCH: %s\n%s", chat.prefix(), name, b.output)
	}
}

// A PB is given to the goroutines of RunParallel.
type PB struct {
	left  *atomic.Int64
	batch int64
	mine  int64
	b     *B
}

// Next returns true as often as the goroutine is to run the body.
func (pb *PB) Next() bool {
	if pb.mine == 0 {
		if pb.left.Add(-pb.batch) <= -pb.batch {
			return false
		}
		pb.mine = pb.batch
		if rest := pb.left.Load(); rest < 0 {
			pb.mine += rest
		}
	}
	pb.mine--
	return true
}

func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.spread = p
	}
}

// RunParallel runs the body in several goroutines, which share the iterations.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	procs := b.spread * runtime.GOMAXPROCS(0)
	var left atomic.Int64
	left.Store(int64(b.N))
	var wg sync.WaitGroup
	for range procs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{left: &left, batch: 1, b: b})
		}()
	}
	wg.Wait()
	if left.Load() > 0 && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// runBenchmarks runs what -test.bench selects, and reports whether all passed.
func runBenchmarks(path string, match func(pat, str string) (bool, error), benchmarks []InternalBenchmark) bool {
	if *matchBenchmarks == "" {
		return true
	}
	g := newGroup(1, newMatcher(match, *matchBenchmarks, "-test.bench", *matchSkip))
	table := newColumns()
	var selected []InternalBenchmark
	for _, x := range benchmarks {
		if _, ok, _ := g.match.fullName(nil, x.Name); ok {
			selected = append(selected, x)
			for _, procs := range processors {
				table.fit(benchName(x.Name, procs), 0)
			}
		}
	}
	headline.path = path
	root := &B{group: g, goal: benchTime, columns: table}
	root.common = common{w: stdout{}, verbose: chat, bench: true, signal: make(chan bool)}
	for _, x := range selected {
		root.Run(x.Name, x.F)
	}
	return !root.Failed()
}

// Benchmark measures a single function.
func Benchmark(f func(b *B)) BenchmarkResult {
	headline.done = true
	b := &B{fn: f, goal: benchTime, columns: newColumns(), group: newGroup(1, newMatcher(nil, "", "", ""))}
	b.common = common{signal: make(chan bool), w: io.Discard, bench: true}
	b.once(func() { b.runN(1) })
	if b.Failed() || b.finished {
		return BenchmarkResult{}
	}
	if b.looped {
		return BenchmarkResult{b.N, b.elapsed, b.bytes, 0, 0, b.extra}
	}
	return b.measure()
}

// AllocsPerRun runs f, and returns 0: allocations are not measured.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for range runs + 1 {
		f()
	}
	return 0
}
