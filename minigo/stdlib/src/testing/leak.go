package testing

import "runtime"

// watch marks the current goroutine, and those that it starts from now on, as belonging to a test or subtest.
func watch(c *common)

// leaked returns reports on the goroutines that belong to a test or its subtests (nil: to any), can never go on and were
// not reported before: one for each test or subtest that has such goroutines.
func leaked(c *common) []string

// runnable reports whether a goroutine of the test (nil: of any) could run now.
func runnable(c *common) bool

// tell prints to stderr what real Go does not notice.
func tell(report string)

// leakMode is what becomes of a leak: report, fail or off.
func leakMode() string

// failIfLeaking lets a test that is no subtest fail because of the goroutines that it leaves behind for ever, if that is
// wanted.
func (t *T) failIfLeaking() {
	if t.parent == nil || t.parent.parent != nil || leakMode() != "fail" {
		return
	}
	if failed := t.Failed(); checkLeaks(&t.common) && !failed {
		t.Fail()
		failures.Add(1)
	}
}

// checkLeaks reports the goroutines that the test, which has ended, leaves behind for ever.
func (t *T) checkLeaks() { checkLeaks(&t.common) }

// checkAllLeaks does so once more for all tests, at the end.
func checkAllLeaks() { checkLeaks(nil) }

// leakFailed: a leak lets the run fail.
var leakFailed bool

// checkLeaks reports whether there were any.
func checkLeaks(c *common) bool {
	mode := leakMode()
	if mode == "off" {
		return false
	}
	// Let the goroutines of the test get as far as they can now.
	for i := 0; i < 100 && runnable(c); i++ {
		runtime.Gosched()
	}
	reports := leaked(c)
	for _, report := range reports {
		tell(report)
	}
	leakFailed = leakFailed || mode == "fail" && len(reports) > 0
	return len(reports) > 0
}
