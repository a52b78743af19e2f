// Package quick looks for values for which a function returns false: it calls the function with random ones.
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
)

var defaultMaxCount = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// A Generator makes random values of its own type.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// A Config says how often and with what values to call the function.
type Config struct {
	// MaxCount is the number of calls; if it is zero, MaxCountScale times the default.
	MaxCount      int
	MaxCountScale float64
	// Rand is the source of randomness, nil for one that the run's seed decides.
	Rand *rand.Rand
	// Values fills in the arguments of a call; nil: random ones.
	Values func([]reflect.Value, *rand.Rand)
}

func (c *Config) random() *rand.Rand {
	if c.Rand == nil {
		return rand.New(rand.NewSource(rand.Int63()))
	}
	return c.Rand
}

func (c *Config) times() int {
	if c.MaxCount != 0 {
		return c.MaxCount
	}
	if c.MaxCountScale != 0 {
		return int(c.MaxCountScale * float64(*defaultMaxCount))
	}
	return *defaultMaxCount
}

// A SetupError says that the function cannot be checked.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// A CheckError tells for which values the function returned false, in which call.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, show(s.In))
}

// A CheckEqualError tells for which values two functions returned different ones.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, show(s.In), show(s.Out1), show(s.Out2))
}

func show(values []any) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = fmt.Sprintf("%#v", v)
	}
	return strings.Join(out, ", ")
}

const size = 50

// Value returns a random value of type t, if its values can be made up.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return random(t, rand, size)
}

func random(t reflect.Type, r *rand.Rand, size int) (reflect.Value, bool) {
	if g, ok := reflect.Zero(t).Interface().(Generator); ok {
		return g.Generate(r, size), true
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(r.Int()&1 == 0)
	case reflect.Float32:
		v.SetFloat(float64(float32(signed(r) * math.MaxFloat32)))
	case reflect.Float64:
		v.SetFloat(signed(r) * math.MaxFloat64)
	case reflect.Complex64:
		v.SetComplex(complex(float64(float32(signed(r)*math.MaxFloat32)), float64(float32(signed(r)*math.MaxFloat32))))
	case reflect.Complex128:
		v.SetComplex(complex(signed(r)*math.MaxFloat64, signed(r)*math.MaxFloat64))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Uint64()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(r.Uint64())
	case reflect.String:
		runes := make([]rune, r.Intn(size))
		for i := range runes {
			runes[i] = rune(r.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	case reflect.Map:
		if r.Intn(size) == 0 {
			return v, true
		}
		v.Set(reflect.MakeMap(t))
		for range r.Intn(size) {
			key, ok1 := random(t.Key(), r, size)
			elem, ok2 := random(t.Elem(), r, size)
			if !ok1 || !ok2 {
				return reflect.Value{}, false
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Pointer:
		if r.Intn(size) == 0 {
			return v, true
		}
		elem, ok := random(t.Elem(), r, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(elem)
	case reflect.Slice:
		n := r.Intn(size)
		left := size - n
		v.Set(reflect.MakeSlice(t, n, n))
		for i := range n {
			elem, ok := random(t.Elem(), r, left)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.Array:
		for i := range v.Len() {
			elem, ok := random(t.Elem(), r, size)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.Struct:
		n := v.NumField()
		// Recursive types get smaller on the way down.
		left := size
		if n > 0 {
			left = max(size/n, 1)
		}
		for i := range n {
			elem, ok := random(t.Field(i).Type, r, left)
			if !ok {
				return reflect.Value{}, false
			}
			v.Field(i).Set(elem)
		}
	default:
		return reflect.Value{}, false
	}
	return v, true
}

// signed is a number between -1 and 1.
func signed(r *rand.Rand) float64 {
	x := r.Float64()
	if r.Int()&1 == 1 {
		return -x
	}
	return x
}

// Check calls f, which returns a bool, with random values; the error tells of the first call that returned false.
func Check(f any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	v := reflect.ValueOf(f)
	if v.Kind() != reflect.Func {
		return SetupError("argument is not a function")
	}
	t := v.Type()
	if t.NumOut() != 1 {
		return SetupError("function does not return one value")
	}
	if t.Out(0).Kind() != reflect.Bool {
		return SetupError("function does not return a bool")
	}
	args := make([]reflect.Value, t.NumIn())
	r := config.random()
	for i := range config.times() {
		if err := fill(args, t, config, r); err != nil {
			return err
		}
		if !v.Call(args)[0].Bool() {
			return &CheckError{i + 1, interfaces(args)}
		}
	}
	return nil
}

// CheckEqual calls f and g, of the same type, with the same random values; the error tells of the first call in which
// they returned different ones.
func CheckEqual(f, g any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	x, y := reflect.ValueOf(f), reflect.ValueOf(g)
	if x.Kind() != reflect.Func {
		return SetupError("f is not a function")
	}
	if y.Kind() != reflect.Func {
		return SetupError("g is not a function")
	}
	if x.Type() != y.Type() {
		return SetupError("functions have different types")
	}
	args := make([]reflect.Value, x.Type().NumIn())
	r := config.random()
	for i := range config.times() {
		if err := fill(args, x.Type(), config, r); err != nil {
			return err
		}
		out1, out2 := interfaces(x.Call(args)), interfaces(y.Call(args))
		if !reflect.DeepEqual(out1, out2) {
			return &CheckEqualError{CheckError{i + 1, interfaces(args)}, out1, out2}
		}
	}
	return nil
}

func fill(args []reflect.Value, t reflect.Type, config *Config, r *rand.Rand) error {
	if config.Values != nil {
		config.Values(args, r)
		return nil
	}
	for i := range args {
		v, ok := Value(t.In(i), r)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
		}
		args[i] = v
	}
	return nil
}

func interfaces(values []reflect.Value) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v.Interface()
	}
	return out
}
