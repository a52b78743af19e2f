package reflect

func call(f Value, args []*cell) []*cell
func makeFunc(t *rtype, body func(args []*cell) []*cell) *cell
func bind(v Value, i int) (*rtype, *cell)

func (v Value) NumMethod() int {
	if v.typ == nil {
		v.fail("NumMethod")
	}
	return v.typ.NumMethod()
}

// Method returns the method with the receiver v.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		v.fail("Method")
	}
	if i < 0 || i >= v.typ.numMethod() {
		panic("reflect: Method index out of range")
	}
	if v.Kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	t, f := bind(v, i)
	return Value{t, f, v.flag&readOnly | boundMethod}
}

func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		v.fail("MethodByName")
	}
	m, ok := v.typ.MethodByName(name)
	if !ok {
		return Value{}
	}
	return v.Method(m.Index)
}

// Call calls the function. The last arguments of a variadic function are given one by one.
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in)
}

// CallSlice calls a variadic function, whose last argument is given as a slice.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	if v.IsNil() {
		panic("reflect.Value.Call: call of nil function")
	}
	t := v.typ
	n, results, variadic := t.shape()
	if op == "CallSlice" {
		if !variadic {
			panic("reflect: CallSlice of non-variadic function")
		}
		if len(in) < n {
			panic("reflect: CallSlice with too few input arguments")
		}
		if len(in) > n {
			panic("reflect: CallSlice with too many input arguments")
		}
	} else {
		fixed := n
		if variadic {
			fixed--
		}
		if len(in) < fixed {
			panic("reflect: Call with too few input arguments")
		}
		if !variadic && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	direct := n
	if variadic && op == "Call" {
		direct--
	}
	for i := 0; i < direct; i++ {
		if !in[i].typ.assignable(t.param(i)) {
			panic("reflect: " + op + " using " + in[i].typ.String() + " as type " + t.param(i).String())
		}
	}
	if variadic && op == "Call" {
		rest := MakeSlice(t.param(n-1), len(in)-direct, len(in)-direct)
		for i := direct; i < len(in); i++ {
			if !in[i].typ.assignable(rest.typ.elem()) {
				panic("reflect: cannot use " + in[i].typ.String() + " as type " + rest.typ.elem().String() + " in " + op)
			}
			rest.Index(i - direct).Set(in[i])
		}
		in = append(append([]Value(nil), in[:direct]...), rest)
	}
	args := make([]*cell, n)
	for i, x := range in {
		x.mustBeExported(op)
		args[i] = x.as(t.param(i), "reflect.Value.Call")
	}
	cells := call(v, args)
	out := make([]Value, results)
	for i, c := range cells {
		out[i] = Value{t.result(i), c, 0}
	}
	return out
}

// MakeFunc returns a function of type t whose body is fn.
func MakeFunc(t Type, fn func(args []Value) (results []Value)) Value {
	if t.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	typ := t.common()
	_, results, _ := typ.shape()
	body := func(args []*cell) []*cell {
		in := make([]Value, len(args))
		for i, c := range args {
			in[i] = Value{typ.param(i), c, 0}
		}
		out := fn(in)
		if len(out) != results {
			panic("reflect: wrong return count from function created by MakeFunc")
		}
		cells := make([]*cell, len(out))
		for i, x := range out {
			if x.typ == nil {
				panic("reflect: function created by MakeFunc using closure returned zero Value")
			}
			if x.flag&readOnly != 0 {
				panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
			}
			cells[i] = x.as(typ.result(i), "reflect.MakeFunc")
		}
		return cells
	}
	return Value{typ, makeFunc(typ, body), 0}
}
