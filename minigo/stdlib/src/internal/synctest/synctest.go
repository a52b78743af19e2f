// Package synctest runs functions in bubbles: groups of goroutines with a clock of their own.
package synctest

// Run runs f in a new bubble until all goroutines of the bubble have ended.
func Run(f func())

// Wait waits until all other goroutines of the bubble are durably blocked.
func Wait()
