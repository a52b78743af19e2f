package atomic

// A Value holds any value; all values stored in it have the same type.
type Value struct {
	v any
}

// The results of the natives below.
const (
	done = iota
	refused
	nilValue
	otherType
	otherTypes
)

func (v *Value) load() any
func (v *Value) swap(new any) (old any, outcome int)
func (v *Value) compareAndSwap(old, new any) (outcome int)

// Load returns the value stored last, nil if there is none.
func (v *Value) Load() (val any) { return v.load() }

// Store sets the value. It panics when val is nil or of another type than before.
func (v *Value) Store(val any) {
	switch _, outcome := v.swap(val); outcome {
	case nilValue:
		panic("sync/atomic: store of nil value into Value")
	case otherType:
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
}

// Swap sets the value and returns the one before. It panics as Store does.
func (v *Value) Swap(new any) (old any) {
	old, outcome := v.swap(new)
	switch outcome {
	case nilValue:
		panic("sync/atomic: swap of nil value into Value")
	case otherType:
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	return old
}

// CompareAndSwap sets the value to new if it is old, and reports whether it did. It panics as Store does, and when old
// is not comparable.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	outcome := v.compareAndSwap(old, new)
	switch outcome {
	case nilValue:
		panic("sync/atomic: compare and swap of nil value into Value")
	case otherTypes:
		panic("sync/atomic: compare and swap of inconsistently typed values")
	case otherType:
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	return outcome == done
}
