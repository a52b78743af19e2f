// Package os reaches the standard streams, the arguments and the exit code, and of the environment and the files of the
// host what the run allows.
package os

import (
	"errors"
	"internal/oserror"
	"internal/stdio"
	"io"
	"io/fs"
	"syscall"
)

// Args holds the command line, starting with the program's name.
var Args = runtimeArgs()

var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed

	ErrNoDeadline  = errors.New("file type does not support deadline")
	ErrProcessDone = errors.New("os: process already finished")

	ErrDeadlineExceeded error = deadlineExceeded{}
)

type deadlineExceeded struct{}

func (deadlineExceeded) Error() string   { return "i/o timeout" }
func (deadlineExceeded) Timeout() bool   { return true }
func (deadlineExceeded) Temporary() bool { return true }

type PathError = fs.PathError

// SyscallError is an error of a system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// NewSyscallError returns nil when err is nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// LinkError is an error of an operation on two paths.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }
func (e *LinkError) Unwrap() error { return e.Err }

// cause takes the operation and the file from an error.
func cause(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

// is tells whether an error is target, or a number that stands for it; other errors that wrap it do not count.
func is(err, target error) bool {
	err = cause(err)
	if err == target {
		return true
	}
	number, ok := err.(syscall.Errno)
	return ok && number.Is(target)
}

func IsExist(err error) bool      { return is(err, ErrExist) }
func IsNotExist(err error) bool   { return is(err, ErrNotExist) }
func IsPermission(err error) bool { return is(err, ErrPermission) }

func IsTimeout(err error) bool {
	t, ok := cause(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func runtimeArgs() []string

// Exit ends the program at once; deferred functions do not run.
func Exit(code int)

func write(fd int, b []byte) int
func writeString(fd int, s string) int
func read(fd int, b []byte) int

var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

func init() {
	stdio.Stdin = func() io.Reader { return Stdin }
	stdio.Stdout = func() stdio.Writer { return Stdout }
}

func Getpid() int               { return syscall.Getpid() }
func Getppid() int              { return syscall.Getppid() }
func Getuid() int               { return syscall.Getuid() }
func Geteuid() int              { return syscall.Geteuid() }
func Getgid() int               { return syscall.Getgid() }
func Getegid() int              { return syscall.Getegid() }
func Getgroups() ([]int, error) { return []int{syscall.Getgid()}, nil }
func Getpagesize() int          { return syscall.Getpagesize() }

func Hostname() (name string, err error) { return "minigo", nil }
