// Values as package reflect reads, writes, makes and calls them.
package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strings"
)

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Point struct{ X, Y int }

func (p Point) Add(q Point) Point      { return Point{p.X + q.X, p.Y + q.Y} }
func (p *Point) Scale(n int)           { p.X *= n; p.Y *= n }
func (p Point) Sum(more ...int) string { return fmt.Sprint(p.X+p.Y, more, len(more)) }

type Box struct {
	Point
	Name  string
	Items []int
	M     map[string]int
	P     *Point
	I     any
	c     Celsius
	in    Point
	Arr   [2]Point
	F     func(int) int
	Temp  Celsius
}

type Node struct {
	Val  int
	Next *Node
}

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

func main() {
	b := Box{Point{1, 2}, "n", []int{1, 2, 3}, map[string]int{"k": 1}, &Point{3, 4}, 5, 6, Point{7, 8}, [2]Point{{9, 9}}, func(i int) int { return i * 2 }, 20}
	v := reflect.ValueOf(&b).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		fmt.Println(i, v.Type().Field(i).Name, f.Kind(), f.Type(), f.CanSet(), f.CanAddr(), f.CanInterface(), f.IsZero())
	}
	w := reflect.ValueOf(b)
	fmt.Println(w.Field(1).CanSet(), w.Field(1).CanAddr(), w.Field(2).Index(0).CanSet(), w.Field(8).Index(0).CanSet())

	v.Field(0).Field(0).SetInt(100)
	v.FieldByName("Y").SetInt(200)
	v.FieldByName("Name").SetString("new")
	v.FieldByName("Items").Index(1).SetInt(22)
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("z"), reflect.ValueOf(26))
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("k"), reflect.Value{})
	v.FieldByName("P").Elem().Field(0).SetInt(33)
	v.FieldByName("I").Set(reflect.ValueOf("any"))
	v.FieldByName("Arr").Index(1).Field(1).SetInt(11)
	v.FieldByName("Arr").Index(0).Set(reflect.ValueOf(Point{5, 5}))
	v.FieldByName("Temp").SetFloat(36.6)
	v.FieldByName("F").Set(reflect.ValueOf(func(i int) int { return -i }))
	fmt.Println(b.Point, b.Name, b.Items, b.M, *b.P, b.I, b.c, b.in, b.Arr, b.F(1), b.Temp)
	fmt.Println(v.Field(0), v.FieldByName("c"), v.FieldByName("Temp"), v.FieldByName("in"), v.FieldByName("None"))
	fmt.Println(v.FieldByIndex([]int{0, 1}), v.FieldByNameFunc(func(s string) bool { return strings.ToLower(s) == "x" }))

	fmt.Println(v.FieldByName("F").Call([]reflect.Value{reflect.ValueOf(21)})[0].Int())
	p := Point{1, 2}
	pv := reflect.ValueOf(&p)
	fmt.Println(pv.NumMethod(), pv.Elem().NumMethod())
	pv.MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(10)})
	out := pv.Elem().MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(Point{1, 1})})
	fmt.Println(p, out[0].Interface(), out[0].Type())
	sum := pv.MethodByName("Sum")
	fmt.Println(sum.Type(), sum.Call(nil)[0], sum.Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2)})[0])
	fmt.Println(sum.CallSlice([]reflect.Value{reflect.ValueOf([]int{7, 8, 9})})[0])
	fmt.Println(reflect.TypeOf(p).Method(0).Func.Call([]reflect.Value{reflect.ValueOf(p), reflect.ValueOf(p)})[0])
	fmt.Println(pv.MethodByName("None").IsValid())
	swap := reflect.MakeFunc(reflect.TypeOf(func(int, string) (string, int) { return "", 0 }), func(args []reflect.Value) []reflect.Value {
		return []reflect.Value{args[1], args[0]}
	}).Interface().(func(int, string) (string, int))
	fmt.Println(swap(1, "one"))
	div := reflect.ValueOf(func(a, b int) (int, error) {
		if b == 0 {
			return 0, errors.New("division")
		}
		return a / b, nil
	})
	res := div.Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(0)})
	fmt.Println(res[0].Int(), res[1].Interface(), res[1].Kind(), res[1].Elem().Kind())
	res = div.Call([]reflect.Value{reflect.ValueOf(6), reflect.ValueOf(3)})
	fmt.Println(res[0].Int(), res[1].IsNil(), res[1].Interface() == nil)

	fmt.Println(reflect.ValueOf(7).Int(), reflect.ValueOf(uint8(7)).Uint(), reflect.ValueOf(1.5).Float(), reflect.ValueOf("s").String(), reflect.ValueOf(true).Bool(), reflect.ValueOf(2i).Complex())
	fmt.Println(reflect.ValueOf(7).String(), reflect.ValueOf([]int{1}).String(), reflect.Value{}.String(), reflect.ValueOf(nil).IsValid(), reflect.ValueOf(p).String())
	fmt.Println(reflect.ValueOf("héllo").Len(), reflect.ValueOf("abc").Index(1), reflect.ValueOf([]int{1, 2, 3}).Slice(1, 3), reflect.ValueOf("abc").Slice(1, 2))
	s3 := reflect.ValueOf([]int{1, 2, 3, 4}).Slice3(1, 2, 3)
	fmt.Println(s3, s3.Len(), s3.Cap())
	m := reflect.ValueOf(map[string]int{"b": 2, "a": 1, "c": 3})
	keys := m.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	fmt.Println(keys[0], keys[1], keys[2], len(keys), m.MapIndex(keys[0]), m.MapIndex(reflect.ValueOf("none")).IsValid())
	total := int64(0)
	for it := m.MapRange(); it.Next(); {
		total += it.Value().Int() * int64(it.Key().Len())
	}
	fmt.Println(total, m.Len())
	for _, x := range []any{(*int)(nil), []int(nil), map[int]int(nil), (chan int)(nil), (func())(nil), new(int), []int{}, map[int]int{}} {
		fmt.Print(reflect.ValueOf(x).IsNil(), " ")
	}
	fmt.Println()
	for _, x := range []any{0, "", 0.0, math.Copysign(0, -1), Point{}, Point{0, 1}, [2]int{}, [2]int{0, 1}, []int(nil), []int{}, false, 0i, struct{}{}} {
		fmt.Print(reflect.ValueOf(x).IsZero(), " ")
	}
	fmt.Println()

	n := reflect.New(reflect.TypeOf(0))
	n.Elem().SetInt(9)
	fmt.Println(*n.Interface().(*int), n.Type())
	np := reflect.New(reflect.TypeOf(p))
	np.Elem().Field(1).SetInt(4)
	fmt.Println(np.Interface(), np.Elem().Interface())
	sl := reflect.MakeSlice(reflect.TypeOf([]string{}), 1, 5)
	sl = reflect.Append(sl, reflect.ValueOf("x"), reflect.ValueOf("y"))
	sl.Index(0).SetString("first")
	fmt.Printf("%q %d %d\n", sl.Interface(), sl.Len(), sl.Cap())
	sl = reflect.AppendSlice(sl, reflect.ValueOf([]string{"p", "q"}))
	fmt.Println(sl, reflect.Copy(sl, reflect.ValueOf([]string{"1", "2"})), sl)
	mm := reflect.MakeMap(reflect.TypeOf(map[Point]string{}))
	mm.SetMapIndex(reflect.ValueOf(p), reflect.ValueOf("pt"))
	fmt.Println(mm.Interface(), mm.Len())
	fmt.Println(reflect.Zero(reflect.TypeOf(b)).Field(1).Len(), reflect.Zero(reflect.TypeOf(0)).Int(), reflect.Indirect(pv).Field(0), reflect.Indirect(reflect.ValueOf(3)))
	var arr [3]int
	av := reflect.ValueOf(&arr).Elem()
	av.Index(1).SetInt(5)
	as := av.Slice(0, 2)
	as.Index(0).SetInt(4)
	fmt.Println(arr, as, reflect.ValueOf(&arr).Len())
	var x any = Celsius(3)
	xv := reflect.ValueOf(&x).Elem()
	fmt.Println(xv.Kind(), xv.Elem().Kind(), xv.Elem().Type(), xv.NumMethod(), xv.Elem().CanSet())
	xv.Set(reflect.ValueOf(1))
	fmt.Println(x)
	xv.SetZero()
	fmt.Println(x, xv.IsNil(), xv.Elem().IsValid())
	addr := v.FieldByName("Name").Addr().Interface().(*string)
	*addr = "through pointer"
	fmt.Println(b.Name)
	lens := []int{1, 2, 3, 4}
	lv := reflect.ValueOf(&lens).Elem()
	lv.SetLen(2)
	fmt.Println(lens, len(lens), cap(lens))
	lv.SetCap(3)
	lv.Grow(10)
	fmt.Println(lens, len(lens), cap(lens) >= 12)
	lv.Clear()
	fmt.Println(lens)
	swapper := reflect.Swapper([]string{"a", "b"})
	swapper(0, 1)
	pts := []Point{{1, 1}, {2, 2}}
	reflect.Swapper(pts)(0, 1)
	fmt.Println(pts)
	bs := []byte("bytes")
	fmt.Println(string(reflect.ValueOf(bs).Bytes()))
	var small int8
	sv := reflect.ValueOf(&small).Elem()
	sv.SetInt(300)
	fmt.Println(small, sv.OverflowInt(300), sv.CanInt(), sv.CanUint(), sv.CanFloat())

	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf(1.9).Convert(reflect.TypeOf(0)), reflect.ValueOf("hé").Convert(reflect.TypeOf([]rune{})), reflect.ValueOf([]byte("b")).Convert(reflect.TypeOf("")))
	fmt.Println(reflect.ValueOf(300).Convert(reflect.TypeOf(uint8(0))), reflect.ValueOf(20.5).Convert(reflect.TypeOf(Celsius(0))), reflect.ValueOf([]int{1, 2}).Convert(reflect.TypeOf([2]int{})))
	fmt.Println(reflect.ValueOf(Celsius(1)).Convert(reflect.TypeFor[fmt.Stringer]()).Type(), reflect.ValueOf([]int{1}).CanConvert(reflect.TypeOf([2]int{})))
	tc, ok := reflect.TypeAssert[Celsius](reflect.ValueOf(Celsius(2)))
	fmt.Println(tc, ok)
	fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf(p).Equal(reflect.ValueOf(p)), reflect.ValueOf(1).Equal(reflect.ValueOf("1")), reflect.ValueOf(p).Comparable(), reflect.ValueOf([]int{}).Comparable())

	ch := reflect.MakeChan(reflect.TypeOf(make(chan int)), 1)
	ch.Send(reflect.ValueOf(8))
	fmt.Println(ch.Len(), ch.Cap(), ch.TrySend(reflect.ValueOf(9)))
	got, ok := ch.Recv()
	fmt.Println(got, ok)
	got, ok = ch.TryRecv()
	fmt.Println(got.IsValid(), ok)
	ch.Close()
	got, ok = ch.Recv()
	fmt.Println(got, ok)
	c1, c2 := make(chan int, 1), make(chan string, 1)
	c2 <- "ready"
	cases := []reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)}}
	i, r, ok := reflect.Select(cases)
	fmt.Println(i, r, ok)
	cases = append(cases, reflect.SelectCase{Dir: reflect.SelectDefault})
	i, r, ok = reflect.Select(cases)
	fmt.Println(i, r.IsValid(), ok)
	i, _, _ = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(c1), Send: reflect.ValueOf(4)}})
	fmt.Println(i, <-c1)

	for x := range reflect.ValueOf(3).Seq() {
		fmt.Print(x, " ")
	}
	for i, x := range reflect.ValueOf([]string{"a", "b"}).Seq2() {
		fmt.Print(i, x, " ")
	}
	fmt.Println()

	fmt.Printf("%v %d %+v %#v %s %T\n", reflect.ValueOf(p), reflect.ValueOf(p), reflect.ValueOf(p), reflect.ValueOf(p), reflect.ValueOf("str"), reflect.ValueOf(p))
	fmt.Println(reflect.ValueOf(Celsius(4)), []reflect.Value{reflect.ValueOf(1)}, reflect.Value{}, reflect.ValueOf(errors.New("e")), reflect.ValueOf(&p))
	fmt.Printf("%v %v %5d|%-6v|%x\n", v.FieldByName("c"), v.FieldByName("Temp"), reflect.ValueOf(3), reflect.ValueOf("ab"), reflect.ValueOf("hex"))

	loop1, loop2 := &Node{Val: 1}, &Node{Val: 1}
	loop1.Next, loop2.Next = loop1, loop2
	nan := math.NaN()
	deep := []struct{ a, b any }{
		{1, 1}, {1, 2}, {1, int64(1)}, {nil, nil}, {nil, 1}, {[]int{1}, []int{1}}, {[]int{}, []int(nil)}, {[]int{1}, []int{1, 2}},
		{map[string][]int{"a": {1}}, map[string][]int{"a": {1}}}, {map[int]int{1: 1}, map[int]int{2: 1}}, {map[int]int{}, map[int]int(nil)},
		{&Point{1, 2}, &Point{1, 2}}, {&Point{1, 2}, &Point{1, 3}}, {loop1, loop2}, {nan, nan}, {[]float64{nan}, []float64{nan}},
		{catch, catch}, {(func())(nil), (func())(nil)}, {[2]any{1, "a"}, [2]any{1, "a"}}, {errors.New("a"), errors.New("a")},
		{[]any{1, []int{2}, nil}, []any{1, []int{2}, nil}}, {Box{Name: "a"}, Box{Name: "a"}}, {[]byte("ab"), []byte("ab")}, {0.0, math.Copysign(0, -1)},
	}
	for _, d := range deep {
		fmt.Print(reflect.DeepEqual(d.a, d.b), " ")
	}
	fmt.Println()

	catch("Int", func() { reflect.ValueOf("s").Int() })
	catch("Int zero", func() { reflect.Value{}.Int() })
	catch("Uint", func() { reflect.ValueOf(1).Uint() })
	catch("Bool", func() { reflect.ValueOf(1).Bool() })
	catch("Float", func() { reflect.ValueOf(1).Float() })
	catch("Len", func() { reflect.ValueOf(1).Len() })
	catch("Len ptr", func() { reflect.ValueOf(&p).Len() })
	catch("Index", func() { reflect.ValueOf(1).Index(0) })
	catch("Index range", func() { reflect.ValueOf([]int{}).Index(0) })
	catch("Index array", func() { reflect.ValueOf([1]int{}).Index(1) })
	catch("Index string", func() { reflect.ValueOf("").Index(0) })
	catch("Field", func() { reflect.ValueOf(&p).Field(0) })
	catch("Field range", func() { reflect.ValueOf(p).Field(2) })
	catch("NumField", func() { reflect.ValueOf(1).NumField() })
	catch("Elem", func() { reflect.ValueOf(1).Elem() })
	catch("IsNil", func() { reflect.ValueOf(1).IsNil() })
	catch("IsNil zero", func() { reflect.Value{}.IsNil() })
	catch("IsZero", func() { reflect.Value{}.IsZero() })
	catch("Type", func() { reflect.Value{}.Type() })
	catch("Interface zero", func() { reflect.Value{}.Interface() })
	catch("Interface", func() { reflect.ValueOf(b).FieldByName("c").Interface() })
	catch("SetInt", func() { reflect.ValueOf(1).SetInt(2) })
	catch("SetInt kind", func() { v.FieldByName("Name").SetInt(1) })
	catch("SetFloat private", func() { v.FieldByName("c").SetFloat(1) })
	catch("Set", func() { v.FieldByName("Name").Set(reflect.ValueOf(1)) })
	catch("Set zero", func() { v.FieldByName("Name").Set(reflect.Value{}) })
	catch("SetZero unaddressable", func() { reflect.ValueOf(1).SetZero() })
	catch("Set of zero", func() { reflect.Value{}.Set(reflect.ValueOf(1)) })
	catch("MapIndex", func() { m.MapIndex(reflect.ValueOf(1)) })
	catch("MapIndex kind", func() { reflect.ValueOf(1).MapIndex(reflect.ValueOf(1)) })
	catch("SetMapIndex", func() { m.SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf("b")) })
	catch("SetMapIndex nil", func() { reflect.ValueOf(map[int]int(nil)).SetMapIndex(reflect.ValueOf(1), reflect.ValueOf(1)) })
	catch("MapKeys", func() { reflect.ValueOf(1).MapKeys() })
	catch("MapRange", func() { reflect.ValueOf(1).MapRange() })
	catch("Key", func() { m.MapRange().Key() })
	catch("Call", func() { reflect.ValueOf(1).Call(nil) })
	catch("Call few", func() { div.Call(nil) })
	catch("Call many", func() { div.Call(make([]reflect.Value, 3)) })
	catch("Call type", func() { div.Call([]reflect.Value{reflect.ValueOf("a"), reflect.ValueOf(1)}) })
	catch("Call zero", func() { div.Call(make([]reflect.Value, 2)) })
	catch("Call nil", func() { reflect.ValueOf((func())(nil)).Call(nil) })
	catch("CallSlice", func() { div.CallSlice(nil) })
	catch("Call variadic", func() { sum.Call([]reflect.Value{reflect.ValueOf("a")}) })
	catch("Method", func() { reflect.ValueOf(p).Method(9) })
	catch("Addr", func() { reflect.ValueOf(1).Addr() })
	catch("New", func() { reflect.New(nil) })
	catch("Zero", func() { reflect.Zero(nil) })
	catch("MakeSlice", func() { reflect.MakeSlice(reflect.TypeOf(1), 0, 0) })
	catch("MakeSlice len", func() { reflect.MakeSlice(reflect.TypeOf([]int{}), -1, 0) })
	catch("MakeSlice cap", func() { reflect.MakeSlice(reflect.TypeOf([]int{}), 2, 1) })
	catch("MakeMap", func() { reflect.MakeMap(reflect.TypeOf(1)) })
	catch("MakeChan", func() { reflect.MakeChan(reflect.TypeOf(1), 0) })
	catch("MakeFunc", func() { reflect.MakeFunc(reflect.TypeOf(1), nil) })
	catch("Slice", func() { reflect.ValueOf([]int{}).Slice(0, 1) })
	catch("Slice string", func() { reflect.ValueOf("").Slice(0, 1) })
	catch("Slice array", func() { reflect.ValueOf([1]int{}).Slice(0, 1) })
	catch("Slice3", func() { reflect.ValueOf([]int{}).Slice3(0, 1, 1) })
	catch("SetLen", func() { lv.SetLen(1000) })
	catch("SetCap", func() { lv.SetCap(1000) })
	catch("Grow", func() { lv.Grow(-1) })
	catch("Append", func() { reflect.Append(reflect.ValueOf([]int{}), reflect.ValueOf("a")) })
	catch("Append kind", func() { reflect.Append(reflect.ValueOf(1)) })
	catch("Copy", func() { reflect.Copy(reflect.ValueOf(1), reflect.ValueOf([]int{})) })
	catch("Copy types", func() { reflect.Copy(reflect.ValueOf([]int8{}), reflect.ValueOf([]int{})) })
	catch("Convert", func() { reflect.ValueOf("a").Convert(reflect.TypeOf(1)) })
	catch("Convert slice", func() { reflect.ValueOf([]int{}).Convert(reflect.TypeOf([1]int{})) })
	catch("Equal", func() { reflect.ValueOf([]int{}).Equal(reflect.ValueOf([]int{})) })
	catch("Swapper", func() { reflect.Swapper(1) })
	catch("Swapper range", func() { reflect.Swapper([]int{1, 2})(0, 2) })
	catch("Bytes", func() { reflect.ValueOf([]int{}).Bytes() })
	catch("Send dir", func() { reflect.ValueOf((<-chan int)(make(chan int))).Send(reflect.ValueOf(1)) })
	catch("Recv dir", func() { reflect.ValueOf((chan<- int)(make(chan int))).Recv() })
	catch("Send closed", func() { ch.Send(reflect.ValueOf(1)) })
	catch("Close kind", func() { reflect.ValueOf(1).Close() })
	catch("Close dir", func() { reflect.ValueOf((<-chan int)(make(chan int))).Close() })
	catch("FieldByName", func() { reflect.ValueOf(1).FieldByName("x") })
	catch("Select", func() { reflect.Select([]reflect.SelectCase{{}}) })
	catch("NumMethod", func() { reflect.Value{}.NumMethod() })
	catch("Clear", func() { reflect.ValueOf(1).Clear() })
	catch("SetIter", func() { v.FieldByName("in").Field(0).SetInt(1) })
}
