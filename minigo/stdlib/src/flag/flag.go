// Package flag reads the flags of a command line: -flag, -flag=x, and -flag x for those that are no booleans.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

// ErrHelp is the error of -help and -h where no flag of that name is defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what FlagSet.Parse does about an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// Flag is the state of a flag; DefValue is the text of its first value.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// FlagSet is a set of defined flags. Usage, if not nil, is called for an error.
type FlagSet struct {
	Usage func()

	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string
	handling ErrorHandling
	output   io.Writer
}

func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{}
	f.Init(name, errorHandling)
	f.Usage = f.defaultUsage
	return f
}

func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.handling = name, errorHandling
}

func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }
func (f *FlagSet) SetOutput(output io.Writer)   { f.output = output }

func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

func (f *FlagSet) Parsed() bool             { return f.parsed }
func (f *FlagSet) Args() []string           { return f.args }
func (f *FlagSet) NArg() int                { return len(f.args) }
func (f *FlagSet) NFlag() int               { return len(f.actual) }
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

func visit(flags map[string]*Flag, fn func(*Flag)) {
	names := make([]string, 0, len(flags))
	for name := range flags {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fn(flags[name])
	}
}

// Visit calls fn for the flags that were set, in order of name; VisitAll for all.
func (f *FlagSet) Visit(fn func(*Flag))    { visit(f.actual, fn) }
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }

// Var defines a flag.
func (f *FlagSet) Var(value Value, name string, usage string) {
	problem := ""
	switch {
	case strings.HasPrefix(name, "-"):
		problem = fmt.Sprintf("flag %q begins with -", name)
	case strings.Contains(name, "="):
		problem = fmt.Sprintf("flag %q contains =", name)
	case f.formal[name] != nil && f.name == "":
		problem = fmt.Sprintf("flag redefined: %s", name)
	case f.formal[name] != nil:
		problem = fmt.Sprintf("%s flag redefined: %s", f.name, name)
	}
	if problem != "" {
		fmt.Fprintln(f.Output(), problem)
		panic(problem)
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

// Set gives a flag a value as if it stood on the command line.
func (f *FlagSet) Set(name, value string) error {
	flag := f.formal[name]
	if flag == nil {
		return fmt.Errorf("no such flag -%v", name)
	}
	err := flag.Value.Set(value)
	if err == nil {
		f.note(flag)
	}
	return err
}

func (f *FlagSet) note(flag *Flag) {
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[flag.Name] = flag
}

// Parse reads flags from arguments, which begin after the program's name; Args are what follows them.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.parseOne()
		if err == nil {
			if more {
				continue
			}
			return nil
		}
		switch f.handling {
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
		return err
	}
}

func (f *FlagSet) failf(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	fmt.Fprintln(f.Output(), err)
	f.usage()
	return err
}

// parseOne reads one flag; it reports whether there was one.
func (f *FlagSet) parseOne() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	word := f.args[0]
	if len(word) < 2 || word[0] != '-' {
		return false, nil
	}
	name := word[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name[0] == '-' || name[0] == '=' {
		return false, f.failf("bad flag syntax: %s", word)
	}
	f.args = f.args[1:]
	name, value, given := strings.Cut(name, "=")
	flag := f.formal[name]
	if flag == nil {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.failf("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !given {
			if err := flag.Value.Set("true"); err != nil {
				return false, f.failf("invalid boolean flag %s: %v", name, err)
			}
		} else if err := flag.Value.Set(value); err != nil {
			return false, f.failf("invalid boolean value %q for -%s: %v", value, name, err)
		}
		f.note(flag)
		return true, nil
	}
	if !given {
		if len(f.args) == 0 {
			return false, f.failf("flag needs an argument: -%s", name)
		}
		value, f.args = f.args[0], f.args[1:]
	}
	if err := flag.Value.Set(value); err != nil {
		return false, f.failf("invalid value %q for flag -%s: %v", value, name, err)
	}
	f.note(flag)
	return true, nil
}
