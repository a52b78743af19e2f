package reflect

import (
	"iter"
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

func elem(v Value) (*rtype, *cell)
func addr(v Value) *cell
func field(v Value, i int) *cell
func index(v Value, i int) *cell
func length(v Value) int
func capacity(v Value) int

// Elem returns what the pointer points to or what the interface holds, the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		t, p := elem(v)
		if t == nil {
			return Value{}
		}
		return Value{t, p, v.flag & readOnly}
	case Pointer:
		t, p := elem(v)
		if t == nil {
			return Value{}
		}
		return Value{t, p, v.flag&readOnly | addressable}
	}
	v.fail("Elem")
	return Value{}
}

// Indirect returns what v points to, or v if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// Addr returns a pointer to v, which must be addressable.
func (v Value) Addr() Value {
	if v.flag&addressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{pointerTo(v.typ), addr(v), v.flag & readOnly}
}

// Structs.

func (v Value) NumField() int {
	v.mustBe(Struct, "NumField")
	return v.typ.numField()
}

func (v Value) Field(i int) Value {
	v.mustBe(Struct, "Field")
	if i < 0 || i >= v.typ.numField() {
		panic("reflect: Field index out of range")
	}
	_, pkgPath, t, _, _, _ := v.typ.field(i)
	flag := v.flag
	if pkgPath != "" {
		flag |= readOnly
	}
	return Value{t, field(v, i), flag}
}

func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().Kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

type errorText string

func (e errorText) Error() string { return string(e) }

// FieldByIndexErr is FieldByIndex with an error where that panics because of a nil pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().Kind() == Struct {
			if v.IsNil() {
				return Value{}, errorText("reflect: indirection through nil pointer to embedded struct field " + v.typ.elem().Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Arrays, slices, strings.

func (v Value) Len() int {
	switch v.Kind() {
	case Array, Chan, Map, Slice, String:
		return length(v)
	case Pointer:
		if v.typ.elem().Kind() == Array {
			return v.typ.elem().length()
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	v.fail("Len")
	return 0
}

func (v Value) Cap() int {
	switch v.Kind() {
	case Array, Chan, Slice:
		return capacity(v)
	case Pointer:
		if v.typ.elem().Kind() == Array {
			return v.typ.elem().length()
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	v.fail("Cap")
	return 0
}

func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Array:
		if i < 0 || i >= length(v) {
			panic("reflect: array index out of range")
		}
		return Value{v.typ.elem(), index(v, i), v.flag & (addressable | readOnly)}
	case Slice:
		if i < 0 || i >= length(v) {
			panic("reflect: slice index out of range")
		}
		return Value{v.typ.elem(), index(v, i), v.flag&readOnly | addressable}
	case String:
		if i < 0 || i >= length(v) {
			panic("reflect: string index out of range")
		}
		return Value{typeOf(uint8(0)), index(v, i), v.flag & readOnly}
	}
	v.fail("Index")
	return Value{}
}

func slice(v Value, i, j, k int) *cell

// sliced returns the type of slices of v, and the capacity that bounds them.
func (v Value) sliced(method string) (*rtype, int) {
	switch v.Kind() {
	case Array:
		if !v.CanAddr() {
			panic("reflect.Value." + method + ": slice of unaddressable array")
		}
		return sliceOf(v.typ.elem()), length(v)
	case Slice:
		return v.typ, capacity(v)
	case String:
		if method == "Slice" {
			return v.typ, length(v)
		}
	}
	v.fail(method)
	return nil, 0
}

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	t, most := v.sliced("Slice")
	if i < 0 || j < i || j > most {
		if v.Kind() == String {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return Value{t, slice(v, i, j, -1), v.flag & readOnly}
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	t, most := v.sliced("Slice3")
	if i < 0 || j < i || k < j || k > most {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return Value{t, slice(v, i, j, k), v.flag & readOnly}
}

// Maps.

func mapIndex(v Value, key *cell) (*cell, bool)
func mapKeys(v Value) []*cell
func mapStart(v Value) *cell
func mapNext(it *cell) (ok bool, key, value *cell)
func mapStore(v Value, key, value *cell)
func mapDelete(v Value, key *cell)

func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "MapIndex")
	p, ok := mapIndex(v, key.as(v.typ.key(), "reflect.Value.MapIndex"))
	if !ok {
		return Value{}
	}
	return Value{v.typ.elem(), p, (v.flag | key.flag) & readOnly}
}

// MapKeys returns the keys in the order of a range.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "MapKeys")
	cells := mapKeys(v)
	out := make([]Value, len(cells))
	for i, c := range cells {
		out[i] = Value{v.typ.key(), c, v.flag & readOnly}
	}
	return out
}

// A MapIter is a range over a map.
type MapIter struct {
	m          Value
	it         *cell
	key, value *cell
	state      int
}

func (v Value) MapRange() *MapIter {
	v.mustBe(Map, "MapRange")
	return &MapIter{m: v}
}

func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if it.it == nil {
		it.it = mapStart(it.m)
	} else if it.state == 2 {
		panic("MapIter.Next called on exhausted iterator")
	}
	var ok bool
	ok, it.key, it.value = mapNext(it.it)
	it.state = 1
	if !ok {
		it.state = 2
	}
	return ok
}

func (it *MapIter) check(method string) {
	if it.it == nil {
		panic("MapIter." + method + " called before Next")
	}
	if it.state == 2 {
		panic("MapIter." + method + " called on exhausted iterator")
	}
}

func (it *MapIter) Key() Value {
	it.check("Key")
	return Value{it.m.typ.key(), it.key, it.m.flag & readOnly}
}

func (it *MapIter) Value() Value {
	it.check("Value")
	return Value{it.m.typ.elem(), it.value, it.m.flag & readOnly}
}

// Reset lets the iterator begin anew, over v.
func (it *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

func (v Value) SetIterKey(it *MapIter)   { v.Set(it.Key()) }
func (v Value) SetIterValue(it *MapIter) { v.Set(it.Value()) }

// Ranging.

// Seq returns an iterator over what `for x := range v` ranges over.
func (v Value) Seq() iter.Seq[Value] {
	v.Type()
	return func(yield func(Value) bool) {
		switch v.Kind() {
		case Int, Int8, Int16, Int32, Int64:
			for i := int64(0); i < toInt(v); i++ {
				if !yield(ValueOf(i).Convert(v.typ)) {
					return
				}
			}
		case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
			for i := uint64(0); i < toUint(v); i++ {
				if !yield(ValueOf(i).Convert(v.typ)) {
					return
				}
			}
		case Chan:
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		case Func:
			if !v.typ.yields(1) {
				panic("reflect: " + v.typ.String() + " cannot produce iter.Seq[Value]")
			}
			body := MakeFunc(v.typ.In(0), func(args []Value) []Value {
				return []Value{ValueOf(yield(args[0]))}
			})
			v.Call([]Value{body})
		default:
			for x := range v.seq2("Seq") {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// Seq2 returns an iterator over what `for x, y := range v` ranges over.
func (v Value) Seq2() iter.Seq2[Value, Value] { return v.seq2("Seq2") }

func (v Value) seq2(method string) iter.Seq2[Value, Value] {
	v.Type()
	return func(yield func(Value, Value) bool) {
		switch v.Kind() {
		case Pointer:
			if v.typ.elem().Kind() != Array {
				panic("reflect: " + v.typ.String() + " cannot produce iter." + method + "[Value" + map[string]string{"Seq": "]", "Seq2": ", Value]"}[method])
			}
			v.Elem().seq2(method)(yield)
		case Array, Slice:
			for i := 0; i < v.Len(); i++ {
				if !yield(ValueOf(i), v.Index(i)) {
					return
				}
			}
		case String:
			for i, r := range toString(v) {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		case Map:
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		case Func:
			if !v.typ.yields(2) || method == "Seq" {
				panic("reflect: " + v.typ.String() + " cannot produce iter.Seq2[Value, Value]")
			}
			body := MakeFunc(v.typ.In(0), func(args []Value) []Value {
				return []Value{ValueOf(yield(args[0], args[1]))}
			})
			v.Call([]Value{body})
		default:
			panic("reflect: " + v.Type().String() + " cannot produce iter." + method + "[Value" + map[string]string{"Seq": "]", "Seq2": ", Value]"}[method])
		}
	}
}
