// Package context: names, values, causes, cancellation order, deadlines, AfterFunc, foreign contexts, panics.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

type key string
type keyStringer int

func (k keyStringer) String() string { return fmt.Sprintf("key#%d", int(k)) }

type foreign struct {
	context.Context
	done chan struct{}
}

func (f *foreign) Done() <-chan struct{} { return f.done }
func (f *foreign) Err() error {
	select {
	case <-f.done:
		return errors.New("foreign done")
	default:
		return nil
	}
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg == context.Background(), bg.Err(), bg.Done() == nil, bg.Value("x"))
	c1, cancel1 := context.WithCancel(bg)
	c2 := context.WithValue(c1, key("user"), "ann")
	c3 := context.WithValue(c2, keyStringer(5), 42)
	c4, cancel4 := context.WithCancelCause(c3)
	fmt.Println(c1, c2, c3, c4)
	fmt.Printf("%v %s %T %T\n", c2, c2, c1, c2)
	fmt.Println(context.WithValue(bg, 1, nil), context.WithValue(bg, key("k"), keyStringer(3)), context.WithValue(bg, struct{ a int }{1}, []int{1}))
	fmt.Println(context.WithoutCancel(c4), context.WithoutCancel(bg))
	fmt.Println(c4.Value(key("user")), c4.Value(keyStringer(5)), c4.Value("user"), c2.Value(keyStringer(5)), c3.Value(key("none")))
	fmt.Println(c4.Err(), context.Cause(c4))
	cancel4(errors.New("my cause"))
	cancel4(errors.New("ignored"))
	fmt.Println(c4.Err(), context.Cause(c4), c1.Err(), context.Cause(c1))
	_, ok := <-c4.Done()
	fmt.Println(ok, errors.Is(c4.Err(), context.Canceled))
	cancel1()
	cancel1()
	fmt.Println(c1.Err(), c2.Err(), context.Cause(c2), context.Cause(c1) == context.Canceled)
	c5, cancel5 := context.WithCancel(c2)
	fmt.Println(c5.Err(), "child of a canceled parent")
	cancel5()
	cc, ccancel := context.WithCancelCause(bg)
	child, childCancel := context.WithCancel(cc)
	gchild, gcancel := context.WithTimeout(child, time.Hour)
	ccancel(nil)
	fmt.Println(context.Cause(cc), context.Cause(child), gchild.Err(), context.Cause(gchild))
	childCancel()
	gcancel()
	cc2, ccancel2 := context.WithCancelCause(bg)
	sub, subCancel := context.WithCancel(cc2)
	ccancel2(fmt.Errorf("wrapped: %w", errors.New("root")))
	fmt.Println(sub.Err(), context.Cause(sub), context.Cause(context.WithoutCancel(sub)))
	subCancel()

	past, pcancel := context.WithDeadline(bg, time.Unix(1000, 0))
	fmt.Println(past.Err(), context.Cause(past), errors.Is(past.Err(), context.DeadlineExceeded))
	pcancel()
	fmt.Println(past.Err())
	s := fmt.Sprint(past)
	fmt.Println(s[:strings.Index(s, "(")], strings.HasSuffix(s, "])"))
	dl, ok := past.Deadline()
	fmt.Println(dl.UTC(), ok)
	_, ok = bg.Deadline()
	_, ok2 := c1.Deadline()
	fmt.Println(ok, ok2)
	causeCtx, cc3 := context.WithTimeoutCause(bg, time.Millisecond, errors.New("too slow"))
	<-causeCtx.Done()
	fmt.Println(causeCtx.Err(), context.Cause(causeCtx))
	cc3()
	to, tcancel := context.WithTimeout(bg, 10*time.Millisecond)
	inner, icancel := context.WithTimeout(to, time.Hour)
	d1, _ := to.Deadline()
	d2, _ := inner.Deadline()
	fmt.Println(d1.Equal(d2))
	fmt.Printf("%T %T\n", to, inner)
	select {
	case <-inner.Done():
		fmt.Println(inner.Err(), to.Err())
	case <-time.After(10 * time.Second):
		fmt.Println("timeout")
	}
	tcancel()
	icancel()
	early, ecancel := context.WithTimeout(bg, time.Hour)
	ecancel()
	fmt.Println(early.Err(), context.Cause(early))

	var wg sync.WaitGroup
	wg.Add(1)
	ac, acancel := context.WithCancel(bg)
	stop := context.AfterFunc(ac, func() { fmt.Println("after func"); wg.Done() })
	stop2 := context.AfterFunc(ac, func() { fmt.Println("never") })
	fmt.Println(stop2(), stop2())
	acancel()
	wg.Wait()
	fmt.Println(stop())
	wg.Add(1)
	context.AfterFunc(ac, func() { fmt.Println("already done"); wg.Done() })
	wg.Wait()

	f := &foreign{bg, make(chan struct{})}
	fc, fcancel := context.WithCancel(f)
	fmt.Println(fc.Err(), strings.HasSuffix(fmt.Sprint(fc), ".WithCancel"))
	close(f.done)
	<-fc.Done()
	fmt.Println(fc.Err(), context.Cause(fc))
	fcancel()

	wc, wcancel := context.WithCancel(bg)
	nc := context.WithoutCancel(context.WithValue(wc, key("k"), 1))
	wcancel()
	fmt.Println(nc.Err(), nc.Done() == nil, nc.Value(key("k")), wc.Err())

	fmt.Println(context.DeadlineExceeded, context.Canceled)
	var te interface {
		Timeout() bool
		Temporary() bool
	}
	fmt.Println(errors.As(context.DeadlineExceeded, &te), te.Timeout(), te.Temporary())
	try("nil parent", func() { context.WithCancel(nil) })
	try("nil parent value", func() { context.WithValue(nil, 1, 1) })
	try("nil parent deadline", func() { context.WithTimeout(nil, 1) })
	try("nil parent without", func() { context.WithoutCancel(nil) })
	try("nil key", func() { context.WithValue(bg, nil, 1) })
	try("bad key", func() { context.WithValue(bg, []int{1}, 1) })
}
