// Types as package reflect shows them.
package main

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"sync"
	"time"
)

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Shape interface {
	Area() float64
	name() string
}

type Base struct {
	ID   int `json:"id" db:"pk"`
	Name string
}

func (b Base) Describe(prefix string, more ...int) (string, error) {
	return fmt.Sprint(prefix, b.ID, more), nil
}
func (b *Base) Rename(s string) { b.Name = s }
func (b Base) hidden()          {}

type Deep struct{ Level int }

type Inner struct {
	Deep
	Name string
}

type Outer struct {
	Base
	*Inner
	Extra  map[string][]int `json:"extra,omitempty" bad`
	hidden chan<- bool
	F      func(int, ...string) error
	_      int8
	Any    any
	Arr    [3]Celsius
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap() Pair[string, V] { return Pair[string, V]{"", p.Val} }

type List []List
type Self struct{ Next *Self }
type Fn func(Fn) Fn

func catch(what string, f func()) {
	defer func() {
		r := recover()
		if err, ok := r.(error); ok {
			fmt.Printf("%s: error %T %v\n", what, r, err)
			return
		}
		fmt.Println(what+":", r)
	}()
	f()
}

func show(x any) {
	t := reflect.TypeOf(x)
	fmt.Printf("%v kind=%v name=%q pkg=%q size=%d align=%d cmp=%v methods=%d\n", t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.Align(), t.Comparable(), t.NumMethod())
}

func main() {
	for _, x := range []any{
		true, 1, int8(1), int16(1), int32(1), int64(1), uint(1), uint8(1), uint16(1), uint32(1), uint64(1), uintptr(1),
		float32(1), 1.5, complex64(1), 1i, "s", []int{}, [2]string{}, map[string]bool{}, make(chan int), make(<-chan int),
		make(chan<- []int), func() {}, func(int, ...string) (bool, error) { return false, nil }, new(int), struct{}{},
		struct {
			A int `t:"x"`
			b string
		}{}, Celsius(1), Base{}, &Base{}, Outer{}, &Outer{}, Pair[int, string]{}, &Pair[string, []Base]{}, List{}, Self{},
		Fn(nil), errors.New("x"), time.Second, &sync.Mutex{}, 'x', [0]func(){}, new(any), new(error),
	} {
		show(x)
	}
	fmt.Println(reflect.TypeOf(nil), reflect.TypeFor[error](), reflect.TypeFor[any]().Kind(), reflect.TypeFor[Shape]())

	t := reflect.TypeOf(Outer{})
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Printf("%d %s pkg=%q type=%v tag=%q off=%d idx=%v anon=%v exp=%v\n", i, f.Name, f.PkgPath, f.Type, f.Tag, f.Offset, f.Index, f.Anonymous, f.IsExported())
	}
	for _, name := range []string{"ID", "Name", "Level", "Deep", "Base", "Missing", "hidden", "_"} {
		f, ok := t.FieldByName(name)
		fmt.Println(name, ok, f.Name, f.Index, f.Type)
	}
	for _, f := range reflect.VisibleFields(t) {
		fmt.Println("visible", f.Name, f.Index)
	}
	f, ok := t.FieldByNameFunc(func(s string) bool { return len(s) == 5 })
	fmt.Println(f.Name, ok)
	fmt.Println(t.FieldByIndex([]int{1, 0, 0}).Name)
	tag := reflect.TypeOf(Base{}).Field(0).Tag
	fmt.Println(tag.Get("json"), tag.Get("db"), tag.Get("none"))
	v, ok := t.Field(2).Tag.Lookup("json")
	fmt.Println(v, ok)
	fmt.Println(reflect.StructTag(`a:"1\"2" b:"" c`).Lookup("a"))
	fmt.Println(reflect.StructTag(`a:"1\"2" b:"" c`).Lookup("b"))
	fmt.Println(reflect.StructTag(`a:"1\"2" b:"" c`).Lookup("c"))

	for _, x := range []any{Base{}, &Base{}, Pair[int, bool]{}, &Outer{}, Celsius(0)} {
		t := reflect.TypeOf(x)
		for i := range t.NumMethod() {
			m := t.Method(i)
			fmt.Println(t, i, m.Name, m.PkgPath, m.Type, m.Index, m.IsExported(), m.Func.Kind())
		}
	}
	st := reflect.TypeFor[Shape]()
	for i := range st.NumMethod() {
		m := st.Method(i)
		fmt.Println(st, m.Name, m.PkgPath, m.Type, m.Index, m.IsExported(), m.Func.IsValid())
	}
	m, ok := reflect.TypeOf(&Base{}).MethodByName("Rename")
	fmt.Println(m.Name, ok)
	_, ok = reflect.TypeOf(Base{}).MethodByName("Rename")
	fmt.Println(ok)

	ft := reflect.TypeOf(func(int, ...string) (bool, error) { return false, nil })
	fmt.Println(ft.NumIn(), ft.NumOut(), ft.In(0), ft.In(1), ft.Out(0), ft.Out(1), ft.IsVariadic())
	fmt.Println(reflect.TypeOf(map[string][]int{}).Key(), reflect.TypeOf(map[string][]int{}).Elem(), reflect.TypeOf([4]int8{}).Len())
	fmt.Println(reflect.TypeOf(make(<-chan int)).ChanDir(), reflect.TypeOf(make(chan<- int)).ChanDir(), reflect.TypeOf(make(chan int)).ChanDir())
	fmt.Println(reflect.TypeOf(int16(0)).Bits(), reflect.TypeOf(1i).Bits())

	stringer := reflect.TypeFor[fmt.Stringer]()
	errT := reflect.TypeFor[error]()
	reader := reflect.TypeFor[io.Reader]()
	fmt.Println(reflect.TypeOf(Celsius(0)).Implements(stringer), reflect.TypeOf(0).Implements(stringer), reflect.TypeOf(errors.New("")).Implements(errT), reader.Implements(reader))
	pairs := []struct{ a, b reflect.Type }{
		{reflect.TypeOf(0), reflect.TypeOf(0)}, {reflect.TypeOf(0), reflect.TypeOf(0.5)}, {reflect.TypeOf(0), reflect.TypeOf(Celsius(0))},
		{reflect.TypeOf(""), reflect.TypeOf([]byte{})}, {reflect.TypeOf(0), reflect.TypeOf("")}, {reflect.TypeOf([]int{}), reflect.TypeOf([2]int{})},
		{reflect.TypeOf(make(chan int)), reflect.TypeOf(make(<-chan int))}, {reflect.TypeOf(make(<-chan int)), reflect.TypeOf(make(chan int))},
		{reflect.TypeOf(Base{}), reflect.TypeOf(Self{})}, {reflect.TypeOf(Base{}), reflect.TypeFor[any]()}, {reflect.TypeFor[any](), reflect.TypeOf(0)},
		{reflect.TypeOf(List{}), reflect.TypeOf([]List{})}, {reflect.TypeOf(Celsius(0)), stringer}, {reflect.TypeOf(1i), reflect.TypeOf(1)},
		{reflect.TypeOf([]rune{}), reflect.TypeOf("")}, {reflect.TypeOf(""), reflect.TypeOf(0)},
	}
	for _, p := range pairs {
		fmt.Println(p.a, p.b, p.a == p.b, p.a.AssignableTo(p.b), p.a.ConvertibleTo(p.b))
	}
	fmt.Println(reflect.PointerTo(t), reflect.SliceOf(t), reflect.ArrayOf(3, t), reflect.MapOf(reflect.TypeOf(""), t), reflect.ChanOf(reflect.RecvDir, t))
	fmt.Println(reflect.FuncOf([]reflect.Type{t, reflect.SliceOf(t)}, []reflect.Type{errT}, true))
	fmt.Println(reflect.SliceOf(reflect.TypeOf(0)) == reflect.TypeOf([]int{}), reflect.TypeOf(0) == reflect.TypeOf(int64(0)))
	seen := map[reflect.Type]int{}
	for _, x := range []any{1, 2, "a", []int{1}, []int{}, Base{}} {
		seen[reflect.TypeOf(x)]++
	}
	fmt.Println(len(seen), seen[reflect.TypeOf(0)], seen[reflect.TypeOf([]int{})])
	fmt.Printf("%T %v %s %q %d\n", t, t, t, t.Name(), t.Kind())
	fmt.Println(reflect.Kind(100), reflect.Invalid, reflect.UnsafePointer, reflect.Ptr, reflect.ChanDir(7), reflect.BothDir)
	fmt.Println(reflect.TypeOf(0).CanSeq(), reflect.TypeOf("").CanSeq2(), reflect.TypeOf(0.5).CanSeq(), reflect.TypeOf(func(func(int) bool) {}).CanSeq())
	fmt.Println(reflect.TypeOf(int8(0)).OverflowInt(128), reflect.TypeOf(int8(0)).OverflowInt(-128), reflect.TypeOf(uint8(0)).OverflowUint(256), reflect.TypeOf(float32(0)).OverflowFloat(1e39))

	catch("Elem", func() { reflect.TypeOf(0).Elem() })
	catch("Key", func() { reflect.TypeOf(0).Key() })
	catch("Len", func() { reflect.TypeOf([]int{}).Len() })
	catch("NumField", func() { reflect.TypeOf(&Base{}).NumField() })
	catch("Field", func() { reflect.TypeOf(0).Field(0) })
	catch("Field range", func() { reflect.TypeOf(Base{}).Field(9) })
	catch("FieldByName", func() { reflect.TypeOf(0).FieldByName("x") })
	catch("In", func() { reflect.TypeOf(0).In(0) })
	catch("In range", func() { ft.In(5) })
	catch("NumIn", func() { reflect.TypeOf(0).NumIn() })
	catch("IsVariadic", func() { reflect.TypeOf(0).IsVariadic() })
	catch("ChanDir", func() { reflect.TypeOf(0).ChanDir() })
	catch("Bits", func() { reflect.TypeOf("").Bits() })
	catch("Method", func() { reflect.TypeOf(Base{}).Method(7) })
	catch("Implements", func() { reflect.TypeOf(0).Implements(reflect.TypeOf(0)) })
	catch("Implements nil", func() { reflect.TypeOf(0).Implements(nil) })
	catch("AssignableTo nil", func() { reflect.TypeOf(0).AssignableTo(nil) })
	catch("OverflowInt", func() { reflect.TypeOf("").OverflowInt(1) })
	catch("MapOf", func() { reflect.MapOf(reflect.TypeOf([]int{}), t) })
	catch("VisibleFields", func() { reflect.VisibleFields(reflect.TypeOf(0)) })
	catch("FuncOf", func() { reflect.FuncOf(nil, nil, true) })
}
