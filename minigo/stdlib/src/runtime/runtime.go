package runtime

const (
	// GOOS and GOARCH are those of the machine that minigo simulates.
	GOOS   = "linux"
	GOARCH = "amd64"

	Compiler = "gc"
)

// Gosched lets other goroutines run.
func Gosched()

// Goexit ends the goroutine after running its deferred calls.
func Goexit()

// GOMAXPROCS sets the number of processors that run goroutines at the same time, if n is positive, and returns
// what it was.
func GOMAXPROCS(n int) int

// SetDefaultGOMAXPROCS sets the number of processors to that of the machine.
func SetDefaultGOMAXPROCS() { GOMAXPROCS(NumCPU()) }

// NumCPU returns the number of processors of the machine.
func NumCPU() int

// NumGoroutine returns the number of goroutines that exist.
func NumGoroutine() int

// NumCgoCall returns 0: there is no C.
func NumCgoCall() int64 { return 0 }

// LockOSThread ties the goroutine to its thread until UnlockOSThread is called as often.
func LockOSThread()

func UnlockOSThread()

// Version returns the Go version whose language and library this is.
func Version() string { return "go1.27.3" }

// Breakpoint does nothing: there is no debugger that it could stop for.
func Breakpoint() {}

// GOROOT returns "": there is no Go tree.
func GOROOT() string { return "" }

// KeepAlive does nothing: what a program can reach stays.
func KeepAlive(x any) {}

// SetFinalizer does nothing: finalizers are not guaranteed to run, and here they do not.
func SetFinalizer(obj any, finalizer any) {}

// GC runs a garbage collection, which empties pools.
func GC()

// caller returns a frame of the goroutine's stack: 0 is the caller of the function that calls caller.
func caller(skip int) (function, file string, line int, ok bool)

// Caller tells in which file and line the function stands that is skip calls above the caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	_, file, line, ok = caller(skip + 1)
	if !ok {
		return 0, "", 0, false
	}
	return register(skip + 1), file, line, true
}

// register returns a number that stands for a place in the stack, counted like caller's, 0 if there is none.
func register(skip int) uintptr

// Callers fills pcs with what stands for the places in the stack, and returns how many there are; 0 is Callers itself.
func Callers(skip int, pcs []uintptr) int {
	n := 0
	for n < len(pcs) {
		pc := register(skip + n)
		if pc == 0 {
			break
		}
		pcs[n] = pc
		n++
	}
	return n
}

// place returns what register was asked about, and a number below those that stand for places in the function.
func place(pc uintptr) (function, file string, line int, entry uintptr)

// A Func is a function of the program.
type Func struct {
	name  string
	entry uintptr
}

// FuncForPC returns the function that a pc of Caller or Callers stands for, nil for others.
func FuncForPC(pc uintptr) *Func {
	name, _, _, entry := place(pc)
	if name == "" {
		return nil
	}
	return &Func{name, entry}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return f.entry }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = place(pc)
	return file, line
}

// A Frame is one call in a stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames are the calls that Callers found.
type Frames struct {
	pcs []uintptr
}

// CallersFrames makes frames of what Callers returned.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next frame, and whether there are more.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.pcs) == 0 {
		return Frame{}, false
	}
	pc := f.pcs[0]
	f.pcs = f.pcs[1:]
	function, file, line, entry := place(pc)
	return Frame{pc - 1, FuncForPC(pc), function, file, line, entry}, len(f.pcs) > 0
}

func stack(all bool) string

// Stack writes the stack of the goroutine, or of all goroutines, into buf, and returns how many bytes it wrote.
func Stack(buf []byte, all bool) int { return copy(buf, stack(all)) }
