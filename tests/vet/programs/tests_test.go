package p

import (
	"os"
	"strings"
	"testing"
)

type Thing struct{ Field int }

func (Thing) Method() {}

func Known() {}

func Testlower(t *testing.T)      {}
func Testé(t *testing.T)          {}
func Test1(t *testing.T)          {}
func Test_x(t *testing.T)         {}
func Testnot(x int)               {}
func Benchmarklower(b *testing.B) {}
func Fuzzlower(f *testing.F)      {}

func Example()                  {}
func ExampleKnown()             {}
func ExampleUnknown()           {}
func ExampleThing()             {}
func ExampleThing_Method()      {}
func ExampleThing_Field()       {}
func ExampleThing_Missing()     {}
func ExampleThing_suffix()      {}
func ExampleThing_Method_ok()   {}
func ExampleThing_Method_Bad()  {}
func Example_suffix()           {}
func Example_Bad()              {}
func ExampleKnown_x(n int)      {}
func ExampleKnown_y() int       { return 1 }
func ExampleBuilder()           {}
func ExampleBuilder_Grow()      {}
func ExampleBuilder_Nothing()   {}
func Exampleknown()             {}

func ExampleKnown_output() {
	// Output: a
	println()
	// more
}

func ExampleKnown_two() {
	// Output: a

	// Unordered output:
	// b
}

func ExampleKnown_fine() {
	// comment

	/* Output: x */
}

func FuzzGood(f *testing.F) {
	f.Add("a", 1)
	f.Fuzz(func(t *testing.T, s string, n int) { _ = f.Name() })
}

func FuzzBad(f *testing.F) {
	f.Add(1)
	f.Add(1, 2)
	f.Add("a", 2)
	f.Add(1.5, true)
	f.Fuzz(func(t *testing.T, s string, b []byte) {
		f.Log("x")
		t.Run("x", func(*testing.T) { f.Fail() })
	})
}

func FuzzFirst(f *testing.F)  { f.Fuzz(func(n int, s string) {}) }
func FuzzResult(f *testing.F) { f.Fuzz(func(t *testing.T, s string) bool { return true }) }
func FuzzNone(f *testing.F)   { f.Fuzz(func() {}) }
func FuzzWhat(f *testing.F)   { f.Fuzz(1) }
func FuzzType(f *testing.F)   { f.Fuzz(func(t *testing.T, s, u string, m map[string]int, x error) {}) }

var _ strings.Builder
var _ = os.Args
