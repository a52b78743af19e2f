package flag

import (
	"encoding"
	"errors"
	"strconv"
	"time"
)

// Value is what a flag sets: Set gets the text of each occurrence, String tells the present value.
type Value interface {
	String() string
	Set(string) error
}

// Getter is a Value whose content can be had.
type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// scalar is a variable (which gets what the parser makes of a wrong text, too) with the ways to read and to show its type; kind is what usage messages call its argument, zero
// the text of its zero value.
type scalar[T any] struct {
	p     *T
	parse func(string) (T, error)
	show  func(T) string
	kind  string
	zero  string
}

func (s *scalar[T]) Set(text string) error {
	v, err := s.parse(text)
	*s.p = v
	if errors.Is(err, strconv.ErrRange) {
		return errRange
	}
	if err != nil {
		return errParse
	}
	return nil
}

func (s *scalar[T]) Get() any         { return *s.p }
func (s *scalar[T]) String() string   { return s.show(*s.p) }
func (s *scalar[T]) IsBoolFlag() bool { return s.kind == "" }

func (s *scalar[T]) described() (kind, zero string) { return s.kind, s.zero }

func ints[T int | int64](bits int) (func(string) (T, error), func(T) string) {
	return func(text string) (T, error) {
			v, err := strconv.ParseInt(text, 0, bits)
			return T(v), err
		}, func(v T) string {
			return strconv.FormatInt(int64(v), 10)
		}
}

func uints[T uint | uint64](bits int) (func(string) (T, error), func(T) string) {
	return func(text string) (T, error) {
			v, err := strconv.ParseUint(text, 0, bits)
			return T(v), err
		}, func(v T) string {
			return strconv.FormatUint(uint64(v), 10)
		}
}

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	*p = value
	f.Var(&scalar[bool]{p, strconv.ParseBool, strconv.FormatBool, "", "false"}, name, usage)
}

func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	*p = value
	parse, show := ints[int](strconv.IntSize)
	f.Var(&scalar[int]{p, parse, show, "int", "0"}, name, usage)
}

func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	*p = value
	parse, show := ints[int64](64)
	f.Var(&scalar[int64]{p, parse, show, "int", "0"}, name, usage)
}

func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	*p = value
	parse, show := uints[uint](strconv.IntSize)
	f.Var(&scalar[uint]{p, parse, show, "uint", "0"}, name, usage)
}

func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	*p = value
	parse, show := uints[uint64](64)
	f.Var(&scalar[uint64]{p, parse, show, "uint", "0"}, name, usage)
}

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	*p = value
	same := func(text string) (string, error) { return text, nil }
	show := func(text string) string { return text }
	f.Var(&scalar[string]{p, same, show, "string", ""}, name, usage)
}

func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	*p = value
	parse := func(text string) (float64, error) { return strconv.ParseFloat(text, 64) }
	show := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	f.Var(&scalar[float64]{p, parse, show, "float", "0"}, name, usage)
}

func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	*p = value
	f.Var(&scalar[time.Duration]{p, time.ParseDuration, time.Duration.String, "duration", "0s"}, name, usage)
}

type textValue struct{ p encoding.TextUnmarshaler }

func (t textValue) Set(text string) error { return t.p.UnmarshalText([]byte(text)) }
func (t textValue) Get() any              { return t.p }

func (t textValue) String() string {
	if m, ok := t.p.(encoding.TextMarshaler); ok {
		if b, err := m.MarshalText(); err == nil {
			return string(b)
		}
	}
	return ""
}

// TextVar defines a flag that p reads; p gets value by way of its text.
func (f *FlagSet) TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	text, err := value.MarshalText()
	if err == nil {
		err = p.UnmarshalText(text)
	}
	if err != nil {
		panic(err)
	}
	f.Var(textValue{p}, name, usage)
}

type funcValue func(string) error

func (fn funcValue) Set(text string) error { return fn(text) }
func (fn funcValue) String() string        { return "" }

type boolFuncValue func(string) error

func (fn boolFuncValue) Set(text string) error { return fn(text) }
func (fn boolFuncValue) String() string        { return "" }
func (fn boolFuncValue) IsBoolFlag() bool      { return true }

func (f *FlagSet) Func(name, usage string, fn func(string) error) { f.Var(funcValue(fn), name, usage) }
func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(boolFuncValue(fn), name, usage)
}

func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	p := new(bool)
	f.BoolVar(p, name, value, usage)
	return p
}

func (f *FlagSet) Int(name string, value int, usage string) *int {
	p := new(int)
	f.IntVar(p, name, value, usage)
	return p
}

func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	p := new(int64)
	f.Int64Var(p, name, value, usage)
	return p
}

func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	p := new(uint)
	f.UintVar(p, name, value, usage)
	return p
}

func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	p := new(uint64)
	f.Uint64Var(p, name, value, usage)
	return p
}

func (f *FlagSet) String(name string, value string, usage string) *string {
	p := new(string)
	f.StringVar(p, name, value, usage)
	return p
}

func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	p := new(float64)
	f.Float64Var(p, name, value, usage)
	return p
}

func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	p := new(time.Duration)
	f.DurationVar(p, name, value, usage)
	return p
}
