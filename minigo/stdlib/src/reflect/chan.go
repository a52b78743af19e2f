package reflect

func send(v Value, x *cell)
func recv(v Value) (*cell, bool)
func closeChan(v Value)

// choose is a select: the channel, the direction and what to send for each case; -1 stands for the default.
func choose(chans []*cell, sends []bool, values []*cell, hasDefault bool) (int, *cell, bool)

func (v Value) mustBeChan(method string, dir ChanDir) {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if v.typ.ChanDir()&dir == 0 {
		if dir == SendDir {
			panic("reflect: send on recv-only channel")
		}
		panic("reflect: recv on send-only channel")
	}
}

func (v Value) Send(x Value) {
	v.mustBeChan("Send", SendDir)
	x.mustBeExported("Send")
	send(v, x.as(v.typ.elem(), "reflect.Value.Send"))
}

// Recv receives a value; the second result is false when the channel is closed and empty.
func (v Value) Recv() (Value, bool) {
	v.mustBeChan("Recv", RecvDir)
	p, ok := recv(v)
	return Value{v.typ.elem(), p, 0}, ok
}

// TrySend sends x if that does not block, and reports whether it did.
func (v Value) TrySend(x Value) bool {
	v.mustBeChan("TrySend", SendDir)
	x.mustBeExported("TrySend")
	i, _, _ := choose([]*cell{load(v)}, []bool{true}, []*cell{x.as(v.typ.elem(), "reflect.Value.Send")}, true)
	return i == 0
}

// TryRecv receives if that does not block; else it returns the zero Value and false.
func (v Value) TryRecv() (Value, bool) {
	v.mustBeChan("TryRecv", RecvDir)
	i, p, ok := choose([]*cell{load(v)}, []bool{false}, []*cell{nil}, true)
	if i != 0 {
		return Value{}, false
	}
	return Value{v.typ.elem(), p, 0}, ok
}

func (v Value) Close() {
	v.mustBe(Chan, "Close")
	v.mustBeExported("Close")
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	closeChan(v)
}

// A SelectDir is the kind of a case of Select.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is a case of Select. Chan is the zero Value for the default, and for cases that never can go.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Select waits until one of the cases can go, and executes it. It returns its index and, for a receive, the value and
// whether it came from a sender.
func Select(cases []SelectCase) (chosen int, received Value, ok bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	chans, sends, values := make([]*cell, 0, len(cases)), make([]bool, 0, len(cases)), make([]*cell, 0, len(cases))
	places := make([]int, 0, len(cases))
	fallback := -1
	for i, c := range cases {
		switch c.Dir {
		default:
			panic("reflect.Select: invalid Dir")
		case SelectDefault:
			if fallback >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			fallback = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			continue
		case SelectSend:
			if !c.Chan.IsValid() {
				continue
			}
			c.Chan.mustBe(Chan, "Select")
			c.Chan.mustBeExported("Select")
			if c.Chan.typ.ChanDir()&SendDir == 0 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			c.Send.mustBeExported("Select")
			values = append(values, c.Send.as(c.Chan.typ.elem(), "reflect.Select"))
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				continue
			}
			c.Chan.mustBe(Chan, "Select")
			c.Chan.mustBeExported("Select")
			if c.Chan.typ.ChanDir()&RecvDir == 0 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			values = append(values, nil)
		}
		chans = append(chans, load(c.Chan))
		sends = append(sends, c.Dir == SelectSend)
		places = append(places, i)
	}
	i, p, ok := choose(chans, sends, values, fallback >= 0)
	if i < 0 {
		return fallback, Value{}, false
	}
	chosen = places[i]
	if cases[chosen].Dir == SelectRecv {
		return chosen, Value{cases[chosen].Chan.typ.elem(), p, 0}, ok
	}
	return chosen, Value{}, false
}
