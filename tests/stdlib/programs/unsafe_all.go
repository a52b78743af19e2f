// Package unsafe: sizes, and pointers that are stored, compared and converted back.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

type inner struct {
	a int8
	b int64
	c bool
}

type outer struct {
	x int16
	inner
	s  string
	sl []int
	i  any
	e  struct{}
}

type node struct {
	value int
	next  unsafe.Pointer
}

type stack struct{ head unsafe.Pointer }

func (s *stack) push(v int) {
	n := &node{value: v}
	for {
		n.next = atomic.LoadPointer(&s.head)
		if atomic.CompareAndSwapPointer(&s.head, n.next, unsafe.Pointer(n)) {
			return
		}
	}
}

func (s *stack) pop() (int, bool) {
	for {
		head := atomic.LoadPointer(&s.head)
		if head == nil {
			return 0, false
		}
		n := (*node)(head)
		if atomic.CompareAndSwapPointer(&s.head, head, n.next) {
			return n.value, true
		}
	}
}

func size[T any]() uintptr                   { var x T; return unsafe.Sizeof(x) }
func align[T any](x [3]T) (uintptr, uintptr) { return unsafe.Sizeof(x), unsafe.Alignof(x) }

type listNode struct {
	v    int
	next *listNode
}

const word = unsafe.Sizeof(uintptr(0))

type alias = unsafe.Pointer

func main() {
	var o outer
	fmt.Println(unsafe.Sizeof(o), unsafe.Alignof(o), unsafe.Offsetof(o.inner), unsafe.Offsetof(o.b), unsafe.Offsetof(o.s), unsafe.Offsetof(o.sl), unsafe.Offsetof(o.i), unsafe.Offsetof(o.e), word)
	fmt.Println(unsafe.Sizeof(1), unsafe.Sizeof("abc"), unsafe.Sizeof([]int{1}), unsafe.Sizeof([3]int32{}), unsafe.Sizeof(struct{}{}), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof(1.5), unsafe.Sizeof('x'), unsafe.Sizeof(func() {}), unsafe.Sizeof(complex64(1)))
	fmt.Println(size[int8](), size[outer](), size[[5]string]())
	fmt.Println(align([3]int16{}))
	var array [unsafe.Sizeof(o) / 8]int
	fmt.Println(len(array))
	fmt.Printf("%T %T\n", unsafe.Sizeof(o), unsafe.Pointer(&o))

	var s stack
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() { s.push(i) })
	}
	wg.Wait()
	sum := 0
	for {
		v, ok := s.pop()
		if !ok {
			break
		}
		sum += v
	}
	fmt.Println(sum, s.head == nil)

	x := 7
	p := unsafe.Pointer(&x)
	*(*int)(p) = 8
	q := unsafe.Pointer(&x)
	fmt.Println(x, p == q, p != nil, (*int)(p) == &x, (*int)(unsafe.Pointer(nil)) == nil)
	m := map[unsafe.Pointer]string{p: "x", nil: "nil"}
	fmt.Println(m[q], m[nil], len(m))
	var head *listNode
	place := (*unsafe.Pointer)(unsafe.Pointer(&head))
	atomic.StorePointer(place, unsafe.Pointer(&listNode{v: 5}))
	fmt.Println(head.v)
	fmt.Println((*listNode)(atomic.SwapPointer(place, nil)).v, head == nil)
	var any1, any2 any = p, q
	fmt.Println(any1 == any2)
	if _, ok := any1.(alias); ok {
		fmt.Println("a pointer")
	}
	arr := [3]int{1, 2, 3}
	fmt.Println((*[3]int)(unsafe.Pointer(&arr))[1], *(*string)(unsafe.Pointer(&o.s)) == "")
	type own unsafe.Pointer
	fmt.Println(own(p) == own(q))
}
