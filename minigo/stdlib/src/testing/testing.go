package testing

import (
	"errors"
	"fmt"
	"internal/testmain"
	"runtime"
	"sync"
	"time"
)

// T is given to tests: they fail, skip, log and run subtests by it.
type T struct {
	common
	group *group
}

// An InternalTest is a test by its name; the main program of a test has a list of them.
type InternalTest struct {
	Name string
	F    func(*T)
}

// A group is what the tests of one run share: which of them run, and how many at the same time.
type group struct {
	match *matcher

	deadline time.Time

	mu      sync.Mutex
	most    int
	running int
	waiting int
	start   chan bool // a waiting parallel test may go on
}

func newGroup(most int, m *matcher) *group {
	return &group{match: m, most: most, running: 1, start: make(chan bool)}
}

// enter waits until another parallel test may run.
func (g *group) enter() {
	g.mu.Lock()
	if g.running < g.most {
		g.running++
		g.mu.Unlock()
		return
	}
	g.waiting++
	g.mu.Unlock()
	<-g.start
}

// leave lets another one run.
func (g *group) leave() {
	g.mu.Lock()
	if g.waiting == 0 {
		g.running--
		g.mu.Unlock()
		return
	}
	g.waiting--
	g.mu.Unlock()
	g.start <- true
}

// The tests that run, for the report when time is up or nothing can go on.
var active struct {
	mu    sync.Mutex
	tests []*common
}

func begin(c *common) {
	active.mu.Lock()
	defer active.mu.Unlock()
	active.tests = append(active.tests, c)
}

func finish(c *common) {
	active.mu.Lock()
	defer active.mu.Unlock()
	for i, other := range active.tests {
		if other == c {
			active.tests = append(active.tests[:i], active.tests[i+1:]...)
			return
		}
	}
}

// raceErrors counts the data races that have been reported.
func raceErrors() int

// resetRaces makes the races so far somebody else's.
func (c *common) resetRaces() { c.races = raceErrors() }

// checkRaces lets the test fail if there was a race since it began, and tells so once. What the test is part of need
// not tell again.
func (c *common) checkRaces() {
	n := raceErrors()
	if n <= c.races {
		return
	}
	c.races = n
	if !c.raced {
		c.raced = true
		c.Errorf("race detected during execution of test")
	}
	for p := c.parent; p != nil; p = p.parent {
		p.races = max(p.races, n)
	}
}

var errEnded = errors.New("test executed panic(nil) or runtime.Goexit")

// tRunner is the goroutine of a test.
func tRunner(t *T, fn func(t *T)) {
	defer func() { t.ended(recover()) }()
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanup(false)
		}
	}()
	if t.parent != nil {
		watch(&t.common)
	}
	t.resetRaces()
	t.start = time.Now()
	begin(&t.common)
	fn(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

// ended is called, deferred, when the function of a test is over: problem is the value of its panic.
func (t *T) ended(problem any) {
	t.checkRaces()
	if t.Failed() {
		failures.Add(1)
	}
	tell := true
	t.mu.RLock()
	finished := t.finished
	t.mu.RUnlock()
	if problem == nil && !finished {
		problem = errEnded
		for p := t.parent; p != nil; p = p.parent {
			p.mu.RLock()
			finished = p.finished
			p.mu.RUnlock()
			if finished {
				if !t.parallel {
					t.Errorf("%v: subtest may have called FailNow on a parent test", problem)
					problem = nil
				}
				tell = false
				break
			}
		}
	}
	// Even when the goroutine ends, the parent must hear of it.
	defer func() {
		if problem == nil {
			t.signal <- tell
		}
	}()
	if problem != nil {
		t.die(problem)
	}
	t.duration += time.Since(t.start)
	if len(t.sub) > 0 {
		// Let the parallel subtests run, then wait for all of them.
		finish(&t.common)
		t.group.leave()
		close(t.barrier)
		for _, sub := range t.sub {
			<-sub.signal
			if t.parent == nil {
				sub.checkLeaks()
			}
		}
		begin(&t.common)
		cleaning := time.Now()
		t.runCleanup(false)
		t.duration += time.Since(cleaning)
		t.checkRaces()
		if !t.parallel {
			t.group.enter()
		}
	} else if t.parallel {
		t.group.leave()
	}
	finish(&t.common)
	t.failIfLeaking()
	t.endLine()
	t.result()
	t.mu.Lock()
	t.done = true
	t.mu.Unlock()
	if t.parent != nil && !t.sequence {
		t.setRan()
	}
}

// die reports the test and all it is part of as failed, and panics.
func (t *T) die(problem any) {
	t.Fail()
	if p := t.runCleanup(true); p != nil {
		t.Logf("cleanup panicked with %v", p)
	}
	if !t.bubbled {
		reportFailed(&t.common)
	}
	panic(problem)
}

// reportFailed prints the log of a test that will not end, and those of what it is part of.
func reportFailed(c *common) {
	c.endLine()
	for ; c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.duration += time.Since(c.start)
		d := c.duration
		c.mu.Unlock()
		c.report("--- FAIL: " + c.name + " (" + seconds(d) + ")\n")
	}
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }

// result reports a test that has ended.
func (t *T) result() {
	if t.parent == nil || t.bubbled {
		return
	}
	verdict := "PASS"
	switch {
	case t.Failed():
		verdict = "FAIL"
	case t.verbose == nil:
		return
	case t.Skipped():
		verdict = "SKIP"
	}
	t.report("--- " + verdict + ": " + t.name + " (" + seconds(t.duration) + ")\n")
}

// Run runs f as a subtest, until it has ended or calls Parallel. It reports whether the subtest has not failed so far.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.bubbled {
		panic("testing: t.Run called inside synctest bubble")
	}
	t.mu.Lock()
	t.sequence = true
	t.mu.Unlock()
	name, ok, _ := t.group.match.fullName(&t.common, name)
	if !ok || stopped() {
		return true
	}
	sub := &T{group: t.group}
	sub.common = common{
		name: name, parent: &t.common, level: t.level + 1, verbose: t.verbose, creator: stack(1),
		barrier: make(chan bool), signal: make(chan bool, 1), environment: t.environment,
	}
	sub.w = indenter{&sub.common}
	sub.newContext()
	if sub.verbose != nil {
		sub.verbose.show(name, "=== RUN   "+name+"\n")
	}
	go tRunner(sub, f)
	// A parallel subtest signals as soon as it calls Parallel.
	if !<-sub.signal {
		// The subtest has ended the function of a test that it is part of.
		runtime.Goexit()
	}
	if t.parent == nil && !sub.parallel {
		sub.checkLeaks()
	}
	return !sub.Failed()
}

func init() {
	testmain.InBubble = func(t, f any) bool { return inBubble(t.(*T), f.(func(*T))) }
}

// inBubble runs f as a test of t's name whose logs and results are t's.
func inBubble(t *T, f func(*T)) bool {
	inner := &T{group: t.group}
	inner.common = common{
		name: t.name, parent: &t.common, level: t.level + 1, verbose: t.verbose, creator: stack(1), bubbled: true,
		barrier: make(chan bool), signal: make(chan bool, 1), environment: t.environment,
	}
	inner.w = indenter{&inner.common}
	inner.newContext()
	go tRunner(inner, f)
	if !<-inner.signal {
		runtime.Goexit()
	}
	return !inner.Failed()
}

// Parallel lets the test run together with other parallel ones: it waits until the function of its parent has ended.
func (t *T) Parallel() {
	if t.bubbled {
		panic("testing: t.Parallel called inside synctest bubble")
	}
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.environment {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.parallel = true
	t.duration += time.Since(t.start)
	t.parent.sub = append(t.parent.sub, t)
	if t.verbose != nil {
		t.verbose.show(t.name, "=== PAUSE "+t.name+"\n")
	}
	t.checkRaces()
	finish(&t.common)
	t.signal <- true
	<-t.parent.barrier
	t.group.enter()
	begin(&t.common)
	if t.verbose != nil {
		t.verbose.show(t.name, "=== CONT  "+t.name+"\n")
	}
	t.resetRaces()
	t.start = time.Now()
}

// Deadline returns when the time of -timeout is up.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	if t.bubbled {
		panic("testing: t.Deadline called inside synctest bubble")
	}
	deadline = t.group.deadline
	return deadline, !deadline.IsZero()
}

// runTests runs the tests as subtests of a root, for each number of processors, and reports whether there were any and
// whether they passed.
func runTests(match func(pat, str string) (bool, error), tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, procs := range processors {
		runtime.GOMAXPROCS(procs)
		for i := uint(0); i < *count; i++ {
			if stopped() {
				break
			}
			if i > 0 && !ran {
				// There is nothing to do again.
				break
			}
			g := newGroup(*parallel, newMatcher(match, *matchRun, "-test.run", *matchSkip))
			g.deadline = deadline
			root := &T{group: g}
			root.common = common{signal: make(chan bool, 1), barrier: make(chan bool), w: stdout{}, verbose: chat}
			root.newContext()
			tRunner(root, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			<-root.signal
			ok = ok && !root.Failed()
			ran = ran || root.ran
		}
	}
	return ran, ok
}
