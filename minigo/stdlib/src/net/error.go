package net

import (
	"errors"
	"os"
	"syscall"
)

// An Error is an error of the network.
type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

// ErrClosed is the error of operations on what this side has closed.
var ErrClosed = errors.New("use of closed network connection")

var (
	errTimeout        = os.ErrDeadlineExceeded
	errMissingAddress = errors.New("missing address")
	errBroken         = &os.SyscallError{Syscall: "write", Err: syscall.EPIPE}
	errRefused        = &os.SyscallError{Syscall: "connect", Err: syscall.ECONNREFUSED}
	errNoSocket       = &os.SyscallError{Syscall: "connect", Err: syscall.ENOENT}
	errInUse          = &os.SyscallError{Syscall: "bind", Err: syscall.EADDRINUSE}
	errUnreachable    = &os.SyscallError{Syscall: "connect", Err: syscall.ENETUNREACH}
)

// An OpError says which operation failed, and between whom.
type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := e.Op
	if e.Net != "" {
		s += " " + e.Net
	}
	if e.Source != nil {
		s += " " + e.Source.String()
	}
	if e.Addr != nil {
		if e.Source != nil {
			s += "->"
		} else {
			s += " "
		}
		s += e.Addr.String()
	}
	return s + ": " + e.Err.Error()
}

// Timeout reports whether a deadline has passed.
func (e *OpError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary reports whether it may go better next time.
func (e *OpError) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// An UnknownNetworkError is the name of a network that is not there.
type UnknownNetworkError string

func (e UnknownNetworkError) Error() string   { return "unknown network " + string(e) }
func (e UnknownNetworkError) Timeout() bool   { return false }
func (e UnknownNetworkError) Temporary() bool { return false }

// A DNSError says that a name has no address.
type DNSError struct {
	Err        string
	Name       string
	Server     string
	IsTimeout  bool
	IsNotFound bool
}

func (e *DNSError) Error() string {
	s := "lookup " + e.Name
	if e.Server != "" {
		s += " on " + e.Server
	}
	return s + ": " + e.Err
}

func (e *DNSError) Timeout() bool   { return e.IsTimeout }
func (e *DNSError) Temporary() bool { return e.IsTimeout }
