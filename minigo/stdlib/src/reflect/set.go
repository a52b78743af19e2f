package reflect

func store(v Value, x *cell)
func storeInt(v Value, x int64)
func storeUint(v Value, x uint64)
func storeFloat(v Value, x float64)
func storeComplex(v Value, x complex128)
func storeString(v Value, x string)
func storeBool(v Value, x bool)
func storeBytes(v Value, x []byte)

// load returns the value itself, a copy of its own.
func load(v Value) *cell

// box returns v as an interface value of type t.
func box(v Value) *cell

// as returns the value as it is stored in a variable of type t; context begins the complaint when it cannot be.
func (v Value) as(t *rtype, context string) *cell {
	if v.typ == nil {
		panic(context + ": value of type nil is not assignable to type " + t.String())
	}
	if v.typ == t {
		return load(v)
	}
	if !v.typ.assignable(t) {
		panic(context + ": value of type " + v.typ.String() + " is not assignable to type " + t.String())
	}
	if t.Kind() == Interface {
		return box(v)
	}
	return load(v)
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	store(v, x.as(v.typ, "reflect.Set"))
}

// SetZero assigns the zero value of its type to v.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	store(v, zero(v.typ))
}

func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.mustBe(Bool, "SetBool")
	storeBool(v, x)
}

func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	if !v.CanInt() {
		v.fail("SetInt")
	}
	storeInt(v, x)
}

func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	if !v.CanUint() {
		v.fail("SetUint")
	}
	storeUint(v, x)
}

func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	if !v.CanFloat() {
		v.fail("SetFloat")
	}
	storeFloat(v, x)
}

func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	if !v.CanComplex() {
		v.fail("SetComplex")
	}
	storeComplex(v, x)
}

func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.mustBe(String, "SetString")
	storeString(v, x)
}

func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.mustBe(Slice, "SetBytes")
	if v.typ.elem().Kind() != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	storeBytes(v, x)
}

func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.mustBe(Slice, "SetLen")
	if n < 0 || n > capacity(v) {
		panic("reflect: slice length out of range in SetLen")
	}
	store(v, slice(v, 0, n, -1))
}

func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.mustBe(Slice, "SetCap")
	if n < length(v) || n > capacity(v) {
		panic("reflect: slice capacity out of range in SetCap")
	}
	store(v, slice(v, 0, length(v), n))
}

// SetMapIndex stores an element under the key, or deletes the key when elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	k := key.as(v.typ.key(), "reflect.Value.SetMapIndex")
	if elem.typ == nil {
		mapDelete(v, k)
		return
	}
	elem.mustBeExported("SetMapIndex")
	mapStore(v, k, elem.as(v.typ.elem(), "reflect.Value.SetMapIndex"))
}

func clearValue(v Value)

// Clear empties a map, or zeroes the elements of a slice.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice, Map:
		clearValue(v)
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}

// New values.

func zero(t *rtype) *cell
func newOf(t *rtype) *cell
func makeSlice(t *rtype, n, capacity int) *cell
func makeMap(t *rtype) *cell
func makeChan(t *rtype, n int) *cell

func Zero(t Type) Value {
	if t == nil {
		panic("reflect: Zero(nil)")
	}
	return Value{t.common(), zero(t.common()), 0}
}

// New returns a pointer to a new zero value of type t.
func New(t Type) Value {
	if t == nil {
		panic("reflect: New(nil)")
	}
	return Value{pointerTo(t.common()), newOf(t.common()), 0}
}

func MakeSlice(t Type, n, capacity int) Value {
	if t.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if n < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if capacity < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if n > capacity {
		panic("reflect.MakeSlice: len > cap")
	}
	return Value{t.common(), makeSlice(t.common(), n, capacity), 0}
}

func MakeMap(t Type) Value { return MakeMapWithSize(t, 0) }

func MakeMapWithSize(t Type, n int) Value {
	if t.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return Value{t.common(), makeMap(t.common()), 0}
}

func MakeChan(t Type, buffer int) Value {
	if t.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if t.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	return Value{t.common(), makeChan(t.common(), buffer), 0}
}

// Slices that grow.

func grow(v Value, n int) *cell
func copyValues(dst, src Value) int

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.mustBe(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	if length(v)+n > capacity(v) {
		store(v, slice(Value{v.typ, grow(v, n), 0}, 0, length(v), -1))
	}
}

func Append(s Value, x ...Value) Value {
	if s.Kind() != Slice {
		panic(&ValueError{"unknown method", s.Kind()})
	}
	n := s.Len()
	out := Value{s.typ, grow(s, len(x)), s.flag & readOnly}
	for i, item := range x {
		out.Index(n + i).Set(item)
	}
	return out
}

func AppendSlice(s, t Value) Value {
	for _, v := range []Value{s, t} {
		if v.Kind() != Slice {
			panic(&ValueError{"unknown method", v.Kind()})
		}
	}
	if s.typ.elem() != t.typ.elem() {
		panic("reflect.AppendSlice: " + s.typ.String() + " != " + t.typ.String())
	}
	n := s.Len()
	out := Value{s.typ, grow(s, t.Len()), s.flag & readOnly}
	copyValues(out.Slice(n, n+t.Len()), t)
	return out
}

// Copy copies elements of src to dst until one of them ends, and returns how many.
func Copy(dst, src Value) int {
	if dst.Kind() != Array && dst.Kind() != Slice {
		panic(&ValueError{"reflect.Copy", dst.Kind()})
	}
	if dst.Kind() == Array {
		dst.mustBeAssignable("Copy")
	}
	dst.mustBeExported("Copy")
	if src.Kind() != Array && src.Kind() != Slice && !(src.Kind() == String && dst.typ.elem().Kind() == Uint8) {
		panic(&ValueError{"reflect.Copy", src.Kind()})
	}
	src.mustBeExported("Copy")
	if src.Kind() != String && dst.typ.elem() != src.typ.elem() {
		panic("reflect.Copy: " + dst.typ.elem().String() + " != " + src.typ.elem().String())
	}
	return copyValues(dst, src)
}

// Swapper returns a function that swaps two elements of the slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	plain := make([]struct{}, v.Len())
	size := v.typ.elem().Size()
	direct := v.Len() > 1 && (v.typ.elem().Kind() == String || size == 8 || size == 4 || size == 2 || size == 1)
	return func(i, j int) {
		if direct {
			_, _ = plain[i], plain[j]
		}
		x, y := v.Index(i), v.Index(j)
		old := Value{x.typ, load(x), 0}
		x.Set(y)
		y.Set(old)
	}
}

func deepEqual(x, y any) bool

// DeepEqual reports whether x and y are equal all the way down: slices, maps and what pointers point to by their
// contents; functions only if both are nil.
func DeepEqual(x, y any) bool { return deepEqual(x, y) }
