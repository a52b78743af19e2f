// Package runtime tells of, and steers, the simulated machine that runs the program.
package runtime

// An Error is what the runtime panics with.
type Error interface {
	error

	// RuntimeError does nothing; it tells a runtime error from other errors.
	RuntimeError()
}

type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// A plainError has a text without the prefix "runtime error: ".
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

// A TypeAssertionError tells of a type assertion that failed.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) RuntimeError() {}

func (*PanicNilError) Error() string {
	return "runtime error: panic called with nil argument"
}
