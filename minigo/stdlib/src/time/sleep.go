package time

// Sleep lets at least d of virtual time pass. It returns at once when d is not positive.
func Sleep(d Duration)

// A runtimeTimer is the machine's: only natives look at it.
type runtimeTimer struct{}

// newTimer makes a timer, not yet started, that sends the time of loc to c; newFuncTimer one that calls f in a goroutine.
func newTimer(c chan Time, loc *Location) *runtimeTimer
func newFuncTimer(f func()) *runtimeTimer

// start starts a timer: it fires after d and then, if period is positive, again after each period.
func (r *runtimeTimer) start(d, period Duration)

// stop stops it, and reports whether it had been going to fire. No stale value is left in its channel.
func (r *runtimeTimer) stop() bool

// reset is stop, then start; it reports what stop does.
func (r *runtimeTimer) reset(d, period Duration) bool

// A Timer fires once: it sends the time on C, or calls a function.
type Timer struct {
	C <-chan Time
	r *runtimeTimer
}

// NewTimer returns a Timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{c, newTimer(c, Local)}
	t.r.start(d, 0)
	return t
}

// AfterFunc calls f in a goroutine of its own after d; C of the Timer is nil.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{nil, newFuncTimer(f)}
	t.r.start(d, 0)
	return t
}

// Stop keeps the Timer from firing, and reports whether it did.
func (t *Timer) Stop() bool {
	if t.r == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return t.r.stop()
}

// Reset lets the Timer fire after d from now; it reports whether it was active.
func (t *Timer) Reset(d Duration) bool {
	if t.r == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return t.r.reset(d, 0)
}

// After returns the channel of a new Timer.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// A Ticker sends the time on C again and again.
type Ticker struct {
	C <-chan Time
	r *runtimeTimer
}

// NewTicker returns a Ticker that sends the time every d, which must be positive. Ticks that nobody receives are dropped.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{c, newTimer(c, Local)}
	t.r.start(d, d)
	return t
}

// Stop ends the ticking; it does not close the channel.
func (t *Ticker) Stop() {
	if t.r != nil {
		t.r.stop()
	}
}

// Reset stops the Ticker and lets it tick every d from now on.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.r.reset(d, d)
}

// Tick returns the channel of a new Ticker, nil when d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
