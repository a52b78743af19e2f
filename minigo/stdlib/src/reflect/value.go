package reflect

// A cell is a value of any type, or the address of an addressable one: only natives look inside.
type cell struct{}

// A Value is a value of any type. The zero Value stands for no value: it is not valid.
//
// If the flag has addressable, ptr is the address of the value, else the value itself. readOnly: it was reached through
// an unexported field.
type Value struct {
	typ  *rtype
	ptr  *cell
	flag uint
}

const (
	addressable = 1 << iota
	readOnly
	boundMethod
)

// A ValueError is the panic of a method of Value that the value does not have.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (v Value) fail(method string) {
	panic(&ValueError{"reflect.Value." + method, v.Kind()})
}

func (v Value) mustBe(kind Kind, method string) {
	if v.Kind() != kind {
		v.fail(method)
	}
}

func (v Value) mustBeExported(method string) {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value." + method, Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(method string) {
	v.mustBeExported(method)
	if v.flag&addressable == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

func unpack(i any) (*rtype, *cell)

// ValueOf returns the value that i holds, the zero Value for nil.
func ValueOf(i any) Value {
	t, p := unpack(i)
	return Value{t, p, 0}
}

// What a Value is.

func (v Value) IsValid() bool    { return v.typ != nil }
func (v Value) CanAddr() bool    { return v.flag&addressable != 0 }
func (v Value) CanSet() bool     { return v.flag&(addressable|readOnly) == addressable }
func (v Value) CanInt() bool     { return Int <= v.Kind() && v.Kind() <= Int64 }
func (v Value) CanUint() bool    { return Uint <= v.Kind() && v.Kind() <= Uintptr }
func (v Value) CanFloat() bool   { return v.Kind() == Float32 || v.Kind() == Float64 }
func (v Value) CanComplex() bool { return v.Kind() == Complex64 || v.Kind() == Complex128 }

func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&readOnly == 0
}

func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return v.typ.Kind()
}

func (v Value) Type() Type {
	if v.typ == nil {
		v.fail("Type")
	}
	return v.typ
}

// pack makes an interface value of v.
func pack(v Value) any

func (v Value) Interface() any {
	if v.typ == nil {
		v.fail("Interface")
	}
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return pack(v)
}

// TypeAssert is v.Interface().(T) with a second result that tells whether it can be.
func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := pack(v).(T)
	return x, ok
}

// The value itself, of the kinds that Go has a type for.

func toBool(v Value) bool
func toInt(v Value) int64
func toUint(v Value) uint64
func toFloat(v Value) float64
func toComplex(v Value) complex128
func toString(v Value) string

func (v Value) Bool() bool {
	v.mustBe(Bool, "Bool")
	return toBool(v)
}

func (v Value) Int() int64 {
	if !v.CanInt() {
		v.fail("Int")
	}
	return toInt(v)
}

func (v Value) Uint() uint64 {
	if !v.CanUint() {
		v.fail("Uint")
	}
	return toUint(v)
}

func (v Value) Float() float64 {
	if !v.CanFloat() {
		v.fail("Float")
	}
	return toFloat(v)
}

func (v Value) Complex() complex128 {
	if !v.CanComplex() {
		v.fail("Complex")
	}
	return toComplex(v)
}

// String returns the string, or for other kinds a description of the type.
func (v Value) String() string {
	switch v.Kind() {
	case String:
		return toString(v)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.typ.String() + " Value>"
}

func toBytes(v Value) []byte

// Bytes returns the bytes of a slice, or of an addressable array, of bytes.
func (v Value) Bytes() []byte {
	switch v.Kind() {
	case Slice:
		if v.typ.elem().Kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return toBytes(v)
	case Array:
		if v.typ.elem().Kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return toBytes(v)
	}
	v.fail("Bytes")
	return nil
}

func isNil(v Value) bool
func isZero(v Value) bool
func address(v Value) uintptr

func (v Value) IsNil() bool {
	switch v.Kind() {
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return isNil(v)
	}
	v.fail("IsNil")
	return false
}

func (v Value) IsZero() bool {
	if v.typ == nil {
		v.fail("IsZero")
	}
	return isZero(v)
}

// Pointer returns a number that stands for the place that v points to.
func (v Value) Pointer() uintptr {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, Slice, String, UnsafePointer:
		return address(v)
	}
	v.fail("Pointer")
	return 0
}

// UnsafeAddr returns a number that stands for the place of v, which must be addressable.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		v.fail("UnsafeAddr")
	}
	if !v.CanAddr() {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return v.Addr().Pointer()
}

func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.typ.Comparable()
}

func equal(v, u Value) bool

// Equal reports whether v == u, for values of the same type.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.typ != u.typ {
		return false
	}
	switch v.Kind() {
	case Func, Map, Slice:
		panic("reflect.Value.Equal: values of type " + v.typ.String() + " are not comparable")
	}
	return equal(v, u)
}

// The ranges of numbers.

func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		v.fail("OverflowInt")
	}
	return v.typ.OverflowInt(x)
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		v.fail("OverflowUint")
	}
	return v.typ.OverflowUint(x)
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		v.fail("OverflowFloat")
	}
	return v.typ.OverflowFloat(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		v.fail("OverflowComplex")
	}
	return v.typ.OverflowComplex(x)
}

func convert(v Value, t *rtype) (*cell, bool)

func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	n := -1
	switch {
	case v.Kind() == Slice && t.Kind() == Array:
		n = t.Len()
	case v.Kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		n = t.Elem().Len()
	}
	return n <= v.lenOfSlice()
}

func (v Value) lenOfSlice() int {
	if v.Kind() == Slice {
		return length(v)
	}
	return 0
}

// Convert returns v as a value of type t.
func (v Value) Convert(t Type) Value {
	to := t.common()
	if v.typ == nil {
		v.fail("Convert")
	}
	if !v.typ.convertible(to) {
		panic("reflect.Value.Convert: value of type " + v.typ.String() + " cannot be converted to type " + to.String())
	}
	p, ok := convert(v, to)
	if !ok {
		n := to
		if to.Kind() == Pointer {
			n = to.elem()
		}
		shown := " to array with length "
		if to.Kind() == Pointer {
			shown = " to pointer to array with length "
		}
		panic("reflect: cannot convert slice with length " + itoa(length(v)) + shown + itoa(n.length()))
	}
	return Value{to, p, v.flag & readOnly}
}
