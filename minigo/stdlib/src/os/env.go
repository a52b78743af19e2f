package os

import "syscall"

// The environment is empty when the program starts. order holds the keys in the order in which they came.
type environment struct {
	values map[string]string
	order  []string
}

var env environment

func LookupEnv(key string) (string, bool) {
	value, ok := env.values[key]
	return value, ok
}

func Getenv(key string) string { return env.values[key] }

func Setenv(key, value string) error {
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			key = ""
		}
	}
	if key == "" {
		return &SyscallError{"setenv", syscall.EINVAL}
	}
	if env.values == nil {
		env.values = map[string]string{}
	}
	if _, ok := env.values[key]; !ok {
		env.order = append(env.order, key)
	}
	env.values[key] = value
	return nil
}

func Unsetenv(key string) error {
	for i, k := range env.order {
		if k == key {
			env.order = append(env.order[:i:i], env.order[i+1:]...)
			break
		}
	}
	delete(env.values, key)
	return nil
}

func Clearenv() { env = environment{} }

// Environ returns the environment as "key=value" strings.
func Environ() []string {
	list := []string{}
	for _, key := range env.order {
		list = append(list, key+"="+env.values[key])
	}
	return list
}

// SyscallError is an error of a system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }
