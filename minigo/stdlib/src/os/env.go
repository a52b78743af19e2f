package os

import (
	"errors"
	"syscall"
)

// The environment is what the run gives it. order holds the keys in the order in which they came.
type environment struct {
	values map[string]string
	order  []string
}

var env = initial()

// runtimeEnv returns keys and values by turns.
func runtimeEnv() []string

func initial() (e environment) {
	list := runtimeEnv()
	for i := 0; i < len(list); i += 2 {
		e.set(list[i], list[i+1])
	}
	return e
}

func (e *environment) set(key, value string) {
	if e.values == nil {
		e.values = map[string]string{}
	}
	if _, ok := e.values[key]; !ok {
		e.order = append(e.order, key)
	}
	e.values[key] = value
}

func LookupEnv(key string) (string, bool) {
	value, ok := env.values[key]
	return value, ok
}

func Getenv(key string) string { return env.values[key] }

func Setenv(key, value string) error {
	valid := key != ""
	for i := range len(key) {
		valid = valid && key[i] != '=' && key[i] != 0
	}
	for i := range len(value) {
		valid = valid && value[i] != 0
	}
	if !valid {
		return &SyscallError{"setenv", syscall.EINVAL}
	}
	env.set(key, value)
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

func ExpandEnv(s string) string { return Expand(s, Getenv) }

func special(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func inName(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// variable returns the name that s, what follows a dollar sign, begins with, and how long it is with its braces. A name
// without length is none: a brace that is not closed, or that holds nothing, vanishes.
func variable(s string) (name string, size int) {
	if s[0] == '{' {
		if len(s) > 2 && special(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if special(s[0]) {
		return s[:1], 1
	}
	for size < len(s) && inName(s[size]) {
		size++
	}
	return s[:size], size
}

// Expand replaces ${name} and $name by what mapping says of the name.
func Expand(s string, mapping func(string) string) string {
	expanded := ""
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 == len(s) {
			continue
		}
		expanded += s[start:i]
		name, size := variable(s[i+1:])
		if name != "" {
			expanded += mapping(name)
		} else if size == 0 {
			expanded += "$"
		}
		i += size
		start = i + 1
	}
	return expanded + s[start:]
}

func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

func userDir(variable, below string) (string, error) {
	if dir := Getenv(variable); dir != "" {
		if dir[0] != '/' {
			return "", errors.New("path in $" + variable + " is relative")
		}
		return dir, nil
	}
	if dir := Getenv("HOME"); dir != "" {
		return dir + "/" + below, nil
	}
	return "", errors.New("neither $" + variable + " nor $HOME are defined")
}

func UserCacheDir() (string, error)  { return userDir("XDG_CACHE_HOME", ".cache") }
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", ".config") }
