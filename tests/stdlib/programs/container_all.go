// Packages container/list, container/heap, container/ring and iter.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"iter"
)

type intHeap []int

func (h intHeap) Len() int           { return len(h) }
func (h intHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h intHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *intHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *intHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type item struct {
	name     string
	priority int
	index    int
}
type queue []*item

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].priority > q[j].priority }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue) Push(x any) {
	it := x.(*item)
	it.index = len(*q)
	*q = append(*q, it)
}
func (q *queue) Pop() any {
	old := *q
	it := old[len(old)-1]
	it.index = -1
	*q = old[:len(old)-1]
	return it
}

func dump(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count ends")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	var l list.List
	fmt.Println(l.Len(), l.Front(), l.Back())
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	dump(&l)
	l.MoveToFront(e4)
	dump(&l)
	l.MoveToBack(e1)
	l.MoveBefore(e1, e4)
	l.MoveAfter(e4, e1)
	l.MoveAfter(e4, e4)
	dump(&l)
	fmt.Println(l.Remove(e4), l.Remove(e4), e4.Next(), e4.Prev())
	other := list.New()
	other.PushBack("x")
	other.PushBack("y")
	l.PushBackList(other)
	l.PushFrontList(other)
	l.PushBackList(&l)
	dump(&l)
	fmt.Println(other.InsertBefore(1, e1), other.Remove(e1), l.Len())
	dump(l.Init())

	h := &intHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	fmt.Println((*h)[0], *h)
	(*h)[0] = 10
	heap.Fix(h, 0)
	fmt.Println(heap.Remove(h, 1), *h)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	q := queue{}
	for i, n := range []string{"a", "b", "c", "d", "e"} {
		heap.Push(&q, &item{name: n, priority: i * 7 % 5})
	}
	q[3].priority = 99
	heap.Fix(&q, q[3].index)
	for q.Len() > 0 {
		it := heap.Pop(&q).(*item)
		fmt.Print(it.name, it.priority, it.index, " ")
	}
	fmt.Println()

	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(r.Len(), r.Move(2).Value, r.Move(-1).Value, r.Prev().Value, ring.New(0) == nil)
	removed := r.Unlink(2)
	removed.Do(func(v any) { fmt.Print(v, " ") })
	r.Do(func(v any) { fmt.Print(v, " ") })
	r.Link(removed)
	r.Do(func(v any) { fmt.Print(v, " ") })
	var zr ring.Ring
	fmt.Println(zr.Len(), zr.Next() == &zr, (*ring.Ring)(nil).Len())

	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(count(2))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	next2, stop2 := iter.Pull2(func(yield func(int, string) bool) { _ = yield(1, "a") && yield(2, "b") })
	fmt.Println(next2())
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()
	next, stop = iter.Pull(func(yield func(int) bool) { panic("in the sequence") })
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		next()
	}()
	stop()
	for v := range count(5) {
		if v == 2 {
			break
		}
		fmt.Print(v, " ")
	}
}
