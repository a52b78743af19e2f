// Package syscall has what programs use of the operating system without reaching it: signals and error numbers.
package syscall

import (
	"internal/signals"
	"strconv"
)

// A Signal is the number of a signal.
type Signal int

const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGABRT Signal = 6
	SIGKILL Signal = 9
	SIGUSR1 Signal = 10
	SIGSEGV Signal = 11
	SIGUSR2 Signal = 12
	SIGPIPE Signal = 13
	SIGALRM Signal = 14
	SIGTERM Signal = 15
	SIGCHLD Signal = 17
	SIGCONT Signal = 18
	SIGSTOP Signal = 19
)

var signalNames = [...]string{
	1:  "hangup",
	2:  "interrupt",
	3:  "quit",
	6:  "aborted",
	9:  "killed",
	10: "user defined signal 1",
	11: "segmentation fault",
	12: "user defined signal 2",
	13: "broken pipe",
	14: "alarm clock",
	15: "terminated",
	17: "child exited",
	18: "continued",
	19: "stopped (signal)",
}

func (s Signal) Signal() {}

func (s Signal) String() string {
	if 0 <= s && int(s) < len(signalNames) && signalNames[s] != "" {
		return signalNames[s]
	}
	return "signal " + strconv.Itoa(int(s))
}

// An Errno is an error number.
type Errno uintptr

const (
	EPERM  Errno = 1
	ENOENT Errno = 2
	ESRCH  Errno = 3
	EINVAL Errno = 22
)

var errorNames = map[Errno]string{
	EPERM:  "operation not permitted",
	ENOENT: "no such file or directory",
	ESRCH:  "no such process",
	EINVAL: "invalid argument",
}

func (e Errno) Error() string {
	if name, ok := errorNames[e]; ok {
		return name
	}
	return "errno " + strconv.Itoa(int(e))
}

func Getpid() int { return 1 }

func exit(code int)

// Kill sends a signal to the program itself. Nobody listening, most signals end the program.
func Kill(pid int, sig Signal) error {
	if pid != Getpid() {
		return ESRCH
	}
	if sig != SIGKILL && sig != SIGSTOP && signals.Deliver != nil && signals.Deliver(int(sig)) {
		return nil
	}
	switch sig {
	case 0, SIGCHLD, SIGCONT, SIGSTOP, SIGPIPE:
		return nil
	}
	exit(128 + int(sig))
	return nil
}
