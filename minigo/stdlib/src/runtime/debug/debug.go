// Package debug sets limits of the machine and prints stacks.
package debug

import (
	"os"
	"runtime"
)

// SetMaxStack sets the greatest size of a goroutine's stack, in bytes, and returns what it was.
func SetMaxStack(bytes int) int

// SetMaxThreads sets the greatest number of threads and returns what it was.
func SetMaxThreads(threads int) int

func setPercent(percent int) int

// SetGCPercent returns the percentage that was set before. Nothing depends on it.
func SetGCPercent(percent int) int { return setPercent(percent) }

// SetMemoryLimit returns the limit, which is none. Nothing depends on it.
func SetMemoryLimit(limit int64) int64 { return 1<<63 - 1 }

func setTraceback(all bool)

// SetTraceback says how much a crash prints: with "all", "system" and "crash" every goroutine's stack.
func SetTraceback(level string) {
	setTraceback(level == "all" || level == "system" || level == "crash")
}

// FreeOSMemory runs a garbage collection.
func FreeOSMemory() { runtime.GC() }

// Stack returns the goroutine's stack as text.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack writes the goroutine's stack to stderr.
func PrintStack() { os.Stderr.Write(Stack()) }
