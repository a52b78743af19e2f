package testing

import "runtime"

// watch marks the current goroutine, and those that it starts from now on, as belonging to a test or subtest.
func watch(c *common)

// leaked returns the goroutines that belong to a test or its subtests (nil: to any), have not been returned before and are
// blocked for ever.
func leaked(c *common) (tests []*common, stacks []string)

// runnable reports whether a goroutine of the test (nil: of any) could run now.
func runnable(c *common) bool

// tell prints to stderr what real Go does not notice.
func tell(test, stack string)

// leakMode is what becomes of a leak: report, fail or off.
func leakMode() string

// checkLeaks reports the goroutines that the test, which has ended, leaves behind for ever.
func (t *T) checkLeaks() { checkLeaks(&t.common) }

// checkAllLeaks does so once more for all tests, at the end.
func checkAllLeaks() { checkLeaks(nil) }

// leakFailed: a leak lets the run fail.
var leakFailed bool

func checkLeaks(c *common) {
	mode := leakMode()
	if mode == "off" {
		return
	}
	// Let the goroutines of the test get as far as they can now.
	for i := 0; i < 100 && runnable(c); i++ {
		runtime.Gosched()
	}
	tests, stacks := leaked(c)
	for i, test := range tests {
		tell(test.name, stacks[i])
	}
	leakFailed = leakFailed || mode == "fail" && len(tests) > 0
}
