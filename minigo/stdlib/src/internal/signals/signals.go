// Package signals connects those who send signals with package os/signal.
package signals

// Deliver hands a signal to those who listen to it, and reports whether the program takes care of it. Nil until package
// os/signal is in the program.
var Deliver func(number int) bool
