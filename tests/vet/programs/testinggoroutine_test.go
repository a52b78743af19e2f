package p

import (
	"sync"
	"testing"
)

func helper(t *testing.T)  { t.FailNow() }
func harmless(t *testing.T) { t.Error("x") }
func started(tb testing.TB) { go tb.Fatal("x") }

type suite struct{ t *testing.T }

func (s suite) run(t *testing.T) { t.Fatal("x") }

func TestGoroutines(t *testing.T) {
	go func() {
		t.Fatal("x")
		t.Error("x")
		t.Skipf("x")
		func() { t.FailNow() }()
	}()
	go helper(t)
	go harmless(t)
	go t.Fatal("x")
	go t.SkipNow()
	f := func() { t.Fatalf("x") }
	go f()
	var g = func() { t.Fatalf("x") }
	go g()
	go suite{}.run(t)
	s := suite{t}
	go func() { s.t.Fatal("x") }()
	t.Run("sub", func(t *testing.T) {
		t.Fatal("fine")
		go func() { t.Fatal("x") }()
	})
	go func() {
		t.Run("sub", func(t *testing.T) { t.Fatal("not told") })
		go func() { t.Fatal("inner") }()
	}()
	var wg sync.WaitGroup
	wg.Go(func() { t.Fatal("not told") })
	defer func() { t.Fatal("fine") }()
	t.Cleanup(func() { t.Fatal("fine") })
	f()
}

func BenchmarkX(b *testing.B) {
	go func() {
		for b.Loop() {
			b.Fatal("x")
		}
	}()
}

func FuzzX(f *testing.F) {
	go func() { f.Fatal("not told") }()
}

func TestTB(t *testing.T) {
	var tb testing.TB = t
	go func() { tb.Fatal("x") }()
}
