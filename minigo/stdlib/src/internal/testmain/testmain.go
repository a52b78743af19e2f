// Package testmain is what package testing and the main package of a test program share.
package testmain

// ExitCode is what the program exits with after TestMain has returned.
var ExitCode int

// InBubble runs f, a func(*testing.T), as the test t, a *testing.T, in the bubble of the caller, and reports whether it
// has not failed. Package testing sets it for testing/synctest.
var InBubble func(t, f any) bool
