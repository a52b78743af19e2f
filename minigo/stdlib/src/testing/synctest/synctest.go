// Package synctest tests concurrent code: in a bubble time stands still until all its goroutines are blocked.
package synctest

import (
	"internal/synctest"
	"internal/testmain"
	"testing"
	"time"
)

// Test runs f in a new bubble, until all goroutines of the bubble have ended. Time in it begins at 2000-01-01 00:00 UTC.
func Test(t *testing.T, f func(*testing.T)) {
	ok := false
	synctest.Run(func() { ok = testmain.InBubble(t, f) })
	if !ok {
		t.FailNow()
	}
}

// Wait waits until all other goroutines of the bubble are durably blocked: until each waits for another one of the bubble,
// or for its clock.
func Wait() { synctest.Wait() }

// Sleep is time.Sleep and then Wait: who else sleeps for as long has done what it does then.
func Sleep(d time.Duration) {
	time.Sleep(d)
	Wait()
}
