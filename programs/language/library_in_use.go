// Iterators, generic caches, state machines and synchronisation together.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

type Tree[K any] struct {
	root *tnode[K]
	cmp  func(a, b K) int
}
type tnode[K any] struct {
	l, r *tnode[K]
	k    K
}

func (t *Tree[K]) Insert(k K) bool {
	p := &t.root
	for *p != nil {
		switch c := t.cmp(k, (*p).k); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			return false
		}
	}
	*p = &tnode[K]{k: k}
	return true
}
func (t *Tree[K]) All() iter.Seq[K] {
	return func(yield func(K) bool) { t.root.push(yield) }
}
func (n *tnode[K]) push(yield func(K) bool) bool {
	return n == nil || n.l.push(yield) && yield(n.k) && n.r.push(yield)
}

type cache[K comparable, V any] struct {
	sync.RWMutex
	m    map[K]V
	hits atomic.Int64
	load func(K) (V, error)
}

func newCache[K comparable, V any](load func(K) (V, error)) *cache[K, V] {
	return &cache[K, V]{m: make(map[K]V), load: load}
}
func (c *cache[K, V]) get(k K) (v V, err error) {
	c.RLock()
	v, ok := c.m[k]
	c.RUnlock()
	if ok {
		c.hits.Add(1)
		return v, nil
	}
	if v, err = c.load(k); err != nil {
		return
	}
	c.Lock()
	defer c.Unlock()
	c.m[k] = v
	return
}

func filter[T any](s iter.Seq[T], p func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if p(x) && !yield(x) {
				return
			}
		}
	}
}
func take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n == 0 {
			return
		}
		i := 0
		for x := range s {
			if !yield(x) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}
func naturals(yield func(int) bool) {
	for i := 0; ; i++ {
		if !yield(i) {
			return
		}
	}
}

type event struct {
	at   time.Duration
	name string
}
type state int

const (
	idle state = iota
	busy
	done
)

func (s state) String() string { return [...]string{idle: "idle", busy: "busy", done: "done"}[s] }

type machine struct {
	state
	log []string
	on  map[state]func(*machine, event) state
}

func (m *machine) handle(e event) {
	if f, ok := m.on[m.state]; ok {
		m.state = f(m, e)
	}
	m.log = append(m.log, fmt.Sprintf("%s->%v", e.name, m.state))
}

func worker(id int, jobs <-chan int, results chan<- [2]int, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		results <- [2]int{id, j * j}
	}
}

func main() {
	t := &Tree[string]{cmp: func(a, b string) int {
		if a < b {
			return -1
		} else if a > b {
			return 1
		}
		return 0
	}}
	for _, s := range []string{"m", "c", "x", "a", "m"} {
		fmt.Print(t.Insert(s), " ")
	}
	for k := range t.All() {
		if k == "x" {
			break
		}
		fmt.Print(k, " ")
	}
	fmt.Println()
	c := newCache(func(k int) (string, error) {
		if k < 0 {
			return "", fmt.Errorf("negative %d", k)
		}
		return fmt.Sprint("v", k), nil
	})
	for _, k := range []int{1, 2, 1, -1, 2} {
		v, err := c.get(k)
		fmt.Print(v, err, " ")
	}
	fmt.Println(c.hits.Load())
	for x := range take(filter(naturals, func(i int) bool { return i%3 == 1 }), 4) {
		fmt.Print(x, " ")
	}
	next, stop := iter.Pull(take(naturals, 3))
	for {
		v, ok := next()
		if !ok {
			break
		}
		fmt.Print("p", v, " ")
	}
	stop()
	fmt.Println()
	m := &machine{on: map[state]func(*machine, event) state{
		idle: func(m *machine, e event) state { return busy },
		busy: func(m *machine, e event) state {
			if e.at > time.Second {
				return done
			}
			return m.state
		},
	}}
	for i, n := range []string{"a", "b", "c", "d"} {
		m.handle(event{time.Duration(i) * 700 * time.Millisecond, n})
	}
	fmt.Println(m.log, m.state, m)
	jobs, results := make(chan int), make(chan [2]int, 10)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(i, jobs, results, &wg)
	}
	for i := range 10 {
		jobs <- i
	}
	close(jobs)
	go func() { wg.Wait(); close(results) }()
	sum := 0
	for r := range results {
		sum += r[1]
	}
	fmt.Println(sum)
	mm := map[string]int{"z": 26, "a": 1, "m": 13}
	keys := slices.Sorted(maps.Keys(mm))
	fmt.Println(keys, slices.Max(keys), slices.Index(keys, "m"), slices.Contains(keys, "q"))
	slices.SortFunc(keys, func(a, b string) int { return mm[b] - mm[a] })
	fmt.Println(keys, len(slices.Collect(maps.Values(mm))))
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	go func() { mu.Lock(); ready = true; mu.Unlock(); cond.Broadcast() }()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	timeout := time.After(50 * time.Millisecond)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	n := 0
loop:
	for {
		select {
		case <-tick.C:
			n++
		case <-timeout:
			break loop
		}
	}
	fmt.Println("ticks", n)
	var ptr atomic.Pointer[event]
	ptr.Store(&event{1, "e"})
	fmt.Println(ptr.Load().name, ptr.CompareAndSwap(nil, nil))
	errc := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				errc <- fmt.Errorf("caught: %v", r)
			}
		}()
		var p *event
		_ = p.name
	}()
	fmt.Println(<-errc)
	ov := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(ov(), ov())
}
