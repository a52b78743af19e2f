package runtime

// A Cleanup is what AddCleanup arranged.
type Cleanup struct{}

// AddCleanup does nothing: cleanups are not guaranteed to run, and here they do not.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	return Cleanup{}
}

func (c Cleanup) Stop() {}

// A Pinner keeps objects where they are, which they always do here.
type Pinner struct{}

func (p *Pinner) Pin(pointer any) {}
func (p *Pinner) Unpin()          {}

// MemProfileRate and the rates below are kept; there are no profiles of this kind.
var MemProfileRate = 512 * 1024

func SetBlockProfileRate(rate int) {}

var mutexProfileFraction int

func SetMutexProfileFraction(rate int) int {
	old := mutexProfileFraction
	if rate >= 0 {
		mutexProfileFraction = rate
	}
	return old
}
