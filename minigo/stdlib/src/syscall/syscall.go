// Package syscall has what programs use of the operating system without reaching it: signals and error numbers.
package syscall

import (
	"internal/oserror"
	"strconv"
)

// A Signal is the number of a signal.
type Signal int

const (
	SIGABRT   Signal = 6
	SIGALRM   Signal = 14
	SIGBUS    Signal = 7
	SIGCHLD   Signal = 17
	SIGCLD    Signal = 17
	SIGCONT   Signal = 18
	SIGFPE    Signal = 8
	SIGHUP    Signal = 1
	SIGILL    Signal = 4
	SIGINT    Signal = 2
	SIGIO     Signal = 29
	SIGIOT    Signal = 6
	SIGKILL   Signal = 9
	SIGPIPE   Signal = 13
	SIGPOLL   Signal = 29
	SIGPROF   Signal = 27
	SIGPWR    Signal = 30
	SIGQUIT   Signal = 3
	SIGSEGV   Signal = 11
	SIGSTKFLT Signal = 16
	SIGSTOP   Signal = 19
	SIGSYS    Signal = 31
	SIGTERM   Signal = 15
	SIGTRAP   Signal = 5
	SIGTSTP   Signal = 20
	SIGTTIN   Signal = 21
	SIGTTOU   Signal = 22
	SIGUNUSED Signal = 31
	SIGURG    Signal = 23
	SIGUSR1   Signal = 10
	SIGUSR2   Signal = 12
	SIGVTALRM Signal = 26
	SIGWINCH  Signal = 28
	SIGXCPU   Signal = 24
	SIGXFSZ   Signal = 25
)

// errorText and signalText return "" for numbers without a name.
func errorText(number int) string
func signalText(number int) string

func (s Signal) Signal() {}

func (s Signal) String() string {
	if text := signalText(int(s)); text != "" {
		return text
	}
	return "signal " + strconv.Itoa(int(s))
}

// An Errno is an error number of Linux.
type Errno uintptr

const (
	EPERM         Errno = 1
	ENOENT        Errno = 2
	ESRCH         Errno = 3
	EINTR         Errno = 4
	EIO           Errno = 5
	EBADF         Errno = 9
	ECHILD        Errno = 10
	EAGAIN        Errno = 11
	ENOMEM        Errno = 12
	EACCES        Errno = 13
	EFAULT        Errno = 14
	EBUSY         Errno = 16
	EEXIST        Errno = 17
	EXDEV         Errno = 18
	ENODEV        Errno = 19
	ENOTDIR       Errno = 20
	EISDIR        Errno = 21
	EINVAL        Errno = 22
	ENFILE        Errno = 23
	EMFILE        Errno = 24
	ENOTTY        Errno = 25
	EFBIG         Errno = 27
	ENOSPC        Errno = 28
	ESPIPE        Errno = 29
	EROFS         Errno = 30
	EMLINK        Errno = 31
	EPIPE         Errno = 32
	EDOM          Errno = 33
	ERANGE        Errno = 34
	EDEADLK       Errno = 35
	ENAMETOOLONG  Errno = 36
	ENOSYS        Errno = 38
	ENOTEMPTY     Errno = 39
	ELOOP         Errno = 40
	EWOULDBLOCK   Errno = 11
	EPROTO        Errno = 71
	EOVERFLOW     Errno = 75
	ENOTSOCK      Errno = 88
	ENOTSUP       Errno = 95
	EOPNOTSUPP    Errno = 95
	EADDRINUSE    Errno = 98
	EADDRNOTAVAIL Errno = 99
	ENETUNREACH   Errno = 101
	ECONNABORTED  Errno = 103
	ECONNRESET    Errno = 104
	ENOTCONN      Errno = 107
	ETIMEDOUT     Errno = 110
	ECONNREFUSED  Errno = 111
	EHOSTUNREACH  Errno = 113
	EALREADY      Errno = 114
	EINPROGRESS   Errno = 115
	ECANCELED     Errno = 125
)

func (e Errno) Error() string {
	if text := errorText(int(e)); text != "" {
		return text
	}
	return "errno " + strconv.Itoa(int(e))
}

// Is says which errors of package os the number stands for.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	}
	return false
}

func (e Errno) Temporary() bool { return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout() }
func (e Errno) Timeout() bool   { return e == EAGAIN || e == ETIMEDOUT }

const (
	O_RDONLY   = 0x0
	O_WRONLY   = 0x1
	O_RDWR     = 0x2
	O_CREAT    = 0x40
	O_EXCL     = 0x80
	O_TRUNC    = 0x200
	O_APPEND   = 0x400
	O_SYNC     = 0x101000
	O_CLOEXEC  = 0x80000
	O_NONBLOCK = 0x800
)

const (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

func Getpid() int      { return 1 }
func Getppid() int     { return 0 }
func Getuid() int      { return 1000 }
func Geteuid() int     { return 1000 }
func Getgid() int      { return 1000 }
func Getegid() int     { return 1000 }
func Getpagesize() int { return 4096 }

// raise sends a signal to the program. Nobody listening, most signals end it.
func raise(number int)

// Kill sends a signal to the program itself: there are no others.
func Kill(pid int, sig Signal) error {
	if pid != Getpid() {
		return ESRCH
	}
	if sig < 0 || sig > 64 {
		return EINVAL
	}
	raise(int(sig))
	return nil
}

// Exit ends the program at once.
func Exit(code int)
