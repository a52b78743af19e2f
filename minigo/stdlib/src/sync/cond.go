package sync

// A Cond lets goroutines wait for, and announce, that something has happened. L is held when the condition is looked at or
// changed.
type Cond struct {
	noCopy  noCopy
	L       Locker
	notify  notifyList
	checker copyChecker
}

type notifyList struct {
	wait   uint32
	notify uint32
}

// copyChecker is 0, or stands for the Cond that it is in.
type copyChecker uintptr

// NewCond returns a Cond with Locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// copied reports whether c is a copy of a Cond that was in use.
func (c *Cond) copied() bool

func (c *Cond) join()
func (c *Cond) block()
func (c *Cond) wake(everybody bool)

func (c *Cond) check() {
	if c.copied() {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again.
func (c *Cond) Wait() {
	c.check()
	c.join()
	c.L.Unlock()
	c.block()
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest, if any.
func (c *Cond) Signal() {
	c.check()
	c.wake(false)
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	c.check()
	c.wake(true)
}
